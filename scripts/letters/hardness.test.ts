import { expect, it } from 'vitest';
import { joinLetters } from '#core/letter/joining/join.ts';
import { readDocument } from '#core/letter/reading/document.ts';
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
])('reads 1 MB of %s in less than a second', (_, rates) => {
  const random = seededRandom(1);
  const letters: string[] = [];
  let size = 0;
  while (size < 1_000_000) {
    const text = degrade(makeLetter(random).lines, rates, random);
    letters.push(text);
    size += new TextEncoder().encode(text).length;
  }
  const text = letters.join('\n\n\n');
  // Time of the processor, best of three: tests run side by side.
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage();
    const reading = readDocument(text);
    if ('refusal' in reading) throw new Error(reading.refusal.what);
    joinLetters(reading.letters);
    expect(reading.letters.length).toBeGreaterThan(150);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  expect(Math.min(...times)).toBeLessThan(1000);
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
  'does not hang on a megabyte of %j',
  (piece) => {
    const text = `เรื่อง ทดสอบการอ่านหนังสือราชการ\nเรียน ผู้ว่าราชการจังหวัด\n${piece.repeat(1_000_000 / piece.length / 3)}`;
    const before = process.cpuUsage();
    readDocument(text);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000);
  },
  30_000,
);
