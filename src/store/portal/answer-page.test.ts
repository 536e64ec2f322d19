import { describe, expect, it } from 'vitest';
import { answerPages, RENDER_ROUTE } from './answer-page.ts';

const ROUTE = { route: '/manuals/[slug]', component: 'src/pages/manuals/[slug].astro' };
const STYLES = new Map([
  [
    '/manuals/[slug]&src/pages/manuals/[slug].astro',
    { styles: [{ depth: 0, order: 0, sheet: { type: 'external', src: '_astro/a.css' } }] },
  ],
]);

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
      styles: STYLES,
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
