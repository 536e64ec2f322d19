import { mayBeSame as marksAgree } from '../joining/same-letter.ts';
import { listDifferences } from './body-differences.ts';
import type { CircularDraft } from './circular-draft.ts';
import type { MovementRow } from './movements.ts';
import { sameData } from './same-data.ts';

/** One field in which a record that exists and a new reading differ. */
export interface Difference {
  /** File of the record that holds the field. */
  readonly file: 'index.mdx' | 'covering-letters.yaml' | 'movements.csv';
  /** Path within the file. For covering letters the first step is the entry's place, or -1 for a new one. */
  readonly path: readonly (string | number)[];
  /** Name by which a person picks the field: `letter.number`, `p48.date`, `movements[3]`. */
  readonly name: string;
  /** What stands there; undefined where nothing does. */
  readonly existing: unknown;
  readonly read: unknown;
  /** Heading of the body below which `read` stands; left out for a field of the front matter. */
  readonly section?: string;
}

type Raw = Readonly<Record<string, unknown>>;

/** A circular as its files have it, unread by any schema. */
export interface ExistingCircular {
  /** `2567/dla-0808-4-w2007-0917`. */
  readonly id: string;
  readonly frontMatter: Raw;
  readonly body: string;
  readonly coveringLetters: readonly Raw[];
  readonly movements: readonly MovementRow[];
}

const LETTER_FIELDS = [
  'level',
  'issuer',
  'number',
  'date',
  'subject',
  'to',
  'urgency',
  'urgentUntil',
  'references',
  'signatory',
  'contact',
] as const;

const raw = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};

/** Every value that a raw fact may have. */
const valuesOf = (fact: unknown): string[] => {
  if (typeof fact === 'string') return [fact];
  const { value, readings } = raw(fact);
  const read = Array.isArray(readings) ? readings.map((one) => raw(one).value) : [];
  return [value, ...read].filter((one): one is string => typeof one === 'string');
};

/** Whether two letters may be one: same issuer, and number and date that can agree. */
const mayBeSame = (a: Raw, b: Raw): boolean =>
  marksAgree(
    { issuer: a.issuer, numbers: valuesOf(a.number), dates: valuesOf(a.date) },
    { issuer: b.issuer, numbers: valuesOf(b.number), dates: valuesOf(b.date) },
  );

/** The circular that a draft reads anew: the same letter, or one that was read from the same files. */
export const findExisting = (
  draft: CircularDraft,
  existing: readonly ExistingCircular[],
): ExistingCircular | undefined =>
  existing.find(({ frontMatter }) =>
    mayBeSame(raw(frontMatter.letter), raw(draft.frontMatter.letter)),
  ) ??
  existing.find(
    ({ frontMatter }) =>
      frontMatter.source === draft.frontMatter.source &&
      sameData(raw(frontMatter.letter).subject, raw(draft.frontMatter.letter).subject),
  );

const isNothing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

const compare = (
  before: Raw,
  after: Raw,
  fields: readonly string[],
  place: Pick<Difference, 'file' | 'path'> & { readonly prefix: string },
): Difference[] =>
  fields.flatMap((field) => {
    const [existing, read] = [before[field], after[field]];
    if (sameData(existing, read) || (isNothing(existing) && isNothing(read)) || isNothing(read))
      return [];
    return [
      {
        file: place.file,
        path: [...place.path, field],
        name: `${place.prefix}${field}`,
        existing,
        read,
      },
    ];
  });

const compareCovering = (before: readonly Raw[], after: readonly Raw[]): Difference[] => {
  const free = new Set(before.keys());
  return after.flatMap((letter): Difference[] => {
    const at =
      [...free].find((index) => mayBeSame(before[index] as Raw, letter)) ??
      [...free].find((index) => before[index]?.key === letter.key);
    if (at === undefined) {
      return [
        {
          file: 'covering-letters.yaml',
          path: [-1],
          name: `covering.${letter.key}`,
          existing: undefined,
          read: letter,
        },
      ];
    }
    free.delete(at);
    const place = {
      file: 'covering-letters.yaml' as const,
      path: [at],
      prefix: `covering.${before[at]?.key}.`,
    };
    return compare(
      before[at] as Raw,
      letter,
      [...LETTER_FIELDS, 'passesOn', 'cites', 'attachments', 'differences'],
      place,
    );
  });
};

