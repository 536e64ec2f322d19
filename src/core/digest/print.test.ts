import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { describe, expect, it } from 'vitest';
import { eventsOf } from '#core/calendar/event.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { type DigestPage, digestOf } from './digest.ts';
import { digestHtml, digestText } from './print.ts';
import { viewDigest } from './view.ts';

const page = (given: Partial<DigestPage>): DigestPage => ({
  path: '/circulars/2569/a/',
  title: 'ปิดระบบ <b>ชั่วคราว</b> & "ใหม่"',
  summary: 'ระบบปิดสองวัน',
  sample: false,
  published: '2026-11-24',
  changes: [],
  ...given,
});

const WEEK = { from: '2026-11-23', to: '2026-11-29' };
const address = (path: string): string => `https://wian.example${path}`;
const dates = eventsOf({
  path: '/circulars/2569/a/',
  title: 'ปิดระบบ',
  letterDate: '2026-05-30',
  actions: [
    {
      key: 'send',
      role: 'user',
      what: 'ส่งแบบ',
      deadline: { value: '2026-12-01', doubt: { kind: 'unclear', readings: [] } } as never,
      revision: 0,
      cancelled: false,
      source: 'ข้อ 2',
    },
  ],
  withdrawn: false,
  sample: false,
  published: '2026-11-24',
  changes: [],
});
const full = digestOf(
  [
    page({}),
    page({
      path: '/laws/b/',
      title: 'แนวทางเดิม',
      sample: true,
      published: '2026-01-01',
      force: { status: 'cancelled', by: 'laws/c', recorded: '2026-11-25' },
      forceNote: 'ตามหนังสือ ฉบับใหม่',
    }),
    page({
      path: '/laws/d/',
      title: 'ฉบับที่ใช้ไม่ได้แล้ว',
      force: { status: 'superseded', by: 'laws/c', recorded: '2026-10-01' },
    }),
  ],
  dates,
  WEEK,
);

it('prints what to act on first, with marks, dates and addresses', () => {
  expect(digestText(viewDigest(full, LANGUAGES.th), address)).toMatchInlineSnapshot(`
    "เวียน: สรุป 23 พฤศจิกายน 2569 ถึง 29 พฤศจิกายน 2569

    ยกเลิก มีฉบับใหม่ใช้แทน หรือสิ้นผล (1)
    • ตัวอย่าง: ยกเลิกแล้ว: แนวทางเดิม
      ตามหนังสือ ฉบับใหม่
      ลงในเวียน 25 พฤศจิกายน 2569
      https://wian.example/laws/b/

    กำหนดเวลาที่หนังสือระบุ ถึง 13 ธันวาคม 2569 (1)
    • 1 ธันวาคม 2569 - ต้องตรวจสอบกับต้นฉบับ: ครบกำหนด (ผู้ใช้งานทุกคน): ส่งแบบ
      ตามหนังสือเวียนเรื่อง ปิดระบบ
      https://wian.example/circulars/2569/a/

    เผยแพร่ใหม่ (2)
    • ปิดระบบ <b>ชั่วคราว</b> & "ใหม่"
      ระบบปิดสองวัน
      ลงในเวียน 24 พฤศจิกายน 2569
      https://wian.example/circulars/2569/a/
    • มีฉบับใหม่ใช้แทน: ฉบับที่ใช้ไม่ได้แล้ว
      ระบบปิดสองวัน
      ลงในเวียน 24 พฤศจิกายน 2569
      https://wian.example/laws/d/

    สรุปนี้ใช้เพื่อการสืบค้น ให้ยึดต้นฉบับหนังสือของหน่วยงานผู้ออก"
  `);
});

it('prints the same words as HTML, with markup escaped', () => {
  const view = viewDigest(full, LANGUAGES.th);
  const html = digestHtml(view, address);
  expect(html).toContain(
    '<a href="https://wian.example/circulars/2569/a/">ปิดระบบ &lt;b&gt;ชั่วคราว&lt;/b&gt; &amp; &quot;ใหม่&quot;</a>',
  );
  const words = toText(fromHtml(html, { fragment: true }));
  for (const { title, items } of view.sections) {
    expect(words).toContain(`${title} (${items.length})`);
    for (const item of items) {
      for (const line of [item.title, ...item.lines]) expect(words).toContain(line);
    }
  }
});

describe.each(['th', 'en'] as const)('in %s', (language) => {
  it('says so where nothing happened and nothing comes', () => {
    const view = viewDigest(digestOf([], [], WEEK), LANGUAGES[language]);
    const { nothing, noDue } = LANGUAGES[language].follow.digest;
    expect(view.sections).toEqual([]);
    expect(digestText(view, address)).toContain(nothing);
    expect(digestText(view, address)).toContain(
      noDue(LANGUAGES[language].format.date('2026-12-13')),
    );
  });
});
