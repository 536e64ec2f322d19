import type { Generated } from 'kysely';

/** Members as better-auth stores them: times are ISO texts in SQLite, and Date objects from PostgreSQL. */
export interface UserTable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: number | boolean;
  readonly createdAt: string | Date;
  readonly consentedAt: string | Date;
}

/** Where a member is signed in. */
export interface SessionTable {
  readonly id: string;
  readonly userId: string;
  readonly expiresAt: string | Date;
}

/** A role that a member holds; `office` is '' for roles that belong to no office. */
export interface MemberRoleTable {
  readonly member: string;
  readonly role: string;
  readonly office: string;
  readonly granted_by: string;
  /** ISO time. */
  readonly granted_at: string;
}

/** Tries of an account or an address; `key` holds a digest, never an e-mail address. */
export interface ThrottleTable {
  readonly key: string;
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly last: number | string;
}

/** What was done, by whom, to what. Rows are only added: the database itself refuses anything else. */
export interface AuditTable {
  readonly id: Generated<number>;
  /** ISO time. */
  readonly at: string;
  /** Id of the member, `command` for the command line, '' for someone who is not signed in. */
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
}

/** The tables of the desk. */
export interface DeskTables {
  readonly user: UserTable;
  readonly session: SessionTable;
  readonly member_role: MemberRoleTable;
  readonly throttle: ThrottleTable;
  readonly audit: AuditTable;
}
