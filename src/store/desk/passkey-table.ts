import type { Kysely } from 'kysely';
import type { DatabaseKind } from './board-tables.ts';

/** A passkey as better-auth stores it: the public half of a key that only the member's device can use. */
export interface PasskeyTable {
  readonly id: string;
  readonly name: string | null;
  readonly publicKey: string;
  readonly userId: string;
  readonly credentialID: string;
  readonly counter: number;
  readonly deviceType: string;
  readonly backedUp: number | boolean;
  readonly transports: string | null;
  readonly createdAt: string | Date | null;
  readonly aaguid: string | null;
}

/** The table of passkeys, as the plugin of better-auth expects it. */
export const passkeyTable = async (db: Kysely<unknown>, kind: DatabaseKind): Promise<void> => {
  await db.schema
    .createTable('passkey')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text')
    .addColumn('publicKey', 'text', (column) => column.notNull())
    .addColumn('userId', 'text', (column) =>
      column.notNull().references('user.id').onDelete('cascade'),
    )
    .addColumn('credentialID', 'text', (column) => column.notNull().unique())
    .addColumn('counter', 'integer', (column) => column.notNull())
    .addColumn('deviceType', 'text', (column) => column.notNull())
    .addColumn('backedUp', kind === 'postgres' ? 'boolean' : 'integer', (column) =>
      column.notNull(),
    )
    .addColumn('transports', 'text')
    .addColumn('createdAt', kind === 'postgres' ? 'timestamptz' : 'text')
    .addColumn('aaguid', 'text')
    .execute();
  await db.schema.createIndex('passkey_userId_idx').on('passkey').column('userId').execute();
};
