import { beforeEach, describe, expect, it } from 'vitest';
import { LETTERS, PAGE, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCirculars } from '../content.ts';
import { getTracking } from '../tracking/circular.ts';
import { partsLeftOutOfPrint } from './left-out.ts';
import { getCircularPage } from './page.ts';
import { getCircularPaths, keyOf } from './paths.ts';

type Files = typeof SITE_FILES;

beforeEach(() => openPortal(SITE_FILES));

const entryOf = async (files: Files = SITE_FILES) => {
  openPortal(files);
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  return entry;
};
const page = async (files?: Files) => getCircularPage(await entryOf(files));
const edited = (from: string, to: string, file = PAGE): Files =>
  replaced(SITE_FILES, file, from, to);

describe('the essentials', () => {
  it('never take a letter for valid of which no letter says so', async () => {
    const { essentials, force } = await page();
    expect(essentials.force.status).toBe('unknown');
    expect(force.by).toBe(null);
  });

  const withDeadline = (day: string): Files =>
    edited('    what: ยืนยันตัวตน', `    what: ยืนยันตัวตน\n    key: identify\n    deadline: "${day}"`);

  it('tell how many days are left to a deadline, and that one is past', async () => {
    const ahead = (await page(withDeadline('2026-12-01'))).essentials.due;
    expect([ahead?.fact.text, ahead?.left]).toEqual(['1 ธันวาคม 2569', 'เหลืออีก 10 วัน']);
    const past = (await page(withDeadline('2026-11-20'))).essentials.due;
    expect([past?.fact.text, past?.left]).toEqual(['20 พฤศจิกายน 2569', 'ผ่านไปแล้ว']);
  });

  it('have no deadline where the letter states none', async () => {
    expect((await page()).essentials.due).toBe(null);
  });
});

describe('the face of the letter', () => {
  it('shows every reading of a doubtful number with its copies, and no value', async () => {
    const files = edited(
      '  number: มท 0808.4/ว 15',
      `  number:
    doubt: conflict
    readings:
      - {read: ว ๑๕, value: มท 0808.4/ว 15, source: letter}
      - {read: ว ๑๖, value: มท 0808.4/ว 16, source: chiang-mai}`,
    );
    const { number } = (await page(files)).face;
    expect(number.text).toBe(null);
    expect(number.doubt?.readings.map(({ read, where }) => [read, where])).toEqual([
      ['ว ๑๕', 'ตัวหนังสือ'],
      ['ว ๑๖', 'จังหวัดเชียงใหม่'],
    ]);
  });

  it.each([
    ['  urgency: urgent\n  secrecy: normal', /ด่วน/],
    ['  urgency: normal\n  secrecy: normal', null],
  ])('shows a mark of urgency only where there is one: %j', async (fields, text) => {
    const { urgency } = (await page(edited('  secrecy: normal', fields))).face;
    if (text) expect(urgency?.text).toMatch(text);
    else expect(urgency).toBe(null);
  });

  it('says that nobody has seen the head where the record has no urgency', async () => {
    const { urgency } = (await page()).face;
    expect(urgency?.text).toBe(null);
    expect(urgency?.doubt?.nothing).toBeTruthy();
  });

  it('leads to letters that the portal has, and marks those that it is known to lack', async () => {
    const { references } = (await page()).face;
    expect(references.map(({ record, external }) => [record?.href ?? null, external])).toEqual([
      ['/laws/old-letter/', false],
      [null, true],
    ]);
  });
});

describe('the chain', () => {
  it('goes from the issuer by the covering letters down', async () => {
    const { chain } = await page();
    expect(chain.id).toBe('dla');
    const [province] = chain.next.filter(({ id }) => id === 'p50');
    expect(province?.receipts.map(({ number }) => number?.text)).toEqual(['11775']);
    expect(province?.next.map(({ id }) => id)).toContain('d5009');
  });

  it('shows where a covering letter says another subject, beside that of the original', async () => {
    const letters = SITE_FILES.get(LETTERS) ?? '';
    const files = new Map([
      ...SITE_FILES,
      [LETTERS, letters.replace('subject: การเข้าใช้งานระบบ', 'subject: การปิดระบบทั้งหมด')],
    ]);
    const [province] = (await page(files)).chain.next.filter(({ id }) => id === 'p50');
    const [difference] = province?.letters.flatMap(({ differences }) => differences) ?? [];
    expect(difference).toMatchObject({ here: 'การปิดระบบทั้งหมด', original: 'การเข้าใช้งานระบบ' });
  });
});

