import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { buildAside } from '#store/portal/build-folder.ts';
import { writeFromBundle } from '#store/portal/from-bundle.ts';
import { openNextPortal } from '#store/portal/kept-files.ts';
import { countPages } from '#store/portal/portal-mark.ts';
import { announceIndex } from '#store/search/announce-index.ts';
import { isStockBuild, readSettings } from '#store/settings.ts';
import type { CommandIo } from '../lib/command.ts';
import { prepareForAstro } from './astro-env.ts';
import { buildIfValid } from './build-if-valid.ts';
import { writeOffline } from './offline.ts';
import { ownFiles } from './own-files.ts';
import { indexForSearch, writePortalBundle } from './search-index.ts';
import { drawSocialCards } from './social-cards.ts';

type BuildIo = Pick<CommandIo, 'cwd' | 'env' | 'today' | 'out'>;

/** The parts of a build in order, and the line that each begins with. */
export const BUILD_PHASES = {
  check: 'Checking the content ...',
  pages: 'Building the pages ...',
  cards: 'Drawing the pictures of links ...',
  search: 'Indexing for search ...',
  offline: 'Listing what can be kept offline ...',
} as const;
export type BuildPhase = keyof typeof BUILD_PHASES;

/** What a build made. */
export interface BuildOutcome {
  readonly pages: number;
}

/** Calls back when Vite has bundled all, for which it takes every core; listing the pages then keeps one core busy. */
const whenBundled = (call: () => void): AstroInlineConfig['vite'] => ({
  plugins: [
    {
      name: 'wian:when-bundled',
      apply: 'build',
      closeBundle() {
        // Scripts and styles of the browser come last.
        if (this.environment.name === 'client') call();
      },
    },
  ],
});

const buildWithAstro = async (root: string, outDir: string, onBundled: () => void) => {
  const { build } = await import('astro');
  const vite = whenBundled(onBundled);
  await build({ root, outDir, logLevel: 'warn', vite });
};

const buildPages = async (io: BuildIo, outDir: string, onBundled: () => void): Promise<void> => {
  io.out(BUILD_PHASES.pages);
  prepareForAstro(process.env, 'production');
  const settings = readSettings(io.env, io.today);
  // Astro's configuration reads it from there, and all that follows from what this command was given.
  process.env.WIAN_SITE_URL = settings.siteUrl;
  const texts = LANGUAGES[settings.language];
  const guidance = { footnotes: texts.document.footnotes, components: componentTexts(texts) };
  const task = { root: io.cwd, next: outDir, guidance, ...settings };
  if (isStockBuild(io.env) || !(await writeFromBundle(task, onBundled)))
    await buildWithAstro(io.cwd, outDir, onBundled);
};

/** Called with the portal that is served and the folder of the next one, just before that takes its place. */
export type BeforeServing = (former: string, next: string) => Promise<void>;

/**
 * Checks the content, builds the portal aside, indexes it for search and serves it as dist/, whole or not at all; it is not
 * served if `beforeServing` fails.
 */
export const buildPortal = (io: BuildIo, beforeServing?: BeforeServing): Promise<BuildOutcome> => {
  const settings = readSettings(io.env, io.today);
  const dist = join(io.cwd, 'dist');
  const cache = join(io.cwd, '.cache');
  return buildAside(dist, cache, async (outDir) => {
    io.out(BUILD_PHASES.check);
    await buildIfValid({ root: io.cwd, today: io.today }, (beginCheck) => {
      // A build of all pages has work for every core from then on.
      if (!existsSync(dist)) beginCheck();
      return buildPages(io, outDir, beginCheck);
    });
    const built = await openNextPortal(outDir, dist);
    io.out(BUILD_PHASES.cards);
    await drawSocialCards(built, outDir, join(cache, 'cards'), settings);
    io.out(BUILD_PHASES.search);
    const { pointer } = await indexForSearch(built, outDir, dist, cache);
    await announceIndex(outDir, pointer);
    const own = await ownFiles(io.cwd, cache);
    await writePortalBundle(outDir, own.pagefind, settings.language, pointer);
    io.out(BUILD_PHASES.offline);
    // With the index, where that is the one of the portal before.
    const portal = await openNextPortal(outDir, dist);
    const digests = join(cache, 'offline', 'digests.json');
    await writeOffline({ portal, outDir, own, digests, settings });
    await beforeServing?.(dist, outDir);
    return { pages: await countPages(outDir) };
  });
};
