import { type JoinedLetters, joinLetters } from '#core/letter/joining/join.ts';
import { readDocument } from '#core/letter/reading/document.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
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
  const reading = readDocument(text);
  if ('refusal' in reading) throw new ProblemError([{ file: name, ...reading.refusal }]);
  return { ...reading, notes };
};

const secrecyProblem = (file: string, line: number | null, word: string | null): Problem => ({
  file,
  ...(line === null ? {} : { line }),
  field: 'letter.secrecy',
  what: `the letter is marked "${word}"`,
  why: 'Only letters without a class of secrecy may ever be published.',
  mend: 'Keep it out of the portal. If the mark is a misreading, take it out of the text and run this again.',
});

/**
 * Reads files one by one and joins their letters. A bad file is refused and the rest goes on; `progress` hears of
 * every file. Letters of a class of secrecy are read but refused for writing.
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
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refused.push(...error.problems);
      progress(`${place}: refused, ${error.problems[0]?.what}`);
    }
  }
  const joined = joinLetters(letters);
  joined.letters.forEach(({ secrecy }, at) => {
    if (secrecy.value !== 'normal') {
      refused.push(secrecyProblem(files[at] as string, secrecy.line, secrecy.read));
    }
  });
  return { joined, files, redactions, notes, refused, count: inputs.length };
};
