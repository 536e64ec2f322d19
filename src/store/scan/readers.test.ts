import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSheet } from '../../../scripts/measure-scans/sheet.ts';
import { openReaders, type Readers } from './readers.ts';

const SLACK = 24;

const all = ({ first, second, third }: Readers) => [first, second, third];

let readers: Readers;
beforeAll(async () => {
  readers = await openReaders();
});
afterAll(() => Promise.all(all(readers).map((reader) => reader.close())));

it('gives each character with its place in the cut-out, spaces among them', async () => {
  const lines = await readSheet(join(import.meta.dirname, 'fixtures'));
  const { picture } = lines.find(
    ({ quality, kind }) => quality === 'clean' && kind === 'number',
  ) as (typeof lines)[number];
  for (const reader of all(readers)) {
    const { text, glyphs, confidence, covered } = await reader.read(picture);
    expect(glyphs.map((glyph) => glyph.text).join('')).toBe(text);
    expect(text).toMatch(/\S \S/);
    expect(confidence).toBe(Math.min(...glyphs.map((glyph) => glyph.confidence)));
    expect(covered).toBeGreaterThan(0.9);
    const marks = glyphs.filter((glyph) => glyph.text !== ' ');
    for (const { left, top, right, bottom } of marks) {
      expect(left).toBeGreaterThanOrEqual(-SLACK);
      expect(right).toBeLessThanOrEqual(picture.width + SLACK);
      expect(top).toBeGreaterThanOrEqual(-SLACK);
      expect(bottom).toBeLessThanOrEqual(picture.height + SLACK);
    }
    // The last character stands far right of the first.
    expect((marks.at(-1)?.left ?? 0) - (marks[0]?.left ?? 0)).toBeGreaterThan(picture.width / 2);
  }
}, 600_000);

it('reads nothing from paper without ink', async () => {
  const paper = { width: 300, height: 50, pixels: new Uint8Array(15_000).fill(255) };
  expect((await readers.first.read(paper)).text).toBe('');
}, 600_000);
