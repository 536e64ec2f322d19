import { Buffer } from 'node:buffer';
import { closeSync, fstatSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { FiscalYear } from '#core/figures/fiscal-year.ts';
import type { Problem } from '#core/problem.ts';
import { filesBelow } from '#store/content/content-tree.ts';
import { isOfSystem, openContentFile, refuseLinks } from '#store/files/content-file.ts';
import { naming } from '#store/files/read-file.ts';

/** Folders of figures, relative to the project. */
export const GRANTS = 'content/grants';
export const FINANCE = 'content/finance';

/** How the names of files with made-up figures begin. They are left unread as soon as a folder holds a real file. */
export const SAMPLE_PREFIX = 'sample-';

/** A file of rows, with the fiscal year of its folder; null for a file of populations, which belongs to no year. */
export interface FigureFile {
  /** Relative to the project. */
  readonly path: string;
  readonly year: FiscalYear | null;
  readonly isSample: boolean;
}

/** A file of rows of one fiscal year. */
export type YearFile = FigureFile & { readonly year: FiscalYear };

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const yearProblem = (file: string, name: string): Problem => {
  const isGregorian = /^(?:19|20)\d\d$/.test(name);
  const isShort = /^\d\d$/.test(name);
  return {
    file,
    what: `"${name}" is no fiscal year of the Buddhist era`,
    why: 'The folder says in which fiscal year the months and transfers of its files lie.',
    fix: isGregorian
      ? `Rename the folder to "${Number(name) + 543}".`
      : isShort
        ? `Rename the folder to the year with four digits: "25${name}".`
        : `Move the file into a folder such as "${GRANTS}/2569" or "${FINANCE}/2569".`,
  };
};

const isYear = (name: string): boolean => /^2[4-6]\d\d$/.test(name);

/**
 * The CSV files under a folder of figures, in order, and problems of those that are in no fiscal year. Made-up files are
 * left out where a real one lies beside them, so that the two are never summed.
 */
export const listFigureFiles = (
  root: string,
  folder: string,
): { readonly files: readonly FigureFile[]; readonly problems: readonly Problem[] } => {
  const files: FigureFile[] = [];
  const problems: Problem[] = [];
  for (const below of filesBelow(join(root, folder))) {
    const path = `${folder}/${below}`;
    const name = nameOf(path);
    if (isOfSystem(name)) continue;
    refuseLinks(root, path);
    const [year = '', ...rest] = below.split('/');
    const isSample = name.startsWith(SAMPLE_PREFIX);
    const isPopulation = name === 'population.csv' || name === `${SAMPLE_PREFIX}population.csv`;
    if (folder === FINANCE && below === name && isPopulation) {
      files.push({ path, year: null, isSample });
    } else if (rest.length !== 1 || !name.endsWith('.csv')) {
      problems.push({
        file: path,
        what: 'nothing reads this file',
        why: `Figures lie in ${folder}/<fiscal year>/<name>.csv.`,
        fix: 'Move or rename it to where it belongs, or remove it.',
      });
    } else if (!isYear(year)) problems.push(yearProblem(path, year));
    else files.push({ path, year: Number(year), isSample });
  }
  const hasReal = files.some((file) => !file.isSample && file.year !== null);
  const hasRealPopulation = files.some((file) => !file.isSample && file.year === null);
  return {
    files: files.filter(
      ({ isSample, year }) => !isSample || !(year === null ? hasRealPopulation : hasReal),
    ),
    problems,
  };
};

/** Reads files one after the other into the same memory, which the next reading overwrites. */
export interface FileBuffer {
  readonly read: (root: string, path: string) => Buffer;
}

/** A buffer that grows to the largest file read through it. */
export const fileBuffer = (): FileBuffer => {
  let buffer = Buffer.allocUnsafe(1 << 16);
  return {
    read: (root, path) => {
      const handle = openContentFile(root, path);
      try {
        const { size } = fstatSync(handle);
        if (size > buffer.length) buffer = Buffer.allocUnsafe(Math.ceil(size * 1.1));
        let length = 0;
        while (length < size) {
          const count = readSync(handle, buffer, length, size - length, length);
          if (count === 0) break;
          length += count;
        }
        return buffer.subarray(0, length);
      } catch (error) {
        throw naming(join(root, path), error);
      } finally {
        closeSync(handle);
      }
    },
  };
};
