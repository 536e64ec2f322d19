import { dirname, join } from 'node:path';
import { joinLetters } from '#core/letter/joining/join.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import type { AttachedFile, PageAnswers } from '#core/letter/settling/page.ts';
import { answerFaults, settledLetter } from '#core/letter/settling/settle.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { type AnswersFile, lettersAnswers } from '#schema/letter-answers.ts';
import { readJson } from '#schema/read-json.ts';
import type { FilesBeside } from '#store/content/write-circular.ts';
import { readText } from '#store/files/read-file.ts';
import { attachedFile } from './attach.ts';
import type { IngestReading } from './read.ts';

/** What is said of the page of a circular, with the files that come with its letter. */
export interface AnsweredPage {
  readonly page: PageAnswers;
  readonly files: readonly AttachedFile[];
  readonly beside: FilesBeside;
}

/** Nothing that anybody said. */
export const NO_ANSWERS: AnswersFile = { letters: {}, take: [] };

/** How answers name a letter: by the file that it was read from, without folders, and the line that it begins on. */
export const letterKey = (file: string, { firstLine }: Pick<LetterReading, 'firstLine'>): string =>
  `${file.replace(/^.*[/\\]/, '')}:${firstLine}`;

/** Reads answers from their text; `file` names them in problems. Throws a ProblemError where they are none. */
export const parseAnswers = (text: string, file: string): AnswersFile =>
  readJson(
    lettersAnswers,
    text,
    file,
    'Write {"letters": {"FILE:LINE": {"fields": {...}, "page": {...}}}}; see docs/reading-documents.md.',
  );

/** Reads a file of answers. Rejects with a ProblemError where it cannot be read or is none. */
export const readAnswers = async (path: string, file: string): Promise<AnswersFile> => {
  const text = await readText(path);
  return parseAnswers(text, file);
};

const faultProblems = (
  file: string,
  key: string,
  letter: LetterReading,
  { fields }: AnswersFile['letters'][string],
): Problem[] =>
  answerFaults(letter, fields).map(({ path, answer, reason }) => ({
    file,
    field: `letters.${key}.fields.${path}`,
    what:
      reason === 'unknown'
        ? `the letter has no field "${path}"`
        : `"${answer}" cannot be its value`,
    fix:
      reason === 'unknown'
        ? 'Name fields as the desk does: number, date, references.0.date.'
        : 'Write a day as YYYY-MM-DD, a number as "มท 0808.4/ว 2007", an urgency by its English name.',
  }));

/**
 * The letters as they are with the answers; those without any as they were read. Letters are joined anew, as a corrected number
 * may be the one that another letter cites. Throws a ProblemError that names the answers that have a fault; `file` names them.
 */
export const withAnswers = (
  reading: IngestReading,
  { letters: answers }: AnswersFile,
  file: string,
): IngestReading => {
  const keys = reading.joined.letters.map((letter, at) =>
    letterKey(reading.files[at] as string, letter),
  );
  const strange = Object.keys(answers).filter((key) => !keys.includes(key));
  const problems = [
    ...strange.map(
      (key): Problem => ({
        file,
        field: `letters.${key}`,
        what: 'no letter that was read is named so',
        fix: `Name letters by file and first line: ${keys.join(', ')}.`,
      }),
    ),
    ...reading.joined.letters.flatMap((letter, at) => {
      const key = keys[at] as string;
      const said = answers[key];
      return said ? faultProblems(file, key, letter, said) : [];
    }),
  ];
  if (problems.length > 0) throw new ProblemError(problems);
  const isAnswered = keys.some((key) => Object.keys(answers[key]?.fields ?? {}).length > 0);
  if (!isAnswered) return reading;
  const settle = (letter: LetterReading, at: number): LetterReading =>
    settledLetter(letter, answers[keys[at] as string]?.fields ?? {});
  const isRenamed = (at: number): boolean =>
    ['issuer', 'number', 'date'].some((path) => answers[keys[at] as string]?.fields?.[path]);
  const copies = [...reading.joined.copies].filter(([at]) => !isRenamed(at));
  const joined = joinLetters(reading.joined.letters.map(settle), new Map(copies));
  // What a copy says otherwise is a doubt no more where a person has said what is right.
  return { ...reading, joined: { ...joined, letters: joined.letters.map(settle) } };
};

/** What is said of the page of each letter, by its place; attachments are read from the folder of the answers. */
export const readPages = async (
  { joined, files }: IngestReading,
  { letters: answers }: AnswersFile,
  path: string,
): Promise<ReadonlyMap<number, AnsweredPage>> => {
  const pages = new Map<number, AnsweredPage>();
  for (const [at, letter] of joined.letters.entries()) {
    const page = answers[letterKey(files[at] as string, letter)]?.page;
    if (!page) continue;
    const attached: AttachedFile[] = [];
    const beside = new Map<string, Uint8Array>();
    for (const item of page.attachments ?? []) {
      const { bytes, size, sha256 } = await attachedFile(join(dirname(path), item.file), item.file);
      attached.push({ ...item, size, sha256 });
      beside.set(item.file, bytes);
    }
    pages.set(at, { page, files: attached, beside });
  }
  return pages;
};
