import { describe, expect, it } from 'vitest';
import type { LinePicture, LineReader } from '#core/scan/line.ts';
import { quarterTurned } from '#core/scan/picture.ts';
import { colourPicture } from '#core/scan/testing/drawn.ts';
import { readPage } from './read-page.ts';
import { CIRCULAR, DRAWN_PAGE, drawnPage, drawnReaders } from './testing/drawn-letter.ts';

const read = async (page: ReturnType<typeof drawnPage>, readers = drawnReaders(CIRCULAR)) => {
  const result = await readPage(colourPicture(page), readers);
  if (result.kind !== 'scan') throw new Error('the page is blank');
  return result.page;
};

describe('readPage', () => {
  it('reads each line of a page', async () => {
    const { lines, turns, personal, redactions } = await read(drawnPage(CIRCULAR));
    expect(turns).toBe(0);
    expect(lines.map(({ text }) => text)).toEqual([...CIRCULAR.slice(0, -1), 'โทร. [ปกปิด]']);
    expect(lines.flatMap(({ doubts }) => doubts)).toEqual([]);
    expect(redactions).toBe(1);
    const telephone = lines.at(-1)?.box;
    expect(personal).toHaveLength(1);
    expect(personal[0]?.top).toBeLessThanOrEqual(telephone?.top as number);
  });

  it.each([1, 2, 3])('turns a page upright that lies %i quarter turns from it', async (turns) => {
    const page = quarterTurned(drawnPage(CIRCULAR), turns);
    const { lines, turns: back, width, height } = await read(page);
    expect(lines.map(({ text }) => text)).toEqual([...CIRCULAR.slice(0, -1), 'โทร. [ปกปิด]']);
    expect(back).toBe(4 - turns);
    expect([width, height]).toEqual([DRAWN_PAGE.width, DRAWN_PAGE.height]);
  });

  it('keeps both readings where they differ', async () => {
    const readers = drawnReaders(CIRCULAR, {
      'ที่ มท ๐๘๐๘.๓/ว ๑๗๓๘๒': 'ที่ มท ๐๘๐๘.๓/ว ๑๗๓๘๗',
    });
    const { lines } = await read(drawnPage(CIRCULAR), readers);
    expect(lines[0]?.doubts).toEqual([{ from: 20, to: 21, readings: ['๒', '๗'], isDigit: true }]);
  });

  it('reads each line once, also those that tell which way up the page is', async () => {
    const readers = drawnReaders(CIRCULAR);
    const seen: LinePicture[] = [];
    const first: LineReader = {
      ...readers.first,
      read: (line) => {
        seen.push(line);
        return readers.first.read(line);
      },
    };
    await readPage(colourPicture(drawnPage(CIRCULAR)), { ...readers, first });
    expect(new Set(seen).size).toBe(CIRCULAR.length);
    expect(seen).toHaveLength(CIRCULAR.length);
  });

  it('says that a page without ink is blank', async () => {
    const blank = drawnPage([]);
    expect(blank.width).toBe(DRAWN_PAGE.width);
    expect(await readPage(colourPicture(blank), drawnReaders(CIRCULAR))).toEqual({ kind: 'blank' });
  });
});
