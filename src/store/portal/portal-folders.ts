import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  type Stats,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { readMark } from './portal-mark.ts';

/** Folder beside `dist` that holds the portals themselves: `dist` is a link to one of them. */
export const PORTALS_FOLDER = '.portals';

/** Name among the portals of a folder made to be turned into the next one. */
export const READY_FOLDER = 'ready';

/** Name of the file among the portals that holds a {@link PortalBase}. */
export const BASE_RECORD = 'base.json';

/** Paths of what belongs to the portal that is served as `target`. */
export interface PortalPaths {
  readonly target: string;
  readonly all: string;
  /** A build that is under way. */
  readonly next: string;
  /** A folder that is being turned into the next portal. */
  readonly base: string;
  /** A folder made to be turned into the next portal. */
  readonly ready: string;
  /** Which folder that may be, and how it differs from the portal that is served. */
  readonly baseRecord: string;
  /** What is about to take the name of `target`: a link, or a whole portal where there are no links. */
  readonly entering: string;
  readonly numbered: (number: number) => string;
}

export const portalPaths = (target: string): PortalPaths => {
  const all = join(dirname(target), PORTALS_FOLDER);
  return {
    target,
    all,
    next: join(all, 'next'),
    base: join(all, 'base'),
    ready: join(all, READY_FOLDER),
    baseRecord: join(all, BASE_RECORD),
    entering: `${target}.next`,
    numbered: (number) => join(all, String(number)),
  };
};

/** A folder that becomes the next portal when what differs is exchanged, most of its files being those of the one served. */
export interface PortalBase {
  /** Id of the portal that is served. */
  readonly id: string;
  /** Name among the portals. */
  readonly folder: string;
  /** Files that only the base has. */
  readonly extra: readonly string[];
}

/** What has the name of the portal: nothing, a folder (of an older version, or where there are no links), or a link. */
export type Served =
  | { readonly kind: 'none' }
  | { readonly kind: 'folder' }
  | { readonly kind: 'link'; readonly number: number };

export const statOfName = (path: string): Stats | undefined =>
  lstatSync(path, { throwIfNoEntry: false });

const notOurs = (what: string, why: string, target: string): ProblemError =>
  new ProblemError([
    {
      file: `${basename(target)}/`,
      what,
      why,
      fix: `Take ${basename(target)} away, build, and let the host serve the link that the build makes there.`,
    },
  ]);

/** What is served as `target`; throws a problem where that is something which a build can't replace. */
export const findServed = ({ target, all }: PortalPaths): Served => {
  const found = statOfName(target);
  if (found === undefined) return { kind: 'none' };
  if (found.isSymbolicLink()) {
    const to = resolve(dirname(target), readlinkSync(target));
    if (dirname(to) === resolve(all) && /^\d+$/.test(basename(to))) {
      return { kind: 'link', number: Number(basename(to)) };
    }
    throw notOurs(
      'it is a link that no build has made',
      `It leads to another folder than one of ${PORTALS_FOLDER}/, which a build would no longer fill.`,
      target,
    );
  }
  if (!found.isDirectory()) {
    throw notOurs('it is a file', 'The built portal is to stand there.', target);
  }
  if (found.dev !== (statOfName(all) ?? lstatSync(dirname(target))).dev) {
    throw notOurs(
      `it is on another file system than ${PORTALS_FOLDER}/`,
      'A new portal takes its place by name, and it would become one of the portals there.',
      target,
    );
  }
  return { kind: 'folder' };
};

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

/** A number above that of every portal; the one before it is free as well. */
export const nextNumber = ({ all }: PortalPaths): number =>
  namesIn(all)
    .filter((name) => /^\d+$/.test(name))
    .reduce((highest, name) => Math.max(highest, Number(name)), 0) + 2;

/** Number of the portal that is served when the next one has taken its place. */
export const formerNumber = (served: Served, next: number): number =>
  served.kind === 'link' ? served.number : next - 1;

/** Paths of what builds have left among the portals, but for the names that are still needed. */
export const leftovers = ({ all }: PortalPaths, needed: readonly string[]): string[] =>
  namesIn(all)
    .filter((name) => /^(?:\d+|base|base\.json|next|ready)$/.test(name) && !needed.includes(name))
    .map((name) => join(all, name));

const readRecord = (path: string): PortalBase | null => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) {
      return null;
    }
    throw error;
  }
};

/** The base for a portal that is built from the one served; null where there is none, or it belongs to another. */
export const findBase = async (paths: PortalPaths): Promise<PortalBase | null> => {
  const base = readRecord(paths.baseRecord);
  if (base === null || base.id !== (await readMark(paths.target))?.id) return null;
  return existsSync(join(paths.all, base.folder)) ? base : null;
};
