import { describe, expect, it } from 'vitest';
import { Lexicon } from './lexicon.ts';
import type { CorrectionMode } from './noisy-reader.ts';
import { readQuery } from './query.ts';
import { correctTokens, singleSlips } from './repair.ts';

const words = ['ตั้ง', 'รหัสผ่าน', 'ใหม่', 'ระเบียบ', 'ตาม', 'ประจำปี'];
const lexicon = new Lexicon({ words, costs: words.map(() => 40) });
const corrected = (query: string, mode: CorrectionMode) =>
  readQuery(query, lexicon, { correct: (...text) => correctTokens(...text, mode) }).corrected.map(
    ({ from, to }) => `${from} > ${to}`,
  );

describe('correcting', () => {
  it.each<[string, CorrectionMode, string, string[]]>([
    ['carefully corrects a long word', 'careful', 'ตั้งรหสผ่าน', ['รหสผ่าน > รหัสผ่าน']],
    ['carefully leaves short words alone', 'careful', 'ใหม่ตาน', []],
    ['boldly corrects short words in a long run', 'bold', 'ประจำปีตาน', ['ตาน > ตาม']],
    ['boldly leaves a short run alone', 'bold', 'ตาน', []],
    ['carefully leaves the first letter alone', 'careful', 'พะเบียบตาม', []],
    ['boldly corrects the first letter', 'bold', 'พะเบียบตาม', ['พะเบียบ > ระเบียบ']],
    ['finds a letter before its vowel', 'careful', 'ตามะเบียบ', ['ะเบียบ > ระเบียบ']],
    ['boldly leaves a word that asks alone', 'bold', 'ตั้งรหัสผ่านไหม', []],
    ['leaves what is quoted alone', 'bold', '"ประจำปีตาน"', []],
  ])('%s', (_, correct, query, expected) => {
    expect(corrected(query, correct)).toEqual(expected);
  });
});

describe('singleSlips', () => {
  const phraseWords = [
    'มี',
    'อำนาจ',
    'ให้',
    'แก่',
    'ใน',
    'ระหว่าง',
    'ดูแล',
    'เขต',
    'พื้นที่',
    'จ่าย',
    'เงิน',
    'มา',
    'รวม',
  ];
  const ofPhrases = new Lexicon({ words: phraseWords, costs: phraseWords.map(() => 40) });
  const readings = (text: string) => singleSlips(text, ofPhrases, 8).map(({ folded }) => folded);

  it.each([
    ['a letter left out behind a vowel before it', 'จ่ายเงินใ้แก่', 'จ่ายเงินให้แก่'],
    ['a vowel before a letter pressed twice in its place', 'จ่ายใใระหว่าง', 'จ่ายในระหว่าง'],
    ['a vowel before a letter in place of the last letter', 'ดูแแพื้นที่', 'ดูแลพื้นที่'],
    ['a vowel in place of the first letter', 'มาาวมเงิน', 'มารวมเงิน'],
    ['a vowel in place of the letter that a word begins with', 'ให้มีาำนาจ', 'ให้มีอำนาจ'],
    ['two vowels that stand as one letter', 'มีอำนาจในแตพื้นที่', 'มีอำนาจในเขตพื้นที่'],
    ['a letter pressed twice in place of the next', 'จ่ายเงินในระะว่าง', 'จ่ายเงินในระหว่าง'],
    ['a letter left out', 'มีอำาจในเขต', 'มีอำนาจในเขต'],
    ['two letters exchanged', 'จ่ายเงินในระวห่าง', 'จ่ายเงินในระหว่าง'],
    ['the first letter exchanged with its vowel', 'เงินามรวม', 'เงินมารวม'],
    ['two letters exchanged over the border of words', 'อำนาจใรนะหว่าง', 'อำนาจในระหว่าง'],
    ['a letter too many', 'จ่ายเงินในรระหว่าง', 'จ่ายเงินในระหว่าง'],
    ['another letter', 'จ่ายเงินในระหส่าง', 'จ่ายเงินในระหว่าง'],
  ])('reads %s', (_, typed, meant) => {
    expect(readings(typed)).toContain(meant);
  });
});
