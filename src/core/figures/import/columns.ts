import { plainCell } from '#core/tracking/register/cell-text.ts';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import type { Side } from '../classification.ts';
import type { FiscalYear, IsoMonth } from '../fiscal-year.ts';
import { readAmount } from './amount-cell.ts';
import { categoryNamed, sideNamed } from './category-names.ts';
import { monthWithin, readMonthCell } from './month-cell.ts';

/** What a column says of its row. */
export const FIELDS = [
  'office',
  'office-id',
  'district',
  'province',
  'month',
  'year',
  'fiscal-year',
  'side',
  'category',
  'grant',
  'transfer',
  'period',
  'date',
  'letter',
  'source',
  'as-of',
] as const;
export type Field = (typeof FIELDS)[number];

/** What a heading over amounts says of them. */
export interface ValueKeys {
  readonly month?: IsoMonth | undefined;
  readonly side?: Side | undefined;
  readonly category?: string | undefined;
  readonly grant?: string | undefined;
  readonly period?: string | undefined;
}

/** One column of a table of figures. */
export type Column =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'value'; readonly keys: ValueKeys }
  /** A stated total of what is in the row. */
  | { readonly kind: 'total'; readonly side: Side | null }
  /** Named, and not read: budgets, shares, sums since the year began. */
  | { readonly kind: 'ignored' }
  | { readonly kind: 'unknown' }
  /** Without a heading, or the number of the row. */
  | { readonly kind: 'blank' };

const FIELD_NAMES: readonly (readonly [Field, RegExp])[] = [
  ['office-id', /^(?:รหัส(?:หน่วยงาน|อปท\.?|องค์กร.*)?|office_?id)$/i],
  [
    'office',
    /^(?:ชื่อ)?(?:อปท\.?|หน่วยงาน|องค์กรปกครองส่วนท้องถิ่น|ท้องถิ่น|องค์กร|เทศบาล\/?อบต\.?|อบต\.?\/?เทศบาล|รายชื่อ|ชื่ออปท\.?|office)(?:\(อปท\.?\))?$/i,
  ],
  ['district', /^(?:ชื่อ)?(?:อำเภอ|อ\.|district)$/i],
  ['province', /^(?:ชื่อ)?(?:จังหวัด|จ\.|province)$/i],
  ['month', /^(?:ประจำ)?(?:เดือน|เดือน\/ปี|เดือนปี|งวดเดือน|month)$/i],
  ['fiscal-year', /^(?:ประจำ)?(?:ปีงบประมาณ(?:พ\.?ศ\.?)?|fiscal_?year)$/i],
  ['year', /^(?:ปี|พ\.?ศ\.?|ปีพ\.?ศ\.?|year)$/i],
  ['side', /^(?:ด้าน|ประเภท(?:บัญชี|รายการ)|รับ\/จ่าย|รายรับ\/รายจ่าย|side)$/i],
  [
    'category',
    /^(?:หมวด(?:รายได้|รายจ่าย|รายรับ|บัญชี)?|หมวด\/ประเภท|รายการ|ประเภทรายได้|ประเภทรายจ่าย|หมวดรายรับ-?รายจ่าย|category)$/i,
  ],
  [
    'grant',
    /^(?:ประเภท|ชื่อ|รายการ)?(?:เงินอุดหนุน|เงินอุดหนุนทั่วไป|เงินที่โอน|งบประมาณที่โอน|granttype|grant_type)(?:ที่ได้รับ)?$/i,
  ],
  ['transfer', /^(?:การโอน)?(?:ครั้งที่|โอนครั้งที่|transfer)$/i],
  ['period', /^(?:งวด|งวดที่|ไตรมาส|ไตรมาสที่|period)$/i],
  ['date', /^(?:วันที่|วัน\/?เดือน\/?ปี|ว\.?ด\.?ป\.?)(?:ที่)?(?:โอน(?:เงิน)?|ได้รับโอน|รับเงิน)?$|^date$/i],
  ['letter', /^(?:เลขที่|ที่)?หนังสือ(?:แจ้ง(?:การโอน)?|เลขที่|ที่)?$|^เลขที่หนังสือ.*$|^letter_?number$/i],
  ['source', /^(?:ที่มา|แหล่งที่มา|แหล่งข้อมูล|source)$/i],
  ['as-of', /^(?:ข้อมูล)?ณวันที่$|^as_?of$/i],
];

