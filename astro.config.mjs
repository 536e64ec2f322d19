// @ts-check
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig, envField, fontProviders } from 'astro/config';
import { todayInThailand } from '#store/clock.ts';
import { markdownProcessor } from '#store/content/markdown.ts';
import { publishedFiles } from '#store/content/published-files.ts';
import { readSettings } from '#store/settings.ts';

const { siteUrl, asOf } = readSettings(process.env, todayInThailand());
// In the environment and not in the configuration, of which every change empties Astro's caches.
process.env.WIAN_AS_OF = asOf;

/** The characters of each subset, as the fontsource packages state them. @type {Record<string, [string, ...string[]]>} */
const UNICODE_RANGES = {
  thai: ['U+02D7', 'U+0303', 'U+0331', 'U+0E01-0E5B', 'U+200C-200D', 'U+25CC'],
  latin: [
    'U+0000-00FF',
    'U+0131',
    'U+0152-0153',
    'U+02BB-02BC',
    'U+02C6',
    'U+02DA',
    'U+02DC',
    'U+0304',
    'U+0308',
    'U+0329',
    'U+2000-206F',
    'U+20AC',
    'U+2122',
    'U+2191',
    'U+2193',
    'U+2212',
    'U+2215',
    'U+FEFF',
    'U+FFFD',
  ],
};

/** @type {(subset: string, weight: string, file: string) => any} */
const face = (subset, weight, file) => ({
  weight,
  style: 'normal',
  src: [file],
  unicodeRange: UNICODE_RANGES[subset],
  display: 'swap',
});

const looped = '@fontsource-variable/noto-sans-thai-looped/files/noto-sans-thai-looped';
const sarabun = '@fontsource/sarabun/files/sarabun';

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

export default defineConfig({
  site: siteUrl,
  output: 'static',
  trailingSlash: 'always',
  // Lossless: Thai has few spaces, and each of them means something.
  compressHTML: true,
  integrations: [
    mdx(),
    sitemap({ filter: (page) => !/\/(?:q|search|404)\//.test(page) }),
    publishedFiles(),
  ],
  markdown: { processor: markdownProcessor(), syntaxHighlight: false },
  env: {
    schema: {
      WIAN_AS_OF: envField.string({ context: 'server', access: 'public' }),
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
  // An MDX module's "use astro:..." line is for Astro alone, which has read it by then.
  vite: {
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
    plugins: [withoutNodeModule],
  },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      // Pagefind compiles WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
    },
  },
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Noto Sans Thai Looped',
      cssVariable: '--font-interface',
      fallbacks: ['sans-serif'],
      options: {
        variants: [
          face('thai', '100 900', `${looped}-thai-wght-normal.woff2`),
          face('latin', '100 900', `${looped}-latin-wght-normal.woff2`),
        ],
      },
    },
    {
      provider: fontProviders.local(),
      name: 'Sarabun',
      cssVariable: '--font-letter',
      fallbacks: ['sans-serif'],
      options: {
        variants: [
          face('thai', '400', `${sarabun}-thai-400-normal.woff2`),
          face('latin', '400', `${sarabun}-latin-400-normal.woff2`),
          face('thai', '700', `${sarabun}-thai-700-normal.woff2`),
          face('latin', '700', `${sarabun}-latin-700-normal.woff2`),
        ],
      },
    },
  ],
});
