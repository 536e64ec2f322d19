import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_NAME, LONGEST_PATH, nameKey, SafePaths, safeName } from './safe-name.ts';

const CHARACTER = fc.constantFrom(
  ...'aZ0ก็ำ.: ?*<>|"\\\t\u0000\u007f',
  '😀',
  '\ud83d',
  '\udc00',
  'con',
  'NUL',
);

const LONG = 'ก'.repeat(300);

describe('a safe name', () => {
  it.each([
    ['หนังสือ ว 2007.pdf', 'หนังสือ ว 2007.pdf'],
    ['a:b?.pdf', 'a_b_.pdf'],
    ['con', '_con'],
    ['CON.pdf', '_CON.pdf'],
    ['aux .txt', '_aux .txt'],
    ['com¹.x', '_com¹.x'],
    ['console.pdf', 'console.pdf'],
    ['lpt10.txt', 'lpt10.txt'],
    ['end.', 'end_'],
    ['end ', 'end_'],
    [' start', '_start'],
    ['tab\tname', 'tab_name'],
    ['half\ud83d', 'half_'],
    ['😀.pdf', '😀.pdf'],
  ])('of %j is %j', (name, safe) => expect(safeName(name)).toBe(safe));

  it('is short, keeps its ending, and differs where the long ones differ', () => {
    const [a, b] = [safeName(`${LONG}1.pdf`), safeName(`${LONG}2.pdf`)];
    expect(a).toMatch(/^ก+~[0-9a-f]{8}\.pdf$/);
    expect(a.length).toBe(LONGEST_NAME);
    expect(a).not.toBe(b);
  });

  it('is safe, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: CHARACTER, minLength: 1, maxLength: 150 }), (name) => {
        const safe = safeName(name.replaceAll('/', '-'));
        expect(safe).not.toMatch(/[<>:"|?*\\\p{Cc}\p{Cs}]|[ .]$|^ /u);
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(safe.length).toBeLessThanOrEqual(LONGEST_NAME);
        expect(safeName(safe)).toBe(safe);
      }),
    );
  });
});

describe('paths', () => {
  const given = (...paths: string[]): string[] => {
    const safe = new SafePaths();
    return paths.map((path) => safe.give(path));
  };

  it.each([
    [
      ['a/x.pdf', 'a/X.pdf'],
      ['a/x.pdf', 'a/X~2.pdf'],
    ],
    [
      ['A/x.pdf', 'a/y.pdf'],
      ['A/x.pdf', 'A/y.pdf'],
    ],
    [
      ['a/b', 'A/B/c'],
      ['a/b', 'a/B~2/c'],
    ],
    [
      ['a?/x', 'a*/x'],
      ['a_/x', 'a_/x~2'],
    ],
    [['con/nul.pdf'], ['_con/_nul.pdf']],
    [
      ['é.pdf', 'e\u0301.pdf'],
      ['é.pdf', 'e\u0301~2.pdf'],
    ],
  ])('of %j are %j', (paths, safe) => {
    expect(given(...paths)).toEqual(safe);
  });

  it('are short enough for Windows', () => {
    const deep = `${'folder-of-many-letters/'.repeat(14)}name.pdf`;
    const long = `${'a'.repeat(100)}/${'b'.repeat(90)}/${'ค'.repeat(100)}.pdf`;
    for (const path of given(deep, `${deep}x`, long))
      expect(path.length).toBeLessThanOrEqual(LONGEST_PATH);
    expect(new Set(given(deep, `${deep}x`)).size).toBe(2);
  });

  it('differ for every system, whatever they were', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'A', '.', ' ', ':', 'ก', '/'),
      minLength: 1,
    });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 30 }), (names) => {
        const paths = names.map((one) => `x/${one.replace(/\/+/g, '-')}`);
        const unique = [...new Set(paths)];
        expect(new Set(given(...unique).map(nameKey)).size).toBe(unique.length);
      }),
    );
  });
});
