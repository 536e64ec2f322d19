import { isShortCode } from '../short-link/short-code.ts';
import { adjacency, type Side } from './adjacency.ts';
import { ByteWriter } from './bytes.ts';
import type { SearchDocument } from './document.ts';
import type { Lexicon } from './lexicon.ts';
import { fold } from './normalise.ts';
import type { NumberedTexts } from './numbered-texts.ts';
import { entryOf, FIELD, type Field, writeEntry } from './postings.ts';
import type { Tokens } from './token.ts';
import { tokenise } from './tokens.ts';

/** Title and running text never make a phrase together. */
const FIELD_GAP = 2;

/**
 * The running text begins at a multiple of this: a title that is corrected then seldom moves it, so that lists of the words
 * of the text stay as they are.
 */
const TEXT_STEP = 64;

/**
 * What a page gives to an index: its keys, and the positions of each. It depends on nothing but the page and how its
 * words are cut, so that it can be kept from build to build, whatever becomes of other pages.
 */
export interface PageEntries {
  /** Tokens of the running text. */
  readonly tokens: number;
  /** The number of each key with its entry, one after the other. */
  readonly bytes: Uint8Array;
}

type Touching = Readonly<Record<Side, number>>;

interface Occurrences {
  readonly positions: number[];
  readonly touching: Touching[];
  field: Field;
}

const collect = (
  found: Map<string, Occurrences>,
  { tokens, compounds }: Tokens,
  offset: number,
  field: Field,
): void => {
  const touching = adjacency(tokens);
  const note = (key: string, index: number) => {
    const position = offset + index;
    const touch = touching[index] as Touching;
    const occurrences = found.get(key);
    if (!occurrences) {
      found.set(key, { positions: [position], touching: [touch], field });
      return;
    }
    // A compound may repeat its first token's key.
    if (occurrences.positions.at(-1) !== position) {
      occurrences.positions.push(position);
      occurrences.touching.push(touch);
    }
    if (field > occurrences.field) occurrences.field = field;
  };
  // Both ascend: taken in the order of the text, so do the positions of each key.
  let next = 0;
  tokens.forEach(({ term }, index) => {
    note(term, index);
    for (let at = compounds[next]; at?.first === index; at = compounds[++next]) {
      for (const key of at.keys) note(key, index);
      for (const key of at.wider) note(key, index);
    }
  });
};

/** A short code is one key: its digits and letters alone are nothing that its page is to be found by. */
const wholeCode = (code: string): Tokens => ({
  tokens: [{ start: 0, end: code.length, term: fold(code), script: 'other', known: true }],
  compounds: [],
});

/** Cuts a page into words. `numbers` gives its keys their numbers. */
export const entriesOf = (
  { title, identities, text }: Pick<SearchDocument, 'title' | 'identities' | 'text'>,
  lexicon: Lexicon,
  numbers: NumberedTexts,
): PageEntries => {
  const found = new Map<string, Occurrences>();
  const cut = (part: string): Tokens => tokenise(fold(part), lexicon);
  let position = 0;
  for (const [index, head] of [title, ...identities].entries()) {
    const tokens = index > 0 && isShortCode(head) ? wholeCode(head) : cut(head);
    collect(found, tokens, position, index === 0 ? FIELD.title : FIELD.identity);
    position += tokens.tokens.length + FIELD_GAP;
  }
  const body = cut(text);
  const begin = TEXT_STEP * Math.ceil(position / TEXT_STEP);
  collect(found, body, begin, FIELD.text);
  const writer = new ByteWriter();
  for (const [key, { positions, field, touching }] of found) {
    writer.number(numbers.numberOf(key));
    writeEntry(writer, entryOf(positions, field, touching));
  }
  return { tokens: body.tokens.length, bytes: writer.finish() };
};
