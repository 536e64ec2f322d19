import { THAI_MONTHS } from '#core/letter/month.ts';
import { PHRASES } from '#core/letter/reading/lexicon.ts';
import { OFFICE_NAMES } from '#core/letter/reading/office-names.ts';
import { DEPARTMENTS } from '#core/letter/reading/offices.ts';
import { COMMON_WORDS } from '#core/search/common-words.ts';

/** Words of the form of letters and stamps (Regulation on Correspondence B.E. 2526, parts 1 and 3) that stand in no other list. */
const OF_LETTERS = (
  'เลขรับ เลขที่รับ รับที่ ลงวันที่ วันที่ อ้างถึง สิ่งที่ส่งมาด้วย ส่งมาด้วย เรื่อง เรียน หนังสือ สำเนา จำนวน ฉบับ ด่วนที่สุด ด่วนมาก ' +
  'จังหวัด อำเภอ ตำบล เทศบาล ศาลากลาง ที่ว่าการ สำนักงาน ผู้ว่าราชการ นายอำเภอ นายกเทศมนตรี นายกองค์การ อธิบดี ปลัดกระทรวง ' +
  'โทรศัพท์ โทรสาร ขอแสดงความนับถือ จึงเรียนมาเพื่อโปรด ทั้งนี้ ที่ไหน อะไร อย่างไร เมื่อใด สามารถ ภายใน'
).split(' ');

/** Letters of the shortest word that is looked for: shorter ones stand in other words by chance, if they are not of letters. */
const SHORTEST = 5;
const SHORTEST_OF_LETTERS = 4;

/** Words that official letters are made of: of the search, of the form of letters, and names of offices and provinces. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set(
  [...COMMON_WORDS, ...THAI_MONTHS, ...PHRASES, ...OFFICE_NAMES, ...DEPARTMENTS, ...OF_LETTERS]
    .filter((word) => word.length >= SHORTEST || OF_LETTERS.includes(word))
    .filter(
      (word) => word.length >= SHORTEST_OF_LETTERS && /^[ก-ฮเ-ไ][\u0e01-\u0e4e]+$/.test(word),
    ),
);

const LONGEST = [...KNOWN_WORDS].reduce((most, { length }) => Math.max(most, length), 0);

/** A word that stands in a text: UTF-16 offsets, end exclusive. */
export interface FoundWord {
  readonly start: number;
  readonly end: number;
}

/** All places of a text at which a key of `words` stands, of each place the longest. */
export const placesOf = (
  text: string,
  words: { readonly has: (word: string) => boolean },
): FoundWord[] => {
  const found: FoundWord[] = [];
  for (let start = 0; start < text.length; start++) {
    const most = Math.min(LONGEST + 1, text.length - start);
    for (let length = most; length >= SHORTEST_OF_LETTERS; length--) {
      if (!words.has(text.slice(start, start + length))) continue;
      found.push({ start, end: start + length });
      break;
    }
  }
  return found;
};
