import { FORCE_STATUSES } from '#core/force/force.ts';
import { SYSTEMS } from '#core/system.ts';
import type { DaySpan, ForceFacts } from './in-force.ts';

/**
 * What the page about the letters in force on a day works from: the facts of all letters in one small file, and their
 * names in parts, of which a browser fetches those that it shows.
 */

/** Letters of one part; old parts stay as they are when letters are added. */
export const PART_SIZE = 250;

type StoredSpan = number | DaySpan | null;

/**
 * The facts of one letter, cut off behind the last that is known: a code for status, contradiction and system; day of
 * issue; start; end, or where it is in force the day of the letter that says so; day of the mark.
 */
export type StoredFacts = readonly (number | StoredSpan)[];

/**
 * The names of one letter: path without its first slash, title, number and date as they are shown, note, 1 for a sample. The number is
 * empty where it is not known, null for a law, which has none.
 */
export type StoredNames = readonly [
  path: string,
  title: string,
  number: string | null,
  date: string,
  note: string,
  sample: 0 | 1,
];

/** All letters of a section, in parts; `name` is that of its file; in the order of its rows. */
export interface StoredPart {
  readonly name: string;
  readonly section: string;
  readonly rows: readonly StoredFacts[];
}

/** A letter with its facts, and where its names are. */
export interface ListedLetter {
  readonly facts: ForceFacts;
  readonly section: string;
  readonly system: string | null;
  readonly part: string;
  readonly index: number;
}

const storedSpan = (span: DaySpan | null): StoredSpan =>
  span !== null && span[0] === span[1] ? span[0] : span;

const readSpan = (span: StoredSpan | undefined): DaySpan | null =>
  typeof span === 'number' ? [span, span] : (span ?? null);

const STATUSES = FORCE_STATUSES.length;

/** The facts of a letter as a row. */
export const storeFacts = (facts: ForceFacts, system: string | undefined): StoredFacts => {
  const systemNumber = (SYSTEMS as readonly string[]).indexOf(system ?? '') + 1;
  const code =
    (systemNumber * STATUSES + FORCE_STATUSES.indexOf(facts.status)) * 2 +
    Number(facts.contradiction);
  const row: (number | StoredSpan)[] = [
    code,
    storedSpan(facts.issued),
    storedSpan(facts.start),
    storedSpan(facts.status === 'in-force' ? facts.confirmed : facts.end),
    facts.marked,
  ];
  while (row.at(-1) === null) row.pop();
  return row;
};

/** The letters of a part; the inverse of {@link storeFacts}. */
export const readFacts = ({ name, section, rows }: StoredPart): ListedLetter[] =>
  rows.map(([code, issued, start, end, marked], index) => {
    const kind = Math.floor((code as number) / 2);
    const status = FORCE_STATUSES[kind % STATUSES] ?? 'unknown';
    const isInForce = status === 'in-force';
    return {
      facts: {
        status,
        issued: readSpan(issued),
        start: readSpan(start),
        confirmed: isInForce ? readSpan(end) : null,
        end: isInForce ? null : readSpan(end),
        marked: typeof marked === 'number' ? marked : null,
        contradiction: (code as number) % 2 === 1,
      },
      section,
      system: SYSTEMS[Math.floor(kind / STATUSES) - 1] ?? null,
      part: name,
      index,
    };
  });

const lastDay = ({ facts }: Pick<ListedLetter, 'facts'>): number =>
  facts.issued?.[1] ?? Number.NEGATIVE_INFINITY;

/** Newest letter first; those of one day, and those without one at the end, by part and place. */
export const byNewestIssue = (a: ListedLetter, b: ListedLetter): number => {
  const [dayA, dayB] = [lastDay(a), lastDay(b)];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  if (a.part !== b.part) return a.part < b.part ? -1 : 1;
  return a.index - b.index;
};
