const THAI_DIGITS = '๐๑๒๓๔๕๖๗๘๙';
// Consonants without ฃ, ฅ, ฆ, ฤ and ฦ, as ECMA-376 lists them (part 1, 17.18.59) and Word counts.
const THAI_LETTERS = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ';
const LATIN_LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];
const THAI_NUMERALS = ['', 'หนึ่ง', 'สอง', 'สาม', 'สี่', 'ห้า', 'หก', 'เจ็ด', 'แปด', 'เก้า'];
const THAI_PLACES = ['', 'สิบ', 'ร้อย', 'พัน', 'หมื่น', 'แสน'];

const thaiDigits = (value: number): string =>
  String(value).replace(/\d/g, (digit) => THAI_DIGITS[Number(digit)] as string);

/** Behind the last letter the count goes on with letters doubled, then three times. */
const letters = (value: number, alphabet: string): string =>
  value < 1
    ? ''
    : (alphabet[(value - 1) % alphabet.length] as string).repeat(
        Math.min(Math.ceil(value / alphabet.length), 99),
      );

const roman = (value: number): string => {
  let rest = Math.min(value, 32_767);
  let result = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth) {
      result += sign;
      rest -= worth;
    }
  }
  return result;
};

const thaiWords = (value: number): string => {
  if (value === 0) return 'ศูนย์';
  if (value >= 1_000_000) {
    const rest = value % 1_000_000;
    return `${thaiWords(Math.floor(value / 1_000_000))}ล้าน${rest === 0 ? '' : thaiWords(rest)}`;
  }
  const digits = [...String(value)].map(Number);
  return digits
    .map((digit, index) => {
      const place = digits.length - 1 - index;
      if (digit === 0) return '';
      if (place === 1 && digit <= 2) return digit === 1 ? 'สิบ' : 'ยี่สิบ';
      if (place === 0 && digit === 1 && (digits.at(-2) ?? 0) > 0) return 'เอ็ด';
      return `${THAI_NUMERALS[digit]}${THAI_PLACES[place]}`;
    })
    .join('');
};

const englishOrdinal = (value: number): string => {
  const teens = value % 100 > 10 && value % 100 < 14;
  return `${value}${(!teens && ['th', 'st', 'nd', 'rd'][value % 10]) || 'th'}`;
};

const circled = (value: number): string =>
  value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  thaiNumbers: thaiDigits,
  thaiLetters: (value) => letters(value, THAI_LETTERS),
  thaiCounting: thaiWords,
  bahtText: (value) => `${thaiWords(value)}บาทถ้วน`,
  lowerLetter: (value) => letters(value, LATIN_LETTERS),
  upperLetter: (value) => letters(value, LATIN_LETTERS).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalEnclosedCircle: circled,
  numberInDash: (value) => `- ${value} -`,
  ordinal: englishOrdinal,
};

/** A custom format is given by its first numbers: "001, 002, 003, ..." or "๑, ๒, ๓, ...". */
const customNumber = (value: number, example: string): string => {
  const first = example.split(',')[0]?.trim() ?? '';
  const plain = String(value).padStart(first.length, '0');
  return /^[๐-๙]+$/.test(first)
    ? plain.replace(/\d/g, (digit) => THAI_DIGITS[Number(digit)] as string)
    : plain;
};

/** The formats in which numbers are printed as the document has them; others are printed as decimal numbers. */
export const isKnownFormat = (format: string): boolean =>
  format === 'decimal' || format === 'bullet' || format === 'custom' || format in FORMATS;

/** A number of a list as Word prints it (`w:numFmt`, ECMA-376 part 1, 17.18.59). */
export const formatNumber = (value: number, format: string, example = ''): string =>
  format === 'custom' ? customNumber(value, example) : (FORMATS[format] ?? String)(value);
