import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import type { Language } from '#i18n/languages.ts';
import { listFiles } from '#store/portal/kept-files.ts';

/** A built portal, as far as it says of itself. */
export interface BuiltPortal {
  /** Absolute path of its folder. */
  readonly folder: string;
  /** Its files, in order, with slashes. */
  readonly files: readonly string[];
  /** Its address on its host, without a slash at its end. */
  readonly site: string;
  readonly language: Language;
  /** ISO date that its notices and deadlines go by; null where it says none. */
  readonly day: string | null;
}

const CANONICAL = /<link rel="canonical" href="([^"]+)"/;

/** The day of the portal's open data, which docs/contract.md keeps where it is. */
const dayOf = (folder: string): string | null => {
  const index = join(folder, 'api/v1/index.json');
  if (!existsSync(index)) return null;
  const { asOf } = JSON.parse(readFileSync(index, 'utf8')) as { asOf?: unknown };
  return typeof asOf === 'string' ? asOf : null;
};

/** Reads what a portal is. Throws a ProblemError where a folder holds none. `cwd` is what its name is shown from. */
export const readPortal = (dist: string, cwd: string): BuiltPortal => {
  const home = join(dist, 'index.html');
  const html = existsSync(home) ? readFileSync(home, 'utf8') : '';
  const site = CANONICAL.exec(html)?.[1];
  if (site === undefined) {
    throw new ProblemError([
      {
        file: relative(cwd, dist) || dist,
        what: 'there is no built portal in this folder',
        fix: 'Run npm run build first.',
      },
    ]);
  }
  // A build that ends meanwhile turns the link to another folder.
  const folder = realpathSync(dist);
  return {
    folder,
    files: listFiles(folder).sort(),
    site: site.replace(/\/$/, ''),
    language: /<html[^>]* lang="en"/.test(html) ? 'en' : 'th',
    day: dayOf(folder),
  };
};
