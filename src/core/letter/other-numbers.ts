/** A run of digits as it was found: `before` is the text ahead of it, of which the last 60 characters are enough. */
export interface DigitRun {
  readonly text: string;
  readonly before: string;
}

const YEAR = String.raw`(?:2[45]\d\d|19\d\d|20\d\d)(?!\d)`;
const DAY_MONTH_YEAR = new RegExp(String.raw`^0[689] ?[-/.] ?\d{1,2} ?[-/.] ?${YEAR}`);
const MONTH_YEAR = new RegExp(`^0[689] ?[-/.] ?${YEAR}`);
const ANY_DATE = new RegExp(
  String.raw`(?<!\d)(?:\d{1,2} ?[-/.] ?\d{1,2} ?[-/.] ?${YEAR}|(?:2[45]|19|20)\d\d-[01]\d-[0-3]\d(?!\d))`,
);
const SHORT_DATE_AND_TIME =
  /^0[689]([-/.])(?:0?[1-9]|1[0-2])\1\d\d(?!\d)[ ,T]{1,2}[0-2]?\d[.]?[0-5]\d$/;
const FROM_TIME_TO_TIME = /^0[689][.][0-5]\d ?[-\u2010-\u2015] ?[0-2]\d[.][0-5]\d(?!\d)/;
const FRACTION = /^0\.\d{9}$/;
const BANK_ACCOUNT = /^\d{3}-\d-\d{5}-\d$/;
const LETTER_NUMBER = /^0\d{3,4}(?: ?\. ?\d{1,3}){1,2} ?\//;
const UNIT_AND_NUMBER = /^0\d{2,5} ?\//;
const PREFIX_OF_LETTER = /(?:^|[^ก-๙])[ก-ฮ]{1,2}\.?[ก-ฮ]\.? ?$/;
/** Numbers of projects and contracts (e-GP) are 11 to 13 digits without a gap. */
const OF_PROJECT = /(?:โครงการ|สัญญา|รหัสงบประมาณ|แหล่งของเงิน|e-?GP)(?:[^\d\n]{0,24})$/i;
/** Names of files on the web sites of departments: `28061_1_1657011843467.pdf`, whose last part is a time. */
const STAMPED_FILE = /\d[_\u2060]\d{1,3}[_\u2060]$/;
const JUST_DIGITS = /^\d+$/;

const isDate = ({ text, before }: DigitRun): boolean =>
  DAY_MONTH_YEAR.test(text) ||
  SHORT_DATE_AND_TIME.test(text) ||
  (/\d{4}[-/.]$/.test(before) && /^0[689][-/.]\d{1,2}(?!\d)/.test(text)) ||
  (/\d{4}[-/.]\d{1,2}[-/.]$/.test(before) && /^0[689](?!\d)/.test(text)) ||
  (/\d[-/.]$/.test(before) && MONTH_YEAR.test(text));

const isNumberOfLetter = ({ text, before }: DigitRun): boolean =>
  LETTER_NUMBER.test(text) || (UNIT_AND_NUMBER.test(text) && PREFIX_OF_LETTER.test(before));

/** Gaps of white space within a line that are as wide as those between columns. */
const COLUMN_GAP = /\d[^\S\n]{3,}\d/;
/** How people group a mobile number; other figures beside each other are columns. */
const GROUPS_OF_MOBILE =
  /^\D*(?:(?:00)?66\D+)?(?:0\d{2}\D+\d{3}\D+\d{4}|0\d\D+\d{4}\D+\d{4}|0\d{2}\D+\d{4}\D+\d{3}|0\d{2}\D+\d{7}|\d{2}\D+\d{3}\D+\d{4}|\d\D+\d{4}\D+\d{4})$/;

/** Whether what has the digits of a mobile number is a date, a time, the number of a letter, an account or a contract. */
export const isNoMobile = (run: DigitRun): boolean => {
  const { text, before } = run;
  if (isDate(run) || isNumberOfLetter(run)) return true;
  if (COLUMN_GAP.test(text) && !GROUPS_OF_MOBILE.test(text)) return true;
  if (FROM_TIME_TO_TIME.test(text) || FRACTION.test(text)) return true;
  if (BANK_ACCOUNT.test(text)) return /บัญชี[^\n]{0,40}$/.test(before);
  if (!text.startsWith('66')) return false;
  return JUST_DIGITS.test(text)
    ? text.length === 12 && OF_PROJECT.test(before)
    : /\d[-/.\u2010-\u2015]$/.test(before);
};

/** Gaps of white space that are longer than a scan makes within a number. */
const WIDE_GAP = /\d\s{3,}\d|\d\s*\n\s{2,}\d/;
const GROUPS_OF_CARD = /^\d\D+\d{4}\D+\d{5}\D+\d{2}\D+\d$/;

/** Whether 13 digits that might be a citizen's number are those of dates, a project, a file or several columns. */
export const isNoCitizenId = ({ text, before }: DigitRun, after: string): boolean => {
  if (ANY_DATE.test(text)) return true;
  if (WIDE_GAP.test(text)) return !GROUPS_OF_CARD.test(text);
  if (!JUST_DIGITS.test(text)) return false;
  return OF_PROJECT.test(before) || (STAMPED_FILE.test(before) && /^\.[a-z]{3,4}\b/i.test(after));
};
