import { type JoinedLetters, joinLetters } from '#core/letter/joining/join.ts';
import { readDocument } from '#core/letter/reading/document.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { SECRECY_WORDS } from '#core/letter/reading/urgency.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { withinTime } from '#store/document/deadline.ts';
import { ofFile } from '#store/document/document-problem.ts';
import { documentText } from '#store/document/document-text.ts';
import type { Input } from './inputs.ts';

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
  readonly redactions: number;
  /** What is to be known of how a file was read, such as tracked changes. */
  readonly notes: readonly FileNote[];
  /** Files that were refused, each with its reason. */
  readonly refused: readonly Problem[];
  readonly count: number;
}

const readOne = async ({
  path,
  name,
}: Input): Promise<{
  letters: readonly LetterReading[];
  redactions: number;
  notes: readonly string[];
}> => {
  const { text, notes } = await documentText(path, name);
  const reading = withinTime(() => readDocument(text));
  if ('refusal' in reading) throw new ProblemError([{ file: name, ...reading.refusal }]);
  return { ...reading, notes };
};

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
  for (const { original, links } of joinLetters(letters).chains) {
    const members = [original, ...links.map(({ covering }) => covering)];
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

/**
 * Reads files one by one and joins their letters. A bad file is refused and the rest goes on; `progress` hears of
 * every file. Letters of a class of secrecy are refused, and nothing of them goes on.
 */
export const readInputs = async (
  inputs: readonly Input[],
  progress: (line: string) => void,
): Promise<IngestReading> => {
  const letters: LetterReading[] = [];
  const files: string[] = [];
  const refused: Problem[] = [];
  const notes: FileNote[] = [];
  let redactions = 0;
  for (const [index, input] of inputs.entries()) {
    const place = `${index + 1}/${inputs.length} ${input.name}`;
    try {
      const read = await readOne(input);
      letters.push(...read.letters);
      files.push(...read.letters.map(() => input.name));
      notes.push(...read.notes.map((note) => ({ file: input.name, note })));
      redactions += read.redactions;
      progress(
        `${place}: ${read.letters.length} ${read.letters.length === 1 ? 'letter' : 'letters'}`,
      );
    } catch (caught) {
      const error = ofFile(caught, input.name);
      if (!(error instanceof ProblemError)) throw error;
      refused.push(...error.problems);
      progress(`${place}: refused, ${error.problems[0]?.what}`);
    }
  }
  const { kept, problems } = withoutSecret(letters, files);
  const joined = joinLetters(kept.map((at) => letters[at] as LetterReading));
  const keptFiles = kept.map((at) => files[at] as string);
  return {
    joined,
    files: keptFiles,
    redactions,
    notes,
    refused: [...refused, ...problems],
    count: inputs.length,
  };
};
