import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { LinkChecker, LinkState } from 'linkinator';
import { describe, expect, it } from 'vitest';
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

it('has no broken link, to pages, files or headings', async () => {
  const { links } = await new LinkChecker().check({
    path: `${portal.url}/`,
    recurse: true,
    checkFragments: true,
    linksToSkip: async (link) => !link.startsWith(`${portal.url}/`),
  });
  const broken = links
    .filter(({ state }) => state === LinkState.BROKEN)
    .map(({ url, parent, status }) => `${status} ${url} on ${parent}`);
  expect(broken).toEqual([]);
  expect(links.length).toBeGreaterThan(PAGES.length);
});
