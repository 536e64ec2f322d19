import { describe, expect, it } from 'vitest';
import type { Circular } from '#core/letter/circular.ts';
import type { Letter } from '#core/letter/letter.ts';
import { viewContact, viewLetterFace, viewSignatory, viewUrgentUntil } from './letter-face.ts';

const nameSource = (key: string): string => key;
const UNREADABLE = { value: null, doubt: { kind: 'unreadable' as const, readings: [] } };

const LETTER = {
  issuer: 'dla',
  number: { value: 'มท 0808.4/ว 15' },
  date: { value: '2025-04-02' },
  subject: { value: 'การเข้าใช้งานระบบ' },
  to: [{ text: 'ผู้ว่าราชการจังหวัด ทุกจังหวัด' }, { text: 'นายกเมืองพัทยา' }],
  references: [],
} as unknown as Letter;

const face = (letter: Partial<Letter> = {}, rest: Partial<Circular> = {}) =>
  viewLetterFace(
    {
      letter: { ...LETTER, ...letter },
      attachments: [{ title: 'คู่มือ' }, { title: 'แบบ' }],
      source: 'สำเนาสแกน',
      ...rest,
    } as Circular,
    new Map(),
    new Map(),
    nameSource,
  );

it('prints number and day as the letter does, and every addressee and attachment in order', () => {
  const view = face();
  expect([view.number.text, view.date.text]).toEqual(['มท ๐๘๐๘.๔/ว ๑๕', '๒ เมษายน ๒๕๖๘']);
  expect(view.to).toEqual(['ผู้ว่าราชการจังหวัด ทุกจังหวัด', 'นายกเมืองพัทยา']);
  expect(view.attachments).toEqual(['คู่มือ', 'แบบ']);
  expect(view.source).toBe('สำเนาสแกน');
});

it('names an issuer that the registry does not have by its id, and not at all by a guess', () => {
  expect(face().issuer).toBe('dla');
});

it('has no signatory, contact or day to answer by where the letter has none', () => {
  expect(face()).toMatchObject({ signatory: null, contact: null, urgentUntil: null });
});

describe('urgency', () => {
  it.each<[string, Letter['urgency'], string | null | undefined]>([
    ['nothing where the head has no mark', { value: 'normal' }, undefined],
    ['the class that the head states', { value: 'most-urgent' }, 'ด่วนที่สุด'],
    ['no class where a mark cannot be read', { ...UNREADABLE }, null],
    [
      'a doubt where no mark seems to be there',
      { value: 'normal', doubt: { kind: 'unclear', readings: [] } },
      'ปกติ',
    ],
  ])('shows %s', (_, urgency, text) => {
    const shown = face({ urgency }).urgency;
    expect(shown === null ? undefined : shown.text).toBe(text);
    expect(shown?.doubt !== null && shown !== null).toBe(urgency?.doubt !== undefined);
  });

  it('says that nobody has seen the head where that is so', () => {
    expect(face({ urgency: undefined }).urgency?.doubt?.nothing).toBe('ยังไม่ทราบชั้นความเร็ว');
  });
});

it.each([
  [undefined, null],
  ['2025-04-05', 'ด่วนภายใน 5 เมษายน 2568'],
  ['2025-04-05T16:30', 'ด่วนภายใน 5 เมษายน 2568 16:30'],
])('of %j as the day to answer by shows %j', (until, text) => {
  expect(viewUrgentUntil(until)).toBe(text);
});

it.each<[string, Letter['signatory'], object | null]>([
  ['without a name', { post: 'อธิบดี' }, { name: null, post: 'อธิบดี', onBehalf: null }],
  [
    'on behalf of another',
    { name: { value: 'นายก ข' }, post: 'รองอธิบดี', onBehalfOf: 'อธิบดี' },
    { name: { text: 'นายก ข' }, onBehalf: 'ปฏิบัติราชการแทน อธิบดี' },
  ],
  ['whose name cannot be read', { name: UNREADABLE, post: 'อธิบดี' }, { name: { text: null } }],
])('shows a signatory %s', (_, signatory, expected) => {
  expect(viewSignatory({ signatory } as Letter, nameSource)).toMatchObject(expected as object);
});

it('marks the one telephone number of a contact that is in doubt', () => {
  const contact = {
    unit: 'สำนักบริหารการคลังท้องถิ่น',
    phones: [{ value: '0-2241-9000' }, UNREADABLE],
    email: 'a@made-up.go.th',
  };
  const view = viewContact({ contact } as unknown as Letter, nameSource);
  expect(view?.phones.map(({ text, doubt }) => [text, doubt !== null])).toEqual([
    ['0-2241-9000', false],
    [null, true],
  ]);
  expect(view).toMatchObject({ group: undefined, website: undefined, email: 'a@made-up.go.th' });
});
