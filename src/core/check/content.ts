import type { MovedAddress } from '#core/address/moved.ts';
import type { ReferenceComponent } from '#core/body/reference.ts';
import { type FieldPath, formatFieldPath } from '#core/field-path.ts';
import type { TotalDoubt } from '#core/figures/figures.ts';
import type { Fact } from '#core/letter/fact.ts';
import type { LetterFile } from '#core/letter/letter-file.ts';
import type { Office } from '#core/office/office.ts';
import type { Operator } from '#core/operator/operator.ts';
import type { Problem } from '#core/problem.ts';
import type { RegisteredAttachment } from '#core/short-link/attachment-register.ts';
import type { RegisteredCode } from '#core/short-link/register.ts';
import type { Movement } from '#core/tracking/movement.ts';

/**
 * All content as the check reads it. A record that its schema refuses is here all the same, without the fields
 * that are wrong, so that one run finds everything; that is why nearly every field may be absent.
 */
export interface Content {
  readonly records: readonly ContentRecord[];
  /** The register of permanent ids, empty where the file is missing; null where it cannot be read. */
  readonly register: PermanentIdRegister | null;
  /** The register of short codes, empty where the file is missing; null where it cannot be read. */
  readonly shortCodes: readonly RegisteredCode[] | null;
  /** Every row that the register of short codes ever had in git; null where there is no history. */
  readonly committedCodes: readonly RegisteredCode[] | null;
  /** The register of the numbers of attachments, likewise, and every row that it ever had. */
  readonly attachmentNumbers: readonly RegisteredAttachment[] | null;
  readonly committedAttachmentNumbers: readonly RegisteredAttachment[] | null;
  /** Addresses that moved; null where their file cannot be read. */
  readonly moved: readonly MovedAddress[] | null;
  /** All offices of the registry by id; null where it cannot be read. */
  readonly offices: ReadonlyMap<string, Office> | null;
  /** Who runs this copy; null where nobody does, or where that cannot be read. */
  readonly operator: Operator | null;
  /** Stated totals of grants and finance that are not the sums of their parts. */
  readonly totalDoubts: readonly TotalDoubt[];
  /** Every file under content/. */
  readonly files: readonly ContentFile[];
  /** Paths of pages that belong to no record, with a slash at both ends: `/about/`; `*` matches any one step. */
  readonly pages: readonly string[];
  /** Paths of files that are served as they are: `/favicon.svg`. */
  readonly publicFiles: readonly string[];
  /** What was wrong when reading: unreadable YAML, and what the schemas refuse. */
  readonly problems: readonly Problem[];
}

/** A file under content/ as it is scanned for what must not be there. */
export interface ContentFile {
  readonly path: string;
  /** Of a document, such as a PDF, what is within; null where no text can be read. */
  readonly text: string | null;
  /** Set where `text` has no lines that people could turn to. */
  readonly isDocument?: boolean;
  /** What is within a document, part by part, whose whole is its `text`. */
  readonly parts?: readonly TextPart[] | undefined;
  /** What the file says of who made it, where and with what. */
  readonly metadata?: readonly NamingMetadata[] | undefined;
  /** Set where it is known that neither personal data nor a mark of secrecy is in it, nor what cannot be printed. */
  readonly isClean?: boolean;
  /** What it is by its content, in words, where that is not what its name says. */
  readonly disguise?: string | undefined;
  /** Names of files within an archive that is no office document. */
  readonly members?: readonly string[] | undefined;
  /** Set where it could not be opened, which the problems say. */
  readonly isUnreadable?: boolean;
  /** Set for a PDF that is a letter's own file. */
  readonly letter?: LetterFileContent | undefined;
}

/** Text of a document with the place in it: `page 3`, `property "Author"`, `word/comments.xml`. */
export interface TextPart {
  readonly place: string;
  readonly text: string;
  /** Set where it is the whole text of a file, such as one within an archive, and not that of a property. */
  readonly isWhole?: boolean;
}

/** A property of a file that names a person, a place or the device of somebody. */
export interface NamingMetadata {
  /** As programs call it: `dc:creator`, `GPSLatitude`. */
  readonly property: string;
  readonly names: 'person' | 'place' | 'device';
}

/** What the check knows of the PDF of a letter. */
export interface LetterFileContent {
  readonly sheets: number;
  /** Pages (from 1) without a text layer, as those of a scan: no text can be searched in them. */
  readonly unread: readonly number[];
}

