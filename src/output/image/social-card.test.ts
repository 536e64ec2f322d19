import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { TEXT_UNITS } from '#core/qr/label.ts';
import { cardPath } from '#core/social-card/card-path.ts';
import { CARD_SIZE, drawSocialCard } from '#core/social-card/social-card.ts';
import { readSarabun } from '#store/sarabun.ts';
import { textOutliner } from '../qr/outline-text.ts';
import { breakThai, socialCardPng } from './social-card.ts';

const outline = textOutliner(readSarabun);
const CARD = {
  title: 'การขอ ใช้ และดูแลรหัสผู้ใช้กับรหัสผ่าน New e-LAAS',
  kicker: 'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗',
  foot: 'เวียน',
  note: 'ไม่ใช่เว็บไซต์ของหน่วยงาน',
  withdrawn: false,
};

describe('socialCardPng', () => {
  it('is a picture of the size that was asked for', async () => {
    const { width, height, format } = await sharp(await socialCardPng(CARD, outline)).metadata();
    expect([width, height, format]).toEqual([CARD_SIZE.width, CARD_SIZE.height, 'png']);
  });

  it('shows another title as another picture, and the same as the same', async () => {
    const png = (title: string) => socialCardPng({ ...CARD, title }, outline);
    expect(await png('ก')).toEqual(await png('ก'));
    expect(await png('ก')).not.toEqual(await png('ข'));
  });

  it('survives characters that its fonts do not have', async () => {
    await expect(socialCardPng({ ...CARD, title: '👍 漢 ก→ข' }, outline)).resolves.toBeDefined();
  });

  it.each([1, 2, 3, 4, 5, 6, 8, 12, 40])('keeps a title of %i clauses above the route', (count) => {
    const svg = drawSocialCard(
      { ...CARD, title: 'การเข้าใช้งานระบบบัญชี'.repeat(count) },
      breakThai,
      outline,
    );
    const lines = [
      ...svg.matchAll(/fill="#1c2433" transform="translate\(\d+ ([\d.]+)\)scale\(([\d.]+)\)/g),
    ].map(([, y, scale]) => ({ y: Number(y), size: Number(scale) * TEXT_UNITS }));
    const title = lines.slice(0, -2);
    expect(title.length).toBeGreaterThan(0);
    const [, route] = /<circle cx="\d+" cy="(\d+)" r="11"/.exec(svg) ?? [];
    for (const { y, size } of title) expect(y + size * 0.35).toBeLessThan(Number(route) - 13);
  });
});

it('breaks Thai between words, keeping every character', () => {
  const parts = breakThai('การตรวจสอบ (ทุก 6 เดือน) ของ อปท.');
  expect(parts.join('')).toBe('การตรวจสอบ (ทุก 6 เดือน) ของ อปท.');
  expect(parts.some((part) => /^[)]/.test(part))).toBe(false);
});

it.each([
  ['/circulars/2568/dla-x-wx-0325/', false, '/cards/circulars/2568/dla-x-wx-0325.png'],
  ['/manuals/thaid-sign-in/', false, '/cards/manuals/thaid-sign-in.png'],
  ['/manuals/', false, '/cards/manuals.png'],
  ['/circulars/2568/', false, '/cards/circulars.png'],
  ['/circulars/2568/page/12/', false, '/cards/circulars.png'],
  ['/circulars/2568/dla-x-wx-0325/qr/', false, '/cards/portal.png'],
  ['/track/', false, '/cards/portal.png'],
  ['/', false, '/cards/portal.png'],
  ['/circulars/2568/dla-x-wx-0325/', true, '/cards/sample.png'],
])('the card of %s (made up: %s) is %s', (path, sample, card) => {
  expect(cardPath(path, sample)).toBe(card);
});
