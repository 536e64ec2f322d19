import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, tidy } from './normalise.ts';
import { spellOut } from './short-forms.ts';

describe('spellOut', () => {
  it.each([
    ['1541/68', '1541 ปี 2568'],
    ['1541 / 68', '1541 ปี 2568'],
    ['1541/2568', '1541 ปี 2568'],
    ['ว1541/68', 'ว1541 ปี 2568'],
    ['ว.๑๕๔๑/๖๘', 'ว.1541 ปี 2568'],
    ['มท 0808.4/ว 1541/68', 'มท 0808.4/ว 1541 ปี 2568'],
    ['หนังสือ 1541/68 ยังใช้ไหม', 'หนังสือ 1541 ปี 2568 ยังใช้ไหม'],
    ['ปี68', 'ปี2568'],
    ['ปี 68', 'ปี 2568'],
    ['งบปี 68', 'งบปี 2568'],
    ['ปีงบประมาณ 69', 'ปีงบประมาณ 2569'],
    ['พ.ศ. 68', 'พ.ศ. 2568'],
    ['ฉบับ 1541 ปี 68', 'ฉบับ 1541 ปี 2568'],
    ['จ.เชียงใหม่', 'จังหวัดเชียงใหม่'],
    ['อบต.แม่งอน อ.ฝาง จ. เชียงใหม่', 'อบต.แม่งอน อำเภอฝาง จังหวัดเชียงใหม่'],
    ['ต.แม่งอน', 'ตำบลแม่งอน'],
    ['อ.พล', 'อำเภอพล'],
    ['ลืมรหัสผ่านทำไง', 'ลืมรหัสผ่านทำยังไง'],
    ['เข้าไม่ได้ ทำไงดี', 'เข้าไม่ได้ ทำยังไงดี'],
  ])('reads %s as %s', (typed, spelt) => {
    expect(spellOut(fold(tidy(typed)))).toBe(spelt);
  });

  it.each([
    ['a date', '12/6/68'],
    ['a month and year', '4/68'],
    ['a month that is shortened', 'ต.ค. 68'],
    ['a letter of a unit', 'ชม 51003/68'],
    ['the unit of a letter', '0023.5/68'],
    ['a year of which the era is not sure', '1541/25'],
    ['a part of a longer number', '1541/680'],
    ['a time', 'สะสม 5 ปี 60 วัน'],
    ['an age', 'อายุเกิน ปี 60 คน'],
    ['the short name of an office', 'อบต.แม่งอน'],
    ['one with dots', 'อ.บ.ต. อ.บต'],
    ['a rank', 'จ.ส.อ.'],
    ['a word', 'ทำไงานนี้'],
    ['what is in quotation marks', '"ว1541/68" จ.ตาก'],
  ])('leaves %s alone: %s', (_, typed) => {
    expect(spellOut(typed)).toBe(typed);
  });

  it('keeps what it spelt out as it is, whatever was typed', () => {
    const parts = fc.constantFrom(...'ว1541/68 .จอต"ปีทำไงดี2'.split(''), 'เชียงใหม่', ' ');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 30 }), (typed) => {
        const spelt = spellOut(fold(tidy(typed.join(''))));
        expect(spellOut(spelt)).toBe(spelt);
      }),
    );
  });
});
