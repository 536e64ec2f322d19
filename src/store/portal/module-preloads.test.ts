import { describe, expect, it } from 'vitest';
import { type Needs, needsOf, withPreloads } from './module-preloads.ts';

describe('needsOf', () => {
  it.each<[what: string, code: string, needs: Needs]>([
    [
      'imports with names and without',
      'import{a as b}from"./x.A-1.js";import"./y.js";export{c}from\'./z.js\';',
      { imports: ['x.A-1.js', 'y.js', 'z.js'], workers: [] },
    ],
    ['what is imported later', 'const f=()=>import("./later.js")', { imports: [], workers: [] }],
    [
      'a worker',
      'new Worker(new URL(`/_astro/worker-CjJ.js`,``+import.meta.url),{type:`module`})',
      { imports: [], workers: ['worker-CjJ.js'] },
    ],
    [
      'a worker beside the script',
      'new Worker(new URL("worker-a.js",import.meta.url))',
      { imports: [], workers: ['worker-a.js'] },
    ],
  ])('finds %s', (_, code, needs) => {
    expect(needsOf(code)).toEqual(needs);
  });
});

describe('withPreloads', () => {
  const needs = new Map<string, Needs>([
    ['a.js', { imports: ['b.js', 'd.js'], workers: [] }],
    ['b.js', { imports: ['c.js'], workers: ['w.js'] }],
    ['c.js', { imports: ['b.js'], workers: [] }],
    ['d.js', { imports: [], workers: [] }],
  ]);
  const entry = (name: string) => `<script type="module" src="/_astro/${name}"></script>`;

  it('asks for all that the scripts of a page import, each once, and for their workers', () => {
    const html = withPreloads(`<body>${entry('a.js')}${entry('d.js')}</body>`, needs);
    expect([...html.matchAll(/<link rel="(\w+)"[^>]* href="\/_astro\/([^"]*)">/g)]).toMatchObject([
      { 1: 'preload', 2: 'w.js' },
      { 1: 'modulepreload', 2: 'b.js' },
      { 1: 'modulepreload', 2: 'c.js' },
    ]);
  });

  it('changes nothing of a page that has nothing to ask for', () => {
    const page = `<body>${entry('d.js')}${entry('unknown.js')}</body>`;
    expect(withPreloads(page, needs)).toBe(page);
  });
});
