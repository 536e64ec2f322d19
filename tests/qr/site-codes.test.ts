import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { shortAddress } from '#core/short-link/address.ts';
import { textOutliner } from '#output/qr/outline-text.ts';
import { readSarabun } from '#store/sarabun.ts';
import { planFiles, type Wanted } from '../../scripts/qr/plan.ts';
import { codedCirculars, loadCirculars } from '../../scripts/qr/records.ts';
import { hasZbar, jsqr, zbar, zxing } from './decoders.ts';
import { fromSharp, type Picture } from './picture.ts';

const ROOT = join(import.meta.dirname, '../..');
const SITE = 'https://wian.example.go.th';
const WANTED: Wanted = { siteUrl: SITE, format: 'png', mm: 20, level: 'Q' };

it('every code of the site is read back by independent decoders', {
  timeout: 180_000,
}, async () => {
  const outline = textOutliner(readSarabun);
  const wanted = codedCirculars(
    (await loadCirculars(ROOT)).filter(({ isDraft }) => !isDraft),
  ).flatMap((coded) => {
    const numbers = coded.circular.attachments.map((_, index) => index + 1);
    return [undefined, ...numbers].flatMap((attachment) =>
      [undefined, { id: 'p50', name: 'จังหวัดเชียงใหม่' }].map((office) => {
        const [print] = planFiles(coded, { ...WANTED, attachment, office }, outline).files;
        const parts = { code: coded.code, attachment, office: office?.id };
        return { print, encoded: shortAddress(SITE, parts).encoded };
      }),
    );
  });
  expect(wanted.length).toBeGreaterThanOrEqual(10);
  const pictures: Picture[] = [];
  for (const { print } of wanted) {
    pictures.push(await fromSharp(sharp(await print?.make())));
  }
  const expected = wanted.map(({ encoded }) => encoded);
  expect(await jsqr(pictures)).toEqual(expected);
  expect(await zxing(pictures)).toEqual(expected);
  if (hasZbar) expect(await zbar(pictures)).toEqual(expected);
  else console.warn('ZBAR IS NOT ON THIS MACHINE: read back by jsQR and ZXing only.');
});
