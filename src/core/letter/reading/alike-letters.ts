/**
 * Characters that readers of scans take for each other in fonts that they never saw, by count on 936 such lines
 * (docs/scan-model.md), in groups of which each may be read as any other.
 */
const ALIKE = [
  'รว',
  'หท',
  'ชซข',
  'กภถ',
  'พนมบ',
  'ลถสด',
  'ดตค',
  'ใไ',
  'ฎฏ',
  'ผฝ',
  'พฟ',
  'บป',
  'ิีึื็',
  '่้๊๋์ั',
  'ุู',
  'จว',
  'อว',
  'ฆม',
  'ยข',
] as const;

/** The characters that a character may be taken for; none for most of them. */
export const alikeLetters = (char: string): string[] => [
  ...new Set(
    ALIKE.filter((group) => group.includes(char))
      .flatMap((group) => [...group])
      .filter((other) => other !== char),
  ),
];
