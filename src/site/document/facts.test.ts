import { beforeEach, describe, expect, it } from 'vitest';
import { replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { type DocumentKind, getDocuments } from '../content.ts';
import { getOffices } from '../offices.ts';
import { rowsOf } from './facts.ts';

beforeEach(() => openPortal(SITE_FILES));

const rows = async (kind: DocumentKind, id: string) => {
  const entry = (await getDocuments(kind)).find((one) => one.id === id);
  if (!entry) throw new Error(id);
  return rowsOf(entry, await getOffices(), (key) => key);
};
const texts = async (kind: DocumentKind, id: string) =>
  (await rows(kind, id)).map(({ fact }) => fact.text);

describe('the facts of a page', () => {
  it.each<[DocumentKind, string, string[]]>([
    ['manuals', 'sign-in', ['ผู้ใช้งานทุกคน']],
    ['faq', 'reset', ['รหัสผ่าน']],
    ['forms', 'access', ['ผู้ใช้งานทุกคน', 'หัวหน้าหน่วยงานคลัง']],
    ['changelog', 'columns', ['ตุลาคม 2569', 'ปีงบประมาณ พ.ศ. 2570']],
    ['news', 'course', []],
    ['news', 'closed', ['New e-LAAS', '20 พฤศจิกายน 2569 ถึง 22 พฤศจิกายน 2569', 'อยู่ในช่วงนี้']],
    [
      'laws',
      'old-letter',
      ['หนังสือสั่งการ', 'กรมส่งเสริมการปกครองท้องถิ่น', 'มท ๐๘๐๘.๔/ว ๙', '15 มกราคม 2567'],
    ],
  ])('of %s, %s', async (kind, id, expected) => {
    expect(await texts(kind, id)).toEqual(expected);
  });

  it('has a notice without an end where no letter states one', async () => {
    const file = 'content/news/closed.mdx';
    openPortal(replaced(SITE_FILES, file, ', until: "2026-11-22"', ''));
    const [, period] = await texts('news', 'closed');
    expect(period).toContain('20 พฤศจิกายน 2569');
    expect(period).not.toContain('22');
  });

  it('shows of a doubtful day what was read, and no day', async () => {
    openPortal(
      replaced(
        SITE_FILES,
        'content/changelog/columns.mdx',
        'effective: "2026-10"',
        'effective: {doubt: unclear, readings: [{read: ๑? ต.ค., source: laws/old-letter}]}',
      ),
    );
    const [effective] = await rows('changelog', 'columns');
    expect(effective?.fact.text).toBe(null);
    expect(effective?.fact.doubt?.readings.map(({ read }) => read)).toEqual(['๑? ต.ค.']);
  });
});
