import { describe, expect, it } from 'vitest';
import {
  isOfficial,
  LONGEST_POST,
  LONGEST_TITLE,
  mayEdit,
  officeOfPost,
  plainText,
  plainTitle,
  postFaults,
  waitsInQueue,
} from './post.ts';

describe('postFaults', () => {
  it('takes a question about a letter, with the telephone of an office', () => {
    const body = 'ตาม มท 0808.4/ว 1541 ลงวันที่ 2 เมษายน 2568 โทร 0 2241 9000';
    expect(postFaults({ title: 'ยืนยันตัวตนเมื่อใด', body })).toEqual([]);
  });

  it.each([
    [' ', 'ถาม', 'title-empty'],
    ['x'.repeat(LONGEST_TITLE + 1), 'ถาม', 'title-long'],
    ['ถาม', '\n', 'body-empty'],
    ['ถาม', 'x'.repeat(LONGEST_POST + 1), 'body-long'],
  ])('refuses %.5j with %.5j: %s', (title, body, kind) => {
    expect(postFaults({ title, body })).toEqual([{ kind }]);
  });

  it.each([
    ['โทร 080-000-0000', 'mobile', { line: 1, column: 5 }],
    ['สวัสดี\nโทร ๐๘๐ ๐๐๐ ๐๐๐๐', 'mobile', { line: 2, column: 5 }],
    ['ตอบที่ somchai@mail.invalid', 'email', { line: 1, column: 8 }],
    ['บัตร 1-0000-00000-00-9', 'citizen-id', { line: 1, column: 6 }],
  ])('refuses %j, with the kind and the place', (body, data, place) => {
    expect(postFaults({ title: null, body })).toEqual([
      { kind: 'personal', data, in: 'body', place },
    ]);
  });

  it('looks into titles as well', () => {
    expect(postFaults({ title: '0800000000', body: 'ถาม' })).toMatchObject([{ in: 'title' }]);
  });
});

describe('plain text', () => {
  it('has line ends of one kind and no marks that turn text around', () => {
    expect(plainText(' ก\r\nข\u202Eค\u0000\n')).toBe('ก\nขค');
    expect(plainTitle('ก\n\n ข')).toBe('ก ข');
  });
});

describe('waitsInQueue', () => {
  it.each([
    [0, false, true],
    [1, false, false],
    [0, true, false],
  ])('%i posts shown, may skip it %s: %s', (shown, maySkip, waits) => {
    expect(waitsInQueue(shown, maySkip)).toBe(waits);
  });
});

describe('an official answer', () => {
  it.each<[string[], string, string, boolean]>([
    [['dla'], 'dla', 'dla', true],
    [['p50', 'dla'], 'dla', 'dla', true],
    [['p50'], 'dla', 'p50', false],
    [['p50'], '', 'p50', false],
    [[], 'dla', '', false],
    [[], '', '', false],
  ])('by an officer of %j on what %j issued', (offices, issuer, office, official) => {
    expect(officeOfPost(offices, issuer)).toBe(office);
    expect(isOfficial(office, issuer)).toBe(official);
  });
});

describe('mayEdit', () => {
  it.each([
    ['a', 'shown', false, true],
    ['a', 'queued', false, true],
    ['a', 'removed', false, false],
    ['a', 'shown', true, false],
    ['b', 'shown', false, false],
    [null, 'shown', false, false],
  ])('a post of %s that is %s, locked %s: %s', (author, state, locked, may) => {
    expect(mayEdit({ author, state }, { locked }, 'a')).toBe(may);
  });
});
