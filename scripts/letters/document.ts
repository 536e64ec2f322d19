import type { Random } from '../lib/random.ts';
import { type Content, makeContent, type Wanted } from './content.ts';
import { LAYOUTS, type LayoutName, layOut } from './layouts/layouts.ts';
import { MAKERS, type MakerName } from './makers.ts';
import { letterText, type MadeLine, type Truth } from './truth.ts';
import type { Vocabulary } from './words/part.ts';

/** What one made-up document is like. */
export interface Recipe {
  readonly layout: LayoutName;
  readonly maker: MakerName;
  readonly wanted: Wanted;
}

/** A document as a reader gets it, and the truth about each of its letters. */
export interface MadeDocument {
  readonly truths: readonly Truth[];
  /** Before the maker changed it. */
  readonly lines: readonly MadeLine[];
  readonly text: string;
}

/** Makes up a document. The same random source and recipe give the same document. */
export const makeDocument = (
  random: Random,
  vocabulary: Vocabulary,
  { layout, maker, wanted }: Recipe,
): MadeDocument => {
  const { letters, wanted: own, isSealed } = LAYOUTS[layout];
  const contents = Array.from(
    { length: letters },
    (): Content => makeContent(random, vocabulary, { ...wanted, ...own }),
  );
  const laid = contents.map((content) => layOut(content, layout, random));
  const blank: MadeLine = { part: 'blank', text: '' };
  const lines = laid.flatMap((one, at) => (at === 0 ? one : [blank, blank, blank, ...one]));
  return {
    truths: contents.map(({ truth }) => (isSealed ? { ...truth, isSealed } : truth)),
    lines,
    text: MAKERS[maker](letterText(lines), random),
  };
};
