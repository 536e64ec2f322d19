import type { IsoDate } from '#core/letter/date.ts';
import type { Satang } from './amount.ts';
import { SAMPLE_SOURCE } from './figures.ts';
import type { FiscalYear } from './fiscal-year.ts';
import type { Transfer } from './transfer.ts';

/** One transfer of one grant on one day, to all its authorities, as a letter announces it. */
export interface Announcement {
  /** Known by it for ever, and plain enough for an address: made of everything that distinguishes it from others. */
  readonly id: string;
  readonly fiscalYear: FiscalYear;
  readonly transfer: string;
  readonly grantType: string;
  readonly period: string;
  readonly date: IsoDate;
  /** Empty where none is known. */
  readonly letterNumber: string;
  readonly amount: Satang;
  /** In the order of the files. */
  readonly transfers: readonly Transfer[];
  readonly isSample: boolean;
}

/** FNV-1a over UTF-16, twice with different beginnings: no secret, only short and the same everywhere. */
const shortHash = (text: string): string =>
  [0x811c9dc5, 0x01234567]
    .map((start) => {
      let hash = start;
      for (let at = 0; at < text.length; at++) {
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
      }
      return (hash >>> 0).toString(36).padStart(7, '0');
    })
    .join('');

/** Transfers as they were announced, newest first, then by grant. */
export const announcementsOf = (transfers: readonly Transfer[]): Announcement[] =>
  [
    ...Map.groupBy(transfers, ({ fiscalYear, transfer, grantType, period, date, letterNumber }) =>
      [fiscalYear, transfer, grantType, period, date, letterNumber].join('\n'),
    ),
  ]
    .map(([key, all]): Announcement => {
      const [{ fiscalYear, transfer, grantType, period, date, letterNumber }] = all as [Transfer];
      return {
        id: `t${fiscalYear}-${shortHash(key)}`,
        fiscalYear,
        transfer,
        grantType,
        period,
        date,
        letterNumber,
        amount: all.reduce((sum, { amount }) => sum + amount, 0n),
        transfers: all,
        isSample: all.some(({ source }) => source === SAMPLE_SOURCE),
      };
    })
    .sort((a, b) =>
      a.date === b.date ? compare(a.grantType, b.grantType) : compare(b.date, a.date),
    );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
