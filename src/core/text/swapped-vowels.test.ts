import { describe, expect, it } from 'vitest';
import { growthOf, LINEAR } from '../../../tests/growth.ts';
import { readSwapped, repairBrokenVowels } from './swapped-vowels.ts';

describe('repairBrokenVowels', () => {
  it.each([
    // Sara am proper has a space before it.
    ['กำรจัดท ำแผนพัฒนำเฉพำะ', 'การจัดทำแผนพัฒนาเฉพาะ', true],
    ['หน้ำที่ของเจ้ำพนักงำน จ ำนวน ๒ คน เฉพำะรำย', 'หน้าที่ของเจ้าพนักงาน จำนวน ๒ คน เฉพาะราย', true],
    // It has none, and stands in words that are known.
    ['กำรกำหนดอำนำจหน้ำที่ของสำนักงำน เรื่องเข้ำ', 'การกำหนดอำนาจหน้าที่ของสำนักงาน เรื่องเข้า', true],
    ['กำรเข้ำใช้งำนระบบ', 'การเข้าใช้งานระบบ', true],
    // "ทำ" or "ทา": left as it is.
    ['เข้ำไปทำ', 'เข้าไปทำ', false],
    // Whole texts, and what a visitor has not typed to its end.
    ['สำนักงาน', 'สำนักงาน', true],
    ['กำห', 'กำห', true],
    ['ประจำปี ๒๕๖๙', 'ประจำปี ๒๕๖๙', true],
    ['', '', true],
  ])('%s', (broken, text, certain) => {
    expect(repairBrokenVowels(broken)).toMatchObject({ text, certain });
  });

  it('counts what it changed', () => {
    expect(repairBrokenVowels('เรำจะเข้ำ').repairs).toBe(2);
    expect(repairBrokenVowels('เราจะเข้า').repairs).toBe(0);
  });

  it('repairs the lines of one font where another is sound', () => {
    expect(repairBrokenVowels('เรื่อง กำรเดินทำง\nตามที่ได้จำแนกไว้').text).toBe(
      'เรื่อง การเดินทาง\nตามที่ได้จำแนกไว้',
    );
  });

  it('is linear', () => {
    const make = (size: number) => 'กำรเดินท ำ '.repeat(size);
    expect(growthOf(make, repairBrokenVowels)).toBeLessThan(LINEAR);
  });
});

it('reads a text as swapped when asked to', () => {
  expect(readSwapped('กำรประชุมประจำปี').text).toBe('การประชุมประจำปี');
  expect(readSwapped('งำนสำรบรรณ').text).toBe('งานสารบรรณ');
});
