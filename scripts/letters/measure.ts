import { seededRandom } from '../lib/random.ts';
import type { MadeCitation } from './citations.ts';
import { type MadeDocument, makeDocument } from './document.ts';
import type { Reader } from './reader.ts';
import { scoreLetter } from './score.ts';
import { scoreCitation } from './score-citation.ts';
import type { AnyKind, CitationKind, Kind } from './sweep.ts';
import { addOutcome, newScore, type Score } from './tally.ts';
import type { Vocabulary } from './words/part.ts';

/** Which made-up letters are drawn. */
export interface Draw {
  /** Any whole number; another one gives letters that no reader was tuned on. */
  readonly seed: number;
  readonly vocabulary: Vocabulary;
  /** Documents of each kind. */
  readonly letters: number;
}

/** Name of a kind in tables and for looking up: `layout/one line, tab`. */
export const kindName = ({ group, name }: AnyKind): string => `${group}/${name}`;

/** FNV-1a, so that a document depends on its own name only, not on which kinds there are beside it. */
const hash = (text: string): number =>
  [...text].reduce(
    (sum, one) => Math.imul(sum ^ (one.codePointAt(0) as number), 0x01000193),
    0x811c9dc5,
  ) >>> 0;

/** The document of a kind with a number from 1 on. */
export const documentOf = (
  kind: Kind,
  number: number,
  { seed, vocabulary }: Draw,
): MadeDocument => {
  const random = seededRandom(hash(`${seed} ${vocabulary} ${kindName(kind)} ${number}`));
  return makeDocument(random, vocabulary, kind.recipe(random));
};

/** Reads one document and scores all its letters. A document that was refused has none. */
export const scoreDocument = (
  score: Score,
  { truths, text }: MadeDocument,
  reader: Reader,
  where: string,
): void => {
  const reading = reader.read(text);
  const letters = 'refusal' in reading ? [] : reading.letters;
  const outcome =
    'refusal' in reading ? 'doubtful' : letters.length === truths.length ? 'right' : 'wrong';
  addOutcome(
    score,
    'letters',
    outcome,
    () => `${where} letters: read ${letters.length}, truly ${truths.length}`,
  );
  truths.forEach((truth, at) => {
    scoreLetter(score, letters[at], truth, where);
  });
};

/** The citation of a kind with a number from 1 on. */
export const citationOf = (
  kind: CitationKind,
  number: number,
  { seed, vocabulary }: Draw,
): MadeCitation =>
  kind.make(seededRandom(hash(`${seed} ${vocabulary} ${kindName(kind)} ${number}`)), vocabulary);

/** Scores each reader on the same documents or citations of one kind; in the order of the readers. */
export const scoreKind = (kind: AnyKind, draw: Draw, readers: readonly Reader[]): Score[] => {
  const scores = readers.map(() => newScore());
  for (let number = 1; number <= draw.letters; number++) {
    const where = `${kindName(kind)}#${number}`;
    const made = 'make' in kind ? citationOf(kind, number, draw) : documentOf(kind, number, draw);
    readers.forEach((reader, at) => {
      const score = scores[at] as Score;
      if ('truth' in made) scoreCitation(score, reader.cite(made.text), made, where);
      else scoreDocument(score, made, reader, where);
    });
  }
  return scores;
};
