import { describe, expect, it } from 'vitest';
import { Lexicon } from './lexicon.ts';
import type { Mending } from './noisy-reader.ts';
import { readQuery } from './query.ts';

const words = ['ตั้ง', 'รหัสผ่าน', 'ใหม่', 'ระเบียบ', 'ตาม', 'ประจำปี'];
const lexicon = new Lexicon({ words, costs: words.map(() => 40) });
const mended = (query: string, mend: Mending) =>
  readQuery(query, lexicon, { mend }).mended.map(({ from, to }) => `${from} > ${to}`);

describe('mending', () => {
  it.each<[string, Mending, string, string[]]>([
    ['carefully mends a long word', 'careful', 'ตั้งรหสผ่าน', ['รหสผ่าน > รหัสผ่าน']],
    ['carefully leaves short words alone', 'careful', 'ใหม่ตาน', []],
    ['boldly mends short words in a long run', 'bold', 'ประจำปีตาน', ['ตาน > ตาม']],
    ['boldly leaves a short run alone', 'bold', 'ตาน', []],
    ['carefully leaves the first letter alone', 'careful', 'พะเบียบตาม', []],
    ['boldly mends the first letter', 'bold', 'พะเบียบตาม', ['พะเบียบ > ระเบียบ']],
    ['finds a letter before its vowel', 'careful', 'ตามะเบียบ', ['ะเบียบ > ระเบียบ']],
    ['boldly leaves a word that asks alone', 'bold', 'ตั้งรหัสผ่านไหม', []],
    ['leaves what is quoted alone', 'bold', '"ประจำปีตาน"', []],
  ])('%s', (_, mend, query, expected) => {
    expect(mended(query, mend)).toEqual(expected);
  });
});
