import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAside } from '#store/portal/build-folder.ts';
import { readSettings } from '#store/settings.ts';
import type { CommandIo } from '../lib/command.ts';
import { indexForSearch } from './search-index.ts';

/** What a build made, and how long its parts took (seconds). */
export interface BuildOutcome {
  readonly pages: number;
  readonly seconds: { readonly pages: number; readonly search: number };
}

const secondsSince = (start: number): number => Math.round(performance.now() - start) / 1000;

const countPages = async (folder: string): Promise<number> => {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.html')).length;
};

/**
 * Builds the portal aside, indexes it for search and puts it in the place of dist/. The content has been checked
 * before.
 */
export const buildPortal = (
  io: Pick<CommandIo, 'cwd' | 'env' | 'today'>,
): Promise<BuildOutcome> => {
  readSettings(io.env, io.today);
  return buildAside(join(io.cwd, 'dist'), join(io.cwd, '.cache'), async (outDir) => {
    process.env.ASTRO_TELEMETRY_DISABLED = '1';
    const { build } = await import('astro');
    const start = performance.now();
    await build({ root: io.cwd, outDir, logLevel: 'warn' });
    const pages = secondsSince(start);
    const startOfSearch = performance.now();
    await indexForSearch(outDir);
    const search = secondsSince(startOfSearch);
    return { pages: await countPages(outDir), seconds: { pages, search } };
  });
};
