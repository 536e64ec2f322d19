import { describe, expect, it } from 'vitest';
import { readTypedCode } from './typed-code.ts';

const SITES = ['https://wian.example', 'http://127.0.0.1:4321'];
const code = (attachment?: number, fragment = '') => ({
  kind: 'code',
  code: 'KC9Y5D',
  attachment,
  fragment,
});

describe('readTypedCode', () => {
  it.each([
    ['KC9Y5D', code()],
    [' kc9-y5d ', code()],
    ['KC9Y5D/1', code(1)],
    ['kc9y5d / ๑/', code(1)],
    ['/q/KC9Y5D/', code()],
    ['q/KC9Y5D/2', code(2)],
    ['KC9Y5D#p50', code(undefined, '#p50')],
    ['wian.example/q/KC9Y5D', code()],
    ['WIAN.EXAMPLE/q/kc9y5d/3', code(3)],
    ['127.0.0.1:4321/q/KC9Y5D/', code()],
    ['https://wian.example/q/KC9Y5D/1/#p50', code(1, '#p50')],
    ['HTTP://127.0.0.1:4321/Q/KC9Y5D/', code()],
    [
      'https://other.example/q/KC9Y5D/',
      { kind: 'foreign', address: 'https://other.example/q/KC9Y5D/' },
    ],
    ['https://wian.example/about/', { kind: 'foreign', address: 'https://wian.example/about/' }],
    ['other.example/q/KC9Y5D', { kind: 'foreign', address: 'other.example/q/KC9Y5D' }],
    ['KC9Y5X', { kind: 'fault', fault: { kind: 'check' } }],
    ['KC9Y5X/1', { kind: 'fault', fault: { kind: 'check' } }],
    ['KC9Y5', { kind: 'fault', fault: { kind: 'length', length: 5 } }],
    ['KC9Y5D/a', { kind: 'fault', fault: { kind: 'character', character: '/', at: 7 } }],
    ['', { kind: 'fault', fault: { kind: 'length', length: 0 } }],
    ['/', { kind: 'fault', fault: { kind: 'character', character: '/', at: 1 } }],
  ])('%s', (typed, read) => expect(readTypedCode(typed, SITES)).toEqual(read));

  it('takes addresses of a portal with a path under that path alone', () => {
    const sites = ['https://wian.example/sub'];
    expect(readTypedCode('https://wian.example/sub/q/KC9Y5D/', sites)).toEqual(code());
    expect(readTypedCode('wian.example/sub/q/KC9Y5D', sites)).toEqual(code());
    expect(readTypedCode('https://wian.example/q/KC9Y5D/', sites).kind).toBe('foreign');
  });
});
