import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE, replaced } from '../../tests/check/good-content.ts';
import { openPortal, SITE } from '../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../tests/site/site-files.ts';
import { getChangeLogPages } from './change-log.ts';
import { getYearPages, getYearViews } from './circular/list.ts';
import { type DocumentKind, getCirculars, getDocuments } from './content.ts';
import { getCircularDescription, getDocumentDescription } from './describe.ts';
import { getDocumentGroups } from './document/list.ts';
import { getDocumentPage } from './document/page.ts';
import { getOembed } from './embed/oembed.ts';
import { getEmbedPage } from './embed/page.ts';
import { getMainMenu } from './frame.ts';
import { getHome } from './home.ts';
import { getAsOfPage, getForceFile, getForceNamePaths } from './in-force.ts';
import { getOperatorFoot } from './operator.ts';
import { getRelated } from './related.ts';
import { viewShare } from './share/share.ts';
import { getSinceVisit } from './since-visit.ts';

type Files = typeof SITE_FILES;

beforeEach(() => openPortal(SITE_FILES));

const CIRCULAR = 'circulars/2568/dla-0808-4-w15-0402';
const document = async (kind: DocumentKind, id: string) => {
  const entry = (await getDocuments(kind)).find((one) => one.id === id);
  if (!entry) throw new Error(id);
  return entry;
};
const edited = (from: string, to: string, file = PAGE): Files =>
  replaced(SITE_FILES, file, from, to);

describe('the home page', () => {
  it('shows a notice with its state on the day of the data', async () => {
    const { notices } = await getHome();
    expect(notices.map(({ state, service }) => [state, service])).toEqual([
      ['present', 'New e-LAAS'],
    ]);
  });

  it.each([
    ['2026-12-01', ['เหลืออีก 10 วัน']],
    ['2026-11-20', []],
  ])('shows a deadline of %s only while it is ahead', async (day, left) => {
    openPortal(
      edited('    what: ยืนยันตัวตน', `    what: ยืนยันตัวตน\n    key: identify\n    deadline: "${day}"`),
    );
    expect((await getHome()).deadlines.map((one) => one.left)).toEqual(left);
  });

  it('shows questions that a form or manual answers, and no others', async () => {
    const { questions } = await getHome();
    expect(questions.map(({ link, answers }) => [link.path, answers.length])).toEqual([
      ['faq/reset', 1],
    ]);
  });
});

describe('the letters in force on a day', () => {
  it('are distinguished from those of which nothing is known, and from those that ended', async () => {
    const { groups } = await getAsOfPage();
    const paths = groups.map(({ name, items }) => [name, items.map(({ names }) => names[0])]);
    expect(Object.fromEntries(paths)).toEqual({
      inForce: [],
      doubtful: [`${CIRCULAR}/`],
      ended: ['laws/old-letter/'],
    });
  });

  it('are in parts of a section and year, whose names are in files beside', async () => {
    const parts = await getForceFile();
    expect(parts.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['circulars-2568-1', 1],
      ['laws-1', 1],
    ]);
    expect((await getForceNamePaths()).map(({ params }) => params.part)).toEqual(
      parts.map(({ name }) => name),
    );
  });
});

describe('the log of changes', () => {
  it('has a page of the newest, and one of each month', async () => {
    const pages = await getChangeLogPages();
    expect(pages.map(({ params }) => params.at)).toEqual([undefined, '2026-11']);
    const newest = await pages[0]?.props.make();
    expect(newest?.days.map(({ iso }) => iso)).toEqual(['2026-11-21', '2026-11-10', '2026-11-01']);
    const major = newest?.days.flatMap(({ changes }) => changes).filter((one) => one.major);
    expect(major?.map(({ href }) => href)).toEqual(['/laws/old-letter/', '/forms/access/']);
  });

  it('gives a browser what it needs to count since the last visit', async () => {
    const { isWhole, days } = await getSinceVisit();
    expect(isWhole).toBe(true);
    expect(JSON.parse(days)).toContainEqual({
      day: '2026-11-10',
      published: 0,
      changed: 1,
      withdrawn: 0,
    });
  });
});

describe('the list of a section', () => {
  it.each<[DocumentKind, (string | null)[]]>([
    ['faq', ['รหัสผ่าน', 'เวลา']],
    ['laws', ['หนังสือสั่งการ']],
    ['manuals', [null]],
  ])('of %s is in groups %j', async (kind, titles) => {
    expect((await getDocumentGroups(kind)).map(({ title }) => title)).toEqual(titles);
  });

  it('has notices before other news, each with its state', async () => {
    const [news] = await getDocumentGroups('news');
    expect(news?.items.map(({ link, facts }) => [link.path, facts[0]])).toEqual([
      ['news/closed', 'อยู่ในช่วงนี้'],
      ['news/course', '1 พฤศจิกายน 2569'],
    ]);
  });

  it('is none of news where there is none', async () => {
    openPortal(new Map());
    expect(await getDocumentGroups('news')).toEqual([]);
  });

  it('marks a law whose date is in doubt', async () => {
    openPortal(
      edited(
        'date: "2024-01-15"',
        'date: {doubt: unclear, readings: [{read: ๑? ม.ค., source: circulars/2568/dla-0808-4-w15-0402}]}',
        'content/laws/old-letter.mdx',
      ),
    );
    const [laws] = await getDocumentGroups('laws');
    expect(laws?.items[0]).toMatchObject({ needsCheck: true, facts: ['มท ๐๘๐๘.๔/ว ๙'] });
  });
});

