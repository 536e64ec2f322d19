import { expect, it } from 'vitest';
import { noticeState } from '#core/notice/notice.ts';
import { viewNotice } from './notice-view.ts';
import type { RecordLink } from './records.ts';

const link = { path: 'news/closed', href: '/news/closed/' } as RecordLink;

it.each([
  ['before it begins', 'closed', '2026-12-01', '2026-12-02', 'coming', /ยังไม่ถึง/],
  ['on its last day', 'closed', '2026-11-20', '2026-11-21', 'present', /อยู่ในช่วงนี้/],
  ['on the day after its last', 'closed', '2026-11-19', '2026-11-20', 'past', /ผ่าน/],
] as const)('says %s what is known of a notice', (_, kind, from, until, state, text) => {
  const notice = { kind, service: 'New e-LAAS', from, until };
  const view = viewNotice(link, notice, noticeState(notice, '2026-11-21'));
  expect(view.state).toBe(state);
  expect(view.stateText).toMatch(text);
});

it.each(['closed', 'open', 'window', 'information'] as const)(
  'never says of a notice (%s) without an end that it holds now or is over',
  (kind) => {
    const notice = { kind, service: 'New e-LAAS', from: '2026-11-01' };
    const view = viewNotice(link, notice, noticeState(notice, '2026-11-21'));
    expect(view.state).toBe('begun');
    expect(view.stateText).not.toMatch(/อยู่ในช่วงนี้|ผ่าน/);
    expect(view.period).toBe('ตั้งแต่ 1 พฤศจิกายน 2569');
  },
);

it('names the service as it is known, however long, and the days of both ends', () => {
  const service = 'ระบบบัญชีคอมพิวเตอร์ขององค์กรปกครองส่วนท้องถิ่น '.repeat(10);
  const notice = { kind: 'window', service, from: '2026-11-20', until: '2027-01-05' } as const;
  expect(viewNotice(link, notice, 'present')).toMatchObject({
    link,
    service,
    period: '20 พฤศจิกายน 2569 ถึง 5 มกราคม 2570',
  });
});
