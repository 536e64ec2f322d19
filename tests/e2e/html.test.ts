import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { LinkChecker, LinkState } from 'linkinator';
import { describe, expect, it } from 'vitest';
import { scriptDigest } from '#output/script-digest.ts';
import { filesBelow, textOf } from './files.ts';
import { PAGES, portal, VARIED_PAGES } from './portal.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // Ids of headings are Thai.
    'valid-id': ['error', { relaxed: true }],
    // Styles and scripts come from the same host as the page.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Safari takes the role from a list that shows no bullets.
    'no-redundant-role': 'off',
    // No element is the combobox of ARIA 1.2, a text field that suggests as one types, or its list.
    'prefer-native-element': ['error', { exclude: ['combobox', 'listbox'] }],
    // Titles are those of letters.
    'long-title': 'off',
    // Astro writes attributes and white space as it likes; neither changes what a browser sees.
    'attribute-boolean-style': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
  },
});

const fileOf = (path: string): string =>
  join(portal.folder, path.endsWith('/') ? `${path}index.html` : path);

describe.each(VARIED_PAGES)('%s', (path) => {
  it('is valid HTML', async () => {
    const { results } = await validator.validateFile(fileOf(path));
    const messages = results.flatMap((result) =>
      result.messages.map(
        ({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`,
      ),
    );
    expect(messages).toEqual([]);
  });
});

describe('the security policy', () => {
  const POLICY = /<meta http-equiv="content-security-policy" content="default-src 'self'; [^"]*">/;
  // Data about a page is no script that a browser would run.
  const OWN_CODE =
    /<style|<[^>]* style=|<[^>]* on[a-z]+=|<script(?![^>]* src=)(?! type="application\/(?:ld\+)?json")/;
  const pages = filesBelow('', '.html').map((path) => [path, textOf(path)] as const);

  it('stands in every page', () => {
    expect(pages.filter(([, html]) => !POLICY.test(html)).map(([path]) => path)).toEqual([]);
    expect(pages.length).toBeGreaterThan(PAGES.length);
  });

  it('allows no style within a page, and of scripts the one of every page by its digest, and that which searches', () => {
    const inlineOf = (html: string) =>
      [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code ?? '');
    const [common = ''] = inlineOf(textOf('/'));
    const allowed = (html: string): string =>
      /script-src 'self' 'wasm-unsafe-eval' ([^;]*);/.exec(POLICY.exec(html)?.[0] ?? '')?.[1] ?? '';
    const hasOwn = pages.filter(([, html]) => allowed(html) !== scriptDigest(common));
    expect(hasOwn.map(([path]) => path)).toEqual(['/search/index.html']);
    const search = textOf('/search/');
    expect(inlineOf(search)).toHaveLength(2);
    expect(allowed(search)).toBe(inlineOf(search).map(scriptDigest).join(' '));
    const known = inlineOf(search).map((code) => `<script>${code}</script>`);
    const others = pages.filter(([path, html]) =>
      OWN_CODE.test(
        known
          .slice(0, path === '/search/index.html' ? 2 : 1)
          .reduce((rest, script) => rest.replace(script, ''), html),
      ),
    );
    expect(others.map(([path]) => path)).toEqual([]);
  });
});

it('has no broken link, to pages, files or headings', async () => {
  const { links } = await new LinkChecker().check({
    path: `${portal.url}/`,
    recurse: true,
    checkFragments: true,
    // The server of the tests is one process: more at once only wait. A busy machine drops some connections; what is asked for
    // again and still does not come is broken.
    concurrency: 20,
    retryErrors: true,
    retryErrorsCount: 3,
    // Each of a thousand offices leads to one page that reads the office from its address.
    linksToSkip: async (link) =>
      !link.startsWith(`${portal.url}/`) || link.startsWith(`${portal.url}/my/?office=`),
  });
  const broken = links
    .filter(({ state }) => state === LinkState.BROKEN)
    .map(({ url, parent, status }) => `${status} ${url} on ${parent}`);
  expect(broken).toEqual([]);
  expect(links.length).toBeGreaterThan(PAGES.length);
  // Some ten thousand requests, which a busy machine may take longer for than for any other test.
}, 300_000);
