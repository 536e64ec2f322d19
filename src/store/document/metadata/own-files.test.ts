import sharp from 'sharp';
import { expect, it } from 'vitest';
import { drawingToSvg } from '#core/qr/drawing.ts';
import { drawLabel } from '#core/qr/label.ts';
import { pagesToPdf } from '#core/qr/pdf.ts';
import type { QrSymbol } from '#core/qr/symbol.ts';
import { socialCardPng } from '#output/image/social-card.ts';
import { encodeQr } from '#output/qr/encode.ts';
import { textOutliner } from '#output/qr/outline-text.ts';
import { drawingToPng } from '#output/qr/png.ts';
import { readSarabun } from '../../sarabun.ts';
import { pagePictures } from '../page-picture.ts';
import { PDFS, PERSON, PICTURES, pdfOf } from '../testing/files-with-metadata.ts';
import { metadataOf } from './metadata-of.ts';

const TITLE = 'ดาวน์โหลด';
const outline = textOutliner(readSarabun);
const label = () =>
  drawLabel(
    { symbol: encodeQr('HTTPS://WIAN.GO.TH/') as QrSymbol, caption: [], title: TITLE },
    30,
    outline,
  );

const texts = async (bytes: Uint8Array): Promise<string> =>
  (await metadataOf(bytes, 'a')).parts.map(({ text }) => text).join('');

it.each([
  ['a QR code as PNG', () => drawingToPng(label(), 4)],
  [
    'a social card',
    () => {
      const card = { title: TITLE, kicker: 'ว ๑๕', foot: 'เวียน', note: 'ทดลอง', withdrawn: true };
      return socialCardPng(card, outline);
    },
  ],
  [
    'the picture of a page',
    async () => (await pagePictures(await PDFS['PDF with a photograph'](), 1))[0],
  ],
  [
    'the picture of a page with a note',
    async () => (await pagePictures(await PDFS['PDF with a note'](), 1))[0],
  ],
])('%s says nothing of anybody', async (_, make) => {
  const bytes = (await make()) as Uint8Array;
  expect(await texts(bytes)).toBe('');
  expect((await metadataOf(bytes, 'a')).naming).toEqual([]);
  const { exif, xmp, iptc, comments } = await sharp(bytes).metadata();
  expect([xmp, iptc, comments]).toEqual([undefined, undefined, undefined]);
  expect(exif?.includes(PERSON) ?? false).toBe(false);
});

it('a sheet of QR codes as PDF says no more than its title', async () => {
  const drawing = label();
  const page = { width: 210, height: 297, placed: [{ drawing, x: 10, y: 10 }] };
  const bytes = pagesToPdf([page], TITLE);
  expect((await metadataOf(bytes, 'a')).naming).toEqual([]);
  expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(/\/Author|\/CreationDate|xmpmeta/);
});

it('a QR code as SVG has no more than its title', () => {
  expect(drawingToSvg(label())).not.toMatch(/<metadata|<desc|<!--|creator/);
});

it('the files of this test would be found out', async () => {
  const [photograph, signed] = [
    await PICTURES['JPEG with Exif'](),
    await pdfOf((pdf) => pdf.setAuthor(PERSON)),
  ];
  for (const bytes of [photograph, signed]) {
    expect((await metadataOf(bytes, 'a')).naming).not.toEqual([]);
  }
});