const sameMovement = (a: MovementRow, b: MovementRow): boolean =>
  a.kind === b.kind &&
  a.office === b.office &&
  (a.number === b.number || (a.kind === 'sent' && a.to === b.to));

/** What of a movement may be put right by a later row; `to` is what is to be compared of addressees, in any order. */
const stated = ({ date, time, number, to }: MovementRow): Record<string, string> => ({
  date,
  time,
  number,
  to: to.split(';').sort().join(';'),
});

/** Whether a movement says something otherwise than what is recorded of it; what it does not say is no difference. */
const saysOtherwise = (recorded: MovementRow, row: MovementRow): boolean => {
  const [there, here] = [stated(recorded), stated(row)];
  return Object.keys(here).some(
    (name) => here[name] !== '' && !there[name]?.startsWith(here[name] as string),
  );
};

/** Movements that are not recorded yet, and corrections of those that are recorded otherwise: rows are only ever added. */
const compareMovements = (
  before: readonly MovementRow[],
  after: readonly MovementRow[],
): Difference[] =>
  after.flatMap((row): Difference[] => {
    const number = row.number === '' ? '' : `.${row.number.replaceAll(' ', '')}`;
    const name = `movements.${row.kind}.${row.office}${number}`;
    const found = before.filter((other) => sameMovement(other, row));
    const add = { file: 'movements.csv' as const, path: [], name };
    if (found.length === 0) return [{ ...add, existing: undefined, read: row }];
    const standing = found.map(
      (other) => before.findLast((one) => one.corrects === other.no) ?? other,
    );
    const [last] = standing;
    if (!last || standing.some((other) => !saysOtherwise(other, row))) return [];
    const read = { ...row, kind: 'corrected', corrects: found[0]?.no ?? '' };
    return [{ ...add, existing: last, read }];
  });

/** Names by which the letters of a draft go in the record that exists, where they stand there. */
const keysThere = (existing: ExistingCircular, draft: CircularDraft): Map<string, string> => {
  const free = [...existing.coveringLetters];
  const keys = new Map<string, string>();
  for (const letter of draft.coveringLetters) {
    const at = free.findIndex((one) => mayBeSame(one, letter));
    const [same] = at < 0 ? [] : free.splice(at, 1);
    if (same) keys.set(String(letter.key), String(same.key));
  }
  return keys;
};

/** The same data with the letters of the chain named as the existing record names them. */
const renamed = <T>(data: T, keys: ReadonlyMap<string, string>): T => {
  if (Array.isArray(data)) return data.map((one) => renamed(one, keys)) as T;
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).map(([name, value]) => {
    const isName = ['source', 'key', 'passesOn'].includes(name) && typeof value === 'string';
    return [name, isName ? (keys.get(value) ?? value) : renamed(value, keys)];
  });
  return Object.fromEntries(entries) as T;
};

/**
 * The fields that a new reading has otherwise, and the deadlines and web addresses that the page does not state. What only an
 * editor writes (title, summary, actions, legal force) is among them where somebody wrote it with this reading: `written` names
 * those fields. What the new reading does not have never is.
 */
export const differencesOf = (
  existing: ExistingCircular,
  read: CircularDraft,
  written: readonly string[] = [],
): Difference[] => {
  const keys = keysThere(existing, read);
  const draft = {
    frontMatter: { ...read.frontMatter, letter: renamed(read.frontMatter.letter, keys) } as Raw,
    coveringLetters: renamed(read.coveringLetters, keys),
    movements: renamed(read.movements, keys),
  };
  return [
    ...compare(raw(existing.frontMatter.letter), raw(draft.frontMatter.letter), LETTER_FIELDS, {
      file: 'index.mdx',
      path: ['letter'],
      prefix: 'letter.',
    }),
    ...compare(existing.frontMatter, draft.frontMatter, ['attachments', 'cancels', ...written], {
      file: 'index.mdx',
      path: [],
      prefix: '',
    }),
    ...listDifferences(existing, read.body).map(
      (one): Difference => ({ file: 'index.mdx', path: [], ...one }),
    ),
    ...compareCovering(existing.coveringLetters, draft.coveringLetters),
    ...compareMovements(existing.movements, draft.movements),
  ];
};
