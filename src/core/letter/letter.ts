import type { IsoDate } from './date.ts';
import type { Fact } from './fact.ts';

/** ชั้นความเร็ว. None of these carries hours; only "ด่วนภายใน" states a time (`urgentUntil`). */
export const URGENCIES = ['normal', 'urgent', 'very-urgent', 'most-urgent'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** ชั้นความลับ. Only `normal` may ever be published. */
export const SECRECIES = ['normal', 'confidential', 'secret', 'top-secret'] as const;
export type Secrecy = (typeof SECRECIES)[number];

/** Levels of the chain at which a letter may be issued. */
export const LETTER_LEVELS = [
  'ministry',
  'department',
  'province',
  'district',
  'authority',
  'unit',
] as const;
export type LetterLevel = (typeof LETTER_LEVELS)[number];

/** Groups of offices that letters address as a whole ("ทุกอำเภอ"); each is relative to the issuer's own area. */
export const ADDRESSEE_GROUPS = [
  'provinces',
  'districts',
  'paos',
  'cities',
  'towns',
  'subdistrict-municipalities',
  'saos',
] as const;
export type AddresseeGroup = (typeof ADDRESSEE_GROUPS)[number];

/** เรียน: one addressee as the letter names it, and which office or group that is where it is known. */
export interface Addressee {
  readonly text: string;
  readonly group?: AddresseeGroup | undefined;
  /** Id of an office in the registry. */
  readonly office?: string | undefined;
}

/** How one letter names another. */
export interface Citation {
  /** Id of the issuing office, where the citation names it. */
  readonly issuer?: string | undefined;
  /** Canonical letter number. */
  readonly number: Fact<string>;
  readonly date: Fact<IsoDate>;
  readonly subject?: string | undefined;
  readonly urgency?: Fact<Urgency> | undefined;
  readonly note?: string | undefined;
}

/**
 * อ้างถึง, or a letter that this one cancels. It leads to a record of the portal (`record`) or is marked
 * `external` where the portal has none. A reference says nothing about repeal.
 */
export interface LetterReference extends Citation {
  /** Path of a record without slashes at its ends: `circulars/2567/dla-0808-4-w2007-0917`, `laws/<slug>`. */
  readonly record?: string | undefined;
  readonly external?: boolean | undefined;
}

/**
 * อ้างถึง of what is no letter: a law, a regulation, an order, a resolution. It has a title in place of a letter number. Its page is
 * named as that of a letter is.
 */
export interface DocumentReference {
  readonly title: Fact<string>;
  /** Day that the letter names with it ("ลงวันที่"). */
  readonly date?: Fact<IsoDate> | undefined;
  readonly note?: string | undefined;
  readonly record?: string | undefined;
  readonly external?: boolean | undefined;
}

/** What stands under อ้างถึง. */
export type AnyReference = LetterReference | DocumentReference;

export const isDocumentReference = (
  reference: AnyReference | Citation,
): reference is DocumentReference => 'title' in reference;

/** The letters among what a letter refers to. */
export const lettersReferredTo = (
  references: readonly AnyReference[],
): readonly LetterReference[] =>
  references.filter((one): one is LetterReference => !isDocumentReference(one));

/** Who signed, with the post and on whose behalf ("ปฏิบัติราชการแทน"). */
export interface Signatory {
  readonly name?: Fact<string> | undefined;
  readonly post: string;
  readonly onBehalfOf?: string | undefined;
}

/** The office that answers questions about a letter; never a person. */
export interface Contact {
  readonly unit: string;
  readonly group?: string | undefined;
  /** Office telephone numbers as the letter prints them. */
  readonly phones: readonly Fact<string>[];
  readonly email?: string | undefined;
  readonly website?: string | undefined;
}

/** One official letter: what stands on its face. */
export interface Letter {
  readonly level: LetterLevel;
  /** Id of the issuing office in the registry. */
  readonly issuer: string;
  readonly number: Fact<string>;
  readonly date: Fact<IsoDate>;
  readonly subject: Fact<string>;
  readonly to: readonly Addressee[];
  /** Urgency, `normal` where the head has no mark; left out where nobody has seen the head. */
  readonly urgency?: Fact<Urgency> | undefined;
  /** "ด่วนภายใน": local date or date and time in Thailand, `2025-04-22` or `2025-04-22T16:30`. */
  readonly urgentUntil?: string | undefined;
  readonly secrecy: 'normal';
  readonly references: readonly AnyReference[];
  readonly signatory?: Signatory | undefined;
  readonly contact?: Contact | undefined;
}

/** Why a file was taken off the portal. */
export const WITHDRAWAL_REASONS = ['privacy', 'error', 'replaced'] as const;
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];

/** How the withdrawal of a file is written in the front matter, for messages. */
export const withdrawnExample = (file = '<its name>'): string =>
  `withdrawn: {file: ${file}, date: <YYYY-MM-DD>, reason: privacy, error or replaced}`;

/** A file that the portal had and took off. */
export interface Withdrawal {
  /** Name under which it was published: its address says what happened. */
  readonly file: string;
  /** Day on which it was taken off. */
  readonly date: IsoDate;
  readonly reason: WithdrawalReason;
  readonly note?: string | undefined;
}

/** สิ่งที่ส่งมาด้วย: either a file kept with the circular, or a record that the portal does not have it, and why. */
export interface Attachment {
  readonly title: string;
  /** Number of sets that the letter names ("๑ ชุด"). */
  readonly copies?: number | undefined;
  /** File name beside the circular's index.mdx; absent where `missing` or `withdrawn` says why. */
  readonly file?: string | undefined;
  /** Size in bytes. */
  readonly size?: number | undefined;
  /** SHA-256 in lower-case hexadecimal; also of a file that was withdrawn, so that copies of it are known. */
  readonly sha256?: string | undefined;
  readonly date?: IsoDate | undefined;
  readonly version?: string | undefined;
  /** File name of the attachment that takes the place of this one. */
  readonly replacedBy?: string | undefined;
  readonly missing?: string | undefined;
  /** When and why the portal took the file off. */
  readonly withdrawn?: Withdrawal | undefined;
  /** Set where the file is to be published with the names, places or devices that its metadata has. */
  readonly keepMetadata?: true | undefined;
}
