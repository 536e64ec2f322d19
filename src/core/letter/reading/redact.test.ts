import { describe, expect, it } from 'vitest';
import { toThaiDigits } from '../digits.ts';
import { REDACTED, redact } from './redact.ts';

// All numbers and addresses here are made up.
describe('redact', () => {
  it.each([
    'ผู้ประสานงาน นายสมมติ โทร. 080-000-0000',
    'ผู้ประสานงาน นายสมมติ 080 000 0000',
    'ผู้ประสานงาน นายสมมติ 08 0000 0000',
    'ผู้ประสานงาน นายสมมติ 080000000',
    'ผู้ประสานงาน นายสมมติ โทร 080-000-000',
    'มือถือ 80-000-0000',
    'มือถือ O8O-OOO-OOOO',
    'มือถือ 0800000000O',
    'โทร. 090–000–0000',
    'โทร 030-000-0000',
    'somying.test@gmail.com',
    'somying.test © gmail,com',
  ])('takes out what stands in "%s", in either digits', (text) => {
    for (const written of [text, toThaiDigits(text)]) {
      const { text: safe, count } = redact(`ก่อน\n${written}\nหลัง`);
      expect(count).toBe(1);
      expect(safe).toContain(REDACTED);
      expect(safe.split('\n')).toHaveLength(3);
      expect(safe.replace(REDACTED, '')).not.toMatch(/[\d๐-๙OoO]{3}|gmail/);
    }
  });

  it('takes a number out that stands alone on the line below its owner', () => {
    expect(redact('นางสาวสมมติ ตัวอย่าง\n๐๘๐-๐๐๐๐๐๐๐\n').text).toBe(
      `นางสาวสมมติ ตัวอย่าง\n${REDACTED}\n`,
    );
  });

  it.each([
    'โทร. ๐-๒๒๔๑-๙๐๐๐ ต่อ ๑๖๐๙',
    'โทร/โทรสาร ๐ ๔๒๕๑ ๕๗๒๐ ต่อ ๑๕',
    'โทร. ๐ ๒๒๔๑ ๙๐๐๐-๑๗',
    'ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗',
    'วันที่ 08.04.2568 เวลา 09.30',
    'เลขรับ 0812 วันที่ ๒๔ เม.ย. ๒๕๖๘',
    'งบประมาณ ๙๘๐,๐๐๐,๐๐๐ บาท',
    'saraban@dla.go.th',
    'http://km.laas.go.th',
  ])('leaves "%s" alone', (text) => expect(redact(text)).toEqual({ text, count: 0 }));
});
