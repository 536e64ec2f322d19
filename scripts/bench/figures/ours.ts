import { emptyCube } from '#core/figures/finance.ts';
import { checkNegatives, checkTotals } from '#core/figures/finance-checks.ts';
import { sumByGroup } from '#core/figures/group-sums.ts';
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
  const provinces = [...new Set(authorities.map(({ province }) => province as string))];
  const groupOf = Int32Array.from(authorities, ({ province }) =>
    provinces.indexOf(province as string),
  );
  const { amounts } = sumByGroup(cube, groupOf, provinces.length);
  const sums: Record<string, string> = {};
  let at = 0;
  for (const province of provinces) {
    for (const month of cube.months) {
      for (const category of cube.categories) {
        const sum = amounts[at++] as number;
        if (!Number.isNaN(sum)) sums[`${province} ${month} ${category}`] = String(sum);
      }
    }
  }
  return { problems: found.length + totals.doubts.length, sums };
};
