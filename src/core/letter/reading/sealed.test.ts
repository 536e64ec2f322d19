import { describe, expect, it } from 'vitest';
import { readDocument } from './document.ts';

const SEALED = `ด่วนที่สุด
ที่ มท ๐๘๑๖.๕/ว ๙๙๐๒

ถึง สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด ทุกจังหวัด

ด้วยกรมส่งเสริมการปกครองท้องถิ่นได้จัดทำคู่มือสมมติสำหรับสถานศึกษา จึงขอให้แจ้งองค์กรปกครอง
ส่วนท้องถิ่นในพื้นที่ส่งแบบตอบรับถึงกรมส่งเสริมการปกครองท้องถิ่น ภายในวันที่ ๓๑ กรกฎาคม ๒๕๖๘

กรมส่งเสริมการปกครองท้องถิ่น
๒๐ มิถุนายน ๒๕๖๘

กองส่งเสริมและพัฒนาการจัดการศึกษาท้องถิ่น
โทร. ๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๕๓๑๒`;

const SIGNED = `ที่ ชพ ๐๐๒๓.๓/ว ๙๙๐๓
ศาลากลางจังหวัดชุมพร
๒๖ มิถุนายน ๒๕๖๘
เรื่อง คู่มือสมมติ
เรียน นายอำเภอ ทุกอำเภอ
ด้วยจังหวัดชุมพรได้รับแจ้งจากกรมส่งเสริมการปกครองท้องถิ่น จึงขอให้แจ้งเทศบาลตำบลทราบ
ขอแสดงความนับถือ
(นายตัวอย่าง สมมติ)
ผู้ว่าราชการจังหวัดชุมพร`;

const lettersOf = (text: string) => {
  const read = readDocument(text);
  if ('refusal' in read) throw new Error(read.refusal.what);
  return read.letters;
};

const codes = ({ doubts }: { readonly doubts: readonly { readonly code: string }[] }): string[] =>
  doubts.map(({ code }) => code);

