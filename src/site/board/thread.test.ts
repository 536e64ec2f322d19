import { beforeEach, describe, expect, it } from 'vitest';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getDocuments } from '../content.ts';
import { getDocumentDescription } from '../describe.ts';
import { getFeedHeads } from '../follow/feeds.ts';
import { getFeedPages } from '../follow/pages.ts';
import { getMainMenu } from '../frame.ts';
import { getSections } from '../home.ts';
import { getOpenDataIndex } from '../open-data/index.ts';
import { getRecords } from '../records.ts';
import { getThreadLists } from './list.ts';
import { getThreadPage, getThreadPaths } from './thread.ts';

const FILE = (fields: string) => `---\n${fields}\nsection: system\npublished: "2026-11-20"\n---\n`;
const PICTURE = `${'a'.repeat(32)}.webp`;
const THREAD = FILE(`title: รอ OTP นาน
summary: ดูจดหมายขยะ
sample: true
about: /faq/reset/
left: 2
posts:
  - {id: 1, author: สมาชิกสมมติ, at: "2026-11-20T18:00:00Z", text: "ตาม มท 0808.4/ว 15"}
  - {id: 2, at: "2026-11-21T03:00:00Z", text: ก, pictures: [{file: ${PICTURE}, alt: 'จอ "x"', width: 8, height: 6}]}
  - {id: 3, author: ข, office: dla, official: true, accepted: true, at: "2026-11-21T04:00:00Z", text: "**ข**"}
`);
const GONE = FILE('title: กระทู้ที่ 8\nsummary: ถูกนำออก\nwithdrawn: "2026-11-21"');
const many = (count: number) =>
  Array.from(
    { length: count },
    (_, at) => `  - {id: ${at + 1}, at: "2026-11-19T03:00:00Z", text: "ข้อ ${at}"}`,
  );
const LONG = FILE(`title: ยาว\nsummary: ยาว\nposts:\n${many(60).join('\n')}`);

const withBoard = () =>
  openPortal(
    new Map([
      ...SITE_FILES,
      ['content/board/7.mdx', THREAD],
      ['content/board/8.mdx', GONE],
      ['content/board/9.mdx', LONG],
    ]),
  );
const kinds = async () => {
  const { documents } = await getOpenDataIndex();
  return {
    menu: (await getMainMenu('/')).map(({ href }) => href),
    home: (await getSections()).map(({ href }) => href),
    feeds: (await getFeedHeads()).kinds.map(({ slug }) => slug),
    data: documents.map(({ kind }) => kind),
  };
};

describe('a portal without threads', () => {
  it('has no section for them anywhere', async () => {
    openPortal(SITE_FILES);
    expect(JSON.stringify(await kinds())).not.toContain('board');
    expect(await getThreadLists()).toEqual([]);
    expect(await getThreadPaths()).toEqual([]);
  });
});

describe('a portal with threads', () => {
  beforeEach(withBoard);

  it('has a section of them everywhere', async () => {
    const { menu, home, feeds, data } = await kinds();
    expect([menu.at(-1), home.at(-1), feeds.at(-1), data.at(-1)]).toEqual([
      '/board/',
      '/board/',
      'board',
      'board',
    ]);
  });

  it('has pages of each, and at the address of one that was taken off why it is gone', async () => {
    const paths = await getThreadPaths();
    expect(paths.map(({ params }) => params.thread)).toEqual(['7', '9', '9/2', '9/3', '8']);
    expect(paths.at(-1)?.props.withdrawn?.why).toContain('21 พฤศจิกายน 2569');
    // No card is drawn of a thread that is gone.
    expect(paths.at(-1)?.props.withdrawn?.preview.image).toMatch(/\/cards\/portal\.png$/);
    expect((await getRecords()).byPath.has('board/8')).toBe(false);
  });

  it('shows who wrote what, the accepted answer behind the question, and what the file has no room for', async () => {
    const entry = (await getDocuments('board')).find(({ id }) => id === '7');
    const page = await getThreadPage(entry as NonNullable<typeof entry>, 1);
    expect(page).toMatchObject({ sample: 'page', about: { href: '/faq/reset/' } });
    expect(page.left).toContain('2');
    expect(page.facts).toBe('การใช้ระบบ · 4 คำตอบ');
    const [asked, chosen, other] = page.posts;
    expect(asked).toMatchObject({
      isQuestion: true,
      author: 'สมาชิกสมมติ',
      iso: '2026-11-20T18:00:00Z',
    });
    expect(asked?.day).toContain('21 พฤศจิกายน 2569');
    expect(asked?.html).toContain('href="/circulars/2568/dla-0808-4-w15-0402/"');
    expect(chosen).toMatchObject({ id: 3, official: true, accepted: true });
    expect(chosen?.officer).toContain('กรมส่งเสริมการปกครองท้องถิ่น');
    expect(other?.author).toBe('อดีตสมาชิก');
    expect(asked?.pictures).toEqual([]);
    expect(other?.pictures).toEqual([
      { src: `/board/picture/${PICTURE}`, alt: 'จอ "x"', width: 8, height: 6 },
    ]);
  });

  it('is in feeds with its posts, and told as a question with its answer', async () => {
    const page = (await getFeedPages()).find(({ path }) => path === '/board/7/');
    expect(page).toMatchObject({ kind: 'board', sample: true });
    expect(page?.html()).toContain('<strong>ข</strong>');
    expect(page?.html()).toContain(
      `<img src="/board/picture/${PICTURE}" alt="จอ &quot;x&quot;" width="8" height="6">`,
    );
    const [entry] = (await getDocuments('board')).filter(({ id }) => id === '7');
    const node = await getDocumentDescription(entry as NonNullable<typeof entry>);
    expect(node).toMatchObject({
      '@type': 'QAPage',
      mainEntity: { acceptedAnswer: { text: 'ข' } },
    });
  });

  it('lists those with the newest post first', async () => {
    const [list] = await getThreadLists();
    expect(list?.items.map(({ link, solved }) => [link.href, solved])).toEqual([
      ['/board/7/', true],
      ['/board/9/', false],
    ]);
  });
});
