import { misspellings } from './lexicon.ts';
import { NEVER_WORDS } from './misread-words.ts';
import type { SourceLine } from './source-text.ts';
import { skeleton } from './spelling.ts';

const WINDOW = 10;
const MOST = 20_000;
// A mark that is lost is most often a tone mark; ู that is read as ่ comes from the fonts of LibreOffice.
const NEVER = new RegExp(
  [
    ...NEVER_WORDS,
    '^เรือง(?= )',
    '(?<![\u0E01-\u0E4E])ตามที(?=[ก-ฮเ-ไ])(?!ม)',
    '(?:วัน|ครั้ง|ระยะ|รุ่น|งวด|ฉบับ|ข้อ)ที(?= ?[๐-๙\\d])',
    '(?<=[ก-\u0E4E] ?)(?<!กำ)นัน(?=\\s|$)',
    '(?<!ช่วย)ผู(?=[ขคจชดตถทนบปผพมรวสอเแไ])',
    'ให(?=[กขคจชดตถทนบปผพรสอเแโไ])',
    'ซึง(?=ได้|เป็น|มี|จะ|อยู่)',
    'ที(?=ผ่าน|เกี่ยว|กำหนด|อ้างถึง|แนบ|ปรึกษา|ทำการ|ว่าการ|ได้รับ|ดิน|สาธารณ)',
    '(?:ประเด็น|สรุป|บันทึก|รวบรวม)ขอ(?=ซัก|เสนอ|สังเกต|กฎหมาย|ตกลง|ความ|คิดเห็น|ขัด)',
    // A syllable with a tone mark and no vowel ends in a consonant.
    '(?<![เ-ไ][ก-ฮ]?|[ก-ฮ]\u0E4C)[ก-ฮ][\u0E48-\u0E4B](?=[ )])',
    '[\u0E31\u0E33-\u0E39] ?9|(?<=[ก-\u0E4E])9 ?(?=[ก-ฮ])',
    '[\u0E38\u0E39] [ก-ฮ](?=\\s|$)',
  ].join('|'),
  'gm',
);

const IS_MARK = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]/;

/** The letters around the first place at which two spellings differ: the same lost mark in many words counts once. */
const placeOfFault = (a: string, b: string): string => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const before = skeleton(a.slice(0, at)).slice(-2);
  return before + skeleton(a.slice(at)).slice(0, 1);
};

/**
 * In how many ways a scan has lost tone marks or vowels: common words that are misspelled, each misspelling once, and
 * runs of letters that are spelled in two ways within the letter. Where there is one, no spelling of the letter can be
 * relied on, least of all names; where there are several, digits have suffered too.
 */
export const countLostMarks = (lines: readonly SourceLine[]): number => {
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .slice(0, MOST);
  const seen = new Map<string, string>();
  const faults = new Set<string>();
  const compare = (key: string, spelled: string): void => {
    const before = seen.get(key);
    if (before === undefined) seen.set(key, spelled);
    else if (before !== spelled) faults.add(placeOfFault(before, spelled));
  };
  for (const [run] of text.matchAll(/[\u0E01-\u0E4E]+/g)) {
    const bare = skeleton(run);
    // Where each letter of the skeleton stands; its marks follow it.
    const place: number[] = [];
    for (let at = 0; at < run.length; at++) if (!IS_MARK.test(run[at] as string)) place.push(at);
    for (let at = 0; at + WINDOW <= bare.length; at++) {
      const window = bare.slice(at, at + WINDOW);
      // The marks of the last letter belong to the next word as often as not, and those of the first to the word before:
      // ส่งเสริมการปกครอง and กรมการปกครอง end alike.
      const end = place[at + WINDOW - 1];
      compare(window, run.slice(place[at + 1], end));
      if (at === 0) compare(`^${window}`, run.slice(0, end));
    }
  }
  for (const { read, word } of misspellings(text)) faults.add(placeOfFault(read, word));
  for (const [read] of text.matchAll(NEVER)) faults.add(read);
  return faults.size;
};
