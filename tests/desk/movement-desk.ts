import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { Role } from '#core/board/role.ts';
import { type DeskDatabase, openDeskDatabase } from '#store/desk/database.ts';
import { grantRole, memberByEmail } from '#store/desk/members.ts';
import type { BeginBuild } from '../../scripts/desk/publishing/queue.ts';
import { ledgerOf, madeUpFiles } from '../../scripts/track/testing/made-up-files.ts';
import type { DatabaseSource } from './databases.ts';
import { joinDesk, startDesk, type TestDesk, type Visitor } from './running-desk.ts';

/** Somebody who is signed in. */
export interface Joined {
  readonly visitor: Visitor;
  readonly id: string;
}

/** A desk beside made-up circulars, for tests of what officers do. */
export interface MovementDesk extends TestDesk {
  readonly db: DeskDatabase['db'];
  /** Somebody who is signed in, with a role for an office (`officer p88`), the same each time. */
  readonly as: (who: string) => Promise<Joined>;
  readonly ledger: (circular: string) => string;
  readonly writeLedger: (circular: string, text: string) => void;
}

/** Starts a desk beside made-up circulars. */
export const startMovementDesk = async (
  { newPlace }: DatabaseSource,
  files: Readonly<Record<string, string>> = {},
  begin?: BeginBuild,
  more: Readonly<Record<string, string>> = {},
): Promise<MovementDesk> => {
  const place = await newPlace();
  const env: Record<string, string> = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
  const desk = await startDesk({ ...env, ...more }, { ...madeUpFiles(), ...files }, begin);
  const { db, close } = await openDeskDatabase(desk.settings.place);
  const known = new Map<string, Promise<Joined>>();
  const add = async (who: string): Promise<Joined> => {
    const name = who.replaceAll(' ', '-');
    const visitor = await joinDesk(desk, name);
    const { id = '' } = (await memberByEmail(db, `${name}@office.example`)) ?? {};
    const [role, office = null] = who.split(' ') as [Role, string | undefined];
    const by = { actor: 'command', now: new Date() };
    if (role !== 'member') await grantRole(db, id, { role, office }, by);
    return { visitor, id };
  };
  return {
    ...desk,
    db,
    as: (who) => {
      const joined = known.get(who) ?? add(who);
      known.set(who, joined);
      return joined;
    },
    ledger: (circular) => readFileSync(join(desk.root, ledgerOf(circular)), 'utf8'),
    writeLedger: (circular, text) => writeFileSync(join(desk.root, ledgerOf(circular)), text),
    close: async () => {
      await close();
      await desk.close();
    },
  };
};

/** One desk for the tests of a block, with the ledgers as they were before each; it has to end without a fault. */
export const useMovementDesk = (
  source: DatabaseSource,
  circulars: readonly string[],
): (() => MovementDesk) => {
  let desk: MovementDesk;
  beforeAll(async () => {
    desk = await startMovementDesk(source);
  }, 60_000);
  beforeEach(() => {
    const files = madeUpFiles();
    for (const circular of circulars) {
      const text = files[ledgerOf(circular)];
      if (text === undefined) rmSync(join(desk.root, ledgerOf(circular)), { force: true });
      else desk.writeLedger(circular, text);
    }
  });
  afterAll(async () => {
    const faults = [...desk.faults];
    await desk.close();
    expect(faults).toEqual([]);
  });
  return () => desk;
};
