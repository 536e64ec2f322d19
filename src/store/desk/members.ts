import { type Kysely, PostgresAdapter, sql, type Transaction } from 'kysely';
import { noMailAddress } from '#core/board/no-mail.ts';
import { type Grant, isWrittenSection, type Role } from '#core/board/role.ts';
import {
  afterTry,
  THROTTLES,
  type ThrottleName,
  type Tries,
  waitSeconds,
} from '#core/board/throttle.ts';
import type { DeskDatabase } from './database.ts';
import type { DeskTables } from './tables.ts';

type Db = Kysely<DeskTables>;

/** Adds a row to the audit log. `subject` is an id, never an address. */
export const audit = async (
  db: Db,
  actor: string,
  action: string,
  subject: string,
  now: Date,
): Promise<void> => {
  await db.insertInto('audit').values({ at: now.toISOString(), actor, action, subject }).execute();
};

/** What a grant is limited to, as its row has it. */
const scopeOf = ({ office, section }: Grant): string => office ?? section ?? '';

/** A grant as its row has it. */
const grantOfRow = ({ role, office }: { role: string; office: string }): Grant =>
  role === 'editor' && isWrittenSection(office)
    ? { role, office: null, section: office }
    : { role: role as Role, office: office || null };

/** The roles that were granted to a member. */
export const grantsOf = async (db: Db, member: string): Promise<Grant[]> => {
  const rows = await db
    .selectFrom('member_role')
    .select(['role', 'office'])
    .where('member', '=', member)
    .orderBy('role')
    .orderBy('office')
    .execute();
  return rows.map(grantOfRow);
};

/** Who does something, and when. `actor` is the id of a member, or `command`. */
export interface By {
  readonly actor: string;
  readonly now: Date;
}

