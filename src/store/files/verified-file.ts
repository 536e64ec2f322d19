import { hash } from 'node:crypto';
import { closeSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ProblemError } from '#core/problem.ts';
import { openContentFile, readContentBytes, refuseLinks } from './content-file.ts';
import { digestFile, writeAll } from './file-digest.ts';
import { naming } from './read-file.ts';

/** Fails unless the digest is the one that the page of the file states, where it states one. */
const compareDigest = (path: string, found: string, stated: string | undefined): void => {
  if (stated === undefined || found === stated) return;
  throw new ProblemError([
    {
      file: path,
      what: 'the file is not the one whose SHA-256 stands on its page',
      why: 'It was changed after the check, or the check was left out. Readers compare the two.',
      fix: 'Run the command again when nothing else changes content/; "npm run check" shows the right value.',
    },
  ]);
};

/**
 * The bytes of a file under content/, reached through no link and with the SHA-256 stated; throws a ProblemError otherwise,
 * and the system's error where there is no such file.
 */
export const readVerified = (root: string, path: string, sha256: string | undefined): Buffer => {
  refuseLinks(root, path);
  const bytes = readContentBytes(root, path);
  compareDigest(path, hash('sha256', bytes), sha256);
  return bytes;
};

/**
 * Copies a file under content/ to `to`, where nothing may be yet. What is compared with the SHA-256 stated are the very bytes
 * that are written. Throws as `readVerified` does, and then leaves no copy.
 */
export const copyVerified = (
  root: string,
  path: string,
  to: string,
  sha256: string | undefined,
): void => {
  refuseLinks(root, path);
  const from = openContentFile(root, path);
  try {
    const copy = openSync(to, 'wx');
    try {
      const { sha256: found } = digestFile(from, (part) => {
        try {
          writeAll(copy, part);
        } catch (error) {
          throw naming(to, error);
        }
      });
      compareDigest(path, found, sha256);
    } catch (error) {
      rmSync(to, { force: true });
      throw naming(join(root, path), error);
    } finally {
      closeSync(copy);
    }
  } finally {
    closeSync(from);
  }
};
