import { describe, expect, it } from 'vitest';
import type { Attachment } from '#core/letter/letter.ts';
import { LETTERS, PAGE, replaced } from '../../tests/check/good-content.ts';
import { openPortal } from '../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../tests/site/site-files.ts';
import { getAllDocuments, getCirculars } from './content.ts';
import { circularHistory, documentHistory, withdrawalText } from './history.ts';

type Files = typeof SITE_FILES;

const historyOfCircular = async (files: Files) => {
  openPortal(files);
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  return circularHistory(entry);
};

const historyOf = async (path: string, files: Files = SITE_FILES) => {
  openPortal(files);
  const entry = (await getAllDocuments()).find(
    ({ collection, id }) => `${collection}/${id}` === path,
  );
  if (!entry) throw new Error(path);
  return documentHistory(entry);
};

const cancelled = replaced(
  SITE_FILES,
  PAGE,
  'force:\n  status: unknown',
  'force:\n  status: cancelled\n  by: laws/old-letter\n  since: "2026-11-01"\n  recorded: "2026-11-21"',
);

describe('the history of a circular', () => {
  it('has no word about its force where no letter says anything of it', async () => {
    const { force, forceNote, forceLetterPublished } = await historyOfCircular(SITE_FILES);
    expect(force?.status).toBe('unknown');
    expect(forceNote).toBe('');
    expect(forceLetterPublished).toBe(undefined);
  });

  it('names the letter that cancelled it, with the day, and when that was published', async () => {
    const { forceNote, forceLetterPublished } = await historyOfCircular(cancelled);
    expect(forceNote).toBe('ตามหนังสือ หนังสือเก่า · ตั้งแต่ 1 พฤศจิกายน 2569');
    expect(forceLetterPublished).toBe('2026-11-21');
  });

  it('has the files taken off a covering letter, apart from those of the letter', async () => {
    const letters = SITE_FILES.get(LETTERS) ?? '';
    const withFile = letters.replace(
      '- key: fang',
      `  attachments:
    - title: บัญชีแนบ
      withdrawn: {file: list.pdf, date: "2026-11-12", reason: privacy}
      sha256: ${'b'.repeat(64)}
- key: fang`,
    );
    const { withdrawnFiles } = await historyOfCircular(
      new Map([...SITE_FILES, [LETTERS, withFile]]),
    );
    expect(withdrawnFiles).toEqual([
      {
        letter: 'chiang-mai',
        number: 1,
        date: '2026-11-12',
        note: 'บัญชีแนบ: เวียนถอนไฟล์นี้เมื่อ 12 พฤศจิกายน 2569 เพราะไฟล์มีข้อมูลส่วนบุคคล',
      },
    ]);
  });
});

describe('the history of another page', () => {
  it('names the circular that cancelled a letter', async () => {
    expect((await historyOf('laws/old-letter')).forceNote).toBe('ตามหนังสือ วิธีเข้าใช้งาน');
  });

  it('numbers a file that was taken off as the page does, files that stayed counted too', async () => {
    const { withdrawnFiles } = await historyOf('forms/access');
    expect(withdrawnFiles?.map(({ number, date }) => [number, date])).toEqual([[2, '2026-11-10']]);
  });

  it('knows of no force for a kind of page that has none', async () => {
    expect((await historyOf('faq/reset')).forceNote).toBe(undefined);
  });
});

it.each<[string, Attachment, string | null]>([
  ['that stayed', { title: 'ก', file: 'a.pdf' } as Attachment, null],
  [
    'that was taken off, with a note',
    {
      title: 'ก',
      withdrawn: { file: 'a.pdf', date: '2026-11-10', reason: 'error', note: 'หน้า 2 ขาด' },
    } as Attachment,
    'เวียนถอนไฟล์นี้เมื่อ 10 พฤศจิกายน 2569 เพราะไฟล์ไม่ถูกต้อง · หน้า 2 ขาด',
  ],
])('says of a file %s', (_, attachment, text) => {
  expect(withdrawalText(attachment)).toBe(text);
});
