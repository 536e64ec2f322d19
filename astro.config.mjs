// @ts-check
import { defineConfig, envField } from 'astro/config';
import { collectionsModule } from '#astro/collections-module.ts';
import { contentChanges } from '#astro/content-changed.ts';
import { sitemapUnderBase } from '#astro/sitemap.ts';
import { basePathOf } from '#core/address/portal-address.ts';
import { boxTexts } from '#i18n/box-texts.ts';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { makerTexts } from '#i18n/maker-texts.ts';
import { todayInThailand } from '#store/clock.ts';
import { circularsModule } from '#store/content/circulars-module.ts';
import { contentFaults } from '#store/content/content-faults.ts';
import { keptValuesModule } from '#store/content/kept-values-module.ts';
import { markdownProcessor } from '#store/content/markdown.ts';
import { publishedFiles } from '#store/content/published-files.ts';
import { figuresModule } from '#store/figures/figures-module.ts';
import { devPages } from '#store/portal/dev-pages.ts';
import { pageWriter } from '#store/portal/page-writer.ts';
import { placeOfPages } from '#store/portal/place.ts';
import { scriptModules } from '#store/portal/script-modules.ts';
import { bundleSettings, isStockBuild, pageSettings, readSettings } from '#store/settings.ts';

const { siteUrl, asOf, language } = readSettings(process.env, todayInThailand());
// In the environment and not in the configuration, of which every change empties Astro's caches.
process.env.WIAN_AS_OF = asOf;
process.env.WIAN_LANG = language;

/** Addresses of the pages for the map of the site, which the page writer tells. @type {Set<string>} */
const listed = new Set();

/** HarfBuzz asks for Node's "module" where it runs on Node, which the browser need not be told. @type {any} */
const withoutNodeModule = {
  name: 'wian:without-node-module',
  enforce: 'pre',
  /** @type {(source: string, importer?: string) => string | undefined} */
  resolveId: (source, importer) =>
    source === 'module' && importer?.includes('harfbuzzjs') ? '\0without-node-module' : undefined,
  /** @type {(id: string) => string | undefined} */
  load: (id) => (id === '\0without-node-module' ? 'export {}' : undefined),
};

const base = basePathOf(siteUrl);

/**
 * Tells scripts and styles under which path the portal stands. Astro's own `base` stays unset: pages are written with
 * addresses from the root, and get the base when they are written (docs/decisions/7-base-path.md).
 * @type {import('vite').Plugin}
 */
const underBase = {
  name: 'wian:under-base',
  config: (_, { command }) => {
    // While pages are written they are served at the root.
    const isBuild = command === 'build';
    return {
      define: {
        'import.meta.env.PORTAL_BASE': JSON.stringify(isBuild ? base : ''),
        'import.meta.env.BOX_TEXTS': JSON.stringify(boxTexts(LANGUAGES[language])),
        'import.meta.env.MAKER_TEXTS': JSON.stringify(makerTexts(LANGUAGES[language])),
      },
      ...(isBuild && base !== '' ? { experimental: { renderBuiltUrl } } : {}),
    };
  },
};

/** @type {import('vite').RenderBuiltAssetUrl} */
const renderBuiltUrl = (file, { hostType, ssr }) => {
  // Styles come out of the build of pages, in which Vite makes nothing relative.
  if (hostType === 'css') return `${base}/${file}`;
  return hostType === 'js' && !ssr ? { relative: true } : undefined;
};

/** What the script of every page needs, and what the search page does before it has anything to show. */
const OF_EVERY_PAGE =
  /preload-helper|\/(?:browser\/(?:import-again|portal-base|fetch-[a-z]+|line\/[a-z-]+)|core\/search\/stored-page|search-page\/address)\.ts$/;
/** What draws results, which is fetched while their lists are, and has to leave the line to them. */
const OF_RESULTS =
  /\/(?:browser\/(?:dom|search\/nodes|offline\/stores)|core\/search\/(?:answers|number-doubt))\.ts$/;
/** All that the page behind a printed code needs, which a telephone on a poor line loads only to leave it. */
const OF_FORWARDS = /\/core\/short-link\/fragment\.ts$/;
/** What reads numbers of letters that people type, and short codes, on the pages that ask for one. */
const OF_NUMBERS = /\/core\/(?:tracking\/trace|letter\/reading\/)/;
const OF_CODES =
  /\/core\/short-link\/(?:short-code|typed-code)\.ts$|\/browser\/short-code-text\.ts$/;
/** What is large, or for few pages. */
const OF_FEW =
  /\/(?:qr|code-box|verify|search-page|offline)\/|\/core\/search\/|\/search\/(?!nodes)|node_modules/;

/**
 * What several scripts share comes in few files and not in ten: each request costs as much as some kilobytes on a slow line.
 */
const codeSplitting = {
  groups: [
    { name: 'fragment', minShareCount: 2, test: OF_FORWARDS, priority: 3 },
    { name: 'every', minShareCount: 2, test: OF_EVERY_PAGE, priority: 2 },
    { name: 'results', minShareCount: 2, test: OF_RESULTS, priority: 1 },
    { name: 'numbers', minShareCount: 2, test: OF_NUMBERS, priority: 1 },
    { name: 'codes', minShareCount: 2, test: OF_CODES, priority: 1 },
    {
      name: 'shared',
      minShareCount: 2,
      maxModuleSize: 12_000,
      /** @type {(id: string) => boolean} */
      test: (id) => !OF_FEW.test(id),
    },
  ],
};

export default defineConfig({
  site: siteUrl,
  output: 'static',
  trailingSlash: 'always',
  // Lossless: Thai has few spaces, and each of them means something.
  compressHTML: true,
  integrations: [
    sitemapUnderBase(siteUrl, listed),
    placeOfPages(),
    circularsModule(),
    keptValuesModule(),
    collectionsModule(),
    scriptModules(),
    figuresModule(),
    contentChanges(),
    contentFaults(),
    publishedFiles(),
    devPages(),
    pageWriter({
      listed,
      settings: pageSettings({ siteUrl, language }),
      bundled: bundleSettings({ siteUrl, language }),
      isStock: isStockBuild(process.env),
    }),
  ],
  markdown: {
    processor: markdownProcessor(
      LANGUAGES[language].document.footnotes,
      componentTexts(LANGUAGES[language]),
    ),
    syntaxHighlight: false,
  },
  env: {
    schema: {
      // Read when pages are made, so that a bundle serves on other days.
      WIAN_AS_OF: envField.string({ context: 'server', access: 'secret' }),
      /** Language of the frame; what editors write stays in theirs. */
      WIAN_LANG: envField.enum({
        context: 'server',
        access: 'public',
        values: ['th', 'en'],
        default: 'th',
      }),
    },
  },
  cacheDir: '.cache/astro',
  // Pages hold no scripts and styles of their own: their security policy allows none. See components/policy.
  build: { inlineStylesheets: 'never' },
  vite: {
    // Built portals, which would be watched file by file.
    server: { watch: { ignored: ['**/.portals/**'] } },
    build: { assetsInlineLimit: 0 },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting } } } } },
    worker: { format: 'es' },
    plugins: [withoutNodeModule, underBase],
  },
});
