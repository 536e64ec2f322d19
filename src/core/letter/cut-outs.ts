import type { LetterFile } from './letter-file.ts';

/** A part of a page of the letter's own file that shows where a field of it stands. */
export interface CutOut {
  /** As `letterFile.seen` names the field. */
  readonly field: string;
  /** Page of the file, from 1. */
  readonly sheet: number;
  /** Left, top, right and bottom in thousandths of the width and the height of the page. */
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  /** Name of its picture, which lies beside the file. */
  readonly name: string;
}

type MaybeDoubted = { readonly value?: unknown; readonly doubt?: unknown } | undefined;

/** A letter as far as its doubts go; fields may be missing while its front matter is checked. */
interface DoubtedLetter {
  readonly number?: MaybeDoubted;
  readonly date?: MaybeDoubted;
  readonly subject?: MaybeDoubted;
  readonly urgency?: MaybeDoubted;
  readonly signatory?: { readonly name?: MaybeDoubted } | undefined;
  readonly references?:
    | readonly (
        | {
            readonly title?: MaybeDoubted;
            readonly number?: MaybeDoubted;
            readonly date?: MaybeDoubted;
            readonly urgency?: MaybeDoubted;
          }
        | undefined
      )[]
    | undefined;
}

/** A circular as far as its doubts and the file of its letter go. */
export interface ScannedCircular {
  readonly draft: boolean;
  readonly letter: DoubtedLetter;
  readonly letterFile?: LetterFile | undefined;
}

const isDoubted = (fact: MaybeDoubted): boolean => fact?.doubt !== undefined;

/** Fields of a letter that are facts with a doubt, as `letterFile.seen` names them. */
export const doubtfulFields = ({ letter }: Pick<ScannedCircular, 'letter'>): string[] => [
  ...(['number', 'date', 'subject', 'urgency'] as const)
    .filter((name) => isDoubted(letter[name]))
    .map((name) => `letter.${name}`),
  ...(isDoubted(letter.signatory?.name) ? ['letter.signatory'] : []),
  ...(letter.references ?? []).flatMap((one, at) =>
    [one?.title, one?.number, one?.date, one?.urgency].some(isDoubted)
      ? [`letter.references.${at}`]
      : [],
  ),
];

/** Fields that pictures are named after: other names would be no names of files. */
const NAME = /^[A-Za-z]{1,24}(?:\.[A-Za-z]{1,24})?(?:\.\d{1,3})?$/;

const seenIn = ({ file, sheets = 0, seen = [] }: LetterFile): CutOut[] =>
  file === undefined
    ? []
    : seen
        .filter(({ field, sheet }) => NAME.test(field) && sheet <= sheets)
        .map((one, at, all) => {
          const nth = all.slice(0, at).filter(({ field }) => field === one.field).length;
          const suffix = nth === 0 ? '' : `.${nth + 1}`;
          return { ...one, name: `${file}.field.${one.field}${suffix}.webp` };
        });

/**
 * The cut-outs that the page of a circular shows: of each field that is in doubt, and while it is a draft, of all that were seen,
 * as an editor has to compare each with the letter.
 */
export const cutOutsOf = (circular: ScannedCircular): readonly CutOut[] => {
  const { letterFile, draft } = circular;
  if (letterFile?.seen === undefined) return [];
  const doubtful = new Set(doubtfulFields(circular));
  return seenIn(letterFile).filter(({ field }) => draft || doubtful.has(field));
};
