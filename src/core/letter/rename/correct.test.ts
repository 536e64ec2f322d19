import { describe, expect, it } from 'vitest';
import { correctMovements, renameRecord, settlesCitation } from './correct.ts';

const NUMBER = 'มท 0899.9/ว 41';
const letter = {
  key: 'letter',
  issuer: 'dla',
  number: { value: NUMBER },
  date: { value: '2025-11-12' },
};
const row = {
  kind: 'sent',
  office: 'dla',
  date: '2025-11',
  number: '',
  read: 'ว ๔?',
  doubt: 'number date',
  source: 'letter',
};
const unclear = { value: null, doubt: { kind: 'unreadable', readings: [] } } as const;

describe('correctMovements', () => {
  it.each([
    [
      'takes number and date over',
      {},
      letter,
      { number: NUMBER, date: '2025-11-12', doubt: '', read: '' },
    ],
    [
      'keeps what is still in doubt',
      { doubt: 'number date:cited' },
      { ...letter, number: unclear },
      { number: '', date: '2025-11-12', doubt: 'number', read: 'ว ๔?' },
    ],
    [
      'leaves what is certain',
      { number: 'มท 0899.9/ว 40', doubt: 'date' },
      letter,
      { number: 'มท 0899.9/ว 40' },
    ],
    ['leaves receipts', { kind: 'received' }, letter, { number: '', doubt: 'number date' }],
    ['leaves letters of others', { source: 'p50' }, letter, { number: '', doubt: 'number date' }],
  ])('%s', (_, given, by, expected) => {
    expect(correctMovements([{ ...row, ...given }], [by])[0]).toMatchObject(expected);
  });
});

it.each([
  ['its own reading is the number', 'p50', NUMBER, true],
  ['it prints another number', 'p50', 'มท 0899.9/ว 47', false],
  ['another letter reads it so', 'p51', NUMBER, false],
])('settles a citation where %s: %s %s', (_, source, value, settled) => {
  const cited = {
    value: null,
    doubt: { kind: 'conflict' as const, readings: [{ read: 'x', value, source }] },
  };
  expect(settlesCitation(cited, 'p50', letter.number)).toBe(settled);
});

it.each([
  ['record: circulars/2568/dla-x-wx-1112\n', 'record: circulars/2568/dla-1-w41-1112\n'],
  ['[ก](/circulars/2568/dla-x-wx-1112/#letter)', '[ก](/circulars/2568/dla-1-w41-1112/#letter)'],
  ['circulars/2568/dla-x-wx-1112-2', 'circulars/2568/dla-x-wx-1112-2'],
])('renames %s', (text, expected) => {
  expect(renameRecord(text, 'circulars/2568/dla-x-wx-1112', 'circulars/2568/dla-1-w41-1112')).toBe(
    expected,
  );
});
