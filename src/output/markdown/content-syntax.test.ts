import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { evaluate } from '@mdx-js/mdx';
import remarkGfm from 'remark-gfm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { componentTexts } from '#i18n/component-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { readBody } from '#store/content/body.ts';
import { publishLetterIndex } from '#store/content/letter-index-channel.ts';
import { markdownProcessor } from '#store/content/markdown.ts';
import { bodyRenderer } from './body-html.ts';
import { ADDRESSES, ALLOWED, CODE, NOT_ALLOWED, RAN } from './testing/shapes.ts';

const LABELS = { title: 'เชิงอรรถ', back: 'กลับ' };
const PATH = 'content/manuals/shapes.mdx';

publishLetterIndex(new Map());
const byAstro = await markdownProcessor(LABELS, componentTexts(LANGUAGES.th)).createRenderer({
  syntaxHighlight: false,
} as Parameters<ReturnType<typeof markdownProcessor>['createRenderer']>[0]);
const renderInBulk = bodyRenderer(LABELS);

const withMarker = globalThis as { wianMarker?: unknown };
beforeEach(() => {
  // Astro prints what a body was refused for.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  delete withMarker.wianMarker;
});

/** What becomes of a body whatever the check says of it: its HTML, or null where it is refused. */
const builtByAstro = async (text: string) => {
  try {
    return await byAstro.render(text, {
      fileURL: pathToFileURL(join(import.meta.dirname, '../../..', PATH)),
    });
  } catch (error) {
    expect((error as Error).message).toMatch(/Failed to parse Markdown file/);
    return null;
  }
};

const builtInBulk = (text: string): string | null => {
  try {
    return renderInBulk({ text, path: PATH, letters: new Map() });
  } catch (error) {
    expect((error as Error).name).toBe('ProblemError');
    return null;
  }
};

/** What stock MDX makes of a body: the text of its page, with code run as a build by MDX would run it. */
const builtByMdx = async (text: string): Promise<string> => {
  const jsx = (type: unknown, props: Record<string, unknown>): string =>
    typeof type === 'function' ? type(props) : JSON.stringify(Object.values(props));
  const { default: page } = await evaluate(text, {
    Fragment: 'fragment',
    jsx,
    jsxs: jsx,
    baseUrl: import.meta.url,
    remarkPlugins: [remarkGfm],
  });
  return String((page as (props: object) => unknown)({}));
};

const expectNothingRan = (html: string | null) => {
  expect(withMarker.wianMarker).toBeUndefined();
  expect(html ?? '').not.toContain(RAN);
};

describe('a body that holds code', () => {
  it.each(CODE)('would run in stock MDX: %s', async (_, body) => {
    const page = await builtByMdx(body);
    expect(withMarker.wianMarker === RAN || page.includes(RAN)).toBe(true);
  });
});

describe('a body that must not be published', () => {
  it.each([...CODE, ...NOT_ALLOWED])('is refused by the check, with its place: %s', (_, body) => {
    const { problems } = readBody(body, 7);
    expect(problems.length).toBeGreaterThan(0);
    for (const { line, column, what, why, fix } of problems) {
      expect(line).toBeGreaterThanOrEqual(7);
      expect(column).toBeGreaterThanOrEqual(1);
      expect([what, why ?? '', fix].every((text) => text.length > 10)).toBe(true);
    }
  });

  it.each([...CODE, ...NOT_ALLOWED])(
    'is not built where nothing was checked: %s',
    async (_, body) => {
      expect(await builtByAstro(body)).toBeNull();
      expectNothingRan(null);
    },
  );

  it.each([...CODE, ...NOT_ALLOWED])(
    'shows its code as text, if at all, in bulk: %s',
    (_, body) => {
      expectNothingRan(builtInBulk(body));
    },
  );
});

describe('a body that may be published', () => {
  it.each(ALLOWED)('passes the check: %s', (_, body) => {
    expect(readBody(body, 7).problems).toEqual([]);
  });

  it.each(ALLOWED)('is built, and nothing in it runs: %s', async (_, body, html) => {
    const { code, metadata } = (await builtByAstro(body)) ?? {};
    expect(code).toBe(html);
    expect(metadata?.localImagePaths ?? []).toEqual(body.includes('map.png') ? ['./map.png'] : []);
    expectNothingRan(code ?? null);
  });
});

describe('an address', () => {
  const places: readonly (readonly [string, (address: string) => string])[] = [
    ['in a link', (address) => `ก [ข](<${address}>) ค`],
    ['in a definition', (address) => `ก [ข] ค\n\n[ข]: <${address}>`],
    ['in an element', (address) => `ก <a href="${address}">ข</a>`],
  ];
  const cases = ADDRESSES.flatMap(([address, isSafe]) =>
    places.map(([place, write]) => [address, place, isSafe, write(address)] as const),
  );
  it.each(cases)('%j %s may be led to: %s', async (_, __, isSafe, body) => {
    const { problems } = readBody(body, 1);
    const html = await builtByAstro(body);
    expect([problems.length === 0, html !== null]).toEqual([isSafe, isSafe]);
    if (!body.includes('<a ')) expect(builtInBulk(body) !== null).toBe(isSafe);
  });
});
