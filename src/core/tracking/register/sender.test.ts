import { expect, it } from 'vitest';
import { mayBeFrom } from './sender.ts';
import { registry } from './testing/made-up-offices.ts';

it.each([
  ['จังหวัดตัวอย่าง', 'p88', true],
  ['จ.ตัวอย่าง', 'p88', true],
  ['ศาลากลางจังหวัดตัวอย่าง', 'p88', true],
  ['สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตัวอย่าง', 'p88', true],
  ['', 'p88', true],
  ['อำเภอเมืองตัวอย่าง', 'p88', false],
  ['จังหวัดทดลอง', 'p88', false],
  ['อำเภอเมืองตัวอย่าง จ.ตัวอย่าง', 'd8801', true],
  ['ที่ว่าการอำเภอสอง', 'd8802', true],
  ['สถ.', 'dla', true],
  ['กรมส่งเสริมการปกครองท้องถิ่น', 'dla', true],
  ['สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดตัวอย่าง', 'dla', false],
])('"%s" may be from %s: %s', (from, issuer, is) => {
  expect(mayBeFrom(registry, new Map([['dla', ['สถ.']]]), from, issuer)).toBe(is);
});
