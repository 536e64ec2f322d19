import { alikeLetters } from '#core/letter/reading/alike-letters.ts';
import { type FoundWord, KNOWN_WORDS, placesOf } from './known-words.ts';

/** Marks above the line that are lost, or found where none is. */
const MARKS = '่้์ั';
/** Consonants, and vowels above and below them. */
const CARRIES_MARK = /[ก-ฮิีึืุู]/;
const SARA_AM = '\u0e33';
const MARK = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/;

/** A word as it is read where one of its characters is taken for another, lost, or followed by a mark that is none. */
const misreadings = (word: string): string[] => {
  const made: string[] = [];
  for (let at = 0; at < word.length; at++) {
    const char = word[at] as string;
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    for (const other of alikeLetters(char)) made.push(before + other + after);
    if (MARK.test(char)) made.push(before + after);
    if (CARRIES_MARK.test(char) && !MARK.test(after[0] ?? '')) {
      for (const mark of MARKS) made.push(before + char + mark + after);
    }
  }
  return made;
};

/** Words, and words side by side, that are one character away from another word and as good. Reviewed list. */
const AS_GOOD = new Set(
  (
    'เท่ากัน รวมกัน เดียวกับ เดียวกัน ร่วมกับ เขาร่วม ข้อตกลง คลาย เตือน กล้อง หน่อย ลำเนา สถาน เรียบ เลือน ' +
    'ส่วนมาก เชียน เซียน เจียน เขาใช้ เดี่ยว ผู้ชาย กลอง เดือด กลางคน เคียว เถื่อน สังเคราะห์ อันที่ ที่ลอง'
  ).split(' '),
);

/** What a misread word may have been meant to be; none of these is a word itself. */
const misreadWords = (): ReadonlyMap<string, readonly string[]> => {
  const meant = new Map<string, string[]>();
  for (const word of KNOWN_WORDS) {
    for (const misread of misreadings(word)) {
      if (KNOWN_WORDS.has(misread) || AS_GOOD.has(misread)) continue;
      const words = meant.get(misread);
      if (words === undefined) meant.set(misread, [word]);
      else if (!words.includes(word)) words.push(word);
    }
  }
  return meant;
};

let table: ReadonlyMap<string, readonly string[]> | null = null;

/** A part of a text that is no word, and the words that it becomes with one character changed; `end` is not in it. */
export interface MisreadWord extends FoundWord {
  readonly words: readonly string[];
}

/** Whether a word holds more of a text than a part does, and all of that. */
const holds = (word: FoundWord, part: FoundWord): boolean =>
  covers(word, part) && lengthOf(word) > lengthOf(part);

const covers = (one: FoundWord, { start, end }: FoundWord): boolean =>
  one.start <= start && one.end >= end;

/** Letters of a word from which on it says that another that it runs into is none. */
const SURE = 3;

/** Whether a word begins before a part and ends within it, or begins within it and ends behind it. */
const runsInto = ({ start, end }: FoundWord, part: FoundWord): boolean =>
  end - start >= SURE &&
  ((start < part.start && end > part.start) || (start < part.end && end > part.end));

const SEGMENTER = new Intl.Segmenter('th', { granularity: 'word' });

/** Words of the dictionary that the runtime has, each where it stands. */
const dictionaryWords = (text: string): FoundWord[] =>
  [...SEGMENTER.segment(text)].map(({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }));

const lengthOf = ({ start, end }: FoundWord): number => end - start;

/**
 * Words of a text that are one confusion away from a word of letters and no words themselves: ดำบล for ตำบล. What is part of a
 * longer word of the text, known or of a dictionary, is none.
 */
export const misreadWordsIn = (text: string): MisreadWord[] => {
  table ??= misreadWords();
  const found = placesOf(text, table).filter(
    ({ end }) => !MARK.test(text[end] ?? '') && text[end] !== SARA_AM,
  );
  if (found.length === 0) return [];
  const words = [...placesOf(text, KNOWN_WORDS), ...dictionaryWords(text)];
  const misread = found.filter(
    (one) => !words.some((word) => holds(word, one) || runsInto(word, one)),
  );
  // Of misread words within each other the longest one says most.
  const isWithin = (one: FoundWord, at: number): boolean =>
    misread.some(
      (other, place) =>
        place !== at && covers(other, one) && (lengthOf(other) > lengthOf(one) || place < at),
    );
  return misread
    .filter((one, at) => !isWithin(one, at))
    .map(({ start, end }) => ({ start, end, words: table?.get(text.slice(start, end)) ?? [] }));
};
