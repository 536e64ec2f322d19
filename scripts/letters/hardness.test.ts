import { expect, it } from 'vitest';
import { joinLetters } from '#core/letter/joining/join.ts';
import { readDocument } from '#core/letter/reading/document.ts';
import { growthOf, LINEAR } from '../../tests/growth.ts';
import { seededRandom } from '../lib/random.ts';
import { CLEAN, degrade, POOR } from './degrade.ts';
import { makeLetter } from './generate.ts';
import { faultsOf } from './hardness.ts';
import { anyDocument } from './mutate.ts';

it('makes valid drafts of 2,000 damaged letters, or none', { timeout: 120_000 }, async () => {
  for (let seed = 1; seed <= 2000; seed++) {
    const faults = await faultsOf(anyDocument(seed), seed % 50 === 0).catch((error: Error) => [
      String(error.stack),
    ]);
    expect(faults, `seed ${seed}`).toEqual([]);
  }
});

it.each([
  ['clean letters', CLEAN],
  ['poor scans', POOR],
])('reads %s in a time that grows as they do', { timeout: 60_000 }, (_, rates) => {
  const random = seededRandom(1);
  const letters = Array.from({ length: 400 }, () =>
    degrade(makeLetter(random).lines, rates, random),
  );
  const make = (size: number) => letters.slice(0, size).join('\n\n\n');
  const read = (text: string) => {
    const reading = readDocument(text);
    if ('refusal' in reading) throw new Error(reading.refusal.what);
    joinLetters(reading.letters);
    expect(reading.letters.length).toBeGreaterThan(10);
  };
  expect(growthOf(make, read, 25)).toBeLessThan(LINEAR);
});

it.each([
  'a',
  ' ',
  '\n',
  'ก',
  '๐',
  'ที่ มท ๐๘๐๘.๔/',
  'เรื่อง x\nเรียน y\n',
  '08 ',
  '(',
  'มกราคม ',
  '\u0E48',
])(
  'takes time by length alone for %j',
  (piece) => {
    const make = (size: number) =>
      `เรื่อง ทดสอบการอ่านหนังสือราชการ\nเรียน ผู้ว่าราชการจังหวัด\n${piece.repeat(size)}`;
    expect(growthOf(make, readDocument)).toBeLessThan(LINEAR);
  },
  30_000,
);
