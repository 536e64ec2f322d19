import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteReader, ByteWriter, decodeText, encodeText } from './bytes.ts';
import {
  blockOf,
  codeLength,
  decodeLength,
  inKeyOrder,
  LAYOUT_VERSION,
  readBlock,
  readBlockLetters,
  readStart,
  writeBlock,
  writeBlockLetters,
  writeStart,
} from './layout.ts';
import { skeleton } from './normalise.ts';
import { entryOf, FIELD, readPositions, readPostings, writeEntry } from './postings.ts';
import { PostingsTable } from './postings-table.ts';

const word = fc.string({
  unit: fc.constantFrom(...'กขคงจชดตบปพมเแา่้์ab12#@~', 'é', '😀'),
  minLength: 1,
  maxLength: 8,
});

describe('bytes', () => {
  it('reads back numbers and texts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), fc.string({ unit: 'binary' }), (numbers, text) => {
        const writer = new ByteWriter();
        for (const number of numbers) writer.number(number);
        writer.text(text);
        const reader = new ByteReader(writer.finish());
        expect(numbers.map(() => reader.number())).toEqual(numbers);
        expect(reader.text()).toBe(text);
        expect(reader.atEnd).toBe(true);
      }),
    );
  });

  it('writes Thai in a byte a letter', () => {
    expect(encodeText('กรม')).toHaveLength(3);
    expect(decodeText(encodeText('กรม e-LAAS é'))).toBe('กรม e-LAAS é');
  });

  it('refuses to read over the end', () => {
    expect(() => new ByteReader(Uint8Array.of(0x80)).number()).toThrow(
      'the bytes end in the middle of a number',
    );
    expect(() => new ByteReader(Uint8Array.of(9, 1)).text()).toThrow('the bytes end too early');
  });
});

describe('postings', () => {
  it('reads back what pages, positions and adjacency it was given', () => {
    const touching = (position: number) => ({ before: position % 127, behind: position % 3 });
    const occurrence = fc.record({
      gap: fc.integer({ min: 1, max: 300 }),
      positions: fc
        .uniqueArray(fc.nat(5000), { minLength: 1 })
        .map((all) => all.sort((a, b) => a - b)),
      field: fc.constantFrom(FIELD.text, FIELD.title, FIELD.identity),
    });
    fc.assert(
      fc.property(fc.array(occurrence), (occurrences) => {
        // Another key on every page, as no page has one alone.
        const entries: Uint8Array[] = [];
        const pages = occurrences.map(({ gap, positions, field }) => {
          for (let left = gap; left > 0; left--) {
            const writer = new ByteWriter();
            writer.number(1);
            writeEntry(writer, entryOf([left], FIELD.text, [touching(left)]));
            if (left === 1) {
              writer.number(0);
              writeEntry(writer, entryOf(positions, field, positions.map(touching)));
            }
            entries.push(writer.finish());
          }
          return entries.length - 1;
        });
        const table = new PostingsTable(entries, 2);
        expect(table.pageCount(1)).toBe(entries.length);
        const postings = readPostings(table.pages(0), table.pageCount(0));
        const { offsets, values } = readPositions(table.positions(0), postings.counts);
        expect([...postings.pages]).toEqual(pages);
        expect([...postings.fields]).toEqual(occurrences.map(({ field }) => field));
        expect(
          occurrences.map((_, index) => [...values.slice(offsets[index], offsets[index + 1])]),
        ).toEqual(occurrences.map(({ positions }) => positions));
        for (const side of ['before', 'behind'] as const) {
          expect([...table.letters(0, side)]).toEqual(
            occurrences.flatMap(({ positions }) => positions.map((at) => touching(at)[side])),
          );
        }
      }),
    );
  });
});

describe('files', () => {
  it('reads back a block', () => {
    const entry = fc.record({
      pageCount: fc.nat(),
      pages: fc.uint8Array(),
      positions: fc.uint8Array(),
    });
    fc.assert(
      fc.property(fc.dictionary(word, entry), (entries) => {
        const sorted = inKeyOrder(Object.entries(entries).map(([key, one]) => ({ key, ...one })));
        expect([...readBlock(writeBlock(sorted)).values()]).toEqual(sorted);
      }),
    );
  });

  it('reads back what touches the keys of a block', () => {
    const pair = fc.nat(300).chain((length) => {
      const side = fc.uint8Array({ minLength: length, maxLength: length });
      return fc.record({ before: side, behind: side });
    });
    fc.assert(
      fc.property(fc.array(pair), (letters) => {
        const keys = letters.map((_, index) => String(index));
        const read = readBlockLetters(writeBlockLetters(letters), keys);
        expect([...read]).toEqual(letters.map((pairOfKey, index) => [keys[index], pairOfKey]));
      }),
    );
    expect(() => readBlockLetters(Uint8Array.of(4, 1), ['ก'])).toThrow('the bytes end too early');
  });

  it('reads back a start file', () => {
    const start = {
      lexicon: { words: ['กรม', 'กรมการ', 'e'], costs: Uint8Array.of(1, 255, 30) },
      blockStarts: ['#1', 'ก', 'ม'],
      large: [{ key: 'ที่', index: 0, pageCount: 9, pagesBytes: 4000, positionsBytes: 9000 }],
      lengths: Uint8Array.of(1, 2, 3),
      demoted: Uint8Array.of(0, 1, 0),
      groups: [
        { folder: '0123456789ab', pages: 2 },
        { folder: '00ff00ff00ff', pages: 1 },
      ],
      folders: { b: ['01ab02cd', '00000001'], c: [], f: [], l: ['ffffffff'], n: [], p: [] },
    };
    expect(readStart(writeStart(start))).toEqual(start);
  });

  it('refuses another layout', () => {
    expect(() => readStart(Uint8Array.of(99))).toThrow(
      `the index has layout 99, this program reads layout ${LAYOUT_VERSION}`,
    );
  });

  it('finds the block in which a key would lie', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1 }), word, (keys, key) => {
        const starts = [...new Set(keys.map(skeleton))].sort((a, b) => (a < b ? -1 : 1));
        const block = blockOf(starts, skeleton(key));
        expect(block < 0 || (starts[block] as string) <= skeleton(key)).toBe(true);
        expect(block + 1 >= starts.length || (starts[block + 1] as string) > skeleton(key)).toBe(
          true,
        );
      }),
    );
  });

  it('keeps a length to within a twelfth', () => {
    for (const length of [0, 1, 10, 150, 2500, 100_000]) {
      expect(Math.abs(decodeLength(codeLength(length)) - length)).toBeLessThanOrEqual(
        length / 12 + 0.5,
      );
    }
  });
});
