import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of scripts in a built portal, below the portal. */
const SCRIPTS = '_astro';

/** What a script needs besides itself, by names within the folder of scripts. */
export interface Needs {
  /** Modules that it imports before it runs. */
  readonly imports: readonly string[];
  /** Scripts that it starts as workers. */
  readonly workers: readonly string[];
}

const IMPORT = /(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g;
const WORKER = /new Worker\(new URL\(\s*[^)]*?["'`][^"'`]*?([\w.-]+\.js)["'`]/g;

/** What a script as Vite writes it needs; what it may import later (`import()`) is not among that. */
export const needsOf = (code: string): Needs => ({
  imports: [...code.matchAll(IMPORT)].map(([, name]) => name as string),
  workers: [...code.matchAll(WORKER)].map(([, name]) => name as string),
});

/** Reads what each script of a portal needs; nothing where it has no scripts. */
export const readNeeds = (folder: string): Map<string, Needs> => {
  const path = join(folder, SCRIPTS);
  const names = readdirSync(path).filter((name) => name.endsWith('.js'));
  return new Map(names.map((name) => [name, needsOf(readFileSync(join(path, name), 'utf8'))]));
};

const ENTRY = /<script type="module" src="\/_astro\/([\w.-]+\.js)"/g;

/**
 * Asks in a page for what its scripts will import and start: without that each is asked for when the one before it has come,
 * a round trip for each. Behind the text of the page, which needs none of them.
 */
export const withPreloads = (html: string, needs: ReadonlyMap<string, Needs>): string => {
  const entries = new Set([...html.matchAll(ENTRY)].map(([, name]) => name as string));
  const modules = new Set<string>();
  const workers = new Set<string>();
  const add = (name: string): void => {
    for (const worker of needs.get(name)?.workers ?? []) workers.add(worker);
    for (const imported of needs.get(name)?.imports ?? []) {
      if (entries.has(imported) || modules.has(imported)) continue;
      modules.add(imported);
      add(imported);
    }
  };
  entries.forEach(add);
  const links = [
    // A worker has modules of its own, and takes from the page only what lies in the cache.
    ...[...workers].map(
      (name) => `<link rel="preload" as="fetch" crossorigin href="/${SCRIPTS}/${name}">`,
    ),
    ...[...modules].map((name) => `<link rel="modulepreload" href="/${SCRIPTS}/${name}">`),
  ].join('');
  return links === '' ? html : html.replace('</body>', () => `${links}</body>`);
};
