import { expect, it } from 'vitest';
import { codeOfBytes, readCode } from './office-code.ts';

it('prints a code in three groups, and reads it however it is typed', () => {
  const code = codeOfBytes(Uint8Array.from({ length: 40 }, (_, at) => at * 7));
  expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  const read = readCode(code);
  expect(read).toHaveLength(15);
  expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(read);
});

it('leaves out bytes by which some characters would be likelier', () => {
  expect(() => codeOfBytes(new Uint8Array(40).fill(255))).toThrow('too few random bytes');
});

it.each(['', 'ABCDE', 'ABCDE-FGHJK-MNPQ0', 'ABCDE-FGHJK-MNPQRS'])(
  'reads no code in %j',
  (typed) => {
    expect(readCode(typed)).toBeNull();
  },
);
