import { emptyCube } from '#core/figures/finance.ts';
import { checkNegatives, checkTotals } from '#core/figures/finance-checks.ts';
import { sumFinance } from '#core/figures/finance-sums.ts';
import {
  FINANCE,
  fileBuffer,
  listFigureFiles,
  type YearFile,
} from '#store/figures/figure-files.ts';
import { financeScan } from '#store/figures/finance-scan.ts';
import { authoritiesOf, categoriesOf, monthsOf, type Size } from './made-up.ts';
import type { Sums } from './sums.ts';

/** Reads, checks and sums the files by the code of the portal. */
export const sumByPortal = (folder: string, size: Size): Sums => {
  const authorities = authoritiesOf(size);
  const categories = categoriesOf(size);
  const sides = categories.map(({ side }) => side);
  const cube = emptyCube(
    authorities.map(({ id }) => id),
    monthsOf(size),
    categories.map(({ code }) => code),
  );
  const scan = financeScan(cube, sides);
  const buffer = fileBuffer();
  const { files, problems } = listFigureFiles(folder, FINANCE);
  for (const file of files) scan.scanFile(file as YearFile, buffer.read(folder, file.path));
  const totals = checkTotals(cube, sides, scan.totals);
  const found = [
    ...problems,
    ...scan.problems,
    ...totals.problems,
    ...checkNegatives(cube, scan.negatives),
  ];
  const sums: Record<string, string> = {};
  const byProvince = Map.groupBy(authorities, ({ province }) => province as string);
  for (const [province, offices] of byProvince) {
    const ids = offices.map(({ id }) => id);
    for (const month of cube.months) {
      for (const category of cube.categories) {
        const { amount } = sumFinance(cube, {
          offices: ids,
          months: [month],
          categories: [category],
        });
        if (amount !== null) sums[`${province} ${month} ${category}`] = String(amount);
      }
    }
  }
  return { problems: found.length + totals.doubts.length, sums };
};
