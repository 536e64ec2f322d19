import {
  createComponent,
  renderComponent,
  renderHead,
  renderTemplate,
} from 'astro/runtime/server/index.js';
import { describe, expect, it } from 'vitest';
import { renderPage, renderPart } from './render.ts';
import type { Component, RenderSettings } from './result.ts';

/** The part of `Astro` that components of ours use. */
interface Known {
  readonly props: Readonly<Record<string, unknown>>;
  readonly url: URL;
  readonly site: URL;
  readonly slots: { readonly render: (name: string) => Promise<string | undefined> };
  self: unknown;
}
type Result = Parameters<Component>[0];

/** A component as Astro compiles it, from what it puts into its template. */
const component = (draw: (astro: Known, result: Result) => unknown, moduleId?: string): Component =>
  createComponent(
    (result: Result, props: object, slots: object) =>
      draw(result.createAstro(props, slots as never) as unknown as Known, result) as never,
    moduleId,
  );

const SETTINGS: RenderSettings = {
  base: '/',
  clientDirectives: new Map(),
  componentMetadata: new Map([
    ['/src/page.astro', { containsHead: true, propagation: 'none' as const }],
  ]),
  compressHTML: true,
  entryModules: { '/src/a.ts': '_astro/a.js' },
  inlinedScripts: new Map(),
  renderers: [],
  trailingSlash: 'always',
  userAssetsBase: undefined,
};

const render = (component: Component, props = {}): Promise<string> =>
  renderPage(SETTINGS, {
    component,
    props,
    url: new URL('https://portal.example.go.th/manuals/a/'),
    site: new URL('https://portal.example.go.th'),
    styles: ['/_astro/a.css', '/_astro/b.css'],
  });

const inBody = async (component: Component, props = {}): Promise<string> =>
  (await render(component, props)).replace(/^<!DOCTYPE html>/, '');

describe('renderPage', () => {
  it('begins with the doctype and links the styles in the head', async () => {
    const page = component(
      (_, result) =>
        renderTemplate`<html><head><title>ก</title>${renderHead()}</head><body>${result.pathname}</body></html>`,
      '/src/page.astro',
    );
    expect(await render(page)).toBe(
      '<!DOCTYPE html><html><head><title>ก</title>' +
        '<link rel="stylesheet" href="/_astro/a.css"><link rel="stylesheet" href="/_astro/b.css">' +
        '</head><body>/manuals/a/</body></html>',
    );
  });

  it('tells a component its props and where it stands', async () => {
    const page = component(
      ({ props, url, site }) => renderTemplate`${props.name} ${url.pathname} ${site.href}`,
    );
    expect(await inBody(page, { name: 'ก<ข' })).toBe(
      'ก&lt;ข /manuals/a/ https://portal.example.go.th/',
    );
  });

  it('renders what is put into a component, and the component in itself', async () => {
    const inner: Component = component((astro, result) => {
      astro.self = inner;
      const { depth } = astro.props;
      const next =
        depth === 0
          ? astro.slots.render('default')
          : renderComponent(
              result,
              'Inner',
              astro.self as Component,
              { depth: 0 },
              {
                default: () => renderTemplate`<b>within</b>`,
              },
            );
      return renderTemplate`<p>${depth} ${next}</p>`;
    });
    expect(await inBody(inner, { depth: 1 })).toBe('<p>1 <p>0 &lt;b&gt;within&lt;/b&gt;</p></p>');
    const empty = component(async ({ slots }) => {
      const shown = String(await slots.render('default'));
      return renderTemplate`${shown}`;
    });
    expect(await inBody(empty)).toBe('undefined');
  });

  it('knows the files of scripts', async () => {
    const page = (script: string) =>
      component((_, result) => renderTemplate`${result.resolve(script)}`);
    expect(await inBody(page('/src/a.ts'))).toBe('/_astro/a.js');
    await expect(inBody(page('/src/b.ts'))).rejects.toThrow(
      'No file of the portal has the script /src/b.ts.',
    );
  });

  it.each<[what: string, asked: (astro: Known, result: Result) => unknown, owner: string]>([
    ['what only an answer to a request has', (astro) => Reflect.get(astro, 'cookies'), 'Astro'],
    ['its request', (_, { request }) => request.url, 'its request'],
    ['its params', (_, { params }) => params.slug, 'its params'],
  ])('refuses %s', async (_, asked, owner) => {
    const page = component((astro, result) => renderTemplate`${asked(astro, result)}`);
    await expect(render(page)).rejects.toThrow(new RegExp(`^A page asks for "\\w+" of ${owner}, `));
  });

  it('refuses a page that redirects', async () => {
    const page = component(() => new Response(null, { status: 302 }));
    await expect(render(page)).rejects.toThrow('/manuals/a/ redirects, which a file cannot');
  });
});

it('renders a part of a page without doctype and styles', async () => {
  const part = component(({ props }) => renderTemplate`<ol>${props.text}</ol>`);
  expect(await renderPart(part, { text: 'ก' })).toBe('<ol>ก</ol>');
});
