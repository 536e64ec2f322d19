import { isAgencyAbbreviation } from './agencies.ts';
import { isKnownOfficeName } from './office-names.ts';
import { isKnownPrefix, MINISTRY_PREFIXES } from './prefixes.ts';

/** The prefix of a number: its letters without dots, and where they begin. */
export interface PrefixReading {
  readonly text: string;
  readonly start: number;
  /** The letters are those of an office, too. */
  readonly unsure: boolean;
}

/** What follows the letters: ว alone, or the code of a unit (Arabic digits). */
export type Followed = { readonly unit: string } | 'mark';

// Numbers are short: nothing farther to the left can be part of one.
const REACH = 64;
const LETTERS = /((?:[ก-ฮ]\.?){1,14})(\s?\(\s?[ก-ฮ]\.?(?:[ก-ฮ. ]{0,12}[ก-ฮ]\.?)?\s?\))?[\s.]*$/;
const LABEL = /(?:(?:เลข)?ที่|(?:^|\s)ท[ีิ]่?)\s*$/;
const URGENCY_END = /ด่?วน\s?(?:ที่\s?สุด|มาก)?\s*$/;
/** Words that are part of a name together with what follows: "อำเภอ พล", "สำนักงาน กพ". */
const NAME_BEGINS =
  /(?:จังหวัด|อำเภอ|ตำบล|เทศบาล(?:นคร|เมือง|ตำบล)|บริหารส่วนตำบล|สำนักงาน|สนง\.?|เลขาธิการ|คณะกรรมการ|(?:^|[\s(])[จอต]\.)\s*$/;
/** A word that is no part of a name ends in a consonant, and letters may follow it without a space. */
const WORD_BEFORE =
  /(?:หนังสือ(?:เวียน|สั่งการ|ราชการ)?|ด่?วน\s?(?:ที่\s?สุด|มาก)?|เวียน|ตาม)(?=(?:[ก-ฮ]\.?){2,14}$)/;
const withoutDots = (text: string): string => text.replace(/[.\s]/g, '');

const isLetter = (text: string): boolean => /[ก-\u0E4E]$/.test(text);

/** A run of letters that hangs on a word: its last two are a prefix only behind a whole name or the end of a label. */
const gluedPrefix = (before: string, run: string, bracket: string): PrefixReading | null => {
  const letters = /([ก-ฮ])\.?([ก-ฮ])\.?$/.exec(run);
  if (!letters) return null;
  const start = before.length + letters.index;
  const known = `${letters[1]}${letters[2]}`;
  const left = (before + run.slice(0, letters.index)).trimEnd();
  const stands =
    LABEL.test(left) ||
    URGENCY_END.test(left) ||
    /หนังสือ(?:เวียน|สั่งการ)?$/.test(left) ||
    isKnownOfficeName(left);
  return stands && isKnownPrefix(known) ? { text: known + bracket, start, unsure: false } : null;
};

/** Abbreviations behind which a place follows: "ทต.พร ว 12" is a letter of a municipality named so. */
const OF_A_PLACE = /^(?:ท[ตมน]|อบ[ตจ]|สพ[ปม]|สสจ|สสอ|ศธจ|สถ[จอ]|รพ|รร|สภ)$/;

/** Letters with dots between them, as in ม.ท., ก.พ., สถ.มท. */
const dottedPrefix = (
  before: string,
  run: string,
  bracket: string,
  followed: Followed,
): PrefixReading | null => {
  const parts = run.split('.').filter(Boolean);
  const last = parts.at(-1) as string;
  const letters = parts.join('');
  if (isAgencyAbbreviation(letters)) return null;
  if (parts.every((part) => part.length === 1)) {
    const isPrefix = letters.length === 2 && isKnownPrefix(letters) && followed !== 'mark';
    return isPrefix ? { text: letters + bracket, start: before.length, unsure: false } : null;
  }
  const rest = parts.slice(0, -1).join('');
  if (followed === 'mark' && OF_A_PLACE.test(rest)) return null;
  const isBehindOffice = isAgencyAbbreviation(rest) || rest === last;
  return last.length === 2 && isKnownPrefix(last) && isBehindOffice
    ? { text: last + bracket, start: before.length + run.lastIndexOf(last), unsure: false }
    : null;
};

/** Letters without dots between them: มท, กทม, มทมท. */
const plainPrefix = (
  before: string,
  run: string,
  bracket: string,
  followed: Followed,
): PrefixReading | null => {
  const letters = withoutDots(run);
  const start = before.length;
  if (letters === 'ลว' || letters.length < 2) return null;
  if (letters.length > 4) return gluedPrefix(before, run, bracket);
  const known = letters.slice(-2);
  if (letters.length === 4 && letters.slice(0, 2) === known) {
    return { text: known + bracket, start, unsure: false };
  }
  if (letters.length > 2 && isKnownOfficeName(letters.slice(0, -2))) {
    return gluedPrefix(before, run, bracket);
  }
  const isAgency = isAgencyAbbreviation(letters) && !(letters in MINISTRY_PREFIXES);
  if (followed === 'mark') {
    const takes = letters.length === 2 && isKnownPrefix(letters) && !isAgency;
    // "กค. ว 156" is as likely the abbreviation of the ministry that wrote.
    return takes ? { text: letters + bracket, start, unsure: run.trimEnd().endsWith('.') } : null;
  }
  if (!isAgency) return { text: letters + bracket, start, unsure: !isKnownPrefix(known) };
  const named = run.endsWith('.') && /หนังสือ\s*$/.test(before);
  if (letters.length === 2 && isKnownPrefix(letters)) {
    const isOffice = named || (run.endsWith('.') && /หนังสือ|จาก|ของ/.test(before));
    return isOffice ? null : { text: letters + bracket, start, unsure: false };
  }
  // Where nothing stands before them, as in a cell of a register, two letters are the prefix that was written.
  if (letters.length === 2 && !run.includes('.') && before.trim() === '') {
    return { text: letters + bracket, start, unsure: true };
  }
  // กทม and สปสช are how their own letters begin; สถ and ปภ are not.
  const isOwn = letters.length > 2 && !run.endsWith('.') && !/หนังสือ\s*$/.test(before);
  return isOwn ? { text: letters + bracket, start, unsure: false } : null;
};

/**
 * The letters right before the unit (or the ว) of a number that are its prefix: only letters that stand as one. Those of
 * an office's name or abbreviation are none: จังหวัดชุมพร 0023.9, สำนักงาน ก.พ. ว 10, สถ. ว 10. Behind ที่ any letters are.
 * `before` is the text to the left, `followed` what stands to the right.
 */
export const prefixBefore = (
  text: string,
  at: number,
  followed: Followed,
): PrefixReading | null => {
  const from = Math.max(0, at - REACH);
  const match = LETTERS.exec(text.slice(from, at));
  if (!match) return null;
  const whole = text.slice(from, from + match.index) + match[1];
  const word = WORD_BEFORE.exec(whole);
  const cut = Math.max(match.index, word ? word.index + word[0].length : 0);
  const [left, run] = [whole.slice(0, cut), whole.slice(cut)];
  const bracket = match[2] ? ` (${withoutDots(match[2]).slice(1, -1)})` : '';
  const place = (reading: PrefixReading | null): PrefixReading | null =>
    reading && { ...reading, start: reading.start + from };
  const letters = withoutDots(run);
  const isLabelled = LABEL.test(left) && !/ด่?วน\s?ที่\s*$/.test(left);
  if (isLabelled && letters.length >= 2 && letters.length <= 5) {
    const twice = letters.length === 4 && letters.slice(0, 2) === letters.slice(2);
    const own = twice ? letters.slice(2) : letters;
    return place({
      text: own + bracket,
      start: left.length,
      unsure: !isKnownPrefix(own.slice(0, 2)),
    });
  }
  if (!word && (isLetter(left) || left.endsWith('.')))
    return place(gluedPrefix(left, run, bracket));
  if (NAME_BEGINS.test(left)) return null;
  return place(
    /\.[ก-ฮ]/.test(run)
      ? dottedPrefix(left, run, bracket, followed)
      : plainPrefix(left, run, bracket, followed),
  );
};
