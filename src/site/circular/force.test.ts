import { expect, it } from 'vitest';
import type { RecordLink } from '../records.ts';
import { viewForce } from './force.ts';

const BY = { path: 'laws/new', title: 'หนังสือใหม่' } as RecordLink;
const RECORDS = new Map([['laws/new', BY]]);

it('says of a letter of which none tells the force that it is not known, and where to ask', () => {
  expect(viewForce({ status: 'unknown' }, RECORDS)).toMatchObject({
    status: 'unknown',
    label: 'ไม่ทราบสถานะ',
    by: null,
    since: null,
  });
  expect(viewForce({ status: 'unknown' }, RECORDS).explain).toContain('ตรวจสอบกับหน่วยงานผู้ออกหนังสือ');
});

it.each([
  ['cancelled', 'ยกเลิกแล้ว', 'อย่าปฏิบัติตาม'],
  ['superseded', 'มีฉบับใหม่ใช้แทน', 'ฉบับที่ใช้แทน'],
  ['expired', 'สิ้นผลแล้ว', 'พ้นเวลา'],
  ['in-force', 'ใช้บังคับอยู่', 'ยืนยัน'],
] as const)('of %s says what follows, by which letter and since when', (status, label, explain) => {
  const view = viewForce({ status, by: 'laws/new', since: '2026-10', note: 'เฉพาะข้อ 2' }, RECORDS);
  expect(view).toMatchObject({ label, by: BY, since: 'ตั้งแต่ ตุลาคม 2569', note: 'เฉพาะข้อ 2' });
  expect(view.explain).toContain(explain);
});

it('leads nowhere where the letter is not among the pages', () => {
  expect(viewForce({ status: 'cancelled', by: 'laws/gone' }, RECORDS).by).toBe(null);
});
