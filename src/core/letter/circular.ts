import type { LegalForce } from '#core/force/force.ts';
import type { IsoDate } from './date.ts';
import type { Fact } from './fact.ts';
import type { Attachment, Citation, Letter, LetterReference } from './letter.ts';
import type { LetterFile } from './letter-file.ts';
import type { DueDay } from './recurrence.ts';

/** Roles to which a letter gives something to do. */
export const ACTION_ROLES = [
  'treasury-head',
  'user',
  'unit-treasury-head',
  'unit',
  'local-authority',
  'executive',
  'district',
  'provincial-office',
] as const;
export type ActionRole = (typeof ACTION_ROLES)[number];

/** A span of days, both included; an open end is left out. */
export interface Period {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
}

/** What a role must do. `deadline`, `window`, `every` and `due` stand only where the letter states them. */
export interface Action {
  /** Short English name, unique within the circular; needed where there is a date, as calendars know it by this. */
  readonly key?: string | undefined;
  readonly role: ActionRole;
  /** Plain Thai, one sentence. */
  readonly what: string;
  /** Last day, as the letter states it. */
  readonly deadline?: Fact<IsoDate> | undefined;
  /** Days within which it is to be done. */
  readonly window?: Period | undefined;
  /** ISO 8601 duration of a recurring duty: `P6M`. */
  readonly every?: string | undefined;
  /** The day of each round on which it is due, where the letter states one. */
  readonly due?: DueDay | undefined;
  /** Raised by one each time its dates change, so that calendars take the change over. */
  readonly revision: number;
  /** Withdrawn by a later letter: calendars strike it out instead of forgetting it. */
  readonly cancelled: boolean;
  /** `letter`, or the key of the covering letter that asks for it. */
  readonly source: string;
}

/** A date that a letter states in its body and that copies may repeat differently. */
export interface Claim {
  /** Short English name by which copies are compared: `opened`, `identify`. */
  readonly key: string;
  /** Thai name for people. */
  readonly label: string;
  readonly value: Period;
}

/** A letter under which an office passed the circular on, with the key by which the chain names it. */
export interface CoveringLetter extends Letter {
  readonly key: string;
  /** Key of the letter passed on: `letter` for the original. */
  readonly passesOn: string;
  /** How it cites the letter that it passes on. */
  readonly cites?: Citation | undefined;
  readonly claims: readonly Claim[];
  readonly attachments: readonly Attachment[];
  /** Where it says its attachments can be had. */
  readonly download?: string | undefined;
  /** Names and words that differ from the original: what stands here, and what stands there. */
  readonly differences: readonly {
    readonly what: string;
    readonly here: string;
    readonly original: string;
  }[];
}

/** A dated change to a page of the portal; only a major one is announced again in the feeds. */
export interface Change {
  readonly date: IsoDate;
  readonly note: string;
  readonly major: boolean;
}

/** The record of one circular: the facts of the original letter, and what the portal says about it. */
export interface Circular {
  /** Permanent id, minted once (see permanent-id.ts) and never changed. */
  readonly id: string;
  readonly draft: boolean;
  /** Made up, for trying things out; every page that shows it says so. */
  readonly sample: boolean;
  /** Short plain-Thai title of the page. */
  readonly title: string;
  /** What it is about, in one sentence of plain Thai. */
  readonly summary: string;
  /** Key of the information system it concerns: `new-elaas`. */
  readonly system?: string | undefined;
  readonly letter: Letter;
  readonly letterFile?: LetterFile | undefined;
  readonly attachments: readonly Attachment[];
  /** How the letter says its attachments are to be had. */
  readonly attachmentsBy?: string | undefined;
  readonly force: LegalForce;
  /** Letters that this one cancels in so many words. */
  readonly cancels: readonly LetterReference[];
  readonly actions: readonly Action[];
  readonly claims: readonly Claim[];
  /** Copy from which the facts were read. */
  readonly source: string;
  /** Day on which the page was put on the portal. */
  readonly published: IsoDate;
  readonly changes: readonly Change[];
}

/** A circular with everything that lies in its folder as data. */
export interface CircularRecord {
  readonly circular: Circular;
  readonly coveringLetters: readonly CoveringLetter[];
  /** Rows of movements.csv by column, cells as they stand. */
  readonly movements: readonly Readonly<Record<string, string>>[];
}