const ORDER = /^(?:ลำดับ(?:ที่)?|ที่|ลำดับ\.?|no\.?|#)$/i;
const IGNORED =
  /ประมาณการ|งบประมาณ(?!รายจ่าย$)|ร้อยละ|%|คงเหลือ|สะสม|ตั้งแต่ต้นปี|หมายเหตุ|ผลต่าง|เพิ่ม|ลดลง|สูง.?กว่า|ต่ำกว่า|ยกมา|ยกไป|เฉลี่ย|ประชากร|(?:คน|ราย|แห่ง)\)?$/;
const TOTAL = /^(?:รวม|ยอดรวม|ผลรวม|sum|total)|ทั้งสิ้น/i;
const AMOUNT =
  /^(?:(?:จำนวนเงิน|ยอดเงิน|ยอดโอน|เงินโอน|เงินที่โอน|เงินที่ได้รับ|เงินที่ได้รับจัดสรร|จัดสรรครั้งนี้|โอนครั้งนี้|amount).*|(?:จำนวน|เงิน|บาท|(?:ราย)?(?:รับ|จ่าย)จริง|(?:(?:ราย)?(?:รับ|จ่าย)(?:จริง)?)?(?:ใน)?เดือนนี้|เกิดขึ้นจริง|รายรับ|รายจ่าย|รายได้|เบิกจ่ายจริง)(?:\(?บาท\)?)?)$/i;
const GRANT_NAME = /^(?:เงินอุดหนุน|เบี้ย|อาหาร|ค่า|เงิน|โครงการ)/;
const PERIOD = /^(?:งวด|ไตรมาส)\s*(?:ที่)?\s*\d/;

const squeezed = (text: string): string => plainCell(text).replace(/\s/g, '');

const fieldOf = (text: string): Field | null =>
  FIELD_NAMES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** One cell of a heading. `side` is what a heading above it says, for categories of both sides. */
const columnOf = (heading: string, year: FiscalYear | null, side: Side | null): Column => {
  const plain = plainCell(heading);
  const text = squeezed(heading);
  if (text === '' || ORDER.test(text)) return { kind: 'blank' };
  const month = readMonthCell(plain, undefined, year) ?? undefined;
  if (month) return { kind: 'value', keys: { month } };
  const named = categoryNamed(plain, side);
  const field = fieldOf(text);
  // เงินอุดหนุน is a category of both sides, and the grant where there are no sides.
  const isCategory = named?.kind === 'category' && (field === null || side !== null);
  if (field && !isCategory) return { kind: 'field', field };
  if (PERIOD.test(plain)) return { kind: 'value', keys: { period: plain } };
  if (TOTAL.test(text)) return { kind: 'total', side: sideNamed(text) };
  if (named?.kind === 'category') {
    return { kind: 'value', keys: { category: named.category, side: named.side } };
  }
  if (IGNORED.test(text)) return { kind: 'ignored' };
  const within = monthWithin(plain, year);
  // "รับจริง ต.ค. 68"
  if (within) return { kind: 'value', keys: { month: within, side: sideNamed(text) ?? undefined } };
  if (AMOUNT.test(text)) return { kind: 'value', keys: { side: sideNamed(text) ?? undefined } };
  if (named) return { kind: 'value', keys: { side: named.side } };
  return GRANT_NAME.test(text) ? { kind: 'value', keys: { grant: plain } } : { kind: 'unknown' };
};

/** Two headings, one over the other, as one column. */
const joined = (above: Column, below: Column, text: string): Column => {
  if (below.kind === 'unknown' || below.kind === 'blank') {
    return above.kind === 'value' && text !== '' ? below : above;
  }
  if (above.kind === 'ignored' || below.kind === 'ignored') return { kind: 'ignored' };
  if (above.kind === 'total') return { kind: 'total', side: above.side };
  if (above.kind === 'value' && below.kind === 'value') {
    return { kind: 'value', keys: { ...above.keys, ...defined(below.keys) } };
  }
  if (below.kind === 'total' && above.kind === 'value') {
    return { kind: 'total', side: below.side ?? above.keys.side ?? null };
  }
  return below;
};

const defined = (keys: ValueKeys): ValueKeys =>
  Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined));

/** A heading over several columns is in the first of them, as in merged cells. */
const spread = (top: readonly string[], width: number, below: readonly string[]): string[] => {
  let last = '';
  return Array.from({ length: width }, (_, at) => {
    const own = (top[at] ?? '').trim();
    if (own !== '') last = own;
    else if ((below[at] ?? '').trim() === '') last = '';
    return own === '' ? last : own;
  });
};

const sideOf = (column: Column): Side | undefined =>
  column.kind === 'value' && column.keys.category !== undefined ? column.keys.side : undefined;

