import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitRuns } from './runs.ts';

const marked = (text: string): string =>
  splitRuns(text)
    .map((run) => (run.kind === 'text' ? run.text : `${run.kind[0]}<${run.text}>`))
    .join('');

describe('splitRuns', () => {
  it.each([
    ['วิธีเข้าระบบ New e-LAAS ครั้งแรก', 'วิธีเข้าระบบ l<New e-LAAS> ครั้งแรก'],
    ['ยืนยันด้วย ThaiID แล้วรับ OTP', 'ยืนยันด้วย l<ThaiID> แล้วรับ l<OTP>'],
    ['ดูที่ https://laas.dla.go.th.', 'ดูที่ l<https://laas.dla.go.th>.'],
    ['องค์กรปกครองส่วนท้องถิ่น', 'k<องค์กร>k<ปกครอง>ส่วนk<ท้องถิ่น>'],
    ['ที่ว่าการอำเภอฝาง', 'k<ที่ว่าการ>k<อำเภอ>k<ฝาง>'],
    ['หน่วยงานภายใต้สังกัด', 'k<หน่วยงาน>k<ภายใต้>สังกัด'],
    ['หนังสือที่ลงนามออกไป', 'หนังสือที่k<ลงนามออก>ไป'],
    ['ผู้ลงนาม', 'ผู้k<ลงนาม>'],
    ['(QR Code)', '(l<QR Code>)'],
    ['ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗ ลงวันที่ ๑๗ กันยายน ๒๕๖๗', 'ที่ k<มท ๐๘๐๘.๔/ว ๒๐๐๗> ลงk<วันที่> k<๑๗ กันยายน ๒๕๖๗>'],
    ['5 ถึง 21 เม.ย. 2568', '5 ถึง k<21 เม.ย. 2568>'],
    ['ช่วง 5–21 เมษายน 2568', 'ช่วง k<5–21 เมษายน 2568>'],
    ['ตั้งแต่ 4 เมษายน', 'ตั้งแต่ k<4 เมษายน>'],
    ['ทุก 6 เดือน', 'ทุก 6 เดือน'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(marked(text)).toBe(expected);
  });

  it('loses nothing, whatever the text', () => {
    const thai = fc.string({ unit: fc.constantFrom(...'กขวมท ๐๑08./-eLA@เม.ย') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), thai), (text) => {
        expect(
          splitRuns(text)
            .map((run) => run.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
