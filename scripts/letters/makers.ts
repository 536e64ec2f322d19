import type { Random } from '../lib/random.ts';

/** Changes a text the way one program that wrote or read it does. Pure; the random source decides where. */
export type Maker = (text: string, random: Random) => string;

/** Replaces each match as often as `share` says. */
const sometimes =
  (pattern: RegExp, by: string | ((found: string) => string), share: number): Maker =>
  (text, random) =>
    text.replace(pattern, (found) =>
      random.chance(share) ? (typeof by === 'string' ? by : by(found)) : found,
    );

const always =
  (pattern: RegExp, by: string): Maker =>
  (text) =>
    text.replace(pattern, by);

const inTurn =
  (...makers: readonly Maker[]): Maker =>
  (text, random) =>
    makers.reduce((changed, make) => make(changed, random), text);

/** Glyphs in the private use area that Thai fonts for Windows have for marks moved left or down. */
const PRIVATE: Readonly<Record<string, string>> = {
  '\u0E34': '\uF701',
  '\u0E35': '\uF702',
  '\u0E48': '\uF70A',
  '\u0E49': '\uF70B',
  '\u0E31': '\uF710',
  '\u0E38': '\uF718',
};

/**
 * Chromium writes glyphs that Sarabun puts elsewhere (tone marks above vowels, marks on letters with a tail) with
 * their text as ActualText only; readers that do not look there get NUL or nothing.
 */
const shiftedMarks = (by: string): Maker =>
  inTurn(
    always(/[่-๋]ำ/g, `${by}า`),
    always(/ำ/g, 'ํา'),
    always(/([ิีึืั])[่-๋]/g, `$1${by}`),
    always(/([ปฝฟ])[่-๋็]/g, `$1${by}`),
  );

/** What the makers of texts do to them; those with the name of a program do what its PDFs were seen to do. */
export const MAKERS = {
  'as typed': (text) => text,
  'am as nikhahit and aa': always(/ำ/g, 'ํา'),
  'am doubled (LibreOffice)': always(/ำ/g, 'ำา'),
  'am doubled, uu as tone mark (LibreOffice)': inTurn(always(/ำ/g, 'ำา'), always(/ู([่-๋]?)/g, '$1่')),
  'every aa as am': inTurn(always(/ำ/g, ' ำ'), always(/า/g, 'ำ')),
  'am and uu set apart (LibreOffice)': inTurn(
    (text, random) => text.replace(/ำ/g, () => (random.chance(0.75) ? ' ำา' : 'ำา')),
    sometimes(/ู(?=[่-๋])/g, ' ู', 0.8),
  ),
  'mai tho as 9 (LibreOffice)': inTurn(
    always(/้ำ/g, '  าำ9 '),
    always(/ำ/g, ' ำา'),
    always(/([ืัี])้/g, '$19 '),
  ),
  'shifted marks as NUL (Chromium)': shiftedMarks('\0'),
  'shifted marks lost (Chromium)': shiftedMarks(''),
  'some tone marks lost': sometimes(/[่-๋]/g, '', 0.12),
  'space before am': sometimes(/(?<=[ก-ฮ][่-๋]?)ำ/g, ' า', 0.7),
  'space before marks': sometimes(/(?<=[ก-ฮ])[ิ-ู่-๋]/g, (mark) => ` ${mark}`, 0.04),
  'space behind marks': sometimes(/[ิ-ู่-๋](?=[ก-ฮ])/g, (mark) => `${mark} `, 0.04),
  'tone mark before vowel': always(/([ิ-ู])([่-๋])/g, '$2$1'),
  'private glyphs': (text) =>
    text.replace(/[\u0E34\u0E35\u0E48\u0E49\u0E31\u0E38]/g, (mark) => PRIVATE[mark] as string),
  'doubled sara e': always(/แ/g, 'เเ'),
  'Windows line ends': always(/\n/g, '\r\n'),
  'no-break spaces': sometimes(/ /g, '\u00A0', 0.7),
  'zero-width spaces': sometimes(/(?<=[ก-ฮ])(?=[เแโใไ])/g, '\u200B', 0.5),
  'zero-width joiners and marks': inTurn(
    (text) => `\uFEFF${text}`,
    sometimes(/(?<=[ก-ฮ])(?=[ก-ฮ])/g, '\u2060', 0.05),
  ),
  'soft hyphens': sometimes(/(?<=[ก-ฮาะ])(?=[ก-ฮ])/g, '\u00AD', 0.08),
  'spaces at line ends': sometimes(/\n/g, '   \n', 0.6),
  'doubled spaces': sometimes(/(?<=\S) (?=\S)/g, '  ', 0.6),
  'form feeds': sometimes(/\n\n/g, '\n\f', 0.1),
} as const satisfies Readonly<Record<string, Maker>>;

export type MakerName = keyof typeof MAKERS;
export const MAKER_NAMES = Object.keys(MAKERS) as MakerName[];
