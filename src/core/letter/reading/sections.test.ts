import { describe, expect, it } from 'vitest';
import { listItems, sectionsOf } from './sections.ts';
import { sourceLines } from './source-text.ts';

const TO = 'เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด';
const BODY = 'ด้วยกรมทดลองจะสำรวจตัวอย่าง';

const textsOf = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text);

describe('sectionsOf', () => {
  it.each([
    ['begins on the line below its label', 'เรื่อง\nขอความร่วมมือทดลอง', ['ขอความร่วมมือทดลอง']],
    [
      'goes on with a word that opens bodies',
      'เรื่อง ซักซ้อมการทดลอง\nตามระเบียบทดลอง พ.ศ. ๒๕๖๖',
      ['ซักซ้อมการทดลอง', 'ตามระเบียบทดลอง พ.ศ. ๒๕๖๖'],
    ],
    ['goes on with ด้วย', 'เรื่อง การส่งตัวอย่าง\nด้วยระบบทดลอง', ['การส่งตัวอย่าง', 'ด้วยระบบทดลอง']],
    ['goes on with ผ่าน', 'เรื่อง การรายงานผล\nผ่านระบบทดลอง', ['การรายงานผล', 'ผ่านระบบทดลอง']],
    ['is short', 'เรื่อง การทดลอง\n', ['การทดลอง']],
  ])('reads a subject that %s, up to เรียน', (_, subject, lines) => {
    const parts = sectionsOf(sourceLines(`${subject}\n${TO}\n\n${BODY}`));
    expect(textsOf(parts.subject)).toEqual(lines);
    expect(textsOf(parts.to)).toEqual(['ผู้ว่าราชการจังหวัด ทุกจังหวัด']);
    expect(textsOf(parts.body)).toEqual([BODY]);
  });

  it('ends a subject where the body opens when the addressee stands above it', () => {
    const parts = sectionsOf(sourceLines(`${TO}\nเรื่อง การทดลอง\n${BODY}`));
    expect(textsOf(parts.subject)).toEqual(['การทดลอง']);
    expect(textsOf(parts.body)).toEqual([BODY]);
  });

  it('keeps those through whom a letter goes out of its subject', () => {
    const parts = sectionsOf(sourceLines(`เรื่อง การทดลอง\nผ่าน ปลัดเทศบาล\n${TO}\n\n${BODY}`));
    expect(textsOf(parts.subject)).toEqual(['การทดลอง']);
    expect(textsOf(parts.to)).toEqual(['ผ่าน ปลัดเทศบาล', 'ผู้ว่าราชการจังหวัด ทุกจังหวัด']);
  });

  it.each(['จึงขอให้จังหวัดส่งแบบสำรวจ', 'พร้อมหนังสือนี้ ขอส่งแบบสำรวจมาด้วย', 'ขอส่งสำเนาหนังสือมาเพื่อทราบ'])(
    'ends the fields above a body that begins without a blank line: %s',
    (body) => {
      const above = ['', 'อ้างถึง หนังสือกรมทดลอง', 'สิ่งที่ส่งมาด้วย ๑. แบบทดลอง\n๒. บัญชี'];
      for (const field of above) {
        const parts = sectionsOf(sourceLines(`เรื่อง ก\n${TO}\n${field}\n${body}`));
        expect(textsOf(parts.body)).toEqual([body]);
      }
    },
  );

  it.each([
    ['เอกสารแนบ แบบทดลอง', 'attachments', 'แบบทดลอง'],
    ['เอกสารแนบท้าย: แบบทดลอง', 'attachments', 'แบบทดลอง'],
    ['อ้างอิง หนังสือกรมทดลอง', 'references', 'หนังสือกรมทดลอง'],
  ] as const)('%s', (line, part, text) => {
    const parts = sectionsOf(sourceLines(`เรื่อง ก\n${TO}\n${line}\n\n${BODY}`));
    expect(textsOf(parts[part])).toEqual([text]);
  });
});

describe('listItems', () => {
  it.each([
    ['๑. แบบ ก\n๒. แบบ ข', ['แบบ ก', 'แบบ ข']],
    ['๑. แบบ ก จำนวน ๑ ชุด ๒. แบบ ข จำนวน ๒ เล่ม', ['แบบ ก จำนวน ๑ ชุด', 'แบบ ข จำนวน ๒ เล่ม']],
    ['1) แบบ ก 2) แบบ ข\n3) แบบ ค', ['แบบ ก', 'แบบ ข', 'แบบ ค']],
    ['๑. แบบ ก ตามข้อ ๒. ของคู่มือ\n๒. แบบ ข', ['แบบ ก ตามข้อ ๒. ของคู่มือ', 'แบบ ข']],
    ['แบบ ก ตามข้อ ๒. ของคู่มือ', ['แบบ ก ตามข้อ ๒. ของคู่มือ']],
    ['๑. แบบ ก ข้อ ๕. ของคู่มือ', ['แบบ ก ข้อ ๕. ของคู่มือ']],
    ['ก. แบบหนึ่ง\nข. แบบสอง', ['แบบหนึ่ง', 'แบบสอง']],
    ['- แบบหนึ่ง\n- แบบสอง\nต่อท้าย', ['แบบหนึ่ง', 'แบบสองต่อท้าย']],
  ])('%j', (text, items) => {
    expect(textsOf(listItems(sourceLines(text)))).toEqual(items);
  });
});
