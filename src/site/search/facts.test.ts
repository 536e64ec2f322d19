import { beforeEach, describe, expect, it } from 'vitest';
import { boxTexts } from '#i18n/box-texts.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import { PAGE, replaced } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { type DocumentKind, getCirculars, getDocuments } from '../content.ts';
import {
  figureFacts,
  getCircularFacts,
  getDocumentFacts,
  isBelowOthers,
  type SearchFacts,
} from './facts.ts';
import { getSearchPage } from './page.ts';

beforeEach(() => openPortal(SITE_FILES));

const all = (pairs: SearchFacts['meta'], name: string): string[] =>
  pairs.filter(([key]) => key === name).map(([, value]) => value);

const circularFacts = async () => {
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  return getCircularFacts(entry);
};

describe('a circular', () => {
  it('is found by every number and date of its letter and covering letters, doubtful ones too', async () => {
    const { meta } = await circularFacts();
    expect(all(meta, 'number')).toEqual(['มท 0808.4/ว 15']);
    expect(all(meta, 'date')).toEqual(['2025-04-02']);
    expect(all(meta, 'identity')).toEqual([
      // The short code, which is on paper.
      'FVD2YV',
      'ชม 0023.5/ว 100',
      '2025-04-22',
      'ชม 0023.15/66',
      '2025-04',
    ]);
    expect(all(meta, 'numberDoubt')).toEqual([]);
  });

  it.each([
    [
      '{doubt: conflict, readings: [{read: ว ๑๕, value: มท 0808.4/ว 15, source: letter}, {read: ว ๑๖, value: มท 0808.4/ว 16, source: chiang-mai}, {read: ว ปรับ, source: chiang-mai}]}',
      ['มท 0808.4/ว 15', 'มท 0808.4/ว 16'],
      'เลขที่ต้องตรวจสอบกับต้นฉบับ อ่านได้ มท ๐๘๐๘.๔/ว ๑๕ หรือ มท ๐๘๐๘.๔/ว ๑๖ หรือ ว ปรับ',
    ],
    [
      '{value: มท 0808.4/ว 15, doubt: cited, readings: [{read: ว ๑๕, value: มท 0808.4/ว 15, source: chiang-mai}]}',
      ['มท 0808.4/ว 15'],
      'เลขที่ต้องตรวจสอบกับต้นฉบับ อ่านได้ มท ๐๘๐๘.๔/ว ๑๕',
    ],
  ])('states no number of a letter whose number is in doubt: %s', async (number, read, says) => {
    openPortal(
      replaced(SITE_FILES, PAGE, '  number: มท 0808.4/ว 15\n  date', `  number: ${number}\n  date`),
    );
    const { meta } = await circularFacts();
    expect(all(meta, 'number')).toEqual([]);
    expect(all(meta, 'identity').slice(0, read.length)).toEqual(read);
    expect(all(meta, 'numberDoubt')).toEqual([says]);
  });

  it('can be chosen by year, issuer and the provinces that passed it on, each once', async () => {
    const { filters } = await circularFacts();
    expect(all(filters, 'year')).toEqual(['2568']);
    expect(all(filters, 'issuer')).toEqual(['กรมส่งเสริมการปกครองท้องถิ่น']);
    expect(all(filters, 'province')).toEqual(['จังหวัดเชียงใหม่']);
    expect(all(filters, 'system')).toEqual([]);
  });

  it('says in results that it is made up, where it is', async () => {
    openPortal(replaced(SITE_FILES, PAGE, '\ntitle:', '\nsample: true\ntitle:'));
    expect(all((await circularFacts()).meta, 'sample')).toEqual(['ตัวอย่าง']);
    openPortal(SITE_FILES);
    expect(all((await circularFacts()).meta, 'sample')).toEqual([]);
  });

  it('has no year and no place in an order by date where its date is in doubt', async () => {
    openPortal(
      replaced(
        SITE_FILES,
        PAGE,
        '  date: "2025-04-02"\n  subject',
        '  date: {doubt: unclear, readings: [{read: ๒ เม.ย., source: letter}]}\n  subject',
      ),
    );
    const { filters, sorts } = await circularFacts();
    expect(all(filters, 'year')).toEqual([]);
    expect(sorts).toEqual([]);
  });
});

describe('another page', () => {
  const facts = async (kind: DocumentKind, id: string) => {
    const entry = (await getDocuments(kind)).find((one) => one.id === id);
    if (!entry) throw new Error(id);
    return getDocumentFacts(entry);
  };

  it('says in results that it is made up, where it is', async () => {
    const law = 'content/laws/old-letter.mdx';
    openPortal(replaced(SITE_FILES, law, '\ntitle:', '\nsample: true\ntitle:'));
    expect(all((await facts('laws', 'old-letter')).meta, 'sample')).toEqual(['ตัวอย่าง']);
    openPortal(SITE_FILES);
    expect(all((await facts('laws', 'old-letter')).meta, 'sample')).toEqual([]);
  });

  it('leads from a question to the form that answers it', async () => {
    const { meta } = await facts('faq', 'reset');
    expect(JSON.parse(all(meta, 'answers')[0] ?? '')).toEqual([
      ['/forms/access/', 'แบบขอสิทธิใช้ระบบ'],
    ]);
    expect(all((await facts('faq', 'no-answer')).meta, 'answers')).toEqual([]);
  });

  it.each<[DocumentKind, string, string[], string[]]>([
    ['laws', 'old-letter', ['มท 0808.4/ว 9'], ['ยกเลิกแล้ว']],
    ['manuals', 'sign-in', [], []],
  ])(
    'of %s has a number and legal force only where it is a letter',
    async (kind, id, number, force) => {
      const { meta, filters } = await facts(kind, id);
      expect(all(meta, 'number')).toEqual(number);
      expect(all(filters, 'force')).toEqual(force);
    },
  );

  it('can be chosen by the system that it is about', async () => {
    expect(all((await facts('changelog', 'columns')).filters, 'system')).toEqual(['New e-LAAS']);
  });
});

describe('a page of figures', () => {
  it('says what it is and that it is made up, and is below letters where it is of a province', () => {
    const country = figureFacts('grants', null, true);
    expect(all(country.meta, 'kind')).toEqual(['เงินอุดหนุน']);
    expect(all(country.meta, 'sample')).toEqual(['ข้อมูลตัวอย่าง']);
    expect(isBelowOthers(country)).toBe(false);
    const province = figureFacts('finance', { name: 'จังหวัดเชียงใหม่' }, false);
    expect(all(province.meta, 'sample')).toEqual([]);
    expect(all(province.filters, 'province')).toEqual(['จังหวัดเชียงใหม่']);
    expect(isBelowOthers(province)).toBe(true);
  });
});

it('gives the box on every page fewer texts than the search page has', async () => {
  const { texts, sections } = await getSearchPage();
  const page = JSON.parse(texts) as Record<string, unknown>;
  const box = boxTexts(LANGUAGES.th);
  expect(Object.keys(page)).toEqual(expect.arrayContaining(Object.keys(box)));
  expect(Object.keys(box).length).toBeLessThan(Object.keys(page).length);
  expect(sections.map(({ href }) => href)).toContain('/circulars/');
});
