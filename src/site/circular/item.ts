import { printLetterNumber } from '#core/letter/number.ts';
import type { CircularEntry } from '../content.ts';
import { type BriefFact, briefFact } from '../fact-view.ts';
import { messages } from '../i18n.ts';
import { circularLink, type RecordLink } from '../records.ts';

/** A circular as an item of a list. */
export interface CircularItem {
  readonly link: RecordLink;
  readonly summary: string;
  readonly number: BriefFact;
  readonly date: BriefFact;
  /** Day or month of the letter for <time>, where it is known. */
  readonly iso: string | null;
  /** Legal force, where a letter takes it away. */
  readonly withdrawn: string | null;
}

/** A circular for lists: doubtful values are marked, and missing ones are null. */
export const viewItem = (entry: CircularEntry): CircularItem => {
  const { circular } = entry.data;
  const link = circularLink(entry);
  return {
    link,
    summary: circular.summary,
    number: briefFact(circular.letter.number, printLetterNumber),
    date: briefFact(circular.letter.date, messages.format.date),
    iso: circular.letter.date.value,
    withdrawn: link.withdrawn ? messages.force.status[circular.force.status] : null,
  };
};
