import type { Field } from '#core/letter/reading/field.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { seenLines } from './field-places.ts';
import { around, type Box } from './picture.ts';
import type { ScanDocument } from './scan-document.ts';

/** Where a field of a letter was seen. */
export interface SeenField {
  /** Path of the field as front matter has it: `letter.number`, `letter.to.0`; `stamps.0` for a stamp. */
  readonly field: string;
  /** Page of the document, from 1. */
  readonly page: number;
  /** Pixels of that page. */
  readonly box: Box;
}

const boxesOf = (name: string, field: Field<unknown>, document: ScanDocument): SeenField[] => {
  const byPage = new Map<number, Box>();
  for (const { page, line } of seenLines(field, document)) {
    const before = byPage.get(page);
    byPage.set(page, before ? around(before, line.box) : line.box);
  }
  return [...byPage].map(([page, box]) => ({ field: name, page, box }));
};

/** Where each field of a letter was seen, in the order of the letter. */
export const seenFields = (letter: LetterReading, document: ScanDocument): SeenField[] => {
  const one = (name: string, field: Field<unknown>): SeenField[] => boxesOf(name, field, document);
  const list = (name: string, fields: readonly Field<unknown>[]): SeenField[] =>
    fields.flatMap((field, at) => one(`${name}.${at}`, field));
  return [
    ...list('stamps', letter.stamps),
    ...one('letter.urgency', letter.urgency),
    ...one('letter.number', letter.number),
    ...one('letter.date', letter.date),
    ...one('letter.issuer', letter.issuer),
    ...one('letter.subject', letter.subject),
    ...list('letter.to', letter.to),
    ...list('letter.references', letter.references),
    ...list(
      'attachments',
      letter.attachments.map(({ field }) => field),
    ),
    ...list('cancels', letter.cancels),
    ...list('deadlines', letter.deadlines),
    ...one('letter.signatory', letter.signatory),
  ];
};

/** Pages that a letter stands on, in order; `lines` are those from its first to its last. */
export const pagesOfLetter = (
  { firstLine, lastLine }: Pick<LetterReading, 'firstLine' | 'lastLine'>,
  { sources }: ScanDocument,
): number[] => {
  const pages = sources.slice(firstLine - 1, lastLine).flatMap((one) => (one ? [one.page] : []));
  return [...new Set(pages)].toSorted((a, b) => a - b);
};
