import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { addMonths } from '#core/figures/fiscal-year.ts';
import { FINANCE, GRANTS } from '#store/figures/figure-files.ts';
import { readRegistry } from '#store/registry/read-registry.ts';
import { sampleFiles } from '../../figures/sample-files.ts';
import { applyFiles, planFiles } from '../../figures/write-files.ts';
import { type MeasuredBuild, measureBuild } from '../measured-build.ts';
import { addSamples, copyProject } from '../temporary-project.ts';
import { addAuthorities } from './made-up-registry.ts';

/** With the authorities that the registry has, or with made-up ones up to the 7,849 of the country. */
export const BUILD_SIZES = ['registry', 'country'] as const;
export type BuildSize = (typeof BUILD_SIZES)[number];

/** What a portal without figures and without the page of one's own office lacks. */
const OF_FIGURES = [
  'src/pages/grants',
  'src/pages/finance',
  'src/pages/follow-up',
  'src/pages/my',
  'src/pages/api/v1/grants',
  'src/pages/api/v1/finance',
  GRANTS,
  FINANCE,
];
/** What a build leaves behind for the next. */
const KEPT = ['dist', '.portals', '.cache', '.astro'];

const remove = async (root: string, paths: readonly string[]): Promise<void> => {
  for (const path of paths) await rm(join(root, path), { recursive: true, force: true });
};

const gzipped = async (path: string): Promise<number> => gzipSync(await readFile(path)).length;

const middle = (sorted: readonly number[]): number => sorted[sorted.length >> 1] ?? 0;

/** Sizes in bytes, compressed, of what `/my/` fetches; the page's own scripts and styles are measured in a browser. */
const measureMy = async (root: string) => {
  const folder = join(root, 'dist/my');
  const names = await readdir(folder, { recursive: true });
  const areas: number[] = [];
  for (const name of names) {
    if (/^data[/\\].*\.json$/.test(name)) areas.push(await gzipped(join(folder, name)));
  }
  areas.sort((a, b) => a - b);
  return {
    html: names.filter((name) => name.endsWith('.html')).length,
    page: await gzipped(join(folder, 'index.html')),
    names: await gzipped(join(folder, 'names.json')),
    areas: areas.length,
    areaMedian: middle(areas),
    areaLargest: areas.at(-1) ?? 0,
  };
};

/** Bytes of the search index on disk. */
const measureIndex = async (root: string): Promise<number> => {
  const folder = join(root, 'dist/search-index');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => (await readFile(join(parentPath, name))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

const secondsOf = ({ build, search }: MeasuredBuild): number => build.seconds + search.seconds;
const processorOf = ({ build, search }: MeasuredBuild): number =>
  (build.cpuSeconds ?? 0) + (search.cpuSeconds ?? 0);

const prepare = async (root: string, size: BuildSize, circulars: number, today: string) => {
  const project = await copyProject(root);
  if (size === 'country') await addAuthorities(project, today);
  if (circulars > 0) await addSamples(project, circulars);
  return project;
};

const writeSamples = async (project: string, today: string): Promise<number> => {
  const files = sampleFiles(await readRegistry(project), addMonths(today.slice(0, 7), -1));
  applyFiles(project, files, planFiles(project, files));
  return [...files.values()].reduce((rows, text) => rows + text.split('\n').length - 2, 0);
};

export interface RatioOptions {
  readonly rounds: number;
  readonly circulars: number;
  /** ISO day. */
  readonly today: string;
}

/**
 * Builds the portal with the pages of figures and without, in turns, each time from nothing. Figures are those of the
 * generator for every authority; seconds are the medians of the rounds, from the first instruction to the last file. So many
 * made-up `circulars` are added to those that the project has: a portal of the country has thousands besides its figures.
 */
export const measureRatio = async (
  root: string,
  size: BuildSize,
  { rounds, circulars, today }: RatioOptions,
) => {
  const whole = await prepare(root, size, circulars, today);
  const without = await prepare(root, size, circulars, today);
  try {
    const rows = await writeSamples(whole, today);
    await remove(without, OF_FIGURES);
    const builds: { whole: MeasuredBuild; without: MeasuredBuild }[] = [];
    for (let round = 0; round < rounds; round++) {
      await remove(whole, KEPT);
      const measured = await measureBuild(whole);
      await remove(without, KEPT);
      builds.push({ whole: measured, without: await measureBuild(without) });
    }
    const summary = (name: 'whole' | 'without') => {
      const all = builds.map((round) => round[name]);
      const sorted = (numbers: number[]) => numbers.sort((a, b) => a - b);
      return {
        pages: all[0]?.pages,
        seconds: middle(sorted(all.map(secondsOf))),
        processor: middle(sorted(all.map(processorOf))),
        runs: all,
      };
    };
    const [withFigures, withoutFigures] = [summary('whole'), summary('without')];
    return {
      size,
      circulars,
      rows,
      withFigures,
      withoutFigures,
      ratio: withFigures.seconds / withoutFigures.seconds,
      processorRatio: withFigures.processor / withoutFigures.processor,
      my: await measureMy(whole),
      searchIndex: { with: await measureIndex(whole), without: await measureIndex(without) },
    };
  } finally {
    await remove('/', [whole, without]);
  }
};
