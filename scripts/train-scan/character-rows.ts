import { ADDED } from './charset.ts';

const LATIN = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz$&;_\\~’‘{}'];

/** Bits of `properties` in a row: letter 1, small 2, capital 4, digit 8, other print 16 (Tesseract: unicharset(5)). */
const propertiesOf = (character: string): number => {
  if (/\p{Nd}/u.test(character)) return 8;
  if (/\p{Lu}/u.test(character)) return 5;
  if (/\p{Ll}/u.test(character)) return 3;
  if (/\p{L}/u.test(character)) return 1;
  return /\p{M}/u.test(character) ? 0 : 16;
};

const scriptOf = (character: string): string =>
  /\p{Script=Thai}/u.test(character)
    ? 'Thai'
    : /\p{Script=Latin}/u.test(character)
      ? 'Latin'
      : 'Common';

/** A table of characters of Tesseract (`unicharset`) with those added that official letters need and it lacks. */
export const characterRows = (table: string): string => {
  const [, ...rows] = table.split('\n').filter(Boolean);
  const known = new Set(rows.map((row) => row.split(' ')[0]));
  for (const character of [...ADDED, ...LATIN]) {
    if (known.has(character)) continue;
    const at = rows.length;
    rows.push(
      `${character} ${propertiesOf(character)} 0,255,0,255,0,0,0,0,0,0 ${scriptOf(character)} ${at} 0 ${at} ${character}`,
    );
  }
  return `${rows.length}\n${rows.join('\n')}\n`;
};
