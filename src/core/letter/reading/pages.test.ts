import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';
import { orderPages, withoutPageTurns } from './pages.ts';
import { sourceLines } from './source-text.ts';

const HEAD = `ที่ มท ๐๘๐๘.๔/ว ๔๓๒๑
กรมส่งเสริมการปกครองท้องถิ่น

๑๖ มิถุนายน ๒๕๖๘

เรื่อง การทดลองอ่านหน้าหนังสือ
เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด

ด้วยกรมส่งเสริมการปกครองท้องถิ่นได้จัดทำแบบทดลองขึ้น`;
const END = `จึงขอให้จังหวัดส่งแบบทดลองภายในวันที่ ๓๑ กรกฎาคม ๒๕๖๘

ขอแสดงความนับถือ

(นายทดลอง สมมติ)
อธิบดีกรมส่งเสริมการปกครองท้องถิ่น`;
const MIDDLE = 'กรมส่งเสริมการปกครองท้องถิ่นพิจารณาแล้วเห็นว่า แบบทดลองดังกล่าวใช้ได้กับทุกจังหวัดโดยไม่ต้องแก้ไข';

const texts = (text: string): string[] =>
  withoutPageTurns(sourceLines(text))
    .map((line) => line.text)
    .filter(Boolean);

describe('withoutPageTurns', () => {
  it.each([
    ['a catchword', 'ภายในวันที่ ๓๑\n/กรกฎาคม ๒๕๖๘ ...\n\n- ๒ -\n\nกรกฎาคม ๒๕๖๘ นี้'],
    ['a catchword with an ellipsis', 'ภายในวันที่ ๓๑\n/กรกฎาคม…\n\nกรกฎาคม ๒๕๖๘ นี้'],
    ['a catchword without dots', 'ภายในวันที่ ๓๑\n/กรกฎาคม ๒๕๖๘\n-2-\nกรกฎาคม ๒๕๖๘ นี้'],
    ['a catchword without its slash', 'ภายในวันที่ ๓๑\nกรกฎาคม ๒๕๖๘ ...\n- 2 -\nกรกฎาคม ๒๕๖๘ นี้'],
    ['a catchword on the last line', 'ภายในวันที่ ๓๑ /กรกฎาคม ๒๕๖๘ ...\n\n- ๒ -\nกรกฎาคม ๒๕๖๘ นี้'],
    ['a page number alone', 'ภายในวันที่ ๓๑\n\n๒\n\nกรกฎาคม ๒๕๖๘ นี้'],
    ['a number in brackets', 'ภายในวันที่ ๓๑\n/กรกฎาคม ...\n\n(๒)\n\nกรกฎาคม ๒๕๖๘ นี้'],
    ['a repeated header', 'ภายในวันที่ ๓๑\n/กรกฎาคม ...\n\nที่ มท ๐๘๐๘.๔/ว ๙ หน้า ๒\n\nกรกฎาคม ๒๕๖๘ นี้'],
    ['หน้า', 'ภายในวันที่ ๓๑\nหน้า ๒/๓\nกรกฎาคม ๒๕๖๘ นี้'],
  ])('takes out %s', (_, text) => {
    expect(texts(text)).toEqual(['ภายในวันที่ ๓๑', 'กรกฎาคม ๒๕๖๘ นี้']);
  });

  it.each(['๑. ชื่อ ......', 'ลงชื่อ ........', 'และ/หรือ ...', '/กรณีอื่น', '(๒)', '๒๕๖๘'])(
    'keeps %s',
    (line) => {
      expect(texts(`ก\n\n${line}\n\nข`)).toEqual(['ก', line, 'ข']);
    },
  );
});

describe('orderPages', () => {
  const read = (text: string) => {
    const reading = readDocument(text);
    if ('refusal' in reading) throw new Error(reading.refusal.what);
    return reading.letters;
  };
  const summary = (text: string) =>
    read(text).map((letter) => ({
      number: letter.number.value,
      date: letter.date.value,
      subject: letter.subject.value,
      to: letter.to.map(({ value }) => value),
      by: letter.deadlines.map(({ value }) => value?.to),
      signed: letter.signatory.value?.name,
    }));
  const right = {
    number: 'มท 0808.4/ว 4321',
    date: '2025-06-16',
    subject: 'การทดลองอ่านหน้าหนังสือ',
    to: ['ผู้ว่าราชการจังหวัด ทุกจังหวัด'],
    by: ['2025-07-31'],
    signed: 'นายทดลอง สมมติ',
  };

  it.each([
    ['the last page first', `${END}\n\n\n${HEAD}`],
    ['the last page first, numbered', `- ๒ -\n\n${END}\n\n\n${HEAD}`],
    ['an urgency above the number', `${END}\n\n\nด่วนที่สุด\n\n${HEAD}`],
    ['three pages from the last', `- ๓ -\n${END}\n\n- ๒ -\n${MIDDLE}\n\n${HEAD}`],
    ['the third before the second', `${HEAD}\n\n- 3 -\n${END}\n\n- 2 -\n${MIDDLE}`],
    ['a short second page first', `- ๒ -\n๒. แบบที่สอง\n\n${HEAD}\n\n- ๓ -\n${END}`],
    ['the second before the first', `- ๒ -\n${MIDDLE}\n\n${HEAD}\n\n- ๓ -\n${END}`],
  ])('reads a letter with %s; what stands on pages behind the first is in doubt', (_, text) => {
    expect(summary(text)).toEqual([right]);
    const [letter] = read(text);
    const codes = (field: { doubts: readonly { code: string }[] } | undefined) =>
      field?.doubts.map(({ code }) => code);
    for (const field of [letter?.number, letter?.date, letter?.subject, letter?.to[0]]) {
      expect(codes(field)).toEqual([]);
    }
    for (const field of [letter?.deadlines[0], letter?.signatory]) {
      expect(codes(field)).toContain('page-order');
    }
  });

  it('reads a letter behind a page that belongs into its midst', () => {
    expect(summary(`${MIDDLE}\n\n\n${HEAD}\n\n${END}`)).toEqual([right]);
  });

  it.each([
    ['as they should be', `${HEAD}\n\n- ๒ -\n${MIDDLE}\n\n- ๓ -\n${END}`],
    ['on one page', `${HEAD}\n\n${END}`],
  ])('leaves pages %s', (_, text) => {
    const lines = sourceLines(text);
    expect(orderPages(lines)).toEqual({ lines, moved: new Set() });
    expect(read(text)[0]?.number.doubts).toEqual([]);
  });

  it('keeps two letters, one behind the other, apart', () => {
    const second = HEAD.replace('๔๓๒๑', '๔๓๒๒');
    const text = `${HEAD}\n\n${END}\n\n\n${second}\n\n${END}`;
    expect(summary(text)).toEqual([right, { ...right, number: 'มท 0808.4/ว 4322' }]);
    expect(read(text).flatMap((letter) => letter.number.doubts)).toEqual([]);
  });
});