describe('the page of a document', () => {
  it('shows what took the force of a letter, and that the original is at its issuer', async () => {
    const page = await getDocumentPage(await document('laws', 'old-letter'));
    expect(page.force).toMatchObject({ status: 'cancelled', by: { path: CIRCULAR } });
    expect(page.original).toContain('กรมส่งเสริมการปกครองท้องถิ่น');
    expect(page.share.text).toMatch(/^\[ยกเลิกแล้ว\]/);
  });

  it('warns with a made-up form, in what is shared too', async () => {
    const page = await getDocumentPage(await document('forms', 'access'));
    expect(page.sample).toBe('form');
    expect(page.share.text).toContain('ห้ามใช้ยื่นแทนแบบจริง');
    expect(
      page.attachments.map(({ file, missing, withdrawn }) => [file, missing, !!withdrawn]),
    ).toEqual([
      [null, 'ยังไม่มีไฟล์', false],
      [null, undefined, true],
    ]);
  });

  it('leads from a question to its answer, and from there back', async () => {
    const question = await getDocumentPage(await document('faq', 'reset'));
    expect(question.answers.map(({ path }) => path)).toEqual(['forms/access']);
    const form = await getDocumentPage(await document('forms', 'access'));
    expect(form.backlinks.map(({ record }) => record.path)).toEqual(['faq/reset']);
  });

  it('never offers as alike what it names already', async () => {
    for (const { record } of await getRelated('faq/reset'))
      expect(record.path).not.toBe('forms/access');
  });
});

describe('descriptions for machines', () => {
  it.each<[DocumentKind, string, string]>([
    ['laws', 'old-letter', 'Legislation'],
    ['manuals', 'sign-in', 'TechArticle'],
    ['news', 'closed', 'NewsArticle'],
    ['faq', 'reset', 'FAQPage'],
    ['forms', 'access', 'DigitalDocument'],
    ['changelog', 'columns', 'Article'],
  ])('of %s are of %s as %s', async (kind, id, type) => {
    expect(await getDocumentDescription(await document(kind, id))).toMatchObject({ '@type': type });
  });

  it('claim no legal force that no letter gives', async () => {
    const [entry] = await getCirculars();
    if (!entry) throw new Error('no circular');
    expect(JSON.stringify(await getCircularDescription(entry))).not.toContain(
      'legislationLegalForce',
    );
  });
});

describe('the circulars of a year', () => {
  it('are a page with no more than there are', async () => {
    const [year] = await getYearViews();
    expect(year).toMatchObject({ label: 'พ.ศ. 2568', count: 1, more: undefined });
    const pages = await getYearPages();
    expect(pages.map(({ year, page }) => [year, page])).toEqual([['2568', 1]]);
    expect(pages[0]?.view().items).toHaveLength(1);
  });
});

describe('the foot of a page', () => {
  it('names nobody where nobody runs the copy', async () => {
    expect(await getOperatorFoot({ title: 'ก', path: '/a/' })).toBe(null);
  });

  it('offers a mail about the page, with every reading of a doubtful number', async () => {
    openPortal(
      new Map([
        ...SITE_FILES,
        ['content/operator.yaml', 'name: เทศบาลตำบลสมมุติ\nemail: wian@made-up.go.th\n'],
      ]),
    );
    const number = {
      value: null,
      doubt: {
        kind: 'conflict' as const,
        readings: [
          { read: 'ว ๑', value: 'มท 0808.4/ว 1', source: 'letter' },
          { read: 'ว ๒', value: 'มท 0808.4/ว 2', source: 'p50' },
        ],
      },
    };
    const foot = await getOperatorFoot({ title: 'ก', path: '/a/', number });
    const mail = decodeURIComponent(foot?.report ?? '');
    expect(mail).toMatch(/^mailto:wian@made-up\.go\.th/);
    expect(mail).toContain(`${SITE}a/`);
    expect(mail).toMatch(/ว ๑[\s\S]*ว ๒/);
  });
});

it('marks the page and the section in the menu', async () => {
  const marks = (await getMainMenu('/faq/reset/')).flatMap(({ href, current }) =>
    current ? [[href, current]] : [],
  );
  expect(marks).toEqual([['/faq/', 'true']]);
  expect((await getMainMenu('/faq/')).find(({ href }) => href === '/faq/')?.current).toBe('page');
});

it('shares the address on a line of its own, in texts short enough for each way', () => {
  const title = 'ก'.repeat(3000);
  const { text, line, mail } = viewShare({ title, url: `${SITE}a/`, sample: null });
  expect(text.split('\n').at(-1)).toBe(`${SITE}a/`);
  for (const link of [line, mail]) expect(link.length).toBeLessThan(2100);
});

describe('parts for other sites', () => {
  it('name the newest circular as an example, with a link that works without a script', async () => {
    const { parts, offices } = await getEmbedPage();
    expect(parts.find(({ kind }) => kind === 'circular')?.code).toContain(
      `<a href="${SITE}${CIRCULAR}/">`,
    );
    expect(offices.map(({ value }) => value)).toContain('p50');
  });

  it('say the force of the letter, and escape its title', async () => {
    openPortal(edited('title: วิธีเข้าใช้งาน', 'title: "<b>ก</b>"'));
    const [entry] = await getCirculars();
    if (!entry) throw new Error('no circular');
    const { html } = getOembed(entry) as { html: string };
    expect(html).toContain('ไม่ทราบสถานะ');
    expect(html).not.toContain('<b>');
  });
});
