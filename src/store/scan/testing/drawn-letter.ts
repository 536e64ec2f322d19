import sharp from 'sharp';
import { inkedBox, inkOf } from '#core/scan/levels.ts';
import type { Glyph, LinePicture, LineReader, LineReading } from '#core/scan/line.ts';
import type { Box, Grey } from '#core/scan/picture.ts';
import { type DrawnLine, greyPicture, LETTER, strokesOf } from '#core/scan/testing/drawn.ts';
import type { PageReaders } from '../read-page.ts';

/** Size of drawn pages: as large as paper from 5 inches on, so that their density is believed. */
export const DRAWN_PAGE = { width: 1510, height: 1510, density: 300 } as const;

const FEWEST = 8;

/** A made-up circular, a text a line. */
export const CIRCULAR = [
  'ที่ มท ๐๘๐๘.๓/ว ๑๗๓๘๒',
  'กรมส่งเสริมการปกครองท้องถิ่น',
  'ถนนนครราชสีมา เขตดุสิต กทม. ๑๐๓๐๐',
  '๕ สิงหาคม ๒๕๖๙',
  'เรื่อง การสำรวจครุภัณฑ์คอมพิวเตอร์',
  'เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด',
  'ด้วยกรมส่งเสริมการปกครองท้องถิ่นขอความร่วมมือสำรวจครุภัณฑ์คอมพิวเตอร์ที่ใช้งานอยู่',
  'ขององค์กรปกครองส่วนท้องถิ่นในพื้นที่ และขอให้แจ้งผลการสำรวจให้ทราบต่อไป',
  'จึงเรียนมาเพื่อโปรดพิจารณา',
  'ขอแสดงความนับถือ',
  '(นายทดสอบ ตัวอย่าง)',
  'อธิบดีกรมส่งเสริมการปกครองท้องถิ่น',
  'โทร. ๐๘๐-๐๐๐-๐๐๐๐',
] as const;

/** A page on which each text is drawn as a line of its own number of letters, by which {@link drawnReaders} know it. */
export const drawnPage = (texts: readonly string[], all: readonly string[] = texts): Grey => {
  const lines = texts.map(
    (text, at): DrawnLine => ({
      left: 90,
      top: 110 + at * 85,
      letters: FEWEST + all.indexOf(text) * 2,
    }),
  );
  return greyPicture(DRAWN_PAGE.width, DRAWN_PAGE.height, lines.flatMap(strokesOf), 240, 20);
};

const rawOf = ({ width, height }: Grey) => ({ raw: { width, height, channels: 1 as const } });

/** A drawn page as a file of a scanner. */
export const drawnFile = (page: Grey, format: 'png' | 'jpeg' | 'tiff'): Promise<Buffer> =>
  sharp(page.pixels, rawOf(page))
    .withMetadata({ density: DRAWN_PAGE.density })
    .toFormat(format)
    .toBuffer();

const glyphsOf = (text: string, width: number, confidence: number): Glyph[] =>
  [...text].map((one, at, all) => ({
    text: one,
    left: (at * width) / all.length,
    top: 0,
    right: ((at + 1) * width) / all.length,
    bottom: LETTER.height,
    confidence,
  }));

const readingOf = (line: LinePicture, textOf: (letters: number) => string): LineReading => {
  const box = inkedBox(inkOf(line, 128));
  const letters =
    box === null ? 0 : Math.round((box.right - box.left - LETTER.width) / LETTER.pitch) + 1;
  const text = box !== null && isUpsideDown(line, box) ? '' : textOf(letters);
  const confidence = text === '' ? 0 : 99;
  return { text, glyphs: glyphsOf(text, line.width, confidence), confidence, covered: 1 };
};

/** Drawn letters have a bar at their top: upside down it is at their foot. */
const isUpsideDown = (line: LinePicture, box: Box): boolean => {
  const inkOfRow = (y: number): number =>
    line.pixels.subarray(y * line.width, (y + 1) * line.width).filter((one) => one < 128).length;
  return inkOfRow(box.bottom - 3) > inkOfRow(box.top + 2);
};

/**
 * Readers that know the lines of drawn pages by how many letters they have. `second` says what the second reader reads
 * instead. Lines that are upside down they read as nothing.
 */
export const drawnReaders = (
  all: readonly string[],
  second: Readonly<Record<string, string>> = {},
): PageReaders & { readonly count: () => number } => {
  let count = 0;
  const reader = (instead: Readonly<Record<string, string>>): LineReader => ({
    read: async (line) => {
      count++;
      return readingOf(line, (letters) => {
        const text = letters % 2 === 0 ? (all[(letters - FEWEST) / 2] ?? '') : '';
        return instead[text] ?? text;
      });
    },
    close: async () => undefined,
  });
  return { first: reader({}), second: reader(second), count: () => count };
};
