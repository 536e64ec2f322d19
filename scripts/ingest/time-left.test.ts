import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FilePage } from '#core/scan/scanned-page.ts';
import { greyPicture } from '#core/scan/testing/drawn.ts';
import { madeScan } from '#store/document/testing/made-scan.ts';
import { drawnReaders } from '#store/scan/testing/drawn-letter.ts';
import { readScanPages } from './scans.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wian-time-left-'));
});
afterAll(() => rm(folder, { recursive: true }));

const PAPER = { width: 60, height: 84 };
const SECONDS_A_PAGE = 40;

/** The lines of progress of a file of six pages of which some were read by an earlier run; each other takes 40 s. */
const progressOf = async (kept: readonly number[]): Promise<string[]> => {
  const { pixels } = greyPicture(600, 840, []);
  const picture = { width: 600, height: 840, grey: pixels };
  const path = join(folder, 'scan.pdf');
  await writeFile(path, madeScan(Array.from({ length: 6 }, () => ({ ...PAPER, picture }))));
  let seconds = 0;
  const lines: string[] = [];
  await readScanPages(
    { path, name: 'scan.pdf' },
    {
      readers: async () => {
        seconds += SECONDS_A_PAGE;
        return drawnReaders([]);
      },
      cache: {
        get: (_, number): FilePage | null =>
          kept.includes(number) ? { number, kind: 'blank' } : null,
        put: () => {},
        forget: () => {},
      },
      pages: null,
      progress: (line) => lines.push(line.replace(/^.*?\): /, '')),
      clock: () => 1000 * seconds,
    },
  );
  return lines;
};

it.each([
  [
    'counts all pages where none was read before',
    [],
    ['; 4 min left', '; 3 min left', '; 2 min left', '; 80 s left', '; 40 s left', ''],
  ],
  [
    'goes by the pages that it reads, not by those that an earlier run read',
    [1, 2, 3],
    [', read before', ', read before', ', read before', '; 80 s left', '; 40 s left', ''],
  ],
  [
    'leaves out pages that were read before in between',
    [2, 4],
    [
      '; 4 min left',
      ', read before; 3 min left',
      '; 2 min left',
      ', read before; 80 s left',
      '; 40 s left',
      '',
    ],
  ],
])('%s', async (_, kept, left) =>
  expect(await progressOf(kept)).toEqual(left.map((one) => `no ink: left out${one}`)),
);
