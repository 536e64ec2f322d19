import { dayNumber, type IsoDate } from '#core/letter/date.ts';

export const NOTICE_KINDS = ['closed', 'open', 'window', 'information'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A dated notice about a service, as a letter announced it. */
export interface Notice {
  readonly kind: NoticeKind;
  /** Name of the service, as people know it. */
  readonly service: string;
  readonly from: IsoDate;
  /** Last day, included; left out where no letter states an end. */
  readonly until?: IsoDate | undefined;
}

/**
 * The state of a notice on a day. `begun` is one that has begun and for which no letter states an end: whether
 * it still holds is not known, so it is neither present nor past.
 */
export type NoticeState = 'coming' | 'present' | 'begun' | 'past';

/** The state of a notice on the day `asOf` (both full ISO dates; the last day still belongs to the notice). */
export const noticeState = (notice: Notice, asOf: IsoDate): NoticeState => {
  const day = dayNumber(asOf);
  if (day < dayNumber(notice.from)) return 'coming';
  if (notice.until === undefined) return 'begun';
  return day <= dayNumber(notice.until) ? 'present' : 'past';
};

const ORDER: Record<NoticeState, number> = { present: 0, coming: 1, begun: 2, past: 3 };

/**
 * Notices with their states on the day `asOf`: what holds now, then what comes (soonest first), then what began
 * or is over (latest first).
 */
export const sortNotices = <Item extends { readonly notice: Notice }>(
  items: readonly Item[],
  asOf: IsoDate,
): (Item & { readonly state: NoticeState })[] =>
  items
    .map((item) => ({ ...item, state: noticeState(item.notice, asOf) }))
    .sort((a, b) => {
      const byDay = dayNumber(a.notice.from) - dayNumber(b.notice.from);
      return ORDER[a.state] - ORDER[b.state] || (a.state === 'coming' ? byDay : -byDay);
    });
