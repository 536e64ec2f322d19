import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { DatabasePlace } from '#store/desk/database.ts';
import { serveDesk } from '../../scripts/desk/serve.ts';
import { readDeskSettings } from '../../scripts/desk/settings.ts';
import { startPostgres } from '../../scripts/lib/temporary-postgres.ts';
import { freePort } from '../desk/running-desk.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A desk beside the built portal, with a new database, in a folder of its own with room for contents. */
export interface DeskHere {
  /** Scheme and host. */
  readonly origin: string;
  /** The folder of the project as the desk sees it. */
  readonly root: string;
  readonly place: DatabasePlace;
  /** The token of the newest letter to an address, from the link in it. */
  readonly tokenFor: (email: string) => string;
  /** Ends it; fails where it had a fault. */
  readonly close: () => Promise<void>;
}

const textOf = (letter: string): string => {
  const [head = '', ...body] = letter.split('\r\n\r\n');
  return /encoding: base64/i.test(head)
    ? Buffer.from(body.join(''), 'base64').toString('utf8')
    : body.join('\n').replaceAll('=\r\n', '').replaceAll('=3D', '=');
};

/** A folder with the built portal and these files. */
const projectOf = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), 'wian-desk-'));
  symlinkSync(realpathSync(join(ROOT, 'dist')), join(root, 'dist'), 'dir');
  mkdirSync(join(root, 'content'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
};

/** Starts a desk with the settings that `env` adds, beside the content that `files` gives. */
export const startDeskHere = (
  env: Record<string, string> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<DeskHere> => startDeskIn(projectOf(files), env);

/** A database for one desk. */
export interface NewDatabase {
  readonly place: DatabasePlace;
  readonly stop: () => Promise<void>;
}

/** A new database: of SQLite, or of PostgreSQL for a run with WIAN_DESK_DATABASE=postgres, which fails where none runs. */
export const newDatabase = async (data: string): Promise<NewDatabase> => {
  if (process.env.WIAN_DESK_DATABASE !== 'postgres') {
    return { place: { kind: 'sqlite', file: join(data, 'desk.sqlite') }, stop: async () => {} };
  }
  const postgres = await startPostgres();
  if ('why' in postgres) throw new Error(`No PostgreSQL runs here: ${postgres.why}`);
  return { place: { kind: 'postgres', url: await postgres.newDatabase() }, stop: postgres.stop };
};

/** Starts a desk in a folder with a built portal, which is removed with it. */
export const startDeskIn = async (
  root: string,
  env: Record<string, string> = {},
): Promise<DeskHere> => {
  const data = join(root, '.data');
  const PORT = env.PORT ?? (await freePort());
  const settings = readDeskSettings(root, { DESK_BUILD_MINUTES: '0', ...env, PORT }, '2026-11-29');
  const { place, stop } = await newDatabase(data);
  const faults: string[] = [];
  const desk = await serveDesk(root, { ...settings, data, place }, (line) => faults.push(line));
  const outbox = join(data, 'outbox');
  return {
    origin: settings.origin,
    root,
    place,
    tokenFor: (email) => {
      const letters = readdirSync(outbox).sort().reverse();
      const found = letters
        .map((name) => readFileSync(join(outbox, name), 'utf8'))
        .find((letter) => letter.includes(`To: ${email}`));
      return /token=(\S+)/.exec(textOf(found ?? ''))?.[1] ?? '';
    },
    close: async () => {
      await desk.close();
      await stop();
      rmSync(root, { recursive: true });
      expect(faults).toEqual([]);
    },
  };
};
