import { expect, it } from 'vitest';
import { type PreviewedPage, type PreviewTexts, previewText } from './card-text.ts';

const TEXTS: PreviewTexts = {
  number: (number) => `ที่ ${number}`,
  numberUnclear: (readings) => `เลขที่ต้องตรวจ: ${readings}`,
  or: ' หรือ ',
  status: (status) => `[${status}]`,
};
const PAGE: PreviewedPage = { summary: 'ให้ส่งแบบ\nภายในกำหนด', sample: null };
const doubt = (...read: string[]) => ({
  value: null,
  doubt: {
    kind: 'unclear' as const,
    readings: read.map((text) => ({ read: text, value: null, source: 'letter' })),
  },
});

it.each<[Partial<PreviewedPage>, string]>([
  [{}, 'ให้ส่งแบบ ภายในกำหนด'],
  [{ sample: 'ตัวอย่าง' }, 'ตัวอย่าง · ให้ส่งแบบ ภายในกำหนด'],
  [{ number: { value: 'มท 0899.9/ว 12' } }, 'ที่ มท ๐๘๙๙.๙/ว ๑๒ · ให้ส่งแบบ ภายในกำหนด'],
  [{ number: doubt('ว ๑๒', 'ว ๑๗') }, 'เลขที่ต้องตรวจ: ว ๑๒ หรือ ว ๑๗ · ให้ส่งแบบ ภายในกำหนด'],
  [{ force: { status: 'superseded' } }, '[superseded] · ให้ส่งแบบ ภายในกำหนด'],
  [{ force: { status: 'in-force' } }, 'ให้ส่งแบบ ภายในกำหนด'],
  [{ force: { status: 'unknown' } }, 'ให้ส่งแบบ ภายในกำหนด'],
  [
    { sample: 'ตัวอย่าง', force: { status: 'expired' }, number: { value: 'สท 0023.1/ว 9' } },
    'ตัวอย่าง · [expired] · ที่ สท ๐๐๒๓.๑/ว ๙ · ให้ส่งแบบ ภายในกำหนด',
  ],
])('previews %j as %s', (given, text) => {
  expect(previewText({ ...PAGE, ...given }, TEXTS)).toBe(text);
});
