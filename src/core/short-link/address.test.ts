import { expect, it } from 'vitest';
import { attachmentLabel, shortAddress } from './address.ts';

it.each([
  [
    'a circular',
    'https://wian.example',
    { code: 'K7M2XP' },
    'https://wian.example/q/K7M2XP/',
    'HTTPS://WIAN.EXAMPLE/q/K7M2XP/',
    'wian.example/q/K7M2XP',
  ],
  [
    'an attachment',
    'https://wian.example/',
    { code: 'K7M2XP', attachment: 2 },
    'https://wian.example/q/K7M2XP/2/',
    'HTTPS://WIAN.EXAMPLE/q/K7M2XP/2/',
    'wian.example/q/K7M2XP/2',
  ],
  [
    'an office that passes it on, on a portal with a port and a path',
    'http://localhost:4321/Portal/',
    { code: 'K7M2XP', office: 'p50' },
    'http://localhost:4321/Portal/q/K7M2XP/#p50',
    'HTTP://LOCALHOST:4321/Portal/q/K7M2XP/#p50',
    'localhost:4321/Portal/q/K7M2XP',
  ],
])('makes the address of %s', (_, origin, parts, href, encoded, printed) => {
  const address = shortAddress(origin, parts);
  expect(address).toEqual({ href, encoded, printed });
  expect(new URL(address.encoded).href).toBe(new URL(address.href).href);
});

it('names an attachment as letters do', () => {
  expect(attachmentLabel(12)).toBe('สิ่งที่ส่งมาด้วย ๑๒');
});
