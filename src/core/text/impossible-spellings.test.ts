import { describe, expect, it } from 'vitest';
import { COMMON_WORDS } from '#core/search/common-words.ts';
import { impossibleSpellings, withSaraAm } from './impossible-spellings.ts';

const partsOf = (text: string): string[] =>
  impossibleSpellings(text).map(({ start, end }) => text.slice(start, end));

describe('impossibleSpellings', () => {
  it.each([
    ['น้ัาท่วม', ['้ั']],
    ['นั้าท่วม', ['ั้า']],
    ['หนังสืิอ', ['ืิ']],
    ['การั', ['ั']],
    ['ประิกาศ', ['ะิ']],
    ['จำุนวน', ['ำุ']],
    ['ที่่ดิน', ['่่']],
    ['เเจ้ง', ['เเ']],
    ['เาะ', ['เา']],
    ['สัเกต', ['ั']],
    ['จำานวน', ['ำา']],
    ['ไปี', ['ไปี']],
    ['ครั้ง ก้าำ ครั้ง', ['าำ']],
  ])('finds what no word is spelled with in %s', (text, parts) => {
    expect(partsOf(text).map((part) => part.slice(-(parts[0] as string).length))).toEqual(parts);
  });

  it.each([
    'ก็ เก็บ ก๋วยเตี๋ยว เกาะ เสาะหา โต๊ะ จ๊ะ แพะ และ เลอะ เยอะ เปรี๊ยะ ผัวะ ยัวะ ลัวะ',
    'น้ำ ช้ำ ซ้ำ ร่ำ ค่ำ กำ ทั้งนี้ ครั้ง ตั้ง วัว ตัวอย่าง ผู้ใหญ่ ไมล์ ไม้ ไวยากรณ์ ไทย ใหม่ ใกล้',
    'ศักดิ์สิทธิ์ พันธุ์ จันทร์ ศุกร์ เปอร์เซ็นต์ เล่ห์ เสน่ห์ พุทธฺ ธมฺโม กลฺยาณ ฤๅษี ฦๅชา ๆ ฯลฯ',
    'เรื่องที่ ๑ ก.ถ. อ.ก.ท.จ. มท ๐๘๐๘.๒/ว ๑๒๓๔',
  ])('finds nothing in %s', (text) => expect(partsOf(text)).toEqual([]));

  it('gives sara am for a ring that was read as mai han akat', () => {
    expect(withSaraAm('น้ำ')).toBeNull();
    expect(withSaraAm('นั้าท่วม')).toBe('น้ำท่วม');
    expect(withSaraAm('กัาหนด')).toBe('กำหนด');
    expect(withSaraAm('ประิกาศ')).toBeNull();
  });

  it('finds nothing in common words', () => {
    expect([...COMMON_WORDS].filter((word) => partsOf(word).length > 0)).toEqual([]);
  });
});
