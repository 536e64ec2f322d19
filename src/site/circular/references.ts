import type { Citation, LetterReference } from '#core/letter/letter.ts';
import type { LinkKind } from '#core/reference/backlinks.ts';
import {
  type FactView,
  type NameSource,
  viewPrintedDate,
  viewPrintedNumber,
  viewUrgencyClass,
} from '../fact-view.ts';
import { messages } from '../i18n.ts';
import type { RecordLink, Records } from '../records.ts';

/** A letter as another letter names it, with its page where the portal has one. */
export interface ReferenceView {
  readonly number: FactView;
  readonly date: FactView;
  readonly subject: string | undefined;
  readonly urgency: FactView | null;
  readonly note: string | undefined;
  readonly record: RecordLink | null;
  /** The portal is known to have no page of it. */
  readonly external: boolean;
}

/** A reference with its doubts, and the page of the letter if `records` (by path) has one. */
export const viewReference = (
  reference: LetterReference | Citation,
  records: ReadonlyMap<string, RecordLink>,
  nameSource: NameSource,
): ReferenceView => ({
  number: viewPrintedNumber(reference.number, nameSource),
  date: viewPrintedDate(reference.date, nameSource),
  subject: reference.subject,
  urgency: reference.urgency ? viewUrgencyClass(reference.urgency, nameSource) : null,
  note: reference.note,
  record: ('record' in reference && reference.record && records.get(reference.record)) || null,
  external: 'external' in reference && reference.external === true,
});

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
