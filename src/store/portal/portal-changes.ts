import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { ZodError } from 'zod';
import {
  type Difference,
  type FileState,
  type PortalChange,
  planUpload,
} from '#core/portal-changes/changes.ts';
import { ProblemError } from '#core/problem.ts';
import { portalChange } from '#schema/portal-change.ts';
import { digestFile } from '../files/file-digest.ts';
import { readTextNow } from '../files/read-file.ts';
import { listFiles, readKeptFiles } from './kept-files.ts';

const stateOf = (path: string): FileState => {
  const handle = openSync(path, 'r');
  try {
    return digestFile(handle);
  } finally {
    closeSync(handle);
  }
};

const isPublished = (file: string): boolean => !/(?:^|\/)\./.test(file);
const filesOf = (folder: string): Set<string> =>
  new Set(existsSync(folder) ? listFiles(folder).filter(isPublished) : []);

const notAList = (file: string, line: number): ProblemError =>
  new ProblemError([
    {
      file,
      line,
      what: 'it is no change of a portal',
      why: 'A list that is still there was not uploaded, and the new one goes on from it.',
      fix: 'Name another file, or remove this one and upload the whole portal.',
    },
  ]);

/** A list that an earlier build has left at `path`; none where there is no file. Throws a problem for anything else. */
export const readPendingChanges = (path: string, shownAs: string): PortalChange[] => {
  if (!existsSync(path)) return [];
  const lines = readTextNow(path).split('\n');
  return lines.flatMap((text, index) => {
    if (text === '' && index === lines.length - 1) return [];
    try {
      return [portalChange.parse(JSON.parse(text))];
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof ZodError)) throw error;
      throw notAList(shownAs, index + 1);
    }
  });
};

/**
 * How the portal that is being built in `next` differs from the one served at `former`, in the order of an upload. `pending`
 * is a list that was not uploaded yet.
 */
export const changesBetween = async (
  former: string,
  next: string,
  pending: readonly PortalChange[],
): Promise<PortalChange[]> => {
  const before = filesOf(former);
  const made = filesOf(next);
  const kept = new Set(((await readKeptFiles(next))?.kept ?? []).filter(isPublished));
  const paths = new Set([...before, ...made, ...pending.map(({ path }) => path)]);
  const waiting = new Set(pending.map(({ path }) => path));
  const differences = [...paths].flatMap((path): Difference[] => {
    const wasThere = before.has(path);
    const stays = kept.has(path);
    if (stays && !waiting.has(path)) return [];
    const now = made.has(path) || stays ? stateOf(join(stays ? former : next, path)) : null;
    const isSame = wasThere && now?.sha256 === stateOf(join(former, path)).sha256;
    return isSame && !waiting.has(path) ? [] : [{ path, wasThere, now }];
  });
  return planUpload(differences, pending);
};