/** A category of both sides is of that of the categories beside it, those before it first. */
const singleRow = (row: readonly string[], year: FiscalYear | null): Column[] => {
  const alone = row.map((cell) => columnOf(cell, year, null));
  let side = alone.map(sideOf).find((one) => one !== undefined) ?? null;
  return alone.map((column, at) => {
    side = sideOf(column) ?? side;
    return side === null ? column : columnOf(row[at] ?? '', year, side);
  });
};

const twoRows = (
  top: readonly string[],
  below: readonly string[],
  year: FiscalYear | null,
): Column[] => {
  const width = Math.max(top.length, below.length);
  const above = spread(top, width, below);
  return Array.from({ length: width }, (_, at) => {
    const [upper, lower] = [above[at] ?? '', (below[at] ?? '').trim()];
    const first = columnOf(upper, year, null);
    if (lower === '' || lower === upper) return first;
    const side = (first.kind === 'value' ? first.keys.side : undefined) ?? sideNamed(upper);
    return joined(first, columnOf(lower, year, side), lower);
  });
};

const isField = ({ kind }: Column): boolean => kind === 'field';

/** Whether columns are those of a table of figures: amounts, and something that says whose or of what they are. */
const isTable = (columns: readonly Column[]): boolean => {
  const values = columns.filter(({ kind }) => kind === 'value').length;
  const fields = columns.filter(isField).length;
  return values > 0 && fields > 0;
};

const filled = (row: readonly string[]): readonly string[] =>
  row.filter((cell) => cell.trim() !== '');

const hasAmount = ({ cells, types }: RegisterRow): boolean =>
  cells.some(
    (cell, at) =>
      types?.[at] === 'number' || (/[\d๐-๙]{3}/.test(cell) && readAmount(cell).kind === 'amount'),
  );

/** Whether a row may be the lower one of two rows of headings: it fills gaps that merged cells leave, and has no amount. */
const mayBeUnder = (row: RegisterRow, next: RegisterRow): boolean =>
  filled(next.cells).length > 1 &&
  next.cells.some((cell, at) => cell.trim() !== '' && (row.cells[at] ?? '').trim() === '') &&
  !next.cells.some((cell, at) => readAmount(cell, next.types?.[at]).kind === 'amount');

/** A row such as "(1) (2) (3)" under headings, which counts the columns. */
export const countsColumns = ({ cells }: RegisterRow): boolean => {
  const all = filled(cells).map((cell) => plainCell(cell));
  return (
    all.length > 1 &&
    all.every(
      (cell, at) => /^\(?\d{1,2}\)?$/.test(cell) && Number(cell.replace(/\D/g, '')) === at + 1,
    )
  );
};

/** A table of months whose first column, of the names of categories, is called "รายรับ" or "รายจ่าย". */
const namedBySide = (columns: readonly Column[], texts: readonly string[]): Heading | null => {
  const at = columns.findIndex(({ kind }) => kind !== 'blank');
  const first = columns[at];
  const side = first?.kind === 'value' ? first.keys.side : undefined;
  const hasMonths = columns.some((one) => one.kind === 'value' && one.keys.month !== undefined);
  if (side === undefined || !hasMonths || (first?.kind === 'value' && first.keys.month))
    return null;
  return { columns: columns.with(at, { kind: 'field', field: 'category' }), rows: 1, side, texts };
};

/** The headings of a table. */
export interface Heading {
  readonly columns: readonly Column[];
  /** Rows that they take: one or two. */
  readonly rows: 1 | 2;
  /** The side of all categories, where the heading of their names says it ("รายจ่าย" over them). */
  readonly side?: Side | undefined;
  /** As they are written, for the rest file. */
  readonly texts: readonly string[];
}

/** Reads a row, and the one below it where both together are headings; null where they are none. */
export const readHeading = (
  row: RegisterRow,
  next: RegisterRow | undefined,
  year: FiscalYear | null,
): Heading | null => {
  if (filled(row.cells).length < 2 || hasAmount(row)) return null;
  const single = singleRow(row.cells, year);
  const mayBeTwo = next !== undefined && mayBeUnder(row, next) && single.some(isField);
  if (mayBeTwo) {
    const both = twoRows(row.cells, next.cells, year);
    const isRead = next.cells.some(
      (cell) => !['unknown', 'blank'].includes(columnOf(cell, year, null).kind),
    );
    if (isRead && isTable(both)) {
      const above = spread(row.cells, both.length, next.cells);
      const texts = above.map((text, at) => {
        const below = (next.cells[at] ?? '').trim();
        return below === '' || below === text ? text : `${text} ${below}`.trim();
      });
      return { columns: both, rows: 2, texts };
    }
  }
  if (isTable(single)) return { columns: single, rows: 1, texts: row.cells };
  return namedBySide(single, row.cells);
};
