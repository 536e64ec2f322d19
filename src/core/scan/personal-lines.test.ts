import { describe, expect, it } from 'vitest';
import type { LineReading } from './line.ts';
import { type ReadLine, withoutPersonalData } from './personal-lines.ts';

const reading = (text: string): LineReading => ({
  text,
  glyphs: [...text].map((one, at) => ({
    text: one,
    left: at * 20,
    top: 0,
    right: at * 20 + 18,
    bottom: 40,
    confidence: 99,
  })),
  confidence: 99,
  covered: 1,
});

const line = (row: number, ...texts: string[]): ReadLine => ({
  line: {
    layer: 'print',
    row,
    box: { left: 100, top: 500 + row * 80, right: 1100, bottom: 540 + row * 80 },
    text: texts[0] as string,
    confidence: 99,
    doubts: [],
  },
  readings: texts.map(reading),
  origin: { left: 92, top: 492 + row * 80 },
});

describe('withoutPersonalData', () => {
  it('takes a mobile number out of the text, and says where it stands', () => {
    const { lines, personal, redactions } = withoutPersonalData([
      line(0, 'ฝ่ายตัวอย่าง'),
      line(1, 'โทร. ๐๘๐-๐๐๐-๐๐๐๐ ต่อ ๑'),
    ]);
    expect(lines.map(({ text }) => text)).toEqual(['ฝ่ายตัวอย่าง', 'โทร. [ปกปิด] ต่อ ๑']);
    expect(redactions).toBe(1);
    expect(personal).toEqual([
      { left: 92 + 5 * 20 - 6, top: 574, right: 92 + 16 * 20 + 18 + 6, bottom: 626 },
    ]);
  });

  it('finds one that only another reading shows', () => {
    const { lines, personal } = withoutPersonalData([
      line(0, 'เบอร์ ๐๘ส-ถถถ-ถถถถ', 'เบอร์ ๐๘๐-๐๐๐-๐๐๐๐'),
    ]);
    expect(lines[0]?.text).toBe('เบอร์ [ปกปิด]');
    expect(personal).toHaveLength(1);
  });

  it('keeps a doubt about it, without its readings', () => {
    const one = line(0, 'โทร. ๐๘๐-๐๐๐-๐๐๐๐');
    const doubts = [
      { from: 0, to: 1, readings: ['โ', 'ไ'], isDigit: false },
      { from: 8, to: 9, readings: ['-', '.'], isDigit: true },
    ];
    const { lines } = withoutPersonalData([{ ...one, line: { ...one.line, doubts } }]);
    expect(lines[0]?.doubts).toEqual([doubts[0], { from: 0, to: 12, readings: [], isDigit: true }]);
  });

  it('leaves telephones of offices alone', () => {
    const { lines, personal } = withoutPersonalData([line(0, 'โทร. ๐-๒๒๔๑-๙๐๐๐ ต่อ ๑๖๗๘')]);
    expect(lines[0]?.text).toBe('โทร. ๐-๒๒๔๑-๙๐๐๐ ต่อ ๑๖๗๘');
    expect(personal).toEqual([]);
  });
});
