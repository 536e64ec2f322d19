import { type Kysely, sql } from 'kysely';
import type { Role } from '#core/board/role.ts';
import type { DeskTables } from './tables.ts';

type Db = Kysely<DeskTables>;

/** A role that somebody holds. */
export interface Held {
  readonly member: string;
  readonly name: string;
  readonly role: Role;
  /** Id of the office of an officer, or the section of an editor; '' for neither. */
  readonly office: string;
  /** ISO time. */
  readonly since: string;
}

/** All roles that were granted, by role and name. */
export const allGrants = async (db: Db): Promise<readonly Held[]> => {
  const rows = await db
    .selectFrom('member_role')
    .innerJoin('user', 'user.id', 'member_role.member')
    .select(['member', 'name', 'role', 'office', 'granted_at'])
    .orderBy('role')
    .orderBy('name')
    .orderBy('office')
    .execute();
  return rows.map(({ granted_at: since, role, ...row }) => ({ ...row, role: role as Role, since }));
};

/** Members whose names hold a text, whatever its capital letters; at most so many. */
export const membersNamed = (db: Db, text: string, most: number) => {
  const pattern = `%${text.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return db
    .selectFrom('user')
    .select(['id', 'name', 'createdAt'])
    .where(sql<boolean>`lower(name) like ${pattern} escape '\\'`)
    .orderBy('name')
    .orderBy('id')
    .limit(most)
    .execute();
};
