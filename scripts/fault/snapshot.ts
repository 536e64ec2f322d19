import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '#store/content/content-tree.ts';
import { isUnfinished } from '#store/files/unfinished.ts';

/** The digest of every file that a reader of a folder sees, by its path. */
export type Snapshot = ReadonlyMap<string, string>;

const EVERYTHING = /$/;

/** Files below a folder as the readers of content list them, so that whatever they would take for content is in it. */
export const snapshotOf = (folder: string, counts: RegExp = EVERYTHING): Snapshot =>
  new Map(
    filesBelow(folder)
      .filter((path) => counts.test(path))
      .map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]),
  );

/** What some process left unfinished below a folder. */
export const unfinishedBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => isUnfinished(name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));

/** Paths in which two snapshots differ. */
export const differences = (one: Snapshot, other: Snapshot): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path) !== other.get(path),
  );

/** Files that are neither as before nor as after a command: torn, lost, or of nobody. */
export const halfDone = (now: Snapshot, before: Snapshot, after: Snapshot): string[] =>
  [...new Set([...now.keys(), ...before.keys(), ...after.keys()])].filter((path) => {
    const digest = now.get(path);
    return digest !== before.get(path) && digest !== after.get(path);
  });

const NUMBER_OF_ROW = /^\d+,/;

/** Rows of the tables below a folder whatever their order, and digests of all else: what the result of many writers is compared by. */
export const withoutOrder = (folder: string): Snapshot =>
  new Map(
    filesBelow(folder).map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      if (!path.endsWith('.csv')) return [path, hash('sha256', text)];
      const isLedger = path.endsWith('/movements.csv');
      const rows = text.split('\n').map((row) => (isLedger ? row.replace(NUMBER_OF_ROW, '') : row));
      return [path, rows.sort().join('\n')];
    }),
  );
