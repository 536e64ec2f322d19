import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SIDES, type Side } from '#core/figures/classification.ts';
import {
  addMonths,
  fiscalYearOfMonth,
  type IsoMonth,
  monthsBetween,
} from '#core/figures/fiscal-year.ts';
import { levelOfType, type Office } from '#core/office/office.ts';
import { FINANCE_COLUMNS } from '#schema/figures.ts';
import { seededRandom } from '../../lib/random.ts';
import { madeUpOffices } from '../track/made-up.ts';

/** How much a run measures; the whole is 7,849 offices, 18 months and 40 categories. */
export interface Size {
  readonly offices: number;
  readonly months: number;
  readonly categories: number;
}

const FIRST_MONTH: IsoMonth = '2025-04';

export const monthsOf = ({ months }: Size): IsoMonth[] =>
  monthsBetween(FIRST_MONTH, addMonths(FIRST_MONTH, months - 1));

/** Made-up categories, half of them of either side. */
export const categoriesOf = ({
  categories,
}: Size): { readonly code: string; readonly side: Side }[] =>
  Array.from({ length: categories }, (_, at) => ({
    code: `category-${String(at + 1).padStart(2, '0')}`,
    side: SIDES[at < categories / 2 ? 0 : 1] as Side,
  }));

/** The authorities of the made-up country. */
export const authoritiesOf = ({ offices }: Size): Office[] =>
  madeUpOffices()
    .filter(({ type }) => levelOfType(type) === 'authority')
    .slice(0, offices);

/** Relative to the folder of the run. */
export const fileOf = (year: number, province: string): string =>
  `content/finance/${year}/${province}.csv`;

const linesOf = (
  office: string,
  month: IsoMonth,
  categories: ReturnType<typeof categoriesOf>,
  random: ReturnType<typeof seededRandom>,
): string => {
  const asOf = `${addMonths(month, 1)}-${String(random.int(3, 20)).padStart(2, '0')}`;
  return categories
    .map(({ code, side }) => {
      const satang = random.int(0, 400_000_000);
      const amount = `${Math.floor(satang / 100)}.${String(satang % 100).padStart(2, '0')}`;
      return `${office},${month},${side},${code},${amount},e-LAAS,${asOf}\n`;
    })
    .join('');
};

/** Writes the files of a made-up country, one a fiscal year and province; the same size gives the same files. */
export const writeFinance = async (
  folder: string,
  size: Size,
): Promise<{ readonly rows: number; readonly bytes: number }> => {
  const random = seededRandom(18);
  const categories = categoriesOf(size);
  const byProvince = Map.groupBy(authoritiesOf(size), ({ province }) => province as string);
  let rows = 0;
  let bytes = 0;
  for (const [year, months] of Map.groupBy(monthsOf(size), fiscalYearOfMonth)) {
    for (const [province, offices] of byProvince) {
      const path = join(folder, fileOf(year, province));
      mkdirSync(dirname(path), { recursive: true });
      const stream = createWriteStream(path);
      stream.write(`${FINANCE_COLUMNS.join(',')}\n`);
      for (const { id } of offices) {
        for (const month of months) {
          const text = linesOf(id, month, categories, random);
          rows += categories.length;
          if (!stream.write(text)) await once(stream, 'drain');
        }
      }
      stream.end();
      await once(stream, 'close');
      bytes += stream.bytesWritten;
    }
  }
  return { rows, bytes };
};
