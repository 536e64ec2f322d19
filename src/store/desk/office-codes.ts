import type { Kysely } from 'kysely';
import { CODE_DAYS } from '#core/board/office-code.ts';
import { audit, type By, grantWithin } from './members.ts';
import type { DeskTables } from './tables.ts';

type Db = Kysely<DeskTables>;
const DAY_MS = 86_400_000;

/** Keeps the digest of a code that was made for an office, and resolves to the time until which it is good. */
export const addOfficeCode = (db: Db, digest: string, office: string, by: By): Promise<Date> =>
  db.transaction().execute(async (tx) => {
    const until = new Date(by.now.getTime() + CODE_DAYS * DAY_MS);
    await tx
      .insertInto('office_code')
      .values({
        digest,
        office,
        made_by: by.actor,
        expires_at: until.toISOString(),
        used_at: null,
      })
      .execute();
    await audit(tx, by.actor, `make code ${office}`, by.actor, by.now);
    return until;
  });

/** Uses up a code, and makes the member an officer of its office; null where there is no such code any more. */
export const useOfficeCode = (db: Db, digest: string, by: By): Promise<string | null> =>
  db.transaction().execute(async (tx) => {
    const now = by.now.toISOString();
    const used = await tx
      .updateTable('office_code')
      .set({ used_at: now })
      .where('digest', '=', digest)
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('office')
      .executeTakeFirst();
    if (!used) return null;
    await grantWithin(tx, by.actor, { role: 'officer', office: used.office }, by);
    return used.office;
  });
