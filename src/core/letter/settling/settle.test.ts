import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../reading/document.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { MADE_UP_LETTER } from '../testing/made-up-letter.ts';
import { isOpen, questionsOf } from './question.ts';
import { answerFaults, settledLetter } from './settle.ts';

const letterOf = (text: string): LetterReading => {
  const reading = readDocument(text);
  if ('refusal' in reading) throw new Error(reading.refusal.what);
  return reading.letters[0] as LetterReading;
};
const LETTER = letterOf(MADE_UP_LETTER);
const question = (letter: LetterReading, path: string) =>
  questionsOf(letter).find((one) => one.path === path);

describe('questions about a letter', () => {
  it('put what is in doubt before what is not, the weightiest first', () => {
    const all = questionsOf(LETTER);
    const open = all.filter(isOpen).map(({ path }) => path);
    expect(all.slice(0, open.length).map(({ path }) => path)).toEqual(open);
    expect(open.slice(0, 2)).toEqual(['date', 'references.0.date']);
    expect(question(LETTER, 'date')?.doubts).toContain('ไม่มีวันที่นี้ในปฏิทิน');
    expect(all.every(({ choices, kind }) => kind !== 'date' || choices.length <= 2)).toBe(true);
  });

  it('say where in the file each field was read', () => {
    expect(question(LETTER, 'number')).toMatchObject({ line: 1, place: 'letter.number' });
    expect(question(LETTER, 'references.0.number')).toMatchObject({
      line: 6,
      place: 'letter.references.0',
      value: 'มท 0899.2/ว 99',
    });
  });
});

describe('a letter with answers', () => {
  it.each([
    ['date', '2026-02-27', (one: LetterReading) => one.date],
    ['number', 'มท ๐๘๙๙.๒/ว ๑๒๓๕', (one: LetterReading) => one.number],
    ['subject', ' ทดลอง  อ่าน ', (one: LetterReading) => one.subject],
    ['to.0', 'นายอำเภอ ทุกอำเภอ', (one: LetterReading) => one.to[0]],
    ['attachments.0', 'แบบรายงานผล', (one: LetterReading) => one.attachments[0]?.field],
  ])('has %s for certain', (path, answer, fieldOf) => {
    const settled = settledLetter(LETTER, { [path]: answer });
    const expected: Record<string, string> = {
      number: 'มท 0899.2/ว 1235',
      subject: 'ทดลอง อ่าน',
    };
    expect(fieldOf(settled)).toMatchObject({ value: expected[path] ?? answer, doubts: [] });
    expect(question(settled, path)?.doubts).toEqual([]);
  });

  it('keeps the doubt of the part of a reference that nobody answered', () => {
    const settled = settledLetter(LETTER, { 'references.0.date': '2025-02-28' });
    expect(settled.references[0]?.value).toMatchObject({
      number: 'มท 0899.2/ว 99',
      date: '2025-02-28',
    });
    expect(question(settled, 'references.0.date')).toMatchObject({ doubts: [] });
    const whole = {
      ...LETTER,
      references: LETTER.references.map((one) => ({
        ...one,
        doubts: [{ kind: 'unclear' as const, code: 'damaged-scan' as const, readings: [] }],
      })),
    };
    const half = settledLetter(whole, { 'references.0.date': '2025-02-28' });
    expect(question(half, 'references.0.date')?.doubts).toEqual([]);
    expect(question(half, 'references.0.number')?.doubts).toHaveLength(1);
  });

  it('has for certain the title of what is no letter, whose number nobody is asked for', () => {
    const text = MADE_UP_LETTER.replace(/^อ้างถึง.*$/m, 'อ้างถึง  ระเบียบองค์กรปกครองส่วนท้องถิน พ.ศ. ๒๕๖๖');
    const letter = letterOf(text);
    const asked = (one: LetterReading) =>
      questionsOf(one).filter(({ path }) => path.startsWith('references.'));
    expect(asked(letter)).toMatchObject([
      { path: 'references.0.title', kind: 'text', doubts: [expect.any(String)] },
    ]);
    const title = 'ระเบียบองค์กรปกครองส่วนท้องถิ่น พ.ศ. ๒๕๖๖';
    const settled = settledLetter(letter, { 'references.0.title': title });
    expect(asked(settled)).toMatchObject([{ value: title, doubts: [] }]);
    expect(answerFaults(letter, { 'references.0.number': 'มท 0899.2/ว 9' })).toHaveLength(1);
  });

  it('names a day of no calendar, and a field that the letter does not have', () => {
    expect(answerFaults(LETTER, { date: '30 ก.พ.', 'to.7': 'ใคร' })).toEqual([
      { path: 'date', answer: '30 ก.พ.', reason: 'value' },
      { path: 'to.7', answer: 'ใคร', reason: 'unknown' },
    ]);
    expect(answerFaults(LETTER, { date: '2026-02-30' })).toHaveLength(1);
    expect(() => settledLetter(LETTER, { date: '2026-02-30' })).toThrow(RangeError);
  });

  it('is as it was read where nothing was answered, and is asked nothing more where all was', () => {
    expect(settledLetter(LETTER, {})).toEqual(LETTER);
    fc.assert(
      fc.property(fc.constantFrom('2026-02-27', '2026-03-01'), (day) => {
        const all = Object.fromEntries(
          questionsOf(LETTER).map(({ path, kind, value }) => [
            path,
            kind === 'date' ? day : (value ?? 'อื่น'),
          ]),
        );
        expect(questionsOf(settledLetter(LETTER, all)).filter(isOpen)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });
});
