import { plainCell } from '#core/tracking/register/cell-text.ts';
import type { RegisterRow } from '#core/tracking/register/row.ts';
import { type Heading, readHeading } from './columns.ts';
import type { OfficeFinder } from './office-names.ts';
import { contextOfTitle, mergeContext, type SheetContext } from './sheet-context.ts';

/** Rows above the headings that may be titles. */
const MOST_TITLES = 40;

const textOf = ({ cells }: RegisterRow): string =>
  cells
    .filter((cell) => cell.trim() !== '')
    .join(' ')
    .slice(0, 400);

/** Where the rows of a sheet begin, and what was read above them. */
export interface Start {
  readonly heading: Heading;
  readonly at: number;
  readonly context: SheetContext;
  readonly titles: string;
}

const GRANT_TITLE = /โอนเงิน|การโอน|จัดสรรเงินอุดหนุน/;

/** Headings under a title that speaks of transfers: "รายการ" names the grant there, and no category. */
const withGrants = (heading: Heading): Heading => ({
  ...heading,
  columns: heading.columns.map((column) =>
    column.kind === 'field' && column.field === 'category'
      ? { kind: 'field', field: 'grant' }
      : column,
  ),
});

/** Finds the headings, reading the titles above them. */
export const findStart = (
  rows: readonly RegisterRow[],
  options: SheetContext,
  name: string | null,
  finder: OfficeFinder,
): Start | null => {
  let context = options;
  let titles = '';
  for (const [at, row] of rows.slice(0, MOST_TITLES).entries()) {
    const year = context.fiscalYear ?? null;
    const heading = readHeading(row, rows[at + 1], year);
    if (heading) {
      const titled = GRANT_TITLE.test(plainCell(titles)) ? withGrants(heading) : heading;
      const ofName = name === null ? {} : contextOfTitle(name, finder, context);
      return {
        heading: titled,
        at: at + heading.rows,
        context: mergeContext(context, ofName),
        titles,
      };
    }
    const title = textOf(row);
    titles += ` ${title}`;
    context = mergeContext(context, contextOfTitle(title, finder, context));
  }
  return null;
};

/** Whether a table is of transfers, by its headings and titles. */
export const isOfGrants = ({ heading: { columns }, titles, context }: Start): boolean => {
  const fields = columns.flatMap((one) => (one.kind === 'field' ? [one.field] : []));
  const isFinance = columns.some(
    (one) =>
      (one.kind === 'field' && one.field === 'category') ||
      (one.kind === 'value' && one.keys.category),
  );
  if (isFinance) return false;
  return (
    fields.some((field) => ['grant', 'transfer', 'period', 'letter'].includes(field)) ||
    columns.some(
      (one) => one.kind === 'value' && (one.keys.grant ?? one.keys.period) !== undefined,
    ) ||
    context.grant !== undefined ||
    GRANT_TITLE.test(plainCell(titles))
  );
};