it('names attachments as printed codes do, and offers all files together', async () => {
  const { attachments, archive } = await page();
  expect(attachments.map(({ anchor, title, file }) => [anchor, title, file?.href])).toEqual([
    ['attachment-1', 'คู่มือ', '/circulars/2568/dla-0808-4-w15-0402/guide.pdf'],
  ]);
  expect(archive).toMatch(/^\/circulars\/2568\/dla-0808-4-w15-0402\/.+\.zip$/);
});

it('groups what is to be done by role, and says which copy asks for it', async () => {
  const { actions } = await page();
  expect(actions.map(({ role, actions }) => [role, actions.map(({ askedBy }) => askedBy)])).toEqual(
    [['ผู้ใช้งานทุกคน', ['จังหวัดเชียงใหม่']]],
  );
});

it('calls what a letter asked for a thing of the past once the letter is no longer in use', async () => {
  const titleOf = async (files?: Files) => {
    const { actionsTitle, isOver, parts } = await page(files);
    expect(parts[0]).toEqual({ id: 'actions', label: actionsTitle });
    return [actionsTitle, isOver];
  };
  expect(await titleOf()).toEqual(['ต้องทำอะไร', false]);
  for (const status of ['cancelled', 'expired']) {
    const files = edited('  status: unknown', `  status: ${status}\n  by: laws/old-letter`);
    expect(await titleOf(files)).toEqual(['เดิมให้ทำอะไร', true]);
  }
});

it.each([
  ['ยืนยันตัวตน\n    source: chiang-mai', 'ยืนยันตัวตนใหม่\n    source: chiang-mai', true],
  ['source: สำเนาสแกน', 'source: สำเนาอื่น', false],
])('forgets a tick only where the thing to do was changed: %s', async (from, to, changed) => {
  const tick = async (files?: Files) => (await page(files)).actions[0]?.actions[0]?.tick;
  const before = await tick();
  expect((await tick(edited(from, to))) !== before).toBe(changed);
});

it('names the pages that name it', async () => {
  const { backlinks } = await page();
  expect(backlinks.map(({ record }) => record.path).sort()).toEqual([
    'laws/old-letter',
    'manuals/sign-in',
  ]);
});

it('says on paper which parts were left out, and only those that there are', async () => {
  const entry = await entryOf();
  const found = await getCircularPage(entry);
  const all = partsLeftOutOfPrint(found, await getTracking(entry));
  const bare = partsLeftOutOfPrint(
    {
      ...found,
      backlinks: [],
      attachments: [],
      letterFile: null,
      chain: { ...found.chain, next: [] },
    },
    null,
  );
  expect(bare.length).toBeLessThan(all.length);
  expect(all).toEqual(expect.arrayContaining(bare));
});

describe('the key of the pages of a circular', () => {
  it.each<[name: string, files: Files, changes: boolean]>([
    [
      'a page that names it has another title',
      edited('title: วิธีเข้าระบบ', 'title: เข้าระบบ', 'content/manuals/sign-in.mdx'),
      true,
    ],
    [
      'a page that it names has another title',
      edited('title: หนังสือเก่า', 'title: เก่า', 'content/laws/old-letter.mdx'),
      true,
    ],
    [
      'a page that has nothing to do with it has another title',
      edited('title: เปิดอบรม', 'title: อบรม', 'content/news/course.mdx'),
      false,
    ],
  ])('where %s', async (_, files, changes) => {
    const before = await keyOf(await entryOf());
    expect((await keyOf(await entryOf(files))) !== before).toBe(changes);
  });
});

it('has a path for its year and id', async () => {
  const [path] = await getCircularPaths();
  expect(path?.params).toEqual({ year: '2568', id: 'dla-0808-4-w15-0402' });
});
