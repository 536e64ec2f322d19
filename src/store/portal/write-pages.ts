import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { portalAddress } from '#core/address/portal-address.ts';
import { ProblemError } from '#core/problem.ts';
import { mayBeListed } from './listing.ts';

/** A path of the portal, with what it is made from where that is known. */
export interface PagePath {
  /** Path as Astro has it, spelt out: `/circulars/2567`, `/api/v1/index.json`. */
  readonly pathname: string;
  readonly isPage: boolean;
  /** Every text that it is made from, besides what all pages depend on; undefined where that is not known. */
  readonly key: string | undefined;
}

type Place = Pick<PagePath, 'isPage' | 'pathname'>;

const NOT_FOUND = '/404';

/** The file in which a path is served, relative to the portal. */
export const fileOfPath = ({ pathname, isPage }: Place): string => {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (!isPage) return path;
  if (`/${path}` === NOT_FOUND) return `${path}.html`;
  return path === '' ? 'index.html' : `${path}/index.html`;
};

/** Path of a page or file within the portal; that of a page ends in a slash. */
export const placeOf = ({ pathname, isPage }: Place): string => {
  const path = `/${pathname.replace(/^\/|\/$/g, '')}`;
  return isPage && path !== '/' ? `${path}/` : path;
};

/** Address of a page or file of the portal at `site`. */
export const addressOf = (place: Place, site: string): string =>
  portalAddress(site, placeOf(place));

const taken = (file: string): ProblemError =>
  new ProblemError([
    {
      file: null,
      what: `two pages or files of the portal want to stand at /${file}`,
      why: 'One would hide the other.',
      fix: 'Give one of them another address: see src/pages, public and content.',
    },
  ]);

/** The files of all paths; throws a problem where two paths have the same. */
export const placesOf = (paths: readonly Place[]): Set<string> => {
  const places = new Set<string>();
  for (const file of paths.map(fileOfPath)) {
    if (places.has(file)) throw taken(file);
    places.add(file);
  }
  return places;
};

/** Makes each folder once. */
const folderMaker = (root: string): ((file: string) => string) => {
  const made = new Set<string>();
  return (file) => {
    const path = join(root, file);
    const folder = dirname(path);
    if (!made.has(folder)) mkdirSync(folder, { recursive: true });
    made.add(folder);
    return path;
  };
};

const writeNew = (path: string, file: string, body: Uint8Array): void => {
  try {
    writeFileSync(path, body, { flag: 'wx' });
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? taken(file) : error;
  }
};

/** What `render` makes of a path. A fault of a component names the file, which the component itself does not know. */
const rendered = async <Path extends Place>(
  path: Path,
  render: (path: Path) => Promise<Uint8Array>,
): Promise<Uint8Array> => {
  try {
    return await render(path);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new Error(`/${fileOfPath(path)} could not be made.`, { cause: error });
  }
};

/**
 * Writes one path after the other into `folder`, as `render` makes it, unless `stays` says of what was made that it is
 * there already. Gives the files that search engines may not list. Writing at once, and not as promises, takes a third of
 * the time that some ten thousand small files would.
 */
export const writePages = async <Path extends Place>(
  paths: Iterable<Path>,
  folder: string,
  render: (path: Path) => Promise<Uint8Array>,
  stays: (file: string, body: Uint8Array) => boolean = () => false,
): Promise<string[]> => {
  const pathOf = folderMaker(folder);
  const hidden: string[] = [];
  for (const path of paths) {
    const file = fileOfPath(path);
    const body = await rendered(path, render);
    if (!stays(file, body)) writeNew(pathOf(file), file, body);
    if (path.isPage && !mayBeListed(body)) hidden.push(file);
  }
  return hidden;
};