describe('a letter under seal', () => {
  it('is read with its office and date from behind the text', () => {
    const [letter, ...more] = lettersOf(SEALED);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({
      level: { value: 'department', doubts: [] },
      issuer: { value: 'กรมส่งเสริมการปกครองท้องถิ่น', doubts: [] },
      number: { value: 'มท 0816.5/ว 9902', doubts: [] },
      date: { value: '2025-06-20', doubts: [] },
      urgency: { value: 'most-urgent', doubts: [] },
      secrecy: { value: 'normal' },
      circular: { value: true },
      to: [{ value: 'สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด ทุกจังหวัด', doubts: [] }],
      deadlines: [{ value: { kind: 'by', to: '2025-07-31' }, doubts: [] }],
      contact: { unit: 'กองส่งเสริมและพัฒนาการจัดการศึกษาท้องถิ่น', phones: ['๐ ๒๐๐๐ ๐๐๐๐ ต่อ ๕๓๑๒'] },
    });
  });

  it('has no subject and no signature: a person words the one, and is not asked for the other', () => {
    const [letter] = lettersOf(SEALED);
    expect(letter?.subject).toMatchObject({ value: null, read: null });
    expect(codes(letter?.subject ?? { doubts: [] })).toEqual(['no-subject']);
    expect(letter?.signatory).toMatchObject({ value: null, doubts: [] });
  });

  it.each([
    ['in front of the letter that passes it on', [SEALED, SIGNED]],
    ['behind the letter that passes it on', [SIGNED, SEALED]],
    ['behind another one', [SEALED, SEALED.replace('๙๙๐๒', '๙๙๐๔')]],
  ])('is told apart %s', (_, files) => {
    const letters = lettersOf(files.join('\n\n'));
    expect(letters.map(({ number }) => number.value)).toEqual(
      files.map((text) => (lettersOf(text)[0] as (typeof letters)[number]).number.value),
    );
    expect(letters.map(({ urgency }) => urgency.value)).toEqual(
      files.map((text) => (text.startsWith('ด่วน') ? 'most-urgent' : 'normal')),
    );
    expect(letters.flatMap(({ deadlines }) => deadlines)).toHaveLength(
      files.filter((text) => text.startsWith('ด่วน')).length,
    );
  });

  it.each([
    [
      'เทศบาลนครสมมติ เทศบาลเมืองทดลอง และองค์การบริหารส่วนจังหวัดสมมติ',
      ['เทศบาลนครสมมติ', 'เทศบาลเมืองทดลอง', 'องค์การบริหารส่วนจังหวัดสมมติ'],
    ],
    ['เทศบาลตำบลทดลอง อำเภอทดลอง จังหวัดสมมติ', ['เทศบาลตำบลทดลอง อำเภอทดลอง จังหวัดสมมติ']],
    ['อำเภอ ทุกอำเภอ และเทศบาลเมือง ทุกแห่ง', ['อำเภอ ทุกอำเภอ', 'เทศบาลเมือง ทุกแห่ง']],
    ['นายกเทศมนตรีตำบลทดลอง', ['นายกเทศมนตรีตำบลทดลอง']],
  ])('goes to offices: %s', (to, expected) => {
    const [letter] = lettersOf(SEALED.replace(/^ถึง.*$/m, `ถึง ${to}`));
    expect(letter?.to.map(({ value }) => value)).toEqual(expected);
    expect(letter?.to.flatMap(codes)).toEqual([]);
  });

  it('is in doubt where its foot was lost, and keeps its text', () => {
    const [letter] = lettersOf(SEALED.slice(0, SEALED.indexOf('กรมส่งเสริมการปกครองท้องถิ่น\n๒๐')));
    expect(codes(letter?.issuer ?? { doubts: [] })).toEqual(['missing']);
    expect(codes(letter?.date ?? { doubts: [] })).toEqual(['missing']);
    expect(letter?.deadlines).toHaveLength(1);
  });

  it.each([
    ['a day of its text that begins a line', 'ภายใน\nวันที่ ๓๑ กรกฎาคม ๒๕๖๘'],
    ['such a day behind a blank line', 'ภายใน\n\nวันที่\n๓๑ กรกฎาคม ๒๕๖๘'],
  ])('takes no other day for its own: %s', (_, day) => {
    const [letter] = lettersOf(
      SEALED.slice(0, SEALED.indexOf('กรมส่งเสริมการปกครองท้องถิ่น\n๒๐')).replace(
        'ภายในวันที่ ๓๑ กรกฎาคม ๒๕๖๘',
        day,
      ),
    );
    expect(letter?.date.value).toBeNull();
  });

  it('keeps its own office and date where a stamp of receipt stands below', () => {
    const [letter] = lettersOf(
      `${SEALED}\n\nเทศบาลตำบลสมมติ\nเลขที่รับ ๑๒๓\nวันที่ ๒๕ มิ.ย. ๒๕๖๘\nเวลา ๑๐.๐๐ น.`,
    );
    expect(letter?.issuer.value).toBe('กรมส่งเสริมการปกครองท้องถิ่น');
    expect(letter?.date).toMatchObject({ value: '2025-06-20', doubts: [] });
    expect(letter?.stamps.map(({ value }) => value?.number)).toEqual(['123']);
  });

  it('refuses its mark of secrecy like that of others', () => {
    const [letter] = lettersOf(`ลับ\n${SEALED}`);
    expect(letter?.secrecy.value).toBe('confidential');
  });

  it.each([
    ['a line of the text', SIGNED.replace('ด้วยจังหวัด', 'ด้วยมีหนังสือ\nถึง สำนักงานสมมติ ด้วยจังหวัด')],
    ['a note above the subject', SIGNED.replace('เรื่อง', 'ถึง กองคลัง\nเรื่อง')],
  ])('is not seen in %s of a letter that has a subject', (_, text) => {
    const letters = lettersOf(text);
    expect(letters.map(({ subject }) => subject.value)).toEqual(['คู่มือสมมติ']);
  });

  it('is no list of offices without a number', () => {
    expect(readDocument(SEALED.replace(/^ที่ มท.*$/m, 'รายชื่อ'))).toHaveProperty('refusal');
  });
});
