import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE, replaced } from '../../../tests/check/good-content.ts';
import { openPortal, SITE } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCalendarPaths, getCalendars, respondCalendar } from './calendars.ts';
import { getDigestPages, getDigestPaths, getNewestDigest } from './digest.ts';
import { getFeed, getFeedHeads, getFeedPaths } from './feeds.ts';
import { respondRobots } from './machines.ts';
import { getFollowPage } from './page.ts';
import { getFeedPages } from './pages.ts';

beforeEach(() => openPortal(SITE_FILES));

const withDeadline = (day: string) =>
  replaced(
    SITE_FILES,
    PAGE,
    '    what: ยืนยันตัวตน',
    `    what: ยืนยันตัวตน\n    key: identify\n    deadline: "${day}"`,
  );

const slugs = async () =>
  Object.values(await getFeedHeads())
    .flat()
    .map(({ slug }) => slug);

describe('the feeds', () => {
  it('are of everything, of each section, of systems with pages, and of provinces within the chain', async () => {
    const all = await slugs();
    expect(all).toEqual(expect.arrayContaining(['all', 'withdrawn', 'digest', 'circulars', 'faq']));
    expect(all).toContain('systems/new-elaas');
    expect(all).not.toContain('systems/elaas');
    expect(all).toContain('offices/p50');
    expect(all).not.toContain('offices/p10');
  });

  it('have one of a district that a circular concerns, and none of one that was merged before', async () => {
    const all = await slugs();
    expect(all).toContain('offices/d5009');
    expect(all).not.toContain('offices/d5008');
  });

  it.each([
    ['all', 9],
    ['circulars', 1],
    ['faq', 2],
    ['withdrawn', 2],
    ['offices/p50', 1],
  ])('%s has %i entries or more, newest first', async (slug, count) => {
    const head = Object.values(await getFeedHeads())
      .flat()
      .find((one) => one.slug === slug);
    if (!head) throw new Error(slug);
    const { items, path } = await getFeed(head);
    expect(path).toBe(`/feeds/${slug}/`);
    expect(new Set(items.map(({ page }) => page.path)).size).toBe(count);
    const dates = items.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
  });

  it('say before a title that the page no longer holds, or that a file was taken off', async () => {
    const [withdrawn] = (await getFeedHeads()).general.filter(({ slug }) => slug === 'withdrawn');
    if (!withdrawn) throw new Error('no such feed');
    const { items, markOf } = await getFeed(withdrawn);
    const marks = items.map((item) => [item.page.path, markOf(item)]);
    expect(marks).toContainEqual(['/laws/old-letter/', 'ยกเลิกแล้ว: ']);
    expect(marks).toContainEqual(['/forms/access/', 'ถอนไฟล์: ']);
  });

  it('are made anew where a page in them changes, and kept where none does', async () => {
    const keys = async () =>
      new Map((await getFeedPaths('rss')).map(({ params, cacheKey }) => [params.slug, cacheKey]));
    const before = await keys();
    openPortal(replaced(SITE_FILES, 'content/faq/reset.mdx', 'ลืมรหัสผ่าน', 'ลืมรหัส'));
    const after = await keys();
    const changed = [...before]
      .filter(([slug, key]) => after.get(slug) !== key)
      .map(([slug]) => slug);
    expect(changed.sort()).toEqual(['all', 'digest', 'faq']);
  });
});

describe('the page of a circular in feeds', () => {
  const circular = async () => {
    const page = (await getFeedPages()).find(({ kind }) => kind === 'circulars');
    if (!page) throw new Error('no circular');
    return page;
  };

  it('says what a letter that is no longer in use asked for as a thing of the past', async () => {
    openPortal(
      replaced(
        withDeadline('2026-12-01'),
        PAGE,
        '  status: unknown',
        '  status: cancelled\n  by: laws/old-letter',
      ),
    );
    const labels = (await circular()).facts().map(({ label }) => label);
    expect(labels).toContain('เดิมให้ทำอะไร (ผู้ใช้งานทุกคน)');
    expect(labels.join()).not.toMatch(/ต้องทำอะไร|กำหนดเวลา/);
  });

  it('carries its files and facts', async () => {
    const { enclosures, facts, offices } = await circular();
    expect(enclosures.map(({ path, type }) => [path.split('/').at(-1), type])).toEqual([
      ['guide.pdf', 'application/pdf'],
    ]);
    expect(facts().map(({ label, text }) => `${label} ${text}`)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('มท ๐๘๐๘.๔/ว ๑๕'),
        expect.stringContaining('ไม่ทราบสถานะ'),
      ]),
    );
    expect(offices).toHaveLength(77);
  });

  it('says of a doubtful number what was read', async () => {
    openPortal(
      replaced(
        SITE_FILES,
        PAGE,
        '  number: มท 0808.4/ว 15',
        '  number: {doubt: unclear, readings: [{read: ว ๑?, source: letter}]}',
      ),
    );
    const number = (await circular()).facts().find(({ text }) => text.includes('ว ๑?'));
    expect(number?.text).toMatch(/ต้องตรวจสอบ/);
  });
});

