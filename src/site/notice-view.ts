import type { Notice, NoticeState } from '#core/notice/notice.ts';
import { messages } from './i18n.ts';
import type { RecordLink } from './records.ts';

/** A notice about a service, with its state on the day of the data. */
export interface NoticeItem {
  readonly link: RecordLink;
  readonly kind: string;
  readonly service: string;
  readonly state: NoticeState;
  readonly stateText: string;
  readonly period: string;
}

/** What is known of a notice on the day of the data, in words. */
export const stateText = ({ kind }: Notice, state: NoticeState): string =>
  state === 'begun' ? messages.notice.begun[kind] : messages.notice.state[state];

/** A notice for lists, with kind, state and days in words. */
export const viewNotice = (link: RecordLink, notice: Notice, state: NoticeState): NoticeItem => ({
  link,
  kind: messages.notice.kind[notice.kind],
  service: notice.service,
  state,
  stateText: stateText(notice, state),
  period: messages.format.period(notice.from, notice.until),
});
