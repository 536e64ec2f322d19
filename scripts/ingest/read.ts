import type { IsoDate } from '#core/letter/date.ts';
import { type JoinedLetters, joinLetters, placesOf } from '#core/letter/joining/join.ts';
import { readDocument } from '#core/letter/reading/document.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { SECRECY_WORDS } from '#core/letter/reading/urgency.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { withinTime } from '#store/document/deadline.ts';
import { ofFile } from '#store/document/document-problem.ts';
import { documentText } from '#store/document/document-text.ts';
import type { Input } from './inputs.ts';
import { documentSets, type LetterScan, readScans, type Scanning } from './scans.ts';

/** A sentence on how a file was read. */
export interface FileNote {
  readonly file: string;
  readonly note: string;
}

/** What was read from a set of files. */
export interface IngestReading {
  readonly joined: JoinedLetters;
  /** File of each letter, as the user named it. */
  readonly files: readonly string[];
  /** The scan of each letter; null of one that was read as text. */
  readonly scans: readonly (LetterScan | null)[];
  readonly redactions: number;
  /** What is to be known of how a file was read, such as tracked changes. */
  readonly notes: readonly FileNote[];
  /** Files that were refused, each with its reason. */
  readonly refused: readonly Problem[];
  readonly count: number;
}

/** What one document came to: its letters, and what was refused of it. */
interface ReadDocument {
  readonly letters: readonly LetterReading[];
  readonly files: readonly string[];
  readonly scans: readonly (LetterScan | null)[];
  readonly redactions: number;
  readonly notes: readonly FileNote[];
  readonly refused: readonly Problem[];
  /** SHA-256 of files of which pages may be in the cache. */
  readonly digests: readonly string[];
}

const readText = async ({ path, name }: Input, today: IsoDate): Promise<ReadDocument> => {
  const { text, notes } = await documentText(path, name);
  const reading = withinTime(() => readDocument(text, today));
  if ('refusal' in reading) throw new ProblemError([{ file: name, ...reading.refusal }]);
  return {
    ...reading,
    files: reading.letters.map(() => name),
    scans: reading.letters.map(() => null),
    notes: notes.map((note) => ({ file: name, note })),
    refused: [],
    digests: [],
  };
};

/** Reads a set of files that are one document. Rejects with a ProblemError where all of it is refused. */
const readSet = async (
  set: readonly Input[],
  scanning: Scanning,
  today: IsoDate,
): Promise<ReadDocument> =>
  (await readScans(set, scanning, today)) ?? readText(set[0] as Input, today);

const secrecyProblem = (file: string, { secrecy: { line, value } }: LetterReading): Problem => ({
  file,
  ...(line === null ? {} : { line }),
  field: 'letter.secrecy',
  what: `the letter is marked "${SECRECY_WORDS[value ?? 'confidential']}"`,
  why: 'Only letters without a class of secrecy may ever be published.',
  fix: 'Keep it out of the portal. If the mark is a misreading, take it out of the text and run this again.',
});

const besideSecret = (file: string, { firstLine }: LetterReading): Problem => ({
  file,
  line: firstLine,
  field: 'letter.secrecy',
  what: 'the letter passes on one that is marked as secret, or is passed on by one',
  why: 'It would tell of that letter.',
  fix: 'Keep it out of the portal.',
});

const isSecret = ({ secrecy }: LetterReading): boolean => secrecy.value !== 'normal';

/**
 * Places of the letters that may be mentioned: those without a class of secrecy whose chain has no letter of one, as the
 * letters of a chain repeat each other. The others are problems, which say no more than where they stand.
 */
const withoutSecret = (
  letters: readonly LetterReading[],
  files: readonly string[],
): { readonly kept: readonly number[]; readonly problems: readonly Problem[] } => {
  const all = [...letters.keys()];
  if (!letters.some(isSecret)) return { kept: all, problems: [] };
  const tainted = new Set<number>();
  const { chains, copies } = joinLetters(letters);
  for (const chain of chains) {
    const members = placesOf(chain, copies);
    if (members.some((at) => isSecret(letters[at] as LetterReading)))
      for (const at of members) tainted.add(at);
  }
  const problems = [...tainted]
    .sort((a, b) => a - b)
    .map((at) => {
      const [file, letter] = [files[at] as string, letters[at] as LetterReading];
      return isSecret(letter) ? secrecyProblem(file, letter) : besideSecret(file, letter);
    });
  return { kept: all.filter((at) => !tainted.has(at)), problems };
};

const nameOfSet = (set: readonly Input[]): string => {
  const [first, ...others] = set.map(({ name }) => name);
  return others.length === 0 ? String(first) : `${first} and ${others.length} more`;
};

/**
 * Reads files one by one and joins their letters. A bad file or page is refused and the rest goes on; `progress` hears of
 * every file. `today` is the day of the reading: letters dated later are in doubt. Letters of a class of secrecy are refused, and nothing of them goes on.
 */
export const readInputs = async (
  inputs: readonly Input[],
  progress: (line: string) => void,
  scanning: Scanning,
  today: IsoDate,
): Promise<IngestReading> => {
  const read: ReadDocument[] = [];
  const refused: Problem[] = [];
  let done = 0;
  for (const set of documentSets(inputs)) {
    done += set.length;
    const place = `${done}/${inputs.length} ${nameOfSet(set)}`;
    try {
      const one = await readSet(set, scanning, today);
      read.push(one);
      refused.push(...one.refused);
      const count = one.letters.length;
      progress(
        count === 0 && one.refused.length > 0
          ? `${place}: refused, ${one.refused[0]?.what}`
          : `${place}: read, ${count} ${count === 1 ? 'letter' : 'letters'}`,
      );
    } catch (caught) {
      const error = ofFile(caught, nameOfSet(set));
      if (!(error instanceof ProblemError)) throw error;
      refused.push(...error.problems);
      progress(`${place}: refused, ${error.problems[0]?.what}`);
    }
  }
  const letters = read.flatMap((one) => one.letters);
  const files = read.flatMap((one) => one.files);
  const scans = read.flatMap((one) => one.scans);
  const { kept, problems } = withoutSecret(letters, files);
  forgetRefused(read, letters, kept, scanning);
  const joined = joinLetters(kept.map((at) => letters[at] as LetterReading));
  return {
    joined,
    files: kept.map((at) => files[at] as string),
    scans: kept.map((at) => scans[at] ?? null),
    redactions: read.reduce((sum, one) => sum + one.redactions, 0),
    notes: read.flatMap((one) => one.notes),
    refused: [...refused, ...problems],
    count: inputs.length,
  };
};

/** Takes the pages of documents with a secret letter out of the cache. */
const forgetRefused = (
  read: readonly ReadDocument[],
  letters: readonly LetterReading[],
  kept: readonly number[],
  { cache }: Scanning,
): void => {
  const stays = new Set(kept.map((at) => letters[at]));
  for (const one of read) {
    if (one.letters.every((letter) => stays.has(letter))) continue;
    for (const digest of one.digests) cache.forget(digest);
  }
};
