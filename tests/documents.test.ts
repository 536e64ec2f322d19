import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative, resolve } from 'node:path';
import GithubSlugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const markdownIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith('.md'));

/** Every document of the repository. */
const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...markdownIn('docs'),
  ...markdownIn('.github'),
].sort();

const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

const withoutBlocks = (text: string): string => text.replaceAll(/^```[\s\S]*?^```$/gm, '');

/** Ids of the headings of a document, as GitHub makes them. */
const anchorsOf = (path: string): Set<string> => {
  const slugger = new GithubSlugger();
  const headings = withoutBlocks(read(path)).matchAll(/^#+ (.+)$/gm);
  return new Set(
    [...headings].map(([, title = '']) => slugger.slug(title.replaceAll(/[`*]/g, ''))),
  );
};

const linksOf = (path: string): string[] =>
  [...withoutBlocks(read(path)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);

/** Where paths in documents begin: at the root of the repository, at src, or beside the document. */
const STARTS = ['.', 'src', 'src/core', 'src/store', 'content', 'docs'];

const exists = (path: string): boolean => existsSync(join(ROOT, path));

/** What an operator may add, and is not there in the repository. */
const OPTIONAL = new Set([
  'content/operator.yaml',
  'content/registry/local/',
  'content/finance/population.csv',
]);

/** Names of files and folders in `code` that stand for one of many, or that only a run makes. */
const MADE = /[<>*N…]|^(?:dist|\.cache|\.portals|node_modules|\/)/;

const expanded = (path: string): string[] => {
  const [, before = '', choices, after = ''] = /^(.*)\{([^}]*)\}(.*)$/.exec(path) ?? [];
  return choices === undefined ? [path] : choices.split(',').map((one) => before + one + after);
};

/** Paths of source files and folders that a document names in `code`. */
const pathsIn = (path: string): string[] =>
  [...withoutBlocks(read(path)).matchAll(/`([^`\s]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) =>
      /^(?:src|core|store|schema|site|scripts|tests|docs|findings|components|layouts|i18n|pages|content|public|\.github)\/[\w[\]{},./-]*$/.test(
        code,
      ),
    )
    .filter((code) => !MADE.test(code) && !OPTIONAL.has(code))
    .flatMap(expanded);

/** Names of all files of the source: a document that follows a way names the next file by its name alone. */
const FILE_NAMES = new Set(
  ['src', 'scripts', 'tests', 'docs', 'findings', 'content'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => basename(String(name))),
  ),
);

const fileNamesIn = (path: string): string[] =>
  [...withoutBlocks(read(path)).matchAll(/`([\w-]+\.(?:ts|astro|css|mjs))`/g)].map(
    ([, name = '']) => name,
  );

describe.each(DOCUMENTS.map((path) => [path]))('%s', (path) => {
  it('leads only to files and headings that there are', () => {
    const broken = linksOf(path)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [file = '', anchor] = decodeURIComponent(target).split('#');
        const full = file === '' ? path : relative(ROOT, resolve(ROOT, dirname(path), file));
        if (!exists(full)) return true;
        return anchor !== undefined && full.endsWith('.md') && !anchorsOf(full).has(anchor);
      });
    expect(broken).toEqual([]);
  });

  it('names only paths that there are', () => {
    const gone = pathsIn(path).filter(
      (code) => ![...STARTS, dirname(path)].some((start) => exists(normalize(join(start, code)))),
    );
    expect(gone).toEqual([]);
    expect(fileNamesIn(path).filter((name) => !FILE_NAMES.has(name))).toEqual([]);
  });

  it('names only npm scripts that there are', () => {
    const named = [...read(path).matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(
      ([, name]) => name,
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name as string))).toEqual([]);
  });
});

/** Words of the glossary in code: `letter number` is found as letterNumber, LetterNumber or letter-number. */
const isInCode = (term: string, code: string): boolean => {
  const words = term.toLowerCase().replaceAll("'s", '').split(/[ -]+/);
  return new RegExp(`\\b${words.join('[-_]?')}`, 'i').test(code);
};

describe('docs/glossary.md', () => {
  const rows = [
    ...read('docs/glossary.md').matchAll(/^\| ([^|]+) \| ([^|]*) \| ([^|]+) \| ?([^|]*)\|$/gm),
  ]
    .map(([, term = '', , , where = '']) => ({ term, where: where.trim() }))
    .filter(({ term }) => !/^(?:in code|-+)$/.test(term));
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true })
    .map(String)
    .filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('i18n'),
    );
  const withoutComments = (text: string): string =>
    text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const code = sources
    .map((name) => `${name}\n${withoutComments(read(join('src', name)))}`)
    .join('\n');

  it('has rows', () => expect(rows.length).toBeGreaterThan(35));

  it.each(rows.flatMap(({ term }) => term.split(', ').map((one) => [one])))(
    'uses the words of the code: %s',
    (term) => expect(isInCode(term, code)).toBe(true),
  );

  it.each(rows.filter(({ where }) => where !== '').map(({ term, where }) => [term, where]))(
    'says of %s where it is: %s',
    (_, where) => expect(exists(join('src', where.replaceAll('`', '')))).toBe(true),
  );
});

it.each(
  readdirSync(join(ROOT, '.github'), { recursive: true })
    .map((name) => join('.github', String(name)))
    .filter((path) => path.endsWith('.yml'))
    .map((path) => [path]),
)('%s is YAML that can be read, without a doubled key', (path) => {
  expect(parseDocument(read(path)).errors).toEqual([]);
});
