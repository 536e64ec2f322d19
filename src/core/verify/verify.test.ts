import { describe, expect, it } from 'vitest';
import {
  fileShardPath,
  numberShardPath,
  pagesOfNumber,
  readVerifyQuery,
  shardsOfNumber,
} from './verify.ts';

const ORIGIN = 'https://wian.example';
const SHA = 'ab12'.repeat(16);

const code = (attachment?: number, fragment = '') => ({
  kind: 'code',
  code: '6NJ8FY',
  attachment,
  fragment,
});
const fault = (kind: string, more = {}) => ({ kind: 'fault', fault: { kind, ...more } });

describe('readVerifyQuery', () => {
  it.each([
    [SHA, { kind: 'sha256', sha256: SHA }],
    [` ${SHA.toUpperCase().replace(/(.{8})/g, '$1 ')}`, { kind: 'sha256', sha256: SHA }],
    ['6NJ8FY', code()],
    ['6nj-8fy', code()],
    ['6NJ8FY/1', code(1)],
    ['HTTPS://WIAN.EXAMPLE/q/6NJ8FY/#p50', code(undefined, '#p50')],
    ['https://wian.example/q/6NJ8FY/2/', code(2)],
    ['wian.example/q/6NJ8FY', code()],
    [
      'https://other.example/q/6NJ8FY/',
      { kind: 'foreign', address: 'https://other.example/q/6NJ8FY/' },
    ],
    ['https://wian.example/about/', { kind: 'foreign', address: 'https://wian.example/about/' }],
    ['6NJ8FX', fault('check')],
    ['6NJ8FX/1', fault('check')],
    ['https://wian.example/q/6NJ8FX/', fault('check')],
    ['6NJ8F', fault('length', { length: 5 })],
    ['6NJ8FO', fault('character', { character: 'O', at: 6 })],
    ['รหัสผ่าน', { kind: 'unreadable' }],
    ['hello', fault('character', { character: 'E', at: 2 })],
    ['hello world', { kind: 'unreadable' }],
    ['มท ว', { kind: 'unreadable' }],
    ['', { kind: 'unreadable' }],
  ])('%s', (typed, query) => expect(readVerifyQuery(typed, [ORIGIN])).toEqual(query));

  it.each([
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗', 'มท', '0808.4', null],
    ['ที่ มท 0808.4/ว2007', 'มท', '0808.4', null],
    ['0808.4/ว 2007', null, '0808.4', null],
    ['ว 2007', null, null, null],
    ['ว๒๐๐๗', null, null, null],
    ['2007', null, null, null],
    ['ว 2007 ปี 2567', null, null, 2567],
  ])('%s is a number', (typed, prefix, unit, year) => {
    const query = readVerifyQuery(typed, [ORIGIN]);
    expect(query).toMatchObject({
      kind: 'number',
      asked: { year, readings: [{ source: 'letter', prefix, unit, running: '2007' }] },
    });
    if (query.kind === 'number') expect(query.asked.readings).toHaveLength(1);
  });
});

describe('pagesOfNumber', () => {
  const page = (href: string, years: number[], numberDoubt: string | null = null) => ({
    href,
    title: href,
    about: '',
    dateDoubt: null,
    withdrawn: null,
    numberDoubt,
    years,
  });
  const shard = {
    'มท 0808.4/ว 2007': [page('/a/', [2567])],
    'ชม 0023.5/2007': [page('/b/', [2568])],
    'มท 0808.4/ว 1207': [page('/c/', [2567])],
    'มท 0808.5/ว 1307': [page('/d/', [], 'อ่านได้ 0808.5 หรือ 0808.4')],
    'มท 0808.4/ว 1307': [page('/d/', [], 'อ่านได้ 0808.5 หรือ 0808.4')],
  };
  it.each([
    ['มท 0808.4/ว 2007', ['/a/']],
    ['0808.4/ว 2007', ['/a/']],
    // Whether a letter is a circular is often left out, and a ว put where there is none.
    ['ว 2007', ['/a/', '/b/']],
    ['2007', ['/a/', '/b/']],
    ['ว 2007 ปี 2568', ['/b/']],
    ['ว 1307', ['/d/']],
    ['ว 1307 ปี 2560', ['/d/']],
    ['ว 7', []],
  ])('of %s are %j', (typed, found) => {
    const query = readVerifyQuery(typed, [ORIGIN]);
    if (query.kind !== 'number') throw new Error(query.kind);
    expect(shardsOfNumber(query.asked)).toEqual(['/verify/numbers-07.json']);
    expect(pagesOfNumber(query.asked, [shard]).map(({ href }) => href)).toEqual(found);
  });
});

describe('readVerifyQuery of a portal with a path', () => {
  it.each([
    ['https://wian.example/sub/q/6NJ8FY/', code()],
    ['HTTPS://WIAN.EXAMPLE/sub/q/6nj8fy', code()],
    ['6NJ8FY', code()],
    // Another portal may stand on the same host.
    [
      'https://wian.example/q/6NJ8FY/',
      { kind: 'foreign', address: 'https://wian.example/q/6NJ8FY/' },
    ],
    [
      'https://wian.example/other/q/6NJ8FY/',
      { kind: 'foreign', address: 'https://wian.example/other/q/6NJ8FY/' },
    ],
    [
      'https://wian.example/subway/q/6NJ8FY/',
      { kind: 'foreign', address: 'https://wian.example/subway/q/6NJ8FY/' },
    ],
  ])('%s', (typed, query) => expect(readVerifyQuery(typed, [`${ORIGIN}/sub`])).toEqual(query));

  it('knows at the root no code of a portal with a path', () => {
    const address = 'https://wian.example/sub/q/6NJ8FY/';
    expect(readVerifyQuery(address, [ORIGIN])).toEqual({ kind: 'foreign', address });
  });
});

it('asks for a part of the lists that tells little of what is asked', () => {
  expect(fileShardPath(SHA)).toBe('/verify/files-ab.json');
  expect(numberShardPath('มท 0808.4/ว 2007')).toBe('/verify/numbers-07.json');
  expect(numberShardPath('มท 0808.4/ว 7')).toBe('/verify/numbers-07.json');
});
