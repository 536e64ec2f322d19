import type { Kysely } from 'kysely';
import type { DeskTables } from './tables.ts';

/** How a member can sign in. */
export interface Ways {
  readonly password: boolean;
  /** The account of the identity provider that is connected; null where none is. */
  readonly provider: { readonly id: string; readonly since: string | Date } | null;
}

/** A passkey of a member. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly since: string | Date | null;
}

/** The passkeys of a member, oldest first. */
export const passkeysOf = async (
  db: Kysely<DeskTables>,
  member: string,
): Promise<readonly Passkey[]> => {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', member)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, createdAt }) => ({ id, name: name ?? '', since: createdAt }));
};

/** better-auth's name of what a password belongs to. */
const PASSWORD = 'credential';

/** Reads how a member can sign in. */
export const waysOf = async (db: Kysely<DeskTables>, member: string): Promise<Ways> => {
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'providerId', 'createdAt'])
    .where('userId', '=', member)
    .orderBy('createdAt')
    .execute();
  const connected = accounts.find(({ providerId }) => providerId !== PASSWORD);
  return {
    password: accounts.some(({ providerId }) => providerId === PASSWORD),
    provider: connected ? { id: connected.id, since: connected.createdAt } : null,
  };
};