describe('the digest', () => {
  it('shows the newest week, which ends on the day of the data', async () => {
    const digest = await getNewestDigest();
    expect(digest?.period).toBe('16 พฤศจิกายน 2569 ถึง 21 พฤศจิกายน 2569');
    expect(digest?.text).toContain(`${SITE}laws/old-letter/`);
  });

  it('has a page for each week with events, and an entry only for those that are over', async () => {
    const weeks = (await getDigestPaths()).map(({ params }) => params.week);
    expect(weeks).toEqual([...weeks].sort().reverse());
    const over = (await getDigestPages()).map(({ path }) => path);
    expect(over).not.toContain(`/digest/${weeks[0]}/`);
    expect(over).toHaveLength(weeks.length - 1);
  });

  it('is none where nothing ever happened', async () => {
    openPortal(new Map());
    expect(await getNewestDigest()).toBe(null);
  });
});

describe('the calendars', () => {
  it('have no date that no letter states', async () => {
    expect((await getCalendars()).map(({ href }) => href)).toEqual(['/calendar/all.ics']);
  });

  it('have one for the role of a deadline, and a file of the action by itself', async () => {
    openPortal(withDeadline('2026-12-01'));
    expect((await getCalendars()).map(({ subscribe }) => subscribe)).toEqual([
      'webcal://wian.example/calendar/all.ics',
      'webcal://wian.example/calendar/roles/user.ics',
    ]);
    const files = await getCalendarPaths();
    const slug = 'circulars/2568/dla-0808-4-w15-0402/identify';
    const own = files.find(({ params }) => params.slug === slug);
    expect(own).toBeDefined();
    const text = await respondCalendar((own as NonNullable<typeof own>).props.file).text();
    expect(text).toContain('DTSTART;VALUE=DATE:20261201');
    expect(text).toContain('ยืนยันตัวตน');
  });

  it('say of rounds that are counted from a day in doubt that they are to be checked', async () => {
    const duty = '    what: ยืนยันตัวตน\n    key: identify\n    every: P6M';
    const certain = replaced(SITE_FILES, PAGE, '    what: ยืนยันตัวตน', duty);
    const doubt = `  date:
    value: "2025-04-02"
    doubt: cited
    readings:
      - read: ๒ เมษาฯ ๒๕๖๘
        value: "2025-04-02"
        source: chiang-mai`;
    const textOf = async (files: typeof certain): Promise<string> => {
      openPortal(files);
      const [file] = (await getCalendarPaths()).filter(({ params }) =>
        /identify$/.test(params.slug),
      );
      if (!file) throw new Error('no calendar');
      return (await respondCalendar(file.props.file).text()).replaceAll('\r\n ', '');
    };
    expect(await textOf(certain)).not.toContain('ต้องตรวจสอบ');
    const text = await textOf(replaced(certain, PAGE, '  date: "2025-04-02"', doubt));
    expect(text).toMatch(/^SUMMARY:ต้องตรวจสอบกับต้นฉบับ: /m);
    expect(text).toMatch(/^DESCRIPTION:.*วันที่ของหนังสือที่ใช้นับยังไม่แน่นอน/m);
  });

  it('leave out what is long past of those to subscribe to, and keep it in its own file', async () => {
    openPortal(withDeadline('2020-01-01'));
    const events = new Map(
      (await getCalendarPaths()).map(({ params, props }) => [
        params.slug,
        props.file.events.length,
      ]),
    );
    expect(events.get('all')).toBe(0);
    expect(events.get('circulars/2568/dla-0808-4-w15-0402/identify')).toBe(1);
  });
});

it('groups the feeds of districts under their province, which comes first', async () => {
  const { provinces } = await getFollowPage();
  const chiangMai = provinces.find(({ title }) => title === 'จังหวัดเชียงใหม่');
  expect(chiangMai?.feeds.map(({ formats }) => formats[0].href)).toEqual([
    '/feeds/offices/p50/rss.xml',
    '/feeds/offices/d5009/rss.xml',
  ]);
});

it('keeps robots from short addresses, and leads them to the list of pages', async () => {
  const text = await respondRobots().text();
  expect(text).toContain('Disallow: /q/');
  expect(text).toContain(`Sitemap: ${SITE}sitemap-index.xml`);
});
