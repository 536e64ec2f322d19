import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import type { AddresseeGroup, Letter } from '#core/letter/letter.ts';
import type { Registry } from '#core/office/registry.ts';
import type { Movement } from '../movement.ts';
import type { RegisterEntry } from './entry.ts';

/** A circular with its letters, for finding what a register names. */
export interface KnownCircular {
  readonly id: string;
  readonly circular: Pick<Circular, 'letter'>;
  readonly coveringLetters: readonly CoveringLetter[];
}

export type Verdict = 'matched' | 'doubtful' | 'unknown' | 'refused';

/** What became of one entry. `movement` is there where it may be recorded. */
export interface MatchedEntry {
  readonly verdict: Verdict;
  readonly circular: string | null;
  /** Why it is not simply matched; empty where it is. */
  readonly reasons: readonly string[];
  readonly movement: Omit<Movement, 'no'> | null;
}

/** Finds circulars by the number of any of their letters. */
export type LetterFinder = ReadonlyMap<
  string,
  readonly { readonly circular: KnownCircular; readonly letter: Letter }[]
>;

/** Makes the finder once for a whole register. */
export const letterFinder = (circulars: readonly KnownCircular[]): LetterFinder => {
  const finder = new Map<string, { circular: KnownCircular; letter: Letter }[]>();
  for (const circular of circulars) {
    for (const letter of [circular.circular.letter, ...circular.coveringLetters]) {
      for (const number of possibleValues(letter.number)) {
        const known = finder.get(number) ?? [];
        finder.set(number, [...known, { circular, letter }]);
      }
    }
  }
  return finder;
};

const GROUPS: readonly (readonly [AddresseeGroup, RegExp])[] = [
  ['provinces', /ทุกจังหวัด/],
  ['districts', /ทุกอำเภอ/],
  ['towns', /เทศบาลเมือง\s*ทุกแห่ง/],
  ['cities', /เทศบาลนคร\s*ทุกแห่ง/],
  ['subdistrict-municipalities', /เทศบาลตำบล\s*ทุกแห่ง|ทต\.?\s*ทุกแห่ง/],
  ['saos', /(?:องค์การบริหารส่วนตำบล|อบต\.?)\s*ทุกแห่ง/],
];

/** Groups that a text of addressees names ("นายอำเภอ ทุกอำเภอ"); what it does not name as a group is left out. */
export const groupsIn = (text: string): AddresseeGroup[] =>
  GROUPS.flatMap(([group, spelling]) => (spelling.test(text) ? [group] : []));

const bare = (name: string): string => name.replace(/\s|^จังหวัด|^อำเภอ|^จ\.|^อ\./g, '');

const isFrom = (registry: Registry, from: string, issuer: string): boolean => {
  const office = registry.byId.get(issuer);
  if (!office || from === '') return true;
  const told = from.replace(/\s/g, '');
  const short = bare(office.name);
  const known = [
    short,
    ...(issuer === 'dla' ? ['สถ.', 'ส่งเสริมการปกครองท้องถิ่น'] : []),
    ...(issuer === 'moi' ? ['มท.'] : []),
  ];
  return known.some((one) => told.includes(one));
};

const dateDoubt = (entry: RegisterEntry, date: Fact<string>): string | null => {
  const possible = possibleValues(date);
  if (entry.letterDate === null) return 'the date of the letter cannot be read';
  if (possible.length === 0) return 'the date of the circular is not known';
  if (possible.includes(entry.letterDate)) return null;
  // A date known to the month only neither confirms nor contradicts the day.
  return possible.some((one) => entry.letterDate?.startsWith(one))
    ? 'the day of the circular is not known'
    : `the register dates the letter ${entry.letterDate}, the circular has ${possible.join(' or ')}`;
};

const movementOf = (
  entry: RegisterEntry,
  kind: 'received' | 'sent',
  office: string,
  source: string,
): { readonly movement: Omit<Movement, 'no'> | null; readonly lacks: readonly string[] } => {
  const to = kind === 'sent' ? groupsIn(entry.to) : [];
  const date = entry.entryDate ?? (kind === 'sent' ? entry.letterDate : null);
  const number = kind === 'sent' ? entry.letterNumber : entry.registerNumber;
  const lacks = [
    ...(date === null ? [`the day on which it was ${kind} cannot be read`] : []),
    ...(number === null ? ['it has no number in the register'] : []),
    ...(kind === 'sent' && to.length === 0 ? ['whom it was sent to is not clear'] : []),
  ];
  if (lacks.length > 0 || date === null || number === null) return { movement: null, lacks };
  const movement = {
    kind,
    office,
    date,
    number,
    to,
    doubt: {},
    source,
    ...(entry.time === null ? {} : { time: entry.time }),
    ...(entry.desk === '' ? {} : { desk: entry.desk }),
  };
  return { movement, lacks };
};

/** Matches one entry of an office's register to a known circular, by number, date and issuer. Nothing is guessed. */
export const matchEntry = (
  entry: RegisterEntry,
  kind: 'received' | 'sent',
  office: string,
  source: string,
  finder: LetterFinder,
  registry: Registry,
): MatchedEntry => {
  const none = (verdict: Verdict, reason: string, circular: string | null = null): MatchedEntry => {
    return { verdict, circular, reasons: [reason], movement: null };
  };
  if (entry.isSecret) return none('refused', 'the letter is secret; nothing of it was copied');
  if (entry.letterNumber === null) return none('unknown', 'the letter number cannot be read');
  const all = finder.get(entry.letterNumber) ?? [];
  if (all.length === 0) return none('unknown', 'no circular has a letter of this number');
  const year = entry.letterDate?.slice(0, 4);
  const sameYear = all.filter(({ letter }) =>
    possibleValues(letter.date).some((date) => year === undefined || date.startsWith(year)),
  );
  const candidates = sameYear.filter(({ letter }) =>
    kind === 'sent' ? letter.issuer === office : letter.issuer !== office,
  );
  const circulars = new Set(candidates.map(({ circular }) => circular.id));
  const [first] = candidates;
  if (!first) return none('unknown', 'letters of this number are of another year or office');
  if (circulars.size > 1)
    return none(
      'doubtful',
      `several circulars have a letter of this number: ${[...circulars].join(', ')}`,
    );
  const { letter, circular } = first;
  const { movement, lacks } = movementOf(entry, kind, office, source);
  const late = movement?.date && entry.letterDate && movement.date < entry.letterDate;
  const reasons = [
    ...(letter.number.doubt && letter.number.value === null
      ? ['the number is one of several readings']
      : []),
    ...[dateDoubt(entry, letter.date)].filter((one) => one !== null),
    ...(kind === 'received' && !isFrom(registry, entry.from, letter.issuer)
      ? [`the register says it came from "${entry.from}"`]
      : []),
    ...(late ? ['it was entered before the date of the letter'] : []),
    ...lacks,
  ];
  const verdict = reasons.length > 0 ? 'doubtful' : 'matched';
  return {
    verdict,
    circular: circular.id,
    reasons,
    movement: verdict === 'matched' ? movement : null,
  };
};

/** Whether the movement is recorded already: the same office, kind, number and day. */
export const isRecorded = (recorded: readonly Movement[], one: Omit<Movement, 'no'>): boolean =>
  recorded.some(
    ({ kind, office, number, date }) =>
      kind === one.kind && office === one.office && number === one.number && date === one.date,
  );
