import type { Kysely } from 'kysely';
import type { IsoDate } from '#core/letter/date.ts';
import { ProblemError } from '#core/problem.ts';
import { MOST_LIVE_SLIPS, MOST_WRONG_A_DAY, type Slip } from '#core/slip/slip.ts';
import { audit, type By } from './members.ts';
import type { DeskTables } from './tables.ts';

type Db = Kysely<DeskTables>;

/** A slip as it is kept. */
export interface KeptSlip extends Slip {
  readonly revoked: boolean;
}

/** A slip that was just made, with its short code, which is nowhere else. */
export interface MadeSlip extends Slip {
  /** As it is printed. */
  readonly code: string;
}

const COLUMNS = ['id', 'circular', 'office', 'issued', 'expires', 'revoked_at'] as const;

const kept = ({
  revoked_at: revokedAt,
  ...slip
}: Slip & { readonly revoked_at: string | null }): KeptSlip => ({
  ...slip,
  revoked: revokedAt !== null,
});

/** How many slips are good on a day. */
const countLive = async (db: Db, today: IsoDate): Promise<number> => {
  const { count } = await db
    .selectFrom('slip')
    .select((one) => one.fn.countAll().as('count'))
    .where('expires', '>=', today)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
};

const tooMany = (live: number, more: number): ProblemError =>
  new ProblemError([
    {
      file: null,
      what: `${live} slips are good already, and ${more} more would be over ${MOST_LIVE_SLIPS}`,
      why: 'With more of them a single guessed code would be right more often than once in a million. No slip was made.',
      fix: 'Revoke slips that nobody needs any more, print for fewer offices, or wait until others expire.',
    },
  ]);

/** What slips are made for. */
export interface SlipsWanted {
  readonly circular: string;
  /** Ids of offices, one slip each. */
  readonly offices: readonly string[];
  readonly issued: IsoDate;
  readonly expires: IsoDate;
  /** Office that the audit log names: the one above the others. */
  readonly above: string;
}

/** Throws a ProblemError where as many more slips would make guessing too easy. */
export const refuseTooManySlips = async (db: Db, more: number, today: IsoDate): Promise<void> => {
  const live = await countLive(db, today);
  if (live + more > MOST_LIVE_SLIPS) throw tooMany(live, more);
};

/**
 * Makes a slip for each office, all or none, with a row of the audit log. `newCode` gives a new code as it is printed,
 * `digestOf` what is kept of it.
 */
export const makeSlips = (
  db: Db,
  { offices, above, ...said }: SlipsWanted,
  {
    newCode,
    digestOf,
  }: { readonly newCode: () => string; readonly digestOf: (code: string) => string },
  by: By,
): Promise<MadeSlip[]> =>
  db.transaction().execute(async (transaction) => {
    await refuseTooManySlips(transaction, offices.length, said.issued);
    const made: MadeSlip[] = [];
    for (const office of offices) {
      for (;;) {
        const code = newCode();
        const values = {
          ...said,
          office,
          code: digestOf(code),
          made_by: by.actor,
          revoked_at: null,
        };
        const row = await transaction
          .insertInto('slip')
          .values(values)
          .onConflict((conflict) => conflict.column('code').doNothing())
          .returning('id')
          .executeTakeFirst();
        // Another slip has that code: it is drawn again.
        if (!row) continue;
        made.push({ ...said, id: row.id, office, code });
        break;
      }
    }
    const [first, last] = [made.at(0)?.id, made.at(-1)?.id];
    const what = `make slips ${above} ${said.circular} ${made.length}`;
    await audit(transaction, by.actor, what, `slip:${first}-${last}`, by.now);
    return made;
  });

/** A slip by its number; null where there is none. */
export const slipById = async (db: Db, id: number): Promise<KeptSlip | null> => {
  const row = await db.selectFrom('slip').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row ? kept(row) : null;
};

/** A slip by the digest of its short code; null where there is none. */
export const slipByCode = async (db: Db, digest: string): Promise<KeptSlip | null> => {
  const row = await db
    .selectFrom('slip')
    .select(COLUMNS)
    .where('code', '=', digest)
    .executeTakeFirst();
  return row ? kept(row) : null;
};

/** The slips of a circular that are good on a day, in the order of their numbers. */
export const liveSlipsOf = async (
  db: Db,
  circular: string,
  today: IsoDate,
): Promise<readonly KeptSlip[]> => {
  const rows = await db
    .selectFrom('slip')
    .select(COLUMNS)
    .where('circular', '=', circular)
    .where('expires', '>=', today)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.map(kept);
};

const revokeWithin = async (transaction: Db, id: number, by: By): Promise<boolean> => {
  const row = await transaction
    .updateTable('slip')
    .set({ revoked_at: by.now.toISOString() })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(['office', 'circular'])
    .executeTakeFirst();
  if (!row) return false;
  const what = `revoke slip ${row.office} ${row.circular}`;
  await audit(transaction, by.actor, what, `slip:${id}`, by.now);
  return true;
};

/** Revokes slips by their numbers, each with a row of the audit log. How many were not revoked before. */
export const revokeSlips = (db: Db, ids: readonly number[], by: By): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    let count = 0;
    for (const id of ids) if (await revokeWithin(transaction, id, by)) count += 1;
    return count;
  });

const dayKey = (today: IsoDate): string => `slip-day:${today}`;

/**
 * Counts a short code that may turn out to be wrong among those that the desk takes on a day from everybody together;
 * false where they are used up. Right ones are given back.
 */
export const takeOfDay = async (db: Db, today: IsoDate, now: Date): Promise<boolean> => {
  const [key, last] = [dayKey(today), now.getTime()];
  const { count } = await db
    .insertInto('throttle')
    .values({ key, count: 1, last })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((row) => ({ count: row('throttle.count', '+', 1), last })),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  if (count <= MOST_WRONG_A_DAY) return true;
  await giveDayBack(db, today);
  return false;
};

/** Takes a short code that was right back from the count of the day. */
export const giveDayBack = async (db: Db, today: IsoDate): Promise<void> => {
  await db
    .updateTable('throttle')
    .set((row) => ({ count: row('count', '-', 1) }))
    .where('key', '=', dayKey(today))
    .execute();
};
