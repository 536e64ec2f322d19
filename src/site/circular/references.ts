import { type AnyReference, type Citation, isDocumentReference } from '#core/letter/letter.ts';
import type { LinkKind } from '#core/reference/backlinks.ts';
import {
  type FactView,
  type NameSource,
  viewPrintedDate,
  viewPrintedNumber,
  viewText,
  viewUrgencyClass,
} from '../fact-view.ts';
import { messages } from '../i18n.ts';
import type { RecordLink, Records } from '../records.ts';

/** What a letter refers to as it names it, with its page where the portal has one. */
export interface ReferenceView {
  readonly isLetter: boolean;
  /** The number of a letter, or the title of what is none, such as a regulation. */
  readonly name: FactView;
  /** Null where it is named without one. */
  readonly date: FactView | null;
  readonly subject: string | undefined;
  readonly urgency: FactView | null;
  readonly note: string | undefined;
  readonly record: RecordLink | null;
  /** The portal is known to have no page of it. */
  readonly external: boolean;
}

/** A reference with its doubts, and the page of what it names if `records` (by path) has one. */
export const viewReference = (
  reference: AnyReference | Citation,
  records: ReadonlyMap<string, RecordLink>,
  nameSource: NameSource,
): ReferenceView => {
  const about = {
    date: reference.date ? viewPrintedDate(reference.date, nameSource) : null,
    note: reference.note,
    record: ('record' in reference && reference.record && records.get(reference.record)) || null,
    external: 'external' in reference && reference.external === true,
  };
  if (isDocumentReference(reference)) {
    const name = viewText(reference.title, nameSource);
    return { isLetter: false, name, subject: undefined, urgency: null, ...about };
  }
  return {
    isLetter: true,
    name: viewPrintedNumber(reference.number, nameSource),
    subject: reference.subject,
    urgency: reference.urgency ? viewUrgencyClass(reference.urgency, nameSource) : null,
    ...about,
  };
};

/** A page that names this one, and how it does. */
export interface BacklinkView {
  readonly record: RecordLink;
  readonly how: string;
}

/** The pages that name the page at `path` (without slashes at its ends), in the order of the records. */
export const viewBacklinks = (
  path: string,
  { backlinks }: Pick<Records, 'backlinks'>,
): BacklinkView[] =>
  (backlinks.get(path) ?? []).map(({ from, kind }) => ({
    record: from,
    how: messages.circular.linkKind[kind satisfies LinkKind],
  }));
