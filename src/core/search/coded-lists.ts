import { type BitCoder, BitModel, BitReader, BitWriter, NumberModel } from './bit-coding.ts';
import { decodeLength } from './layout.ts';
import { FIELD, type Field, offsetsOf, type Positions, type Postings } from './postings.ts';

/**
 * Lists of frequent keys, in about four fifths of the bytes that gzip leaves of gaps a byte each: how often a key is
 * in a page, and how far apart, is guessed from the length of the page, which every reader has from the start file.
 */

/** Codes of lengths by octave: more of them would learn too slowly. */
const LENGTHS = 32;
const octave = (code: number): number => code >> 3;

interface PageModels {
  readonly gap: NumberModel;
  readonly count: NumberModel;
  readonly field: BitModel;
}

/** Writes one entry of a page list, or reads one and ignores the entry given. */
const codeEntry = (
  coder: BitCoder,
  models: PageModels,
  length: number,
  entry: { readonly count: number; readonly field: number },
): { count: number; field: number } => {
  const { text, title, identity } = FIELD;
  const inHead = coder.bit(models.field, length, entry.field === text ? 0 : 1);
  const field = inHead
    ? coder.bit(models.field, LENGTHS, entry.field === identity ? 1 : 0)
      ? identity
      : title
    : text;
  return { count: models.count.code(coder, 2 * length + inHead, entry.count - 1) + 1, field };
};

const pageModels = (): PageModels => ({
  gap: new NumberModel(1),
  count: new NumberModel(2 * LENGTHS),
  field: new BitModel(LENGTHS + 1),
});

/** Codes a page list; `lengths` are the codes of the lengths of all pages, as the start file has them. */
export const writePostings = (
  { pages, counts, fields }: Postings,
  lengths: Uint8Array,
): Uint8Array => {
  const writer = new BitWriter();
  const models = pageModels();
  let before = -1;
  for (const [index, page] of pages.entries()) {
    models.gap.code(writer, 0, page - before - 1);
    codeEntry(writer, models, octave(lengths[page] as number), {
      count: counts[index] as number,
      field: fields[index] as Field,
    });
    before = page;
  }
  return writer.finish();
};

const NOTHING = { count: 1, field: FIELD.text };

/** Reads a page list of `pageCount` pages; throws a RangeError where it is damaged. */
export const readCodedPostings = (
  bytes: Uint8Array,
  pageCount: number,
  lengths: Uint8Array,
): Postings => {
  const reader = new BitReader(bytes);
  const models = pageModels();
  const postings = {
    pages: new Int32Array(pageCount),
    counts: new Uint16Array(pageCount),
    fields: new Uint8Array(pageCount),
  };
  let page = -1;
  for (let index = 0; index < pageCount; index++) {
    page += models.gap.code(reader, 0, 0) + 1;
    const length = lengths[page];
    if (length === undefined) throw new RangeError(`a list names page ${page}, which is not there`);
    const { count, field } = codeEntry(reader, models, octave(length), NOTHING);
    postings.pages[index] = page;
    postings.counts[index] = count;
    postings.fields[index] = field;
  }
  reader.end();
  return postings;
};

/** Octaves of the distance that is to be expected, and of the distance before. */
const EXPECTED = 20;
const BEFORE = 4;
const FIELDS = 3;

const log2 = (value: number): number => 31 - Math.clz32(value);

/** Writes the positions of a key in one page, or reads them into `values` and ignores what was there. */
const codePage = (
  coder: BitCoder,
  distances: NumberModel,
  length: number,
  field: number,
  values: Int32Array,
): void => {
  let before = -1;
  let distance = 0;
  for (let index = 0; index < values.length; index++) {
    const left = Math.trunc((length - Math.max(0, before)) / (values.length - index + 1));
    const expected = Math.min(EXPECTED - 1, log2(Math.max(1, left)));
    const kind = index === 0 ? field : FIELDS + Math.min(BEFORE - 1, log2(distance + 1) >> 1);
    distance = distances.code(
      coder,
      kind * EXPECTED + expected,
      (values[index] as number) - before - 1,
    );
    before += distance + 1;
    values[index] = before;
  }
};

const codePositions = (
  coder: BitCoder,
  { offsets, values }: Positions,
  { pages, fields }: Postings,
  lengths: Uint8Array,
): void => {
  const distances = new NumberModel((FIELDS + BEFORE) * EXPECTED);
  for (const [index, page] of pages.entries()) {
    const length = decodeLength(lengths[page] as number);
    const those = values.subarray(offsets[index], offsets[index + 1]);
    codePage(coder, distances, length, fields[index] as Field, those);
  }
};

/** Codes the positions that belong to a page list. */
export const writePositions = (
  positions: Positions,
  postings: Postings,
  lengths: Uint8Array,
): Uint8Array => {
  const writer = new BitWriter();
  codePositions(writer, positions, postings, lengths);
  return writer.finish();
};

/** Reads the positions that belong to a page list; throws a RangeError where they are damaged. */
export const readCodedPositions = (
  bytes: Uint8Array,
  postings: Postings,
  lengths: Uint8Array,
): Positions => {
  const offsets = offsetsOf(postings.counts);
  const positions = { offsets, values: new Int32Array(offsets.at(-1) as number) };
  const reader = new BitReader(bytes);
  codePositions(reader, positions, postings, lengths);
  reader.end();
  return positions;
};
