import type { Content } from '../content.ts';
import { digitsOf, printDate } from '../print.ts';
import { BLANK, line, type MadeLine } from '../truth.ts';
import { dateLine, lines, numberLine, type PartMaker, spaces, urgencyLines } from './parts.ts';

/** Number alone, as letters under seal have it. */
export const numberOnly: PartMaker = (content) => [
  ...urgencyLines(content),
  line('number', numberLine(content)),
  BLANK,
];

/** Number, then office and address below it, then the date, each on lines of their own. */
export const numberAbove: PartMaker = (content) => [
  ...urgencyLines(content),
  line('number', numberLine(content)),
  BLANK,
  ...lines('head', [content.issuer.heading, '']),
  line('date', dateLine(content)),
  BLANK,
];

/**
 * The form of the Regulation on Correspondence B.E. 2526: number to the left, office to the right on the same line,
 * its address below it, and the date in the middle. `gap` stands between the two, `indent` before the lines below.
 */
export const oneLine =
  (gap: (content: Content) => string, indent: string, dateIndent = indent): PartMaker =>
  (content) => [
    ...urgencyLines(content),
    line('number', `${numberLine(content)}${gap(content)}${content.issuer.heading}`),
    line('head', `${indent}${content.address}`),
    BLANK,
    line('date', `${dateIndent}${dateLine(content)}`),
    BLANK,
  ];

/** Columns as a PDF's text gives them: the office begins at the same column whatever stands to its left. */
export const columns: PartMaker = (content, random) => {
  const column = random.int(40, 70);
  const gap = spaces(Math.max(3, column - numberLine(content).length));
  return oneLine(() => gap, spaces(column), spaces(Math.floor(column / 2)))(content, random);
};

/** Rows of a table, cells parted by tabs, with or without empty cells. */
export const table: PartMaker = (content, random) => {
  const { heading } = content.issuer;
  const number = digitsOf(content.truth.number, content.style);
  const first = random.pick([`ที่\t${number}\t${heading}`, `ที่ ${number}\t${heading}`]);
  const empty = random.pick(['\t', '\t\t']);
  return [
    ...urgencyLines(content),
    line('number', first),
    line('head', `${empty}${content.address}`),
    line('date', `${empty}${dateLine(content)}`),
    BLANK,
  ];
};

/** Name and address of the office first, then number and date, each on a line of its own. */
export const officeAbove: PartMaker = (content) => [
  ...lines('head', [content.issuer.heading, content.address, '']),
  ...urgencyLines(content),
  line('number', numberLine(content)),
  BLANK,
  line('date', dateLine(content)),
  BLANK,
];

/** Number and date on one line, below the office. */
export const numberAndDate: PartMaker = (content, random) => {
  const gap = random.pick(['   ', '\t', spaces(20)]);
  const date = random.pick([dateLine(content), `วันที่ ${dateLine(content)}`]);
  return [
    ...lines('head', [content.issuer.heading, content.address, '']),
    ...urgencyLines(content),
    line('number', `${numberLine(content)}${gap}${date}`),
    BLANK,
  ];
};

/** บันทึกข้อความ, the form for letters within an office. */
export const memo: PartMaker = (content, random) => {
  const gap = random.pick([' ', '  ', '\t', spaces(12)]);
  const telephone = random.pick(['', ` โทร. ${digitsOf('0 2000 0000', content.style)}`]);
  return [
    ...urgencyLines(content),
    ...lines('head', ['บันทึกข้อความ', `ส่วนราชการ${gap}${content.issuer.heading}${telephone}`]),
    line('number', `${numberLine(content)}${spaces(6)}วันที่ ${dateLine(content)}`),
  ];
};

/** Office and date pushed to the right or middle with spaces, each on its own line. */
export const indented: PartMaker = (content, random) => [
  ...urgencyLines(content),
  line('number', numberLine(content)),
  line('head', `${spaces(random.int(30, 60))}${content.issuer.heading}`),
  line('head', `${spaces(random.int(30, 60))}${content.address}`),
  line('date', `${spaces(random.int(12, 40))}${dateLine(content)}`),
  BLANK,
];

/** The head with a mark of urgency that names a day: ด่วนภายใน. */
export const urgentWithin: PartMaker = (content, random) => {
  const limit = content.truth.deadlines.find(({ kind }) => kind === 'urgent');
  const head = numberAbove(content, random);
  if (!limit?.to) return head;
  const day = printDate(limit.to, content.style);
  const clock = digitsOf((limit.time ?? '').replace(':', '.'), content.style);
  return [line('head', `ด่วนภายใน ${day} เวลา ${clock} น.`), ...head];
};

/** What copies bear above the number. */
export const copyMark: PartMaker = (content, random): MadeLine[] => [
  line('head', random.pick(['(สำเนา)', 'สำเนาคู่ฉบับ', '-สำเนา-'])),
  ...numberAbove(content, random),
];
