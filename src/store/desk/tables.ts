import type { Generated } from 'kysely';
import type { Pace, SubscriptionKind } from '#core/board/subscription.ts';
import type { ContentChangeTable } from './change-tables.ts';
import type { PageChangeTable, PortalBuildTable } from './letter-tables.ts';
import type { PasskeyTable } from './passkey-table.ts';
import type { SlipTable } from './slip-tables.ts';

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
  readonly createdAt: string | Date;
  readonly expiresAt: string | Date;
}

/** What a link or a way back from the identity provider has to fit, until it is used or expires. */
export interface VerificationTable {
  readonly id: string;
  readonly identifier: string;
  readonly value: string;
  readonly expiresAt: string | Date;
  readonly createdAt: string | Date;
  readonly updatedAt: string | Date;
}

/** What a member signs in by, a password or an account of the identity provider. */
export interface AccountTable {
  readonly id: string;
  readonly userId: string;
  readonly providerId: string;
  readonly accountId: string;
  readonly createdAt: string | Date;
}

/** A role that a member holds; `office` is '' for roles that belong to no office. */
export interface MemberRoleTable {
  readonly member: string;
  readonly role: string;
  /** Id of the office of an officer, or the section of an editor; '' for neither. */
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

/** Whether a thread or post is seen by everybody, waits for a moderator, or was taken away by one. */
export type Shown = 'shown' | 'queued' | 'removed';

/** A question with its answers. Times are ISO texts; flags are 0 or 1. */
export interface ThreadTable {
  readonly id: Generated<number>;
  readonly section: string;
  /** Key of an information system, '' for none. */
  readonly system: string;
  /** Path of the page of the portal that it is about, as `/faq/otp-where/`; '' for none. */
  readonly page: string;
  /** Id of the office that issued what that page shows, '' where it is no letter. */
  readonly issuer: string;
  readonly title: string;
  readonly author: string | null;
  readonly created_at: string;
  /** Time of the newest post that is shown. */
  readonly active_at: string;
  /** Posts that are shown, besides the question. */
  readonly answers: number;
  readonly accepted: number | null;
  readonly locked: number;
  readonly merged_into: number | null;
  readonly state: Shown;
}

/** One post: the question of a thread, or an answer. */
export interface PostTable {
  readonly id: Generated<number>;
  readonly thread: number;
  readonly question: number;
  readonly author: string | null;
  /** Office for which its writer was verified when it was written, '' for none. */
  readonly office: string;
  readonly body: string;
  readonly created_at: string;
  readonly edited_at: string | null;
  readonly state: Shown;
  /** Random, from the form: the same form sent twice is one post. */
  readonly once: string;
}

/** What a post said before it was changed. */
export interface PostVersionTable {
  readonly id: Generated<number>;
  readonly post: number;
  readonly body: string;
  /** ISO time at which it was replaced. */
  readonly at: string;
}

/** A report of a post, open until a moderator has closed it. */
export interface ReportTable {
  readonly id: Generated<number>;
  readonly post: number;
  readonly reporter: string | null;
  readonly reason: string;
  readonly at: string;
  readonly closed_at: string | null;
}

/** A code of a printed sheet, by which one member becomes an officer of an office. Only its digest is kept. */
export interface OfficeCodeTable {
  readonly digest: string;
  readonly office: string;
  readonly made_by: string;
  readonly expires_at: string;
  readonly used_at: string | null;
}

/** A picture of a post; its file lies in the folder of pictures, by its id. */
export interface PictureTable {
  readonly id: string;
  readonly post: number;
  /** Id of the member who added it. */
  readonly member: string;
  /** Its place among the pictures of the post, from 1. */
  readonly place: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Words that stand for it. */
  readonly alt: string;
  readonly created_at: string;
}

/** What a member is sent mail about. */
export interface SubscriptionTable {
  readonly member: string;
  readonly kind: SubscriptionKind;
  /** Number of a thread, or key of a section. */
  readonly target: string;
  readonly pace: Pace;
  readonly created_at: string;
}

/** A post that everybody sees since `at`, of which nobody was told yet. */
export interface AnnouncementTable {
  readonly post: number;
  readonly at: string;
}

/** A post of which a member is told by a subscription, once. */
export interface NoticeTable {
  readonly id: Generated<number>;
  readonly member: string;
  readonly kind: SubscriptionKind;
  readonly target: string;
  readonly post: number;
  /** ISO time since which everybody sees the post. */
  readonly at: string;
  /** How often its letter failed. */
  readonly tries: Generated<number>;
  /** ISO time from which its letter is tried. */
  readonly due_at: string;
  readonly sent_at: string | null;
}

/** A day (ISO date in Thailand) on which a member had their letter of the day. */
export interface DigestDayTable {
  readonly member: string;
  readonly day: string;
}

/** Words of titles, by which threads are found. */
export interface ThreadWordTable {
  readonly word: string;
  readonly thread: number;
}

/** The tables of the desk. */
export interface DeskTables {
  readonly user: UserTable;
  readonly session: SessionTable;
  readonly account: AccountTable;
  readonly verification: VerificationTable;
  readonly passkey: PasskeyTable;
  readonly member_role: MemberRoleTable;
  readonly throttle: ThrottleTable;
  readonly audit: AuditTable;
  readonly thread: ThreadTable;
  readonly post: PostTable;
  readonly post_version: PostVersionTable;
  readonly report: ReportTable;
  readonly office_code: OfficeCodeTable;
  readonly thread_word: ThreadWordTable;
  readonly picture: PictureTable;
  readonly subscription: SubscriptionTable;
  readonly announcement: AnnouncementTable;
  readonly notice: NoticeTable;
  readonly digest_day: DigestDayTable;
  readonly content_change: ContentChangeTable;
  readonly slip: SlipTable;
  readonly page_change: PageChangeTable;
  readonly portal_build: PortalBuildTable;
}
