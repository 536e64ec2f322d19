import { describe, expect, it } from 'vitest';
import {
  answerPages,
  type FoundStyle,
  type FoundStyles,
  RENDER_ROUTE,
  stylesOf,
} from './answer-page.ts';

const ROUTE = { route: '/manuals/[slug]', component: 'src/pages/manuals/[slug].astro' };
const KEY = '/manuals/[slug]&src/pages/manuals/[slug].astro';

const style = (src: string, depth: number, order: number): FoundStyle => ({
  depth,
  order,
  sheet: { type: 'external', src },
});
const found = (...styles: FoundStyle[]): FoundStyles => new Map([[KEY, { styles }]]);

describe('stylesOf', () => {
  it.each<[what: string, styles: FoundStyle[], order: string]>([
    ['as they are imported', [style('b', 1, 1), style('a', 0, 0)], '/a /b'],
    [
      'the farther first where the place is the same',
      [style('b', 0, 0), style('a', 2, 0)],
      '/a /b',
    ],
    ['one of unknown place last', [style('b', 0, -1), style('a', 0, 9)], '/a /b'],
    ['one of unknown depth first', [style('b', 4, 0), style('a', -1, 0)], '/a /b'],
    ['of two of unknown place, the farther first', [style('b', 1, -1), style('a', 2, -1)], '/a /b'],
  ])('links styles %s', (_, styles, order) => {
    expect(stylesOf(ROUTE, found(...styles)).join(' ')).toBe(order);
    expect(stylesOf(ROUTE, found(...styles.toReversed())).join(' ')).toBe(order);
  });

  it('knows a page without styles', () => {
    expect(stylesOf(ROUTE, found())).toEqual([]);
  });

  it('tells of a page that the build did not know, and of one with styles inside', () => {
    expect(() => stylesOf(ROUTE, new Map())).toThrow(`nothing of the styles of ${ROUTE.component}`);
    const inside = found({ depth: 0, order: 0, sheet: { type: 'inline' } });
    expect(() => stylesOf(ROUTE, inside)).toThrow(`${ROUTE.component} has styles of its own`);
  });
});

describe('answerPages', () => {
  const PATH = { pathname: '/manuals/คู่มือ', isPage: true, route: ROUTE, given: { params: {} } };
  const answering = (imported: string[], site = 'https://portal.example.go.th') => {
    const modules = {
      [RENDER_ROUTE]: {
        renderPage: async (...given: unknown[]) => `${JSON.stringify(given)}<a href="/"></a>`,
      },
      [ROUTE.component]: { default: 'the component' },
    };
    const bundled = Object.entries(modules).map(([name, module]) => {
      const load = async () => {
        imported.push(name);
        return { page: async () => module as never };
      };
      return [name, load] as const;
    });
    return answerPages({
      needs: () => new Map(),
      modules: new Map(bundled),
      manifest: { base: '/' },
      site,
      styles: found(style('_astro/a.css', 0, 0)),
    });
  };

  it('renders the component of a page with its props, address and styles', async () => {
    const path = { ...PATH, given: { params: {}, props: { entry: 'ก' } } };
    const page = new TextDecoder().decode(await answering([])(path));
    expect(page).toContain('<a href="/"></a>');
    expect(JSON.parse(page.slice(0, page.indexOf('<')))).toEqual([
      { base: '/' },
      {
        component: 'the component',
        props: { entry: 'ก' },
        url: `https://portal.example.go.th/manuals/${encodeURIComponent('คู่มือ')}/`,
        site: 'https://portal.example.go.th/',
        styles: ['/_astro/a.css'],
      },
    ]);
  });

  it('gives a page its place in the portal, and its addresses the path of the portal', async () => {
    const answer = answering([], 'https://portal.example.go.th/sub');
    const page = new TextDecoder().decode(await answer({ ...PATH, pathname: '/manuals/a' }));
    expect(page).toContain('"url":"https://portal.example.go.th/manuals/a/"');
    expect(page).toContain('<a href="/sub/"></a>');
  });

  it('imports each module once', async () => {
    const imported: string[] = [];
    const answer = answering(imported);
    await answer(PATH);
    await answer(PATH);
    expect(imported.sort()).toEqual([RENDER_ROUTE, ROUTE.component].sort());
  });
});
