import { describe, expect, it } from 'vitest';
import { draftOfChain } from '../draft/circular-draft.ts';
import { readDocument } from '../reading/document.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { joinLetters } from './join.ts';

const TEXT = `ที่ มท ๐๘๐๘.๔/ว ๑๕๔๑

กรมส่งเสริมการปกครองท้องถิ่น

๒ เมษายน ๒๕๖๘

เรื่อง การทดสอบระบบทะเบียนขององค์กรปกครองส่วนท้องถิ่น

เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด

อ้างถึง หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๐๘.๔/ว ๑๐๐ ลงวันที่ ๘ มกราคม ๒๕๖๘

สิ่งที่ส่งมาด้วย แบบรายงานผลการทดสอบ จำนวน ๑ ชุด

ด้วยกรมส่งเสริมการปกครองท้องถิ่นได้พัฒนาระบบทะเบียน จึงขอให้รายงานผลภายในวันที่ ๓๑ กรกฎาคม ๒๕๖๘ ต่อไป

ขอแสดงความนับถือ

(นายทดสอบ ระบบดี)
รองอธิบดี ปฏิบัติราชการแทน
อธิบดีกรมส่งเสริมการปกครองท้องถิ่น
`;

const read = (text: string): LetterReading => {
  const document = readDocument(text);
  if ('refusal' in document) throw new Error(document.refusal.what);
  const [letter] = document.letters;
  if (!letter || document.letters.length > 1) throw new Error('one letter was expected');
  return letter;
};
const joined = (...texts: string[]) => joinLetters(texts.map(read));
const draftOf = (set: ReturnType<typeof joined>) =>
  draftOfChain(set, set.chains[0] as (typeof set.chains)[number], {
    known: { officeOf: () => 'dla', recordOf: () => undefined, recordOfTitle: () => undefined },
    taken: new Set(),
    files: set.letters.map((_, at) => `${at}.txt`),
    today: '2026-11-30',
  });

describe('a letter that a set has twice', () => {
  it('is one letter, of which nothing is in doubt where both say the same', () => {
    const [once, twice] = [joined(TEXT), joined(TEXT, `\n\n${TEXT}`)];
    expect(twice.chains).toEqual([{ original: 0, links: [] }]);
    expect([...twice.copies]).toEqual([[1, 0]]);
    expect(twice.conflicts).toEqual([]);
    expect(twice.letters[0]).toEqual(once.letters[0]);
    expect(draftOf(twice).frontMatter.source).toContain('0.txt, 1.txt');
  });

  const other = (from: string, to: string) => joined(TEXT, TEXT.replace(from, to));

  it('has a conflict where its copies have another subject', () => {
    const set = other('เรื่อง การทดสอบระบบ', 'เรื่อง การทดลองระบบ');
    expect(set.chains).toHaveLength(1);
    expect(set.conflicts.map(({ field }) => field)).toEqual(['subject']);
    expect((draftOf(set).frontMatter.letter as Record<string, unknown>).subject).toMatchObject({
      doubt: 'conflict',
      readings: [{ source: 'letter' }, { source: 'letter' }],
    });
  });

  it('keeps every deadline that only one copy states, in doubt', () => {
    const set = other('๓๑ กรกฎาคม', '๓๐ กรกฎาคม');
    expect(
      set.letters[0]?.deadlines.map(({ value, doubts }) => [value?.to, doubts[0]?.code]),
    ).toEqual([
      ['2025-07-31', 'copies-disagree'],
      ['2025-07-30', 'copies-disagree'],
    ]);
    expect(draftOf(set).body).toContain('๓๑ กรกฎาคม');
    expect(draftOf(set).body).toContain('๓๐ กรกฎาคม');
    expect(joinLetters(set.letters, set.copies).letters).toEqual(set.letters);
  });

  it.each([
    ['references[0].number', 'ว ๑๐๐', 'ว ๑๐๑'],
    ['references[0].date', '๘ มกราคม', '๙ มกราคม'],
    ['attachments[0]', 'แบบรายงานผล', 'แบบสรุปผล'],
    ['to[0]', 'ผู้ว่าราชการจังหวัด ทุกจังหวัด', 'นายอำเภอ ทุกอำเภอ'],
    ['signatory.name', 'นายทดสอบ ระบบดี', 'นายทดสอบ ระบบใหม่'],
    ['signatory.post', 'รองอธิบดี ปฏิบัติ', 'อธิบดี ปฏิบัติ'],
  ])(
    'shows what copies say otherwise of %s, and is in order when joined again',
    (field, from, to) => {
      const set = other(from, to);
      expect(set.chains).toHaveLength(1);
      expect(set.conflicts.map((one) => one.field)).toContain(field);
      expect(joinLetters(set.letters, set.copies).letters).toEqual(set.letters);
    },
  );

  it('has the number that one copy has, and both dates where they differ', () => {
    const lost = other('๒ เมษายน ๒๕๖๘', '');
    expect(lost.chains).toHaveLength(1);
    expect(lost.letters[0]?.date.value).toBe('2025-04-02');
    const second = joined(TEXT.replace('๒ เมษายน ๒๕๖๘', ''), TEXT);
    expect(second.letters[0]?.date).toMatchObject({
      value: '2025-04-02',
      doubts: [{ kind: 'unclear', code: 'copies-disagree' }],
    });
  });

  it.each([
    ['number', '๑๕๔๑', '๑๕๔๒'],
    ['date', '๒ เมษายน', '๓ เมษายน'],
  ])('is another letter with another %s', (_, from, to) => {
    expect(other(from, to).chains).toHaveLength(2);
  });

  it('is another one without its date where the subject is another', () => {
    const undated = TEXT.replace('๒ เมษายน ๒๕๖๘', '').replace(
      'การทดสอบระบบทะเบียนขององค์กรปกครองส่วนท้องถิ่น',
      'การจัดสรรเงินอุดหนุนเฉพาะกิจประจำปี',
    );
    expect(joined(TEXT, undated).chains).toHaveLength(2);
  });

  it('is one without a number only where it says the same throughout', () => {
    const bare = TEXT.replace('ที่ มท ๐๘๐๘.๔/ว ๑๕๔๑', '');
    expect(joined(bare, bare).chains).toHaveLength(1);
    expect(joined(bare, bare.replace('๓๑ กรกฎาคม', '๓๐ กรกฎาคม')).chains).toHaveLength(2);
  });
});
