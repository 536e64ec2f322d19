import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pdfLinePlaces } from './pdf-line-places.ts';
import { pdfText } from './pdf-text.ts';

const FOLDER = join(import.meta.dirname, 'fixtures/pdf');

it.each(['chromium-156-sarabun.pdf', 'libreoffice-7.4-sarabun.pdf', 'typst-sarabun.pdf'])(
  'gives each line of the text of %s a place, from the top of its page down',
  async (name) => {
    const bytes = new Uint8Array(readFileSync(join(FOLDER, name)));
    const lines = (await pdfText(bytes)).split('\n');
    const places = await pdfLinePlaces(bytes);
    expect(places).toHaveLength(lines.length);
    const boxes = places.map(({ box }) => box as readonly [number, number, number, number]);
    expect(boxes.every(([left, top, right, bottom]) => left < right && top < bottom)).toBe(true);
    const tops = boxes.map(([, top]) => top);
    expect(tops).toEqual([...tops].sort((a, b) => a - b));
    // The number of the letter stands at the top left, and its line reaches to the office at the right.
    const at = lines.findIndex((line) => line.startsWith('ที่'));
    const [left, top] = boxes[at] as (typeof boxes)[number];
    expect([left < 200, top < 200]).toEqual([true, true]);
  },
);
