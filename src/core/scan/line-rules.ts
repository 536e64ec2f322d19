import { THAI_MONTHS, THAI_SHORT_MONTHS } from '#core/letter/month.ts';
import { isKnownPrefix, nearestPrefixes } from '#core/letter/reading/prefixes.ts';
import { editDistance } from '#core/nearest.ts';

/** A part of a line that breaks a rule of how letters are written, and what would keep it. */
export interface RuleBreach {
  readonly reason: 'prefix' | 'dot' | 'digits';
  readonly from: number;
  readonly to: number;
  /** What may stand there instead; none where nothing is near. */
  readonly instead: readonly string[];
}

/** Two letters before the unit and the slash of a letter number, also where the space behind ที่ was lost. */
const PREFIX =
  /(?:(?<![\u0e01-\u0e4e])|(?<=ที่))([ก-ฮ]{2})(?=\s?[๐-๙\d]{2,5}(?:\.[๐-๙\d]{1,3})*\s?\/)/g;

const prefixBreaches = (text: string): RuleBreach[] =>
  [...text.matchAll(PREFIX)].flatMap(({ index, 1: prefix = '' }): RuleBreach[] =>
    isKnownPrefix(prefix)
      ? []
      : [{ reason: 'prefix', from: index, to: index + 2, instead: nearestPrefixes(prefix) }],
  );

const ERA = 'พ.ศ.';
/** Abbreviations in dates, which all have their dots: พ.ศ., ม.ค. */
const ABBREVIATIONS = [ERA, ...THAI_SHORT_MONTHS].map((written) => ({
  written,
  // With some of its dots, or none; digits follow, as in each date.
  loose: new RegExp(
    // สค, พย, มค and กค are prefixes as well: a month follows its day.
    `${written === ERA ? '(?<![\\u0e01-\\u0e4e])' : '(?<=[๐-๙\\d]\\s*)'}${written.replace(/\.(?!$)/g, '(?:\\s?\\.)?\\s?').replace(/\.$/, '(?:\\s?\\.)?')}(?=\\s*[๐-๙\\d])`,
    'g',
  ),
}));

const abbreviationBreaches = (text: string): RuleBreach[] =>
  ABBREVIATIONS.flatMap(({ written, loose }) =>
    [...text.matchAll(loose)]
      .filter(([read]) => read.replace(/\s/g, '') !== written)
      .map(
        ({ index, 0: read }): RuleBreach => ({
          reason: 'dot',
          from: index,
          to: index + read.length,
          instead: [written],
        }),
      ),
  );

/** Behind a day and before a year, what is written like a month. */
const LIKE_MONTH =
  /(?<=[๐-๙\d]\s*)(?:[ก-ฮ]\.\s?[คยพ]\.|[\u0e01-\u0e4e]{2,7}(?:คม|ยน|พันธ์))(?=\s*(?:พ\.ศ\.\s*)?(?:[๐-๙\d]{4}|[๐-๙\d]{2})(?![๐-๙\d]))/g;
const MONTHS: ReadonlySet<string> = new Set([...THAI_MONTHS, ...THAI_SHORT_MONTHS]);

const monthBreaches = (text: string): RuleBreach[] =>
  [...text.matchAll(LIKE_MONTH)]
    .filter(([read]) => !MONTHS.has(read.replace(/\s/g, '')))
    .map(({ index, 0: read }) => ({
      reason: 'digits',
      from: index,
      to: index + read.length,
      instead: [...MONTHS].filter((month) => editDistance(read.replace(/\s/g, ''), month) === 1),
    }));

/** A short month behind a whole one: พ.ค. was read for พ.ศ. */
const SECOND_MONTH = new RegExp(
  `(?<=(?:${THAI_MONTHS.join('|')})\\s*)(?:${THAI_SHORT_MONTHS.map((one) => one.replaceAll('.', '\\.')).join('|')})(?=\\s*[๐-๙\\d]{4})`,
  'g',
);

const eraBreaches = (text: string): RuleBreach[] =>
  [...text.matchAll(SECOND_MONTH)].map(
    ({ index, 0: { length } }): RuleBreach => ({
      reason: 'dot',
      from: index,
      to: index + length,
      instead: [ERA],
    }),
  );

/** Words with which an entry of a list of references or attachments begins. */
const ENTRY =
  'หนังสือ|สำเนา|ระเบียบ|ประกาศ|คำสั่ง|กฎ|พระราช|บันทึก|แบบ|รายชื่อ|รายละเอียด|บัญชี|เอกสาร|มติ|ตาราง|แนวทาง|คู่มือ|กำหนดการ';
const LIST_NUMBER = new RegExp(`^(?:(?:อ้างถึง|สิ่งที่ส่งมาด้วย)\\s*)?[๐-๙\\d]{1,2}(?=\\s*(?:${ENTRY}))`);

const listBreaches = (text: string): RuleBreach[] => {
  const read = LIST_NUMBER.exec(text)?.[0];
  return read === undefined
    ? []
    : [{ reason: 'dot', from: read.length, to: read.length, instead: ['.'] }];
};

