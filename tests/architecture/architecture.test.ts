import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forbiddenImports, importCircles, impureCore, leftOvers, longFiles } from './rules.ts';
import type { SourceText } from './source-file.ts';

const ROOT = join(import.meta.dirname, '../..');
const aliases = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).imports;

/** Files that git knows or would add, so that build output stays out. */
const tracked = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '-z'],
  { cwd: ROOT, encoding: 'utf8' },
)
  .split('\0')
  .filter((path) => path !== '' && statSync(join(ROOT, path), { throwIfNoEntry: false })?.isFile());

const read = (path: string): SourceText => ({ path, text: readFileSync(join(ROOT, path), 'utf8') });
const code = tracked
  .filter((path) => /\.(?:[cm]?[jt]s|astro)$/.test(path))
  .filter((path) => /^(?:src|scripts|tests)\/|^astro\.config/.test(path))
  .map(read);
const made = (path: string, text: string): SourceText => ({ path, text });

describe('the dependency rule', () => {
  it('holds', () => expect(forbiddenImports(code, aliases)).toEqual([]));

  it.each<[path: string, text: string, what: string, line?: number]>([
    ['src/core/a.ts', "import { z } from 'zod';", 'core may not import "zod"'],
    ['src/core/a.ts', "import 'node:fs';", 'core may not import "node:fs"'],
    [
      'src/core/a.ts',
      "import type { A } from '#schema/a.ts';",
      'core may not import schema: "#schema/a.ts"',
    ],
    [
      'src/core/a.ts',
      "export * from '../store/a.ts';",
      'core may not import store: "../store/a.ts"',
    ],
    [
      'src/core/a.ts',
      "const a = await import('../site/a.ts');",
      'core may not import site: "../site/a.ts"',
    ],
    [
      'src/core/a.ts',
      "type A = import('../../scripts/a.ts').A;",
      'core may not import scripts: "../../scripts/a.ts"',
    ],
    [
      'src/core/a.ts',
      "import '../../tests/a.ts';",
      'core may not import tests, as "../../tests/a.ts" is',
    ],
    ['src/schema/a.ts', "import '#store/a.ts';", 'schema may not import store: "#store/a.ts"'],
    ['src/store/a.ts', "import '#site/a.ts';", 'store may not import site: "#site/a.ts"'],
    ['src/store/a.ts', "import 'astro:content';", 'store may not import "astro:content"'],
    ['src/store/a.ts', "import '@mdx-js/mdx';", 'store may not import "@mdx-js/mdx"'],
    ['src/output/markdown/a.ts', "import '@mdx-js/mdx';", 'output may not import "@mdx-js/mdx"'],
    ['astro.config.mjs', "import mdx from '@astrojs/mdx';", 'config may not import "@astrojs/mdx"'],
    [
      'src/output/feed/a.ts',
      "import 'node:fs/promises';",
      'output may not import "node:fs/promises"',
    ],
    ['src/site/a.ts', "import '#schema/a.ts';", 'site may not import schema: "#schema/a.ts"'],
    ['src/site/a.ts', "import '#store/a.ts';", 'site may not import store: "#store/a.ts"'],
    ['src/site/a.ts', "import 'node:fs';", 'site may not import "node:fs"'],
    [
      'src/pages/a.astro',
      '---\nimport { getCollection } from "astro:content";\n---\n<p />',
      'pages may not import "astro:content"',
      2,
    ],
    [
      'src/pages/a.astro',
      '<p />\n<script>\nimport "#store/a.ts";\n</script>',
      'pages may not import store: "#store/a.ts"',
      3,
    ],
    [
      'src/components/a/A.astro',
      "---\nimport '../../pages/a.ts';\n---",
      'components may not import pages: "../../pages/a.ts"',
      2,
    ],
    [
      'scripts/a.ts',
      "import '../src/pages/a.ts';",
      'scripts may not import pages: "../src/pages/a.ts"',
    ],
    ['tests/a.ts', "import '../src/pages/a.ts';", 'nothing imports pages'],
    ['src/helpers/a.ts', "import './b.ts';", '"helpers" is no layer of the architecture'],
  ])('refuses %s with %s', (path, text, what, line = 1) => {
    expect(forbiddenImports([made(path, text)], aliases)).toEqual([`${path}:${line}: ${what}`]);
  });
});

describe('imports', () => {
  it('run in no circle', () => expect(importCircles(code, aliases)).toEqual([]));

  it('are seen to run in a circle', () => {
    const circle = [
      made('src/core/a.ts', "import './b.ts';"),
      made('src/core/b.ts', "import '#core/c.ts';"),
      made('src/core/c.ts', "import type { A } from './a.ts';"),
    ];
    expect(importCircles(circle, aliases)).toEqual([
      'src/core/a.ts → src/core/b.ts → src/core/c.ts → src/core/a.ts',
    ]);
  });
});

describe('the core', () => {
  it('is pure', () => expect(impureCore(code)).toEqual([]));

  it.each([
    ['Date.now()', 'Date.now'],
    ['new Date()', 'new Date()'],
    ['new Date', 'new Date'],
    ['Date()', 'Date()'],
    ['Math.random()', 'Math.random'],
    ['process.env.HOME', 'process'],
    ['globalThis.fetch', 'globalThis'],
    ['import.meta.env', 'import.meta.env'],
  ])('may not use %s', (text, what) => {
    expect(impureCore([made('src/core/a.ts', `const a = ${text};`)])).toContain(
      `src/core/a.ts:1: core may not use ${what}`,
    );
  });

  it('may compute with a date that it is given', () => {
    const text =
      'const a = new Date(0); const b = { process: 1 }.process; const c = Date.UTC(2025, 1);';
    expect(impureCore([made('src/core/a.ts', text)])).toEqual([]);
  });
});

describe('files', () => {
  it('are short enough to be one thing', () => expect(longFiles(code, 300)).toEqual([]));

  it('are seen to be too long', () => {
    expect(longFiles([made('src/core/a.ts', 'a\n'.repeat(301))], 300)).toEqual([
      'src/core/a.ts:301: 301 lines, more than 300',
    ]);
  });

  it('hold nothing unfinished, left out or of one machine', () => {
    expect(leftOvers(code.filter(({ path }) => !path.startsWith('tests/architecture/')))).toEqual(
      [],
    );
  });

  it.each([
    ['// TODO: later', 'a note of unfinished work'],
    ["it.only('a', () => {});", 'a test left out'],
    ["describe.skip('a', () => {});", 'a test left out'],
    ["const a = '/home/me/x';", 'a path of one machine'],
    ['// @ts-ignore', 'types turned off'],
  ])('may not hold %s', (text, what) => {
    expect(leftOvers([made('src/core/a.ts', text)])).toEqual([`src/core/a.ts:1: ${what}`]);
  });

  it('weigh no more than 1 MB', () => {
    expect(tracked.filter((path) => statSync(join(ROOT, path)).size > 1_000_000)).toEqual([]);
  });
});
