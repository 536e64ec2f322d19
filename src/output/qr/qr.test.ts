import fc from 'fast-check';
import qrcode from 'qrcode';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawLabel } from '#core/qr/label.ts';
import { CORRECTION_LEVELS } from '#core/qr/symbol.ts';
import { readSarabun } from '#store/sarabun.ts';
import { encodeQr } from './encode.ts';
import { textOutliner } from './outline-text.ts';
import { drawingToPng } from './png.ts';
import { fontOfWoff } from './woff.ts';

describe('encodeQr', () => {
  it.each([
    ['HTTPS://WIAN.GO.TH/q/6NJ8FY/', 3, 'H'],
    ['HTTPS://WIAN.EXAMPLE.GO.TH/q/6NJ8FY/', 3, 'Q'],
    ['https://wian.example.go.th/q/6NJ8FY/', 4, 'Q'],
  ])(
    'takes the smallest version for %s, and the correction that fits it',
    (text, version, level) => {
      expect(encodeQr(text)).toMatchObject({ version, level, size: 17 + 4 * version });
    },
  );

  it('never corrects less than was asked for', () => {
    for (const level of CORRECTION_LEVELS) {
      const symbol = encodeQr('HTTPS://WIAN.GO.TH/', level);
      expect(CORRECTION_LEVELS.indexOf(symbol?.level ?? 'L')).toBeGreaterThanOrEqual(
        CORRECTION_LEVELS.indexOf(level),
      );
    }
  });

  const drawn = (text: string) =>
    Uint8Array.from(qrcode.create(text, { errorCorrectionLevel: 'H' }).modules.data);

  it('draws each text as the library does, also where one of the same shape was drawn before', () => {
    const sameShape = { '0': '7', A: 'Z', '/': ':', a: '~' };
    const character = fc.constantFrom(...Object.keys(sameShape));
    fc.assert(
      fc.property(fc.string({ unit: character, minLength: 1, maxLength: 60 }), (text) => {
        const other = text.replace(/./g, (one) => sameShape[one as keyof typeof sameShape]);
        for (const one of [text, other]) expect(encodeQr(one, 'H')?.modules).toEqual(drawn(one));
      }),
    );
  });

  it('draws Thai, of which one character takes three bytes', () => {
    const text = 'หนังสือ ๒๐๐๗/2007 ABC';
    expect(encodeQr(text, 'H')?.modules).toEqual(drawn(text));
  });

  it('says when nothing holds the text', () => {
    expect(encodeQr('x'.repeat(3000))).toBeNull();
  });
});

describe('textOutliner', () => {
  const outline = textOutliner(readSarabun);

  it('sets marks over their consonant instead of beside it', () => {
    const [bare, marked] = [outline('ที', 'regular'), outline('ที่', 'regular')];
    expect(marked.advance).toBe(bare.advance);
    expect(marked.glyphs).toHaveLength(bare.glyphs.length + 1);
  });

  it('puts sara am behind the tone mark, as it is written', () => {
    expect(outline('น้ำ', 'regular').advance).toBe(outline('นำ', 'regular').advance);
  });

  it('takes Thai and Latin from their own files', () => {
    const { advance } = outline('ว 2007', 'bold');
    const parts = ['ว ', '2007'].map((part) => outline(part, 'bold').advance);
    expect(advance).toBe((parts[0] as number) + (parts[1] as number));
  });

  it('refuses a character that no font has', () => {
    expect(() => outline('ว漢', 'regular')).toThrow(
      'No font of the portal has the character "漢".',
    );
  });
});

it('fontOfWoff refuses another kind of file', () => {
  expect(() => fontOfWoff(new TextEncoder().encode('wOF2'.padEnd(64)))).toThrow('no WOFF 1.0');
});

describe('drawingToPng', () => {
  const symbol = encodeQr('HTTPS://WIAN.GO.TH/q/6NJ8FY/');
  if (!symbol) throw new Error('no symbol');

  it('has sharp modules, grey dots and its true size', async () => {
    const drawing = drawLabel({ symbol, title: '', caption: [] }, 20, textOutliner(readSarabun));
    const png = await drawingToPng(drawing, 7);
    const { width, channels, density } = await sharp(png).metadata();
    expect([width, channels]).toEqual([37 * 7, 1]);
    expect(((width as number) / (density as number)) * 25.4).toBeCloseTo(20, 0);
    const dots = await sharp(png).raw().toBuffer();
    expect(new Set(dots)).toEqual(new Set([0, 255]));
    const physical = png.indexOf('pHYs');
    expect(png.readUInt32BE(physical + 4)).toBe(Math.round((37 * 7) / 0.02));
  });
});