/** Grants a role within a transaction; false where the member had it already. */
export const grantWithin = async (
  transaction: Db,
  member: string,
  grant: Grant,
  by: By,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('member_role')
    .values({
      member,
      role: grant.role,
      office: scopeOf(grant),
      granted_by: by.actor,
      granted_at: by.now.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(['member', 'role', 'office']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const what = [grant.role, scopeOf(grant)].filter(Boolean).join(' ');
  await audit(transaction, by.actor, `grant ${what}`, member, by.now);
  return true;
};

/** Grants a role; false where the member had it already. */
export const grantRole = (db: Db, member: string, grant: Grant, by: By): Promise<boolean> =>
  db.transaction().execute((transaction) => grantWithin(transaction, member, grant, by));

/** What became of a role that was to be taken away; `last` where nobody else is an administrator. */
export type Revoked = 'revoked' | 'missing' | 'last';

/** Holds the rows of administrators until the transaction ends, so that two who remove each other come one after the other. */
const holdAdministrators = async (transaction: Db): Promise<readonly string[]> => {
  const role = 'administrator';
  await transaction.updateTable('member_role').set({ role }).where('role', '=', role).execute();
  const rows = await transaction
    .selectFrom('member_role')
    .select('member')
    .where('role', '=', role)
    .execute();
  return rows.map(({ member }) => member);
};

/** Takes a role away, but not the last administrator's. */
export const revokeRole = (db: Db, member: string, grant: Grant, by: By): Promise<Revoked> =>
  db.transaction().execute(async (transaction): Promise<Revoked> => {
    if (grant.role === 'administrator') {
      const held = await holdAdministrators(transaction);
      if (held.length === 1 && held[0] === member) return 'last';
    }
    const { numDeletedRows } = await transaction
      .deleteFrom('member_role')
      .where('member', '=', member)
      .where('role', '=', grant.role)
      .where('office', '=', scopeOf(grant))
      .executeTakeFirst();
    if (numDeletedRows === 0n) return 'missing';
    const what = [grant.role, scopeOf(grant)].filter(Boolean).join(' ');
    await audit(transaction, by.actor, `revoke ${what}`, member, by.now);
    return 'revoked';
  });

/** A member by the address that they signed up with; addresses differ by no capital letters. */
export const memberByEmail = (db: Db, email: string) =>
  db
    .selectFrom('user')
    .select(['id', 'name', 'emailVerified'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();

/** The names that others see of members, by their ids; those who left have none. */
export const memberNames = async (
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const found = await db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(found.map(({ id, name }) => [id, name]));
};

/** Notes that a member has shown to read the mail of their address, as by the link in a letter to it. */
export const confirmAddress = async ({ db, kind }: DeskDatabase, member: string): Promise<void> => {
  const emailVerified = kind === 'sqlite' ? 1 : true;
  await db.updateTable('user').set({ emailVerified }).where('id', '=', member).execute();
};

/**
 * Lets PostgreSQL confirm a transaction before it is on the disk. A server that crashes may lose what it confirmed in the last
 * second: tries, which nobody was told are kept, but no post. SQLite has no such choice for one transaction.
 */
const withoutWaitingForDisk = async (transaction: Transaction<DeskTables>): Promise<void> => {
  if (transaction.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`set local synchronous_commit to off`.execute(transaction);
  }
};

/**
 * Counts a try, unless one still has to wait: then the seconds, and 0 where it may be made. In one transaction that holds the
 * row of the count, so that of many tries at once each sees those before it.
 */
export const takeTry = (db: Db, name: ThrottleName, who: string, now: Date): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    const key = `${name}:${who}`;
    await withoutWaitingForDisk(transaction);
    const row = await transaction
      .insertInto('throttle')
      .values({ key, count: 0, last: 0 })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
      .returning(['count', 'last'])
      .executeTakeFirstOrThrow();
    const tries: Tries = { count: row.count, last: Number(row.last) };
    const wait = waitSeconds(THROTTLES[name], tries, now.getTime());
    if (wait > 0) return wait;
    await transaction
      .updateTable('throttle')
      .set(afterTry(THROTTLES[name], tries, now.getTime()))
      .where('key', '=', key)
      .execute();
    return 0;
  });

/** Takes a try back that was counted before it was known to be right, so that many people behind one address do not wait for each other. */
export const giveTryBack = async (db: Db, name: ThrottleName, who: string): Promise<void> => {
  await db
    .updateTable('throttle')
    .set((row) => ({ count: row('count', '-', 1) }))
    .where('key', '=', `${name}:${who}`)
    .where('count', '>', 0)
    .execute();
};

/** Forgets the tries of an account that was let in. */
export const forgetTries = async (db: Db, name: ThrottleName, who: string): Promise<void> => {
  await db.deleteFrom('throttle').where('key', '=', `${name}:${who}`).execute();
};

/** Rows of the audit log that a member caused or that are about them, oldest first. */
export const auditOf = (db: Db, member: string) =>
  db
    .selectFrom('audit')
    .select(['at', 'action', 'actor', 'subject'])
    .where((or) => or.or([or('actor', '=', member), or('subject', '=', member)]))
    .orderBy('id')
    .execute();

const DAY_MS = 86_400_000;
/** After so many days an address that nobody confirmed is deleted. */
const UNCONFIRMED_DAYS = 7;
/** Longer than any throttle remembers. */
const TRIES_MS = DAY_MS;

/**
 * Deletes what is kept no longer: sessions that ended, links that expired, members who never confirmed their address, old
 * counts of tries. A member who came by the identity provider may have no address to confirm.
 */
export const tidy = async ({ db, kind }: DeskDatabase, now: Date): Promise<void> => {
  const ago = (ms: number) => new Date(now.getTime() - ms).toISOString();
  const no = kind === 'sqlite' ? 0 : false;
  await db.deleteFrom('session').where('expiresAt', '<', ago(0)).execute();
  await db.deleteFrom('verification').where('expiresAt', '<', ago(0)).execute();
  await db
    .deleteFrom('user')
    .where('emailVerified', '=', no)
    .where('email', 'not like', noMailAddress('%'))
    .where('createdAt', '<', ago(UNCONFIRMED_DAYS * DAY_MS))
    .execute();
  await db
    .deleteFrom('throttle')
    .where('last', '<', now.getTime() - TRIES_MS)
    .execute();
};