/** A year of four digits behind a month, or behind the day and month in figures. */
const YEAR = new RegExp(
  `(?<=(?:${[...THAI_MONTHS, ...THAI_SHORT_MONTHS].map((one) => one.replaceAll('.', '\\.')).join('|')})\\s*(?:พ\\.ศ\\.\\s*)?|[๐-๙\\d]\\s*/\\s*[๐-๙\\d]{1,2}\\s*/\\s*)[๐-๙\\d]{4}(?![๐-๙\\d])`,
  'g',
);
/** Years of the Buddhist era that letters have: those before 2500 are read where ๕ looks like ๔. */
const LETTER_YEAR = /^[2๒][5๕]/;

const yearBreaches = (text: string): RuleBreach[] =>
  [...text.matchAll(YEAR)]
    .filter(([read]) => !LETTER_YEAR.test(read))
    .map(
      ({ index, 0: read }): RuleBreach => ({
        reason: 'digits',
        from: index,
        to: index + read.length,
        instead: /^[2๒]/.test(read)
          ? [read.slice(0, 1) + (read.startsWith('2') ? '5' : '๕') + read.slice(2)]
          : [],
      }),
    );

/**
 * A space where the unit of a letter number has its dot; behind fewer than four digits one with a dot further on may be a space
 * within the unit. And a dot beside a slash.
 */
const UNIT_GAP =
  /(?<=(?:(?<![\u0e01-\u0e4e])|ที่\s?)[ก-ฮ]{2}\s?[๐-๙\d]{2,5})\s(?=[๐-๙\d]{1,3}\s?\/)|(?<=(?:(?<![\u0e01-\u0e4e])|ที่\s?)[ก-ฮ]{2}\s?[๐-๙\d]{4})\s(?=[๐-๙\d]{1,3}(?:\.[๐-๙\d]{1,3})+\s?\/)/g;
const SLASH_DOT = /(?<=[๐-๙\d]\s?)(?:\/\s?\.|\.\s?\/)(?=\s*[๐-๙\dว])/g;

const figureBreaches = (text: string): RuleBreach[] => [
  ...[...text.matchAll(UNIT_GAP)].map(
    ({ index, 0: { length } }): RuleBreach => ({
      reason: 'digits',
      from: index,
      to: index + length,
      instead: ['.'],
    }),
  ),
  ...[...text.matchAll(SLASH_DOT)].map(
    ({ index, 0: { length } }): RuleBreach => ({
      reason: 'digits',
      from: index,
      to: index + length,
      instead: ['/'],
    }),
  ),
];

/** A circular's ว within or behind figures, between slashes, or twice: it was read for 7. */
const CIRCULAR_AMID =
  /(?<=[๐-๙\d])ว(?=[๐-๙\d]|$)|(?<=\/\s?ว)ว(?=[๐-๙\d\s]|$)|(?<=\/\s?)ว(?=\s?\/)/g;

const circularBreaches = (text: string): RuleBreach[] =>
  [...text.matchAll(CIRCULAR_AMID)].map(({ index }) => ({
    reason: 'digits',
    from: index,
    to: index + 1,
    instead: ['7'],
  }));

/** A letter number whose unit runs on to its end: the slash was lost, or taken for a space. */
const NO_SLASH =
  /(?<=^\s*(?:ที่\s?)?|[^\u0e01-\u0e4e]ที่\s?)([ก-ฮ]{2})\s?[๐-๙\d]{4,}(?:[\s.][๐-๙\d]+)*(?![๐-๙\d]|[\s.๐-๙\d]*\/)/g;

const slashBreaches = (text: string): RuleBreach[] =>
  [...text.matchAll(NO_SLASH)]
    .filter(({ 1: prefix = '' }) => isKnownPrefix(prefix))
    .map(({ index, 0: { length } }) => ({
      reason: 'digits',
      from: index,
      to: index + length,
      instead: [],
    }));

/** Two dots by themselves: what is left out has three. Paths have a slash beside them. */
const TWO_DOTS = /(?<![./])\.\.(?![./])/g;

const dotsBreaches = (text: string): RuleBreach[] =>
  [...text.matchAll(TWO_DOTS)].map(({ index }) => ({
    reason: 'dot',
    from: index,
    to: index + 2,
    instead: ['...'],
  }));

/** A Thai digit beside a Latin letter: o is read as ๐. */
const LATIN_DIGIT = /[๐-๙]+(?=[A-Za-z])|(?<=[A-Za-z])[๐-๙]+/g;

const latinBreaches = (text: string): RuleBreach[] =>
  [...text.matchAll(LATIN_DIGIT)].map(({ index, 0: read }) => ({
    reason: 'digits',
    from: index,
    to: index + read.length,
    instead: /^๐+$/.test(read) ? [read.replaceAll('๐', 'o')] : [],
  }));

/**
 * Where a line breaks a rule of how letters are written: a prefix of no ministry or province, a date whose abbreviation lacks a
 * dot or is that of a second month, a month that is none, a year before 2500 or after 2599, a unit without its dot, a dot beside a slash, a letter
 * number without a slash, a ว amid figures, a Thai digit beside a Latin letter, a number of a list without its dot, two dots for three. Nothing is put right: what may stand there is offered.
 */
export const ruleBreaches = (text: string): RuleBreach[] => [
  ...prefixBreaches(text),
  ...abbreviationBreaches(text),
  ...eraBreaches(text),
  ...monthBreaches(text),
  ...yearBreaches(text),
  ...figureBreaches(text),
  ...slashBreaches(text),
  ...circularBreaches(text),
  ...latinBreaches(text),
  ...listBreaches(text),
  ...dotsBreaches(text),
];
