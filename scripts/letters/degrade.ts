import type { Random } from '../lib/random.ts';
import type { MadeLine } from './truth.ts';

/** How often each fault of a scan happens, as a share of the places where it can. */
export interface Rates {
  /** Tone marks and vowels above or below the line that are lost. */
  readonly markLost: number;
  /** Sara am parted by a space ("ส าหรับ"). */
  readonly saraAmSplit: number;
  /** ว of a letter number read as ๒ or ๙, glued to it or apart, or lost. */
  readonly circularMark: number;
  /** First letter of the prefix of a letter number read as another. */
  readonly prefix: number;
  /** Digit of a running number or a day read as another digit. */
  readonly digit: number;
  /** Running number that becomes a word. */
  readonly numberLost: number;
  /** Date whose day becomes impossible, is lost, or has a stray character. */
  readonly day: number;
  /** Date of the letter that becomes a line of a foreign script. */
  readonly dateLost: number;
  /** Line of a foreign script put between two lines. */
  readonly foreignLine: number;
  /** Stamp torn into table cells. */
  readonly stampTorn: number;
  /** Page-turn mark between two paragraphs. */
  readonly pageTurn: number;
  /** Line decorated as Markdown. */
  readonly markdown: number;
}

export const CLEAN: Rates = {
  markLost: 0,
  saraAmSplit: 0,
  circularMark: 0,
  prefix: 0,
  digit: 0,
  numberLost: 0,
  day: 0,
  dateLost: 0,
  foreignLine: 0,
  stampTorn: 0,
  pageTurn: 0,
  markdown: 0,
};

/** A fair scan: the layout suffers, and here and there a mark of a number or date. */
export const FAIR: Rates = {
  ...CLEAN,
  saraAmSplit: 0.5,
  circularMark: 0.12,
  prefix: 0.06,
  day: 0.1,
  stampTorn: 0.5,
  pageTurn: 0.1,
  markdown: 0.2,
};

/** A poor scan: marks are lost throughout, digits change, lines turn into noise. */
export const POOR: Rates = {
  markLost: 0.06,
  saraAmSplit: 0.5,
  circularMark: 0.3,
  prefix: 0.2,
  digit: 0.03,
  numberLost: 0.1,
  day: 0.3,
  dateLost: 0.1,
  foreignLine: 0.08,
  stampTorn: 0.7,
  pageTurn: 0.2,
  markdown: 0.3,
};

const FOREIGN = ['ମେଞ୍ଚାଳିନୀ ଟ୍ରେନ୍', 'ໂຟຣີ ອະລິການ', '四百一', 'تمام', 'ខ្មែរ អក្សរ'] as const;
const DIGITS = '๐๑๒๓๔๕๖๗๘๙';
const LOOKALIKE: Readonly<Record<string, string>> = {
  ม: 'น',
  ก: 'ถ',
  ช: 'ซ',
  น: 'ม',
  ส: 'ล',
  พ: 'ผ',
  อ: 'ฮ',
  ป: 'บ',
};

const PRINTED_NUMBER = /([ก-ฮ]{2}) ([๐-๙.]+)\/ว ([๐-๙]+)/g;
const PRINTED_DATE = /([๐-๙]{1,2}) ([ก-ฮเ][ก-๎]+คม|[ก-ฮเ][ก-๎]+ยน|กุมภาพันธ์) ([๐-๙]{4})/g;

const otherDigit = (digit: string, random: Random): string => {
  const others = [...DIGITS].filter((one) => one !== digit);
  return random.pick(others);
};

const misreadDigits = (text: string, rates: Rates, random: Random): string =>
  text.replace(/[๐-๙]/g, (digit) =>
    random.chance(rates.digit) ? otherDigit(digit, random) : digit,
  );

const misreadNumber =
  (rates: Rates, random: Random) =>
  (_: string, prefix: string, unit: string, running: string): string => {
    const first = prefix[0] as string;
    const letters = random.chance(rates.prefix)
      ? (LOOKALIKE[first] ?? 'ฉ') + prefix.slice(1)
      : prefix;
    const digits = misreadDigits(running, rates, random);
    if (random.chance(rates.numberLost)) return `${letters} ${unit}/ว ปรับ`;
    if (!random.chance(rates.circularMark)) return `${letters} ${unit}/ว ${digits}`;
    return random.pick([
      `${letters} ${unit}/๙ ${digits}`,
      `${letters} ${unit}/๒ ${digits}`,
      `${letters} ${unit}/${digits}`,
      `${letters} ${unit}/ ${digits}`,
      `${letters} ${unit}/ร ${digits}`,
    ]);
  };

const misreadDate =
  (rates: Rates, random: Random) =>
  (_: string, day: string, month: string, year: string): string => {
    if (!random.chance(rates.day)) return `${misreadDigits(day, rates, random)} ${month} ${year}`;
    return random.pick([
      `๗๙ ${month} ${year}`,
      `${day}) ${month} ${year}`,
      `${year} ${month}`,
      `๗๐ ${month} ${year}`,
    ]);
  };

const loseMarks = (text: string, rates: Rates, random: Random): string =>
  text.replace(/[\u0E31\u0E34-\u0E39\u0E47-\u0E4C]/g, (mark) =>
    random.chance(rates.markLost) ? '' : mark,
  );

const splitSaraAm = (text: string, rates: Rates, random: Random): string =>
  text.replace(/([ก-ฮ][่-๋]?)ำ/g, (whole, before: string) =>
    random.chance(rates.saraAmSplit) ? `${before} า` : whole,
  );

const decorate = (text: string, rates: Rates, random: Random): string =>
  text !== '' && random.chance(rates.markdown)
    ? random.pick([`**${text}**`, `## ${text}`, `${text}  `])
    : text;

const degradeLine = ({ part, text }: MadeLine, rates: Rates, random: Random): string[] => {
  if (part === 'blank') return [''];
  if (part === 'date' && random.chance(rates.dateLost)) return [random.pick(FOREIGN)];
  if (part === 'stamp')
    return [random.chance(rates.stampTorn) ? `${text.replace(/ (?=[^ ]+$)/, '\t')} .....` : text];
  const numbers = text.replace(PRINTED_NUMBER, misreadNumber(rates, random));
  const dates = numbers.replace(PRINTED_DATE, misreadDate(rates, random));
  const words = splitSaraAm(loseMarks(dates, rates, random), rates, random);
  const lines = [part === 'body' ? words : decorate(words, rates, random)];
  if (random.chance(rates.foreignLine)) lines.push(random.pick(FOREIGN));
  if (part === 'body' && random.chance(rates.pageTurn))
    lines.push('', `/๒. ${text.slice(0, 9)}...`, '');
  return lines;
};

/** The lines of a letter as a scan of the given quality would give them. */
export const degrade = (lines: readonly MadeLine[], rates: Rates, random: Random): string =>
  lines.flatMap((one) => degradeLine(one, rates, random)).join('\n');
