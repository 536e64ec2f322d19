import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Command } from '../../lib/command.ts';
import { recordedRun } from '../../lib/recorded-run.ts';
import { madeUpFiles } from './made-up-files.ts';

export { DOUBTFUL, FULL, ledgerOf, SILENT } from './made-up-files.ts';

/** A temporary project that holds nothing but made-up offices and circulars. */
export interface World {
  readonly root: string;
  /** Runs a command there, on 2025-05-01. */
  readonly run: (
    command: Command,
    ...args: readonly string[]
  ) => Promise<{ readonly code: number; readonly out: string; readonly err: string }>;
  readonly read: (path: string) => string;
  readonly has: (path: string) => boolean;
  readonly write: (path: string, content: string | Uint8Array) => void;
}

const build = (): World => {
  const root = mkdtempSync(join(tmpdir(), 'wian-track-'));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [path, text] of Object.entries(madeUpFiles())) write(path, text);
  return {
    root,
    write,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    has: (path) => existsSync(join(root, path)),
    run: async (command, ...args) => {
      const { code, out, err } = await recordedRun(command, args, {
        cwd: root,
        today: '2025-05-01',
      });
      return { code, out: out.join('\n'), err: err.join('\n') };
    },
  };
};

/** Makes a new world for each test of a file, and removes it after. */
export const useWorld = (): (() => World) => {
  let world: World;
  beforeEach(() => {
    world = build();
  });
  afterEach(() => rmSync(world.root, { recursive: true }));
  return () => world;
};
