import { formatThaiDate } from '#core/letter/date.ts';
import type { Random } from '../../lib/random.ts';
import type { Content } from '../content.ts';
import { digitsOf, printDate } from '../print.ts';
import { BLANK, line, type MadeLine } from '../truth.ts';

/** Lays out one part of a letter. */
export type PartMaker = (content: Content, random: Random) => MadeLine[];

/** Lines of one part of a letter. */
export const lines = (part: MadeLine['part'], texts: readonly string[]): MadeLine[] =>
  texts.map((text) => line(part, text));

/** So many spaces. */
export const spaces = (length: number): string => ' '.repeat(length);

/** The line of the number: ที่ and the number. */
export const numberLine = ({ truth, style }: Content): string =>
  `ที่ ${digitsOf(truth.number, style)}`;

/** The date of the letter, without a label. */
export const dateLine = ({ truth, style }: Content): string => printDate(truth.date, style);

/** The mark of urgency on a line of its own; none for a letter without one. */
export const urgencyLines = ({ truth }: Content): MadeLine[] =>
  truth.urgency === null || truth.urgency === 'ปกติ' ? [] : [line('head', truth.urgency)];

/** One receipt stamp, as its four lines. */
export const stampLines = (content: Content, random: Random): MadeLine[] =>
  content.truth.stamps.flatMap(({ number, date }) =>
    lines('stamp', [
      random.pick(['กลุ่มงานบริหารทั่วไป', 'กลุ่มงานการเงินบัญชีและการตรวจสอบ', 'งานสารบรรณ']),
      `${random.pick(['เลขรับ', 'เลขที่รับ', 'รับเลขที่'])} ${number}`,
      `วันที่ ${formatThaiDate(date, { month: 'short' })}`,
      `เวลา ${random.int(8, 16)}.${random.int(10, 59)} น.`,
    ]),
  );

/** Marks of the points of a list. */
export type Numbering = (at: number, content: Content) => string;

/** `๑. ` */
export const DOTS: Numbering = (at, { style }) => `${digitsOf(at, style)}. `;
/** `๑) ` */
export const PARENS: Numbering = (at, { style }) => `${digitsOf(at, style)}) `;
/** `(๑) ` */
export const BRACKETS: Numbering = (at, { style }) => `(${digitsOf(at, style)}) `;
/** `ก. `, for up to five points. */
export const LETTERS: Numbering = (at) => `${'กขคงจ'[at - 1]}. `;

/** A label and its points: one point has no number, and further ones are below. */
export const listed = (
  label: string,
  points: readonly string[],
  number: (at: number) => string,
  indent = '',
): string[] =>
  points.map((point, at) =>
    points.length === 1
      ? `${label}${point}`
      : `${at === 0 ? label : indent}${number(at + 1)}${point}`,
  );

/** Opening, points and closing of the letter, each followed by a blank line. */
export const bodyLines: PartMaker = (content) => {
  const { opening, points, dated, closing, style } = content;
  const numbered =
    points.length > 1 ? points.map((point, at) => `${digitsOf(at + 1, style)}. ${point}`) : points;
  return [opening, ...numbered, ...dated, closing].flatMap((text) => [line('body', text), BLANK]);
};

const contactLines = ({ person, style }: Content): string[] => [
  '',
  'กลุ่มงานบริหารทั่วไป',
  `โทร. ${digitsOf('0 2000 0000', style)} ต่อ ${digitsOf(11, style)}`,
  ...(person ? [`ผู้ประสานงาน นายสมมติ ตัวอย่าง โทร. ${digitsOf('080-000-0000', style)}`] : []),
];

/** Closing words, name and posts of the signatory, and who answers questions. */
export const footLines: PartMaker = (content) =>
  lines('foot', [
    'ขอแสดงความนับถือ',
    '',
    `(${content.truth.signatory})`,
    ...content.issuer.posts,
    ...contactLines(content),
  ]);

/** Office and date of a letter under seal, which has no closing words and no signatory. */
export const sealFoot: PartMaker = (content) => [
  ...lines('foot', ['', content.truth.issuer]),
  line('date', dateLine(content)),
  ...lines('foot', contactLines(content)),
];

/** A rank on a line of its own, and the name alone in brackets. */
export const rankedFoot: PartMaker = (content, random) => {
  const { title, name } = content.signer;
  return lines('foot', [
    'ขอแสดงความนับถือ',
    '',
    ...(random.chance(0.5) ? [title.trim(), `(${name})`] : [`${title}(${name})`]),
    ...content.issuer.posts,
    ...contactLines(content),
  ]);
};

/** Name and posts of the signatory alone. */
export const memoFoot: PartMaker = (content) =>
  lines('foot', ['', `(${content.truth.signatory})`, ...content.issuer.posts]);