export interface Place {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** A file of fields, which knows on which line each is. A missing field has the place of its parent. */
export interface SourceFile {
  /** Relative to the project, with slashes. */
  readonly file: string;
  readonly place: (field: FieldPath) => Place;
}

export const RECORD_KINDS = [
  'circulars',
  'manuals',
  'faq',
  'changelog',
  'news',
  'laws',
  'forms',
  'board',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Whether a portal has a section of this kind; threads of a board are a section only where there are any. */
export const isSection = (kind: RecordKind, pages: number): boolean =>
  kind !== 'board' || pages > 0;

/** One record: a page with its front matter, its body and the files beside it. */
export interface ContentRecord {
  readonly kind: RecordKind;
  /** By which others refer to it: `circulars/2567/<id>`, `manuals/<slug>`. */
  readonly path: string;
  readonly source: SourceFile;
  readonly fields: RecordFields;
  readonly body: Body | null;
  /** Folder of its own, relative to the project; null for a page that is one file. */
  readonly folder: string | null;
  /** Files in that folder besides the page, the covering letters and the movements. */
  readonly beside: readonly StoredFile[];
  readonly coveringLetters: CoveringLetters | null;
  /** Null where the circular has no movements, or where they cannot be read. */
  readonly movements: Ledger | null;
  /** Parts that are there but could not be read, which the problems say: what they may name is not missing. */
  readonly unread?: ReadonlySet<UnreadPart>;
}

export type UnreadPart = 'page' | 'attachments' | 'coveringLetters';

/** movements.csv of a circular, with the line on which each movement is. */
export interface Ledger {
  readonly file: string;
  readonly rows: readonly { readonly line: number; readonly movement: Movement }[];
}

export interface CoveringLetters {
  readonly source: SourceFile;
  readonly letters: readonly (CoveringLetterFields | undefined)[];
}

export interface StoredFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Set where it is there but was not read, which the problems say; size and digest are then not known. */
  readonly isRefused?: boolean;
}

/** What is written below the front matter. */
export interface Body {
  readonly links: readonly BodyLink[];
  readonly references: readonly BodyReference[];
  /** Ids of its headings, as the page will carry them; null where the body cannot be read. */
  readonly anchors: readonly string[] | null;
  /** What keeps it from becoming a page. */
  readonly problems: readonly (Required<Place> & Pick<Problem, 'what' | 'why' | 'fix'>)[];
}

export interface BodyLink extends Required<Place> {
  readonly url: string;
}

/** A component that names a letter, a form or an office. */
export interface BodyReference extends Required<Place> {
  readonly component: ReferenceComponent;
  /** Path of a record, or id of an office. */
  readonly id: string;
}

export interface ReferenceFields {
  readonly number?: Fact<string> | undefined;
  readonly date?: Fact<string> | undefined;
  readonly record?: string | undefined;
  readonly external?: boolean | undefined;
}

export interface AttachmentFields {
  readonly title?: string | undefined;
  readonly file?: string | undefined;
  readonly size?: number | undefined;
  readonly sha256?: string | undefined;
  readonly replacedBy?: string | undefined;
  readonly withdrawn?: { readonly file?: string | undefined } | undefined;
  readonly keepMetadata?: boolean | undefined;
}

export interface AddresseeFields {
  readonly office?: string | undefined;
}

/** The fields of a letter, certain or not, that a rule reads. */
export interface LetterFields {
  readonly issuer?: string | undefined;
  readonly number?: Fact<string> | undefined;
  readonly date?: Fact<string> | undefined;
  readonly subject?: Fact<string> | undefined;
  readonly to?: readonly (AddresseeFields | undefined)[] | undefined;
  readonly references?: readonly (ReferenceFields | undefined)[] | undefined;
}

export interface CoveringLetterFields extends LetterFields {
  readonly key?: string | undefined;
  readonly passesOn?: string | undefined;
  readonly attachments?: readonly (AttachmentFields | undefined)[] | undefined;
}

/** The fields of a record that a rule reads, whatever its kind; a law has those of its letter itself. */
/** A post of the board, as far as the check looks at it. */
export interface PostFields {
  readonly pictures?: readonly ({ readonly file?: string | undefined } | undefined)[] | undefined;
}

export interface RecordFields {
  readonly id?: string | undefined;
  readonly draft?: boolean | undefined;
  readonly title?: string | undefined;
  readonly summary?: string | undefined;
  /** Posts of a thread of the board. */
  readonly posts?: readonly (PostFields | undefined)[] | undefined;
  readonly letter?: LetterFields | undefined;
  readonly issuer?: string | undefined;
  readonly number?: Fact<string> | undefined;
  readonly date?: Fact<string> | undefined;
  readonly subject?: string | undefined;
  /** The letter's own file. */
  readonly letterFile?: LetterFile | undefined;
  readonly attachments?: readonly (AttachmentFields | undefined)[] | undefined;
  readonly force?: {
    readonly status?: string | undefined;
    readonly by?: string | undefined;
    readonly recorded?: string | undefined;
    readonly note?: string | undefined;
  };
  readonly published?: string | undefined;
  readonly changes?: readonly ({ readonly date?: string | undefined } | undefined)[] | undefined;
  readonly cancels?: readonly (ReferenceFields | undefined)[] | undefined;
  readonly references?: readonly (ReferenceFields | undefined)[] | undefined;
  readonly actions?: readonly ({ readonly source?: string | undefined } | undefined)[] | undefined;
  readonly sources?: readonly (string | undefined)[] | undefined;
  readonly related?: readonly (string | undefined)[] | undefined;
  readonly answeredBy?: readonly (string | undefined)[] | undefined;
}

/** content/circulars/permanent-ids.csv */
export interface PermanentIdRegister {
  readonly file: string;
  readonly rows: readonly RegisteredId[];
}

/** One minted id, with the key of the letter as it was on that day. */
export interface RegisteredId {
  readonly line: number;
  readonly id: string;
  /** B.E. year of the folder. */
  readonly year: string;
  readonly issuer: string;
  /** Empty where it was in doubt. */
  readonly number: string;
  readonly date: string;
  /** Day on which it was minted. */
  readonly minted: string;
}

/** One rule: every problem that it finds in all content. `today` is an ISO date. */
export type Rule = (content: Content, today: string) => Iterable<Problem>;

/** A problem at a field of a file. */
export const problemAt = (
  source: SourceFile,
  field: FieldPath,
  said: Pick<Problem, 'what' | 'why' | 'fix'>,
): Problem => ({
  file: source.file,
  ...source.place(field),
  field: formatFieldPath(field),
  ...said,
});
