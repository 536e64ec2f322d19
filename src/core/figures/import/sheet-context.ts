import type { IsoDate } from '#core/letter/date.ts';
import { findLetterNumbers, formatLetterNumber } from '#core/letter/number.ts';
import { plainCell } from '#core/tracking/register/cell-text.ts';
import { readDateCell } from '#core/tracking/register/date-cell.ts';
import type { Side } from '../classification.ts';
import type { FiscalYear, IsoMonth } from '../fiscal-year.ts';
import { type Unit, unitOf } from './amount-cell.ts';
import { sideNamed } from './category-names.ts';
import { fiscalYearWithin, monthWithin } from './month-cell.ts';
import type { OfficeFinder } from './office-names.ts';

/** What holds for all rows of a sheet: from options, titles above the table and the name of the sheet, in this order. */
export interface SheetContext {
  /** Id of an authority. */
  readonly office?: string | undefined;
  /** Id of a province. */
  readonly province?: string | undefined;
  readonly fiscalYear?: FiscalYear | undefined;
  readonly month?: IsoMonth | undefined;
  readonly side?: Side | undefined;
  readonly unit?: Unit | undefined;
  readonly asOf?: IsoDate | undefined;
  readonly grant?: string | undefined;
  readonly transfer?: string | undefined;
  readonly period?: string | undefined;
  readonly date?: IsoDate | undefined;
  readonly letterNumber?: string | undefined;
}

const DATE = String.raw`(\d{1,2}\s*[ก-\u0e4e.]+\s*(?:พ\.?\s?ศ\.?\s*)?\d{2,4}|\d{1,2}\/\d{1,2}\/\d{2,4})`;

const dateBehind = (label: string, title: string): IsoDate | undefined => {
  const match = new RegExp(`${label}\\s*(?:วันที่)?\\s*${DATE}`).exec(title);
  return (match && readDateCell(match[1] as string).value) ?? undefined;
};

const letterWithin = (title: string): string | undefined => {
  const [first, ...more] = findLetterNumbers(title);
  return first && more.length === 0 ? formatLetterNumber(first.number) : undefined;
};

const GRANT =
  /(เงินอุดหนุนทั่วไป(?:\s*(?:รายการ|ประเภท|สำหรับ|เพื่อ|กรณี)?\s*[^\d,;:]{2,80}?)?)(?=\s*(?:ครั้งที่|งวด|ไตรมาส|ประจำ|ปีงบ|ตาม|ให้แก่|$))/;

/** What a title says. */
export const contextOfTitle = (
  title: string,
  finder: OfficeFinder,
  known: SheetContext,
): SheetContext => {
  const plain = plainCell(title);
  const fiscalYear = known.fiscalYear ?? fiscalYearWithin(plain) ?? undefined;
  const province = finder.provinceWithin(plain) ?? undefined;
  const area = province ?? known.province;
  return {
    office: finder.within(plain, { province: area })?.id,
    province,
    fiscalYear,
    month: monthWithin(plain, fiscalYear ?? null) ?? undefined,
    side: sideNamed(plain) ?? undefined,
    unit: unitOf(plain) ?? undefined,
    asOf: dateBehind('(?:ข้อมูล\\s*)?ณ', plain),
    grant: GRANT.exec(plain)?.[1]?.trim(),
    transfer: /ครั้งที่\s*\d+/.exec(plain)?.[0]?.replace(/ครั้งที่\s*/, 'ครั้งที่ '),
    period: /(?:งวดที่|ไตรมาสที่|ไตรมาส|งวด)\s*\d+/.exec(plain)?.[0],
    date: dateBehind('โอน(?:เงิน)?(?:เมื่อ)?', plain),
    letterNumber: letterWithin(plain),
  };
};

/** Two contexts as one; what the first says goes before. */
export const mergeContext = (first: SheetContext, second: SheetContext): SheetContext => ({
  ...second,
  ...Object.fromEntries(Object.entries(first).filter(([, value]) => value !== undefined)),
});
