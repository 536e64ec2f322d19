import { describe, expect, it } from 'vitest';
import { fileShardPath, numberShardPath, readVerifyQuery } from './verify.ts';

const ORIGIN = 'https://wian.example';
const SHA = 'ab12'.repeat(16);

describe('readVerifyQuery', () => {
  it.each([
    [SHA, { kind: 'sha256', sha256: SHA }],
    [` ${SHA.toUpperCase().replace(/(.{8})/g, '$1 ')}`, { kind: 'sha256', sha256: SHA }],
    ['6NJ8FY', { kind: 'code', code: '6NJ8FY' }],
    ['6nj-8fy', { kind: 'code', code: '6NJ8FY' }],
    ['HTTPS://WIAN.EXAMPLE/q/6NJ8FY/#p50', { kind: 'code', code: '6NJ8FY' }],
    ['https://wian.example/q/6NJ8FY/2/', { kind: 'code', code: '6NJ8FY' }],
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗', { kind: 'number', number: 'มท 0808.4/ว 2007' }],
    ['ที่ มท 0808.4/ว2007', { kind: 'number', number: 'มท 0808.4/ว 2007' }],
    [
      'https://other.example/q/6NJ8FY/',
      { kind: 'foreign', address: 'https://other.example/q/6NJ8FY/' },
    ],
    ['https://wian.example/about/', { kind: 'foreign', address: 'https://wian.example/about/' }],
    ['6NJ8FX', { kind: 'unreadable' }],
    ['', { kind: 'unreadable' }],
  ])('%s', (typed, query) => expect(readVerifyQuery(typed, ORIGIN)).toEqual(query));
});

describe('readVerifyQuery of a portal with a path', () => {
  it.each([
    ['https://wian.example/sub/q/6NJ8FY/', { kind: 'code', code: '6NJ8FY' }],
    ['HTTPS://WIAN.EXAMPLE/sub/q/6nj8fy', { kind: 'code', code: '6NJ8FY' }],
    ['6NJ8FY', { kind: 'code', code: '6NJ8FY' }],
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
  ])('%s', (typed, query) => expect(readVerifyQuery(typed, `${ORIGIN}/sub`)).toEqual(query));

  it('knows at the root no code of a portal with a path', () => {
    const address = 'https://wian.example/sub/q/6NJ8FY/';
    expect(readVerifyQuery(address, ORIGIN)).toEqual({ kind: 'foreign', address });
  });
});

it('asks for a part of the lists that tells little of what is asked', () => {
  expect(fileShardPath(SHA)).toBe('/verify/files-ab.json');
  expect(numberShardPath('มท 0808.4/ว 2007')).toBe('/verify/numbers-07.json');
  expect(numberShardPath('มท 0808.4/ว 7')).toBe('/verify/numbers-07.json');
});
