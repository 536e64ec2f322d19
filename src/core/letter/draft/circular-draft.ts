import { BUDDHIST_ERA_OFFSET, type IsoDate } from '../date.ts';
import type { Fact } from '../fact.ts';
import type { Chain, Link } from '../joining/chain.ts';
import { sourceOf } from '../joining/compare.ts';
import { type JoinedLetters, membersOf, placesOf } from '../joining/join.ts';
import { mintPermanentId } from '../permanent-id.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { draftBody } from './draft-body.ts';
import { type MovementRow, movementRows } from './movements.ts';
import { oneLine, type RawFact } from './raw-fact.ts';
import {
  issuerId,
  type Known,
  rawAttachments,
  rawCitation,
  rawLetter,
  rawReference,
  UNKNOWN_OFFICE,
} from './raw-letter.ts';
import { DRAFT_MARK } from './skeleton.ts';

/** A circular as it will stand in content/circulars/<year>/<id>/, not yet written. */
export interface CircularDraft {
  /** B.E. year of its folder. */
  readonly year: string;
  readonly id: string;
  /** Key by which the id was minted, for the register. */
  readonly key: {
    readonly issuer: string;
    readonly number: Fact<string>;
    readonly date: Fact<string>;
  };
  readonly frontMatter: Readonly<Record<string, unknown>>;
  /** What whoever fills in a field should know, by its path with dots: `letter.number`. */
  readonly remarks?: Readonly<Record<string, string>>;
  readonly body: string;
  readonly coveringLetters: readonly Readonly<Record<string, unknown>>[];
  readonly movements: readonly MovementRow[];
  /** Places of its letters in the set: the original first, copies of them last. */
  readonly letters: readonly number[];
}

const keysOf = (
  chain: Chain,
  letters: readonly LetterReading[],
  known: Known,
): Map<number, string> => {
  const keys = new Map([[chain.original, 'letter']]);
  const taken = new Map<string, number>();
  for (const { covering } of chain.links) {
    const office = issuerId(letters[covering] as LetterReading, known);
    const base = office === UNKNOWN_OFFICE ? 'covering' : office;
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    keys.set(covering, count === 1 ? base : `${base}-${count}`);
  }
  return keys;
};

/** A raw fact as the domain has it. */
export const factOf = (raw: RawFact): Fact<string> =>
  typeof raw === 'string'
    ? { value: raw }
    : {
        value: raw.value ?? null,
        doubt: {
          kind: raw.doubt,
          readings: raw.readings.map((one) => ({ ...one, value: one.value ?? null })),
        },
      };

/** The name of a file without its folders, which say nothing to others. */
const baseName = (path: string): string => oneLine(path.replace(/^.*[/\\]/, '')) ?? 'ไม่ทราบชื่อ';

/** The year that a circular is filed under: of its date, else the latest that its letters name, else today's. */
const yearOf = (
  letter: LetterReading,
  others: readonly LetterReading[],
  today: IsoDate,
): string => {
  const years = [letter, ...others].flatMap((one) => [
    one.date.value,
    ...one.stamps.map(({ value }) => value?.date),
    ...one.references.map(({ value }) => value?.date),
  ]);
  const latest = years
    .filter((date) => Boolean(date) && (date as IsoDate) <= today)
    .sort()
    .at(-1);
  const date = letter.date.value ?? latest ?? today;
  return String(Number(date.slice(0, 4)) + BUDDHIST_ERA_OFFSET);
};

const rawCovering = (
  { covering, passesOn, cites }: Link,
  { letters, drift }: JoinedLetters,
  keys: ReadonlyMap<number, string>,
  known: Known,
  keyOf: (source: string) => string,
): Record<string, unknown> => {
  const letter = letters[covering] as LetterReading;
  const key = keys.get(covering) as string;
  const naming = { key, keyOf };
  const attachments = rawAttachments(letter);
  const differences = drift
    .filter((one) => one.letter === covering)
    .map(({ kind, about, here, there }) => ({
      what: oneLine(`${kind === 'date' ? 'วันที่' : 'ชื่อ'} ${about && `(${about})`}`) as string,
      here: oneLine(here.read) ?? here.value,
      original: oneLine(there.read) ?? there.value,
    }));
  return {
    key,
    passesOn: keys.get(passesOn) as string,
    ...rawLetter(letter, known, naming),
    ...(cites === null ? {} : { cites: rawCitation(cites, known, naming) }),
    ...(attachments.length === 0 ? {} : { attachments }),
    ...(differences.length === 0 ? {} : { differences }),
  };
};

/** What a title says of a letter whose subject is not known. */
const subjectless = ({ subject }: LetterReading): string =>
  subject.doubts.some(({ code }) => code === 'no-subject')
    ? 'หนังสือประทับตรา ยังไม่มีชื่อเรื่อง'
    : 'อ่านเรื่องไม่ออก';

/**
 * Makes the draft of one chain. Pure: `known` tells what the portal has, `taken` the ids of every year; `files` are
 * the names of the files of each letter and `today` the day on which the draft is made.
 */
export const draftOfChain = (
  joined: JoinedLetters,
  chain: Chain,
  {
    known,
    taken,
    files,
    today,
  }: {
    readonly known: Known;
    readonly taken: ReadonlySet<string>;
    readonly files: readonly string[];
    readonly today: IsoDate;
  },
): CircularDraft => {
  const keys = keysOf(chain, joined.letters, known);
  const places = placesOf(chain, joined.copies);
  const byName = new Map(
    places.map((at) => [sourceOf(at), keys.get(joined.copies.get(at) ?? at) as string]),
  );
  const keyOf = (source: string): string => byName.get(source) ?? source;
  const original = joined.letters[chain.original] as LetterReading;
  const members = membersOf(chain);
  const letter = rawLetter(original, known, { key: 'letter', keyOf });
  const key = {
    issuer: letter.issuer as string,
    number: factOf(letter.number as RawFact),
    date: factOf(letter.date as RawFact),
  };
  const id = mintPermanentId(key, taken);
  const sources = [...new Set(places.map((at) => baseName(files[at] as string)))].join(', ');
  return {
    year: yearOf(
      original,
      members.slice(1).map((at) => joined.letters[at] as LetterReading),
      today,
    ),
    id,
    key,
    frontMatter: {
      id,
      draft: true,
      title: oneLine(original.subject.value) ?? `${DRAFT_MARK}: ${subjectless(original)}`,
      summary: `${DRAFT_MARK}ที่อ่านด้วยเครื่อง ยังไม่ได้ตรวจกับต้นฉบับและยังไม่มีสรุป`,
      letter,
      attachments: rawAttachments(original),
      force: { status: 'unknown', note: `${DRAFT_MARK}: ยังไม่ได้ตรวจสถานะการใช้บังคับ` },
      cancels: original.cancels.map((one) => rawReference(one, known, { key: 'letter', keyOf })),
      source: `อ่านด้วยเครื่องจากไฟล์ ${sources}`,
      published: today,
    },
    body: draftBody(original),
    coveringLetters: chain.links.map((link) => rawCovering(link, joined, keys, known, keyOf)),
    movements: movementRows(joined.letters, chain, keys, known),
    letters: places,
  };
};
