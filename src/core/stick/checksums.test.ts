import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printChecksums, readChecksums } from './checksums.ts';

const CHARACTER = fc.constantFrom(...'aZ0ก็ำ. *\t~', '😀', '\u2028');
const A = 'a'.repeat(64);

describe('the list of digests', () => {
  it('is that of sha256sum', () => {
    const files = [
      { path: 'หนังสือ ว 1.pdf', sha256: A },
      { path: 'a\\b\nc', sha256: A },
    ];
    expect(printChecksums(files)).toBe(`${A}  หนังสือ ว 1.pdf\n\\${A}  a\\\\b\\nc\n`);
    expect(readChecksums(printChecksums(files).slice(0, 0))).toEqual({ files: [] });
  });

  it.each([
    ['a line of something else', `${A}  a\nhello\n`, 2],
    ['a digest that is cut', `${A.slice(1)}  a\n`, 1],
    ['a last line that is cut', `${A}  a\n${A}  b`, 2],
    ['a path that leads out', `${A}  ../a\n`, 1],
    ['a path from the root', `${A}  /etc/a\n`, 1],
    ['a path of another drive', `${A}  C:/a\n`, 1],
    ['a path out by a backslash', `\\${A}  a\\\\..\\\\..\\\\b\n`, 1],
  ])('with %s is damaged', (_what, text, line) => expect(readChecksums(text)).toEqual({ line }));

  it('is read as Windows and sha256sum --binary write it', () =>
    expect(readChecksums(`${A} *a/b.pdf\r\n`)).toEqual({
      files: [{ path: 'a/b.pdf', sha256: A }],
    }));

  it('is read as it was written', () => {
    const name = fc
      .string({ unit: CHARACTER, minLength: 1, maxLength: 12 })
      .filter((text) => !/[/\\:\n\r]|^\.{1,2}$/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name)), (paths) => {
        const files = paths.map((parts) => ({ path: parts.join('/'), sha256: A }));
        expect(readChecksums(printChecksums(files))).toEqual({ files });
      }),
    );
  });
});
