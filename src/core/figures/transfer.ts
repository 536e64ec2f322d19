import type { IsoDate } from '#core/letter/date.ts';
import type { Satang } from './amount.ts';
import type { FiscalYear } from './fiscal-year.ts';

/** One amount that one authority was sent, from content/grants/<fiscal year>/*.csv. */
export interface Transfer {
  /** Fiscal year (B.E.) of the folder. */
  readonly fiscalYear: FiscalYear;
  /** What the letter calls this transfer: `ครั้งที่ 3`. */
  readonly transfer: string;
  /** The grant, by its name: `เงินอุดหนุนทั่วไป เบี้ยยังชีพผู้สูงอายุ`. */
  readonly grantType: string;
  /** The part of the year that it is for, as the letter says it: `ไตรมาสที่ 1`; empty where it says none. */
  readonly period: string;
  /** Id of the authority. */
  readonly office: string;
  readonly amount: Satang;
  /** Day of the transfer. */
  readonly date: IsoDate;
  /** Number of the letter that announced it, in its canonical form; empty where none is known. */
  readonly letterNumber: string;
  readonly source: string;
}

/** A total that a file states for a transfer; it is compared with the sum, never summed. */
export interface TransferTotal {
  readonly fiscalYear: FiscalYear;
  readonly transfer: string;
  readonly grantType: string;
  readonly period: string;
  /** Id of a province, or `th` for the country. */
  readonly area: string;
  readonly amount: Satang;
  readonly source: string;
}
