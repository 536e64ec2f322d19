import { expect, it } from 'vitest';
import { runningText } from './running-text.ts';
import { sourceLines } from './source-text.ts';
import { findTimesWithin } from './time-within.ts';

/** The times of a text, shortly: duration, kind of days, from when; "?" where they are in doubt, with the words where they have no value. */
const times = (text: string): string[] =>
  findTimesWithin(runningText(sourceLines(text)), () => false).flatMap(({ field }) => {
    if (field === null) return [];
    const { value, read, doubts } = field;
    if (value === null) return [`${read}: ${doubts.map(({ code }) => code).join(' ')}`];
    const { within, workdays, countedFrom } = value;
    const parts = [within, workdays ? 'working' : null, countedFrom];
    return [parts.filter(Boolean).join(' ') + (doubts.length > 0 ? '?' : '')];
  });

it.each([
  ['ให้จังหวัดรายงานผลภายใน ๑ เดือน ๑๕ วัน นับแต่วันที่ได้รับหนังสือ', 'P1M15D receipt'],
  ['ให้จังหวัดรายงานผลภายใน ๒ เดือน ๑๐ วัน', 'P2M10D'],
  ['ให้จังหวัดรายงานผลภายใน ๒ เดือน กับ ๑๐ วัน', 'P2M10D'],
  ['ให้จังหวัดรายงานผลภายในหนึ่งเดือนสิบห้าวัน', 'P1M15D'],
  ['ให้จังหวัดรายงานผลภายใน ๑ ปี ๖ เดือน', 'P1Y6M?'],
  ['ให้จังหวัดรายงานผลภายใน ๑๕ (สิบห้า) วัน', 'P15D'],
  ['ให้จังหวัดรายงานผลภายใน ๒ สัปดาห์ นับจากวันลงรับ', 'P2W receipt'],
  ['ให้จังหวัดรายงานผลภายใน ๒๔ ชั่วโมง นับแต่ได้รับหนังสือ', 'PT24H receipt'],
  ['ให้จังหวัดรายงานผลภายใน ๑ วัน ๑๒ ชั่วโมง', 'P1DT12H'],
  ['ให้จังหวัดรายงานผลภายใน ๓๐ นาที', 'PT30M'],
  ['ให้จังหวัดรายงานผลภายใน 15 วันทำการ นับถัดจากวันที่ได้รับหนังสือฉบับนี้', 'P15D working receipt'],
  ['ให้จังหวัดรายงานผลภายในสิบห้าวันทำการ', 'P15D working'],
  ['ให้จังหวัดรายงานผลภายใน ๗ วัน นับตั้งแต่วันที่ลงในหนังสือฉบับนี้', 'P7D letter'],
  ['ให้จังหวัดรายงานผลภายใน ๗ วัน นับแต่วันที่ในหนังสือ', 'P7D letter'],
  ['ให้จังหวัดรายงานผลภายใน ๗ วัน นับจากวันที่ของหนังสือนี้', 'P7D letter'],
  ['ให้จังหวัดรายงานผลภายใน ๗ วัน นับแต่วันที่ตามหนังสือนี้', 'P7D letter'],
  ['ให้จังหวัดรายงานผลภายใน ๗ วัน นับแต่วันที่ได้รับแจ้ง', 'P7D receipt'],
  ['ให้จังหวัดรายงานผลภายใน ๗ วัน นับแต่วันที่ได้รับเงิน', 'P7D other'],
  ['ให้จังหวัดรายงานผลภายใน ๗ วัน นับแต่วันที่ได้รับหนังสือดังกล่าว', 'P7D other'],
  ['ให้จังหวัดรายงานผลภายใน ๗ วัน นับแต่วันสิ้นสุดโครงการ', 'P7D other'],
  ['ให้จังหวัดรายงานผลภายใน ๗ วัน หลังเสร็จสิ้นโครงการ', 'P7D other'],
])('%s: %s', (text, expected) => {
  expect(times(text)).toEqual([expected]);
});

it.each([
  ['ให้จังหวัดรายงานผลภายใน ๑ เดือนครึ่ง', 'ภายใน ๑ เดือนครึ่ง: not-understood'],
  ['ให้จังหวัดรายงานผลภายใน ๑ เดือน ๑๕ วันทำการ', 'ภายใน ๑ เดือน ๑๕ วันทำการ: not-understood'],
  ['ให้จังหวัดรายงานผลภายใน ๑ สัปดาห์ ๓ วัน', 'ภายใน ๑ สัปดาห์ ๓ วัน: not-understood'],
  ['ให้จังหวัดรายงานผลภายใน ๑๕ วัน ๑ เดือน', 'ภายใน ๑๕ วัน ๑ เดือน: not-understood'],
  ['ให้จังหวัดรายงานผลภายใน ๐ วัน', 'ภายใน ๐ วัน: not-understood'],
])('keeps the words of a time that it cannot tell: %s', (text, expected) => {
  expect(times(text)).toEqual([expected]);
});
