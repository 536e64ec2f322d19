import type { Chain } from '#core/letter/joining/chain.ts';
import type { LetterReading } from '#core/letter/reading/letter-reading.ts';
import { type Question, questionsOf } from '#core/letter/settling/question.ts';
import type { AnsweredLetter, AnswersFile } from '#schema/letter-answers.ts';
import { letterKey, withAnswers } from '../../ingest/answers.ts';
import type { DeskReading, ShownLetter } from './reading.ts';

/** A letter as the form shows it. */
export interface LetterView {
  /** Place of the letter in the set; names of form fields begin with it. */
  readonly at: number;
  readonly key: string;
  readonly file: string;
  readonly isOriginal: boolean;
  readonly reading: LetterReading;
  /** Its fields as they were read, those in doubt first. */
  readonly questions: readonly Question[];
  readonly shown: ShownLetter;
  readonly answered: AnsweredLetter;
}

/** The letters of one matter: the original first. */
export interface MatterView {
  /** Place among the matters that were read, from 0. */
  readonly nth: number;
  readonly letters: readonly [LetterView, ...LetterView[]];
}

const NOTHING: ShownLetter = { pictures: [], places: {}, lines: [] };
const NO_ANSWER: AnsweredLetter = { fields: {}, page: {} };

/**
 * The matters of what was read, with what was answered of each letter: fields are those that were read, and letters are joined by
 * the answers, as they are when they are written.
 */
export const mattersOf = (
  { reading: { joined, files, ...rest }, shown }: DeskReading,
  all: AnswersFile,
): MatterView[] => {
  const { letters: answers } = all;
  const settled = withAnswers({ joined, files, ...rest }, all, 'answers.json');
  const viewOf = (at: number, isOriginal: boolean): LetterView => {
    const reading = joined.letters[at] as LetterReading;
    const file = files[at] as string;
    const key = letterKey(file, reading);
    return {
      at,
      key,
      file,
      isOriginal,
      reading,
      questions: questionsOf(reading),
      shown: shown[key] ?? NOTHING,
      answered: answers[key] ?? NO_ANSWER,
    };
  };
  return settled.joined.chains.map(({ original, links }: Chain, nth) => ({
    nth,
    letters: [viewOf(original, true), ...links.map(({ covering }) => viewOf(covering, false))],
  }));
};

/** What becomes of a title of a matter in lists: its subject, or the file that it was read from. */
export const titleOf = ({ letters: [original] }: MatterView): string =>
  original.answered.page.title ??
  original.answered.fields.subject ??
  original.reading.subject.value ??
  original.file;
