import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from './bytes.ts';
import {
  readCodedPositions,
  readCodedPostings,
  writePositions,
  writePostings,
} from './coded-lists.ts';
import { codeLength, decodeLength } from './layout.ts';
import {
  entryOf,
  FIELD,
  offsetsOf,
  type Positions,
  type Postings,
  writeEntry,
} from './postings.ts';
import { PostingsTable } from './postings-table.ts';

interface Occurrence {
  readonly gap: number;
  readonly positions: readonly number[];
  readonly field: number;
  readonly length: number;
}

/** Lists of one key, and lengths of all pages. */
const listsOf = (occurrences: readonly Occurrence[]) => {
  const pages: number[] = [];
  for (const { gap } of occurrences) pages.push((pages.at(-1) ?? -1) + gap);
  const lengths = new Uint8Array((pages.at(-1) ?? 0) + 1);
  occurrences.forEach(({ length }, index) => {
    lengths[pages[index] as number] = length;
  });
  const postings: Postings = {
    pages: Int32Array.from(pages),
    counts: Uint16Array.from(occurrences, ({ positions }) => positions.length),
    fields: Uint8Array.from(occurrences, ({ field }) => field),
  };
  const positions: Positions = {
    offsets: offsetsOf(postings.counts),
    values: Int32Array.from(occurrences.flatMap((occurrence) => [...occurrence.positions])),
  };
  return { postings, positions, lengths };
};

const occurrence = fc.record({
  gap: fc.integer({ min: 1, max: 300 }),
  positions: fc.uniqueArray(fc.nat(5000), { minLength: 1 }).map((all) => all.sort((a, b) => a - b)),
  field: fc.constantFrom(FIELD.text, FIELD.title, FIELD.identity),
  // What a length says of the positions may be wrong: they are coded all the same.
  length: fc.nat(255),
});

describe('lists', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(occurrence), (occurrences) => {
        const { postings, positions, lengths } = listsOf(occurrences);
        const read = readCodedPostings(
          writePostings(postings, lengths),
          occurrences.length,
          lengths,
        );
        expect(read).toEqual(postings);
        const coded = writePositions(positions, postings, lengths);
        expect(readCodedPositions(coded, read, lengths)).toEqual(positions);
      }),
    );
  });

  it('of a page that is not there are refused', () => {
    const { postings, lengths } = listsOf([
      { gap: 1, positions: [1], field: FIELD.text, length: 40 },
      { gap: 9, positions: [1], field: FIELD.text, length: 40 },
    ]);
    const coded = writePostings(postings, lengths);
    expect(() => readCodedPostings(coded, 2, lengths.subarray(0, 5))).toThrow(
      'a list names page 9, which is not there',
    );
  });

  it('take less than gzip leaves of numbers in bytes', () => {
    let state = 7;
    const random = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const occurrences = Array.from({ length: 4000 }, () => {
      const tokens = Math.round(100 * 2 ** (4 * random()));
      const positions = Array.from({ length: tokens }, (_, at) => at).filter(() => random() < 0.01);
      return {
        gap: 1 + Math.floor(-5 * Math.log(random())),
        positions: positions.length > 0 ? positions : [Math.floor(random() * tokens)],
        field: FIELD.text,
        length: codeLength(tokens),
      };
    });
    const { postings, positions, lengths } = listsOf(occurrences);
    const entries = Array.from({ length: lengths.length }, (): Uint8Array => new Uint8Array());
    occurrences.forEach((one, index) => {
      const touching = one.positions.map(() => ({ before: 0, behind: 0 }));
      const writer = new ByteWriter();
      writer.number(0);
      writeEntry(writer, entryOf(one.positions, one.field, touching));
      entries[postings.pages[index] as number] = writer.finish();
    });
    const table = new PostingsTable(entries, 1);
    expect(writePostings(postings, lengths).length).toBeLessThan(
      0.9 * gzipSync(table.pages(0), { level: 9 }).length,
    );
    expect(writePositions(positions, postings, lengths).length).toBeLessThan(
      0.93 * gzipSync(table.positions(0), { level: 9 }).length,
    );
  });

  it('lean on lengths that every engine works out alike', () => {
    for (let code = 0; code <= 192; code++) {
      const exact = 2 ** (code / 8) - 1;
      if (code % 8 !== 0)
        expect(Math.abs(exact - Math.floor(exact) - 0.5)).toBeGreaterThan(exact * 1e-12);
      expect(Number.isInteger(decodeLength(code))).toBe(true);
    }
  });
});
