import type { ForceStatus, LegalForce } from '#core/force/force.ts';
import { isWithdrawn } from '#core/force/force.ts';
import type { Change } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';
import { LETTER_FILE_ANCHOR } from '#core/letter/letter-file.ts';
import { attachmentAnchor, coveringPrefix, withdrawnAnchor } from '#core/short-link/address.ts';

/** What can happen to a page, in the order in which events of one day are listed. */
export const PAGE_EVENT_KINDS = [
  'published',
  'minor',
  'major',
  'attachment-withdrawn',
  'cancelled',
  'superseded',
  'expired',
] as const;
export type PageEventKind = (typeof PAGE_EVENT_KINDS)[number];

/** A file that was taken off a page, by its place in the list of attachments; the letter's own file has none. */
export interface WithdrawnFile {
  /** Key of the covering letter that the list is of; absent for the list of the page itself. */
  readonly letter?: string | undefined;
  /** From 1; null for the letter's own file. */
  readonly number: number | null;
  readonly date: IsoDate;
  /** Title and reason for people. */
  readonly note: string;
}

/** What the events of a page are read from: recorded facts only. */
export interface PageHistory {
  readonly published: IsoDate;
  readonly changes: readonly Change[];
  readonly force?: LegalForce | undefined;
  /** Day on which the page of the letter that sets the force was published, where the portal has it. */
  readonly forceLetterPublished?: IsoDate | undefined;
  /** What the letter says about the force, for people. */
  readonly forceNote?: string | undefined;
  readonly withdrawnFiles?: readonly WithdrawnFile[] | undefined;
}

/** One dated event in the life of a page. */
export interface PageEvent {
  readonly kind: PageEventKind;
  readonly date: IsoDate;
  readonly note: string | null;
  /** Fragment that distinguishes this event from the others of its page for good; null for the publication. */
  readonly fragment: string | null;
}

const latest = (days: readonly (IsoDate | undefined)[]): IsoDate =>
  days.reduce<IsoDate>((last, day) => (day !== undefined && day > last ? day : last), '');

type WithdrawnStatus = Extract<ForceStatus, PageEventKind>;

/** The legal force of a page that no longer holds; null of any other. */
export const withdrawnStatus = ({ force }: Pick<PageHistory, 'force'>): WithdrawnStatus | null =>
  force && isWithdrawn(force) ? (force.status as WithdrawnStatus) : null;

/**
 * Day on which the portal began to say that a page no longer holds: as recorded under `force`; else the day on which
 * both pages were there, as the check demands that the cancelling letter and the mark are put in together.
 */
export const forceDay = ({
  force,
  published,
  forceLetterPublished,
}: Pick<PageHistory, 'force' | 'published' | 'forceLetterPublished'>): IsoDate =>
  force?.recorded ?? latest([published, forceLetterPublished]);

const forceEvents = (page: PageHistory): PageEvent[] => {
  const kind = withdrawnStatus(page);
  if (kind === null) return [];
  // No date in the fragment: a date that is corrected later must not make the event a new one.
  return [{ kind, date: forceDay(page), note: page.forceNote ?? null, fragment: `force-${kind}` }];
};

/** The fragment of each change of a page, in their order: null for one that is minor, which is announced nowhere. */
export const changeFragments = (
  changes: readonly { readonly date: IsoDate; readonly major: boolean }[],
): (string | null)[] => {
  const seen = new Map<IsoDate, number>();
  return changes.map(({ date, major }) => {
    if (!major) return null;
    const nth = (seen.get(date) ?? 0) + 1;
    seen.set(date, nth);
    return `change-${date}${nth === 1 ? '' : `-${nth}`}`;
  });
};

const changeEvents = ({ changes }: PageHistory): PageEvent[] => {
  const fragments = changeFragments(changes);
  return changes.map(({ date, note, major }, at) => ({
    kind: major ? 'major' : 'minor',
    date,
    note,
    fragment: fragments[at] ?? null,
  }));
};

const fileEvents = ({ withdrawnFiles = [] }: PageHistory): PageEvent[] =>
  withdrawnFiles.map(({ letter, number, date, note }) => ({
    kind: 'attachment-withdrawn',
    date,
    note,
    fragment: withdrawnAnchor(
      (letter === undefined ? '' : coveringPrefix(letter)) +
        (number === null ? LETTER_FILE_ANCHOR : attachmentAnchor(number)),
    ),
  }));

/** Everything that happened to a page, its publication first; in no order of days. */
export const eventsOfPage = (page: PageHistory): PageEvent[] => [
  { kind: 'published', date: page.published, note: null, fragment: null },
  ...changeEvents(page),
  ...fileEvents(page),
  ...forceEvents(page),
];
