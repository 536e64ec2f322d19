import { buildRegistry } from '#core/office/registry.ts';
import { namedOffice } from '#core/office/testing/made-up-office.ts';
import { formatBaht } from '../../amount.ts';
import { completeFinance, completeTransfer } from '../complete.ts';
import { officeFinder } from '../office-names.ts';
import { readSheet } from '../sheet.ts';
import type { SheetContext } from '../sheet-context.ts';

const registry = buildRegistry([
  namedOffice('p50', 'province', 'จังหวัดเชียงใหม่'),
  namedOffice('p57', 'province', 'จังหวัดเชียงราย'),
  namedOffice('d5009', 'district', 'อำเภอฝาง', 'p50'),
  namedOffice('d5701', 'district', 'อำเภอเทิง', 'p57'),
  namedOffice('a1', 'sao', 'องค์การบริหารส่วนตำบลแม่งอน', 'p50', ['d5009']),
  namedOffice('a2', 'sao', 'องค์การบริหารส่วนตำบลเวียง', 'p50', ['d5009']),
  namedOffice('a3', 'sao', 'องค์การบริหารส่วนตำบลเวียง', 'p57', ['d5701']),
  namedOffice('a4', 'subdistrict-municipality', 'เทศบาลตำบลแม่ข่า', 'p50', ['d5009']),
  namedOffice('a5', 'pao', 'องค์การบริหารส่วนจังหวัดเชียงใหม่', 'p50'),
]);
const finder = officeFinder(registry);
const defaults = { source: 'file', today: '2026-11-28' };

/** A row of a made-up sheet. */
export type Row = readonly string[];

/** What is taken over of a made-up sheet, as texts, and what is left over. */
export const readRows = (
  rows: readonly Row[],
  options: SheetContext = {},
  name: string | null = null,
) => {
  const reading = readSheet(
    rows.map((cells, at) => ({ line: at + 1, cells })),
    name,
    options,
    finder,
  );
  const taken: string[] = [];
  const left = reading.left.map(({ line, reason }) => `${line}: ${reason}`);
  for (const draft of reading.drafts) {
    if (reading.isGrants) {
      const { row, reason } = completeTransfer(draft, defaults);
      if (row)
        taken.push(
          [
            row.office,
            row.transfer,
            row.grantType,
            row.period,
            row.date,
            row.letterNumber,
            formatBaht(row.amount),
          ].join('|'),
        );
      else left.push(`${draft.line}: ${reason}`);
    } else {
      const { row, reason } = completeFinance(draft, defaults);
      if (row) taken.push([row.office, row.month, row.category, formatBaht(row.amount)].join(' '));
      else left.push(`${draft.line}: ${reason}`);
    }
  }
  return { taken, left, unread: reading.unread, isGrants: reading.isGrants };
};
