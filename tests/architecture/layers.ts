/** What a layer may import: other layers, and which modules from outside the project. */
interface Layer {
  readonly may: readonly string[];
  readonly outside: RegExp;
}

const ALL_BUT_CONTENT = /^(?!astro:content$)/;
/** Neither the store nor the build may bring in what makes code of content; the runtime of Astro is for `astro` alone. */
const NOT_ASTROS_RUNTIME = /^(?!astro:content$|astro\/runtime|@astrojs\/(?:mdx|sitemap)|@mdx-js\/)/;
const ASTRO_AND_FONTS = /^(?!astro:content$|astro\/runtime)(?:astro|@astrojs\/|@fontsource)/;
/** And what stores pages in the browser. */
const ASTRO_FONTS_AND_OFFLINE =
  /^(?!astro:content$|astro\/runtime)(?:astro|@astrojs\/|@fontsource|workbox-|idb-keyval$)/;
const PAGE: Layer = {
  may: ['components', 'browser', 'layouts', 'styles', 'templates', 'astro', 'site', 'core', 'i18n'],
  outside: ASTRO_AND_FONTS,
};

/**
 * The dependency rule of the project. `output` turns what it is given into a format (feeds, calendars, HTML, QR codes)
 * without a file system, so that pages may answer with it. `templates` are functions that templates call to write
 * HTML. `astro` is all that leans on Astro's inside, and knows nothing of the project but its addresses; `browser` are
 * scripts of more than one page. `mdast` and `hast` are the types of a Markdown and an HTML tree, without a line of
 * code; `wian:` are modules that the build makes of what the store has read.
 */
export const LAYERS: Readonly<Record<string, Layer>> = {
  core: { may: ['core'], outside: /^(?:mdast|hast)$/ },
  schema: { may: ['schema', 'core'], outside: /^(?:zod|fastest-levenshtein)$/ },
  output: {
    may: ['output', 'schema', 'core'],
    outside: /^(?!astro|@mdx-js\/|node:(?!crypto$|util$))/,
  },
  astro: { may: ['astro', 'core'], outside: /^(?:astro(?!:)|@astrojs\/sitemap$|node:)/ },
  store: { may: ['store', 'astro', 'output', 'schema', 'core'], outside: NOT_ASTROS_RUNTIME },
  i18n: { may: ['i18n', 'core'], outside: /^(?!)/ },
  site: {
    may: ['site', 'output', 'core', 'i18n'],
    outside: /^astro(?::|\/container$)|^wian:/,
  },
  styles: { may: ['styles'], outside: ASTRO_AND_FONTS },
  templates: { may: ['templates', 'astro', 'site', 'core', 'i18n'], outside: /^(?!)/ },
  browser: { ...PAGE, outside: ASTRO_FONTS_AND_OFFLINE },
  components: PAGE,
  layouts: PAGE,
  pages: PAGE,
  config: {
    may: ['store', 'astro', 'schema', 'core', 'i18n'],
    outside: /^(?!@astrojs\/mdx|@mdx-js\/)/,
  },
  scripts: {
    may: ['scripts', 'site', 'store', 'output', 'schema', 'core', 'i18n'],
    outside: ALL_BUT_CONTENT,
  },
};

/** The layer of a file, by its path; null for what stands outside every layer (tests and their helpers). */
export const layerOf = (path: string): string | null => {
  if (/^(?:astro|src\/content)\.config\.[cm]?[jt]s$/.test(path)) return 'config';
  if (path.startsWith('tests/') || /\.test\.ts$/.test(path)) return null;
  const [top, second] = path.split('/');
  return top === 'src' ? (second as string) : (top as string);
};
