import { describe, expect, it } from 'vitest';
import { addressOfCode } from './short-address.ts';

describe('addressOfCode', () => {
  it.each([
    ['HTTPS://WIAN.EXAMPLE/q/NHJ4P2/', { code: 'NHJ4P2', attachment: null, office: null }],
    ['https://wian.example/sub/q/nhj4p2/3/#p50', { code: 'NHJ4P2', attachment: 3, office: 'p50' }],
    ['HTTPS://WIAN.EXAMPLE/q/NHJ4P2/#d5009', { code: 'NHJ4P2', attachment: null, office: 'd5009' }],
    ['https://wian.example/q/NHJ4P3/', null],
    ['https://line.example/ti/g/abc', null],
    ['NHJ4P2', null],
  ])('%s', (text, address) => expect(addressOfCode({ text })).toEqual(address));
});
