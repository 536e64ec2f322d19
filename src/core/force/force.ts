import type { IsoDate } from '#core/letter/date.ts';

/** สถานะการใช้บังคับ. Anything but `unknown` needs a letter that says so; it is never inferred. */
export const FORCE_STATUSES = [
  'in-force',
  'cancelled',
  'superseded',
  'expired',
  'unknown',
] as const;
export type ForceStatus = (typeof FORCE_STATUSES)[number];

export interface LegalForce {
  readonly status: ForceStatus;
  /** Path of the record of the letter that says so. */
  readonly by?: string | undefined;
  /** First day on which the letter itself held, where a letter states one. */
  readonly from?: IsoDate | undefined;
  /** Day from which the status holds, where that letter states one. */
  readonly since?: IsoDate | undefined;
  /** Day on which the page was marked so: feeds and the change log date the event by it. */
  readonly recorded?: IsoDate | undefined;
  readonly note?: string | undefined;
}

/** Whether guidance should no longer be followed. */
export const isWithdrawn = ({ status }: LegalForce): boolean =>
  status === 'cancelled' || status === 'superseded' || status === 'expired';
