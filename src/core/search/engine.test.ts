import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUDGET } from './budget.ts';
import { synonymWords } from './concepts.ts';
import type { SearchDocument } from './document.ts';
import { search } from './engine.ts';
import { IndexBuilder } from './index-builder.ts';
import { IndexReader } from './index-reader.ts';
import { fileName } from './layout.ts';
import { tidy } from './normalise.ts';
import { LONGEST_QUERY } from './query.ts';
import { WordCounter } from './word-counts.ts';

const page = (
  url: string,
  title: string,
  text: string,
  more: Partial<SearchDocument> = {},
): SearchDocument => ({
  url,
  title: tidy(title),
  text: tidy(text),
  sections: [],
  identities: [],
  filters: {},
  meta: {},
  demoted: false,
  ...more,
});

const PAGES = [
  page('guide', 'แนวทางใช้งาน New e-LAAS', 'ผู้ใช้ยืนยันตัวตนด้วย ThaiID แล้วตั้งรหัสผ่านใหม่เพื่อเข้าสู่ระบบ', {
    identities: ['มท 0808.4/ว 2007', '2024-09-17', '6NJ8FY', 'ชม 0023.15/6698'],
  }),
  page(
    'cites',
    'การเปิดระบบอีกครั้ง',
    'อ้างถึงหนังสือ มท ๐๘๐๘.๔/ว ๒๐๐๗ ลงวันที่ ๑๗ กันยายน ๒๕๖๗ ระบบใช้ผ่านอินเทอร์เน็ต',
  ),
  page('budget', 'การจัดทำงบประมาณรายจ่าย', 'ท้องถิ่นจัดทำงบประมาณรายจ่ายประจำปีตามระเบียบ แล้วแจ้งข่าวต่อสภา'),
  page('old', 'การจัดทำงบประมาณรายจ่าย', 'ท้องถิ่นจัดทำงบประมาณรายจ่ายประจำปีตามระเบียบ แล้วแจ้งข่าวต่อสภา', {
    demoted: true,
  }),
  page('rice', 'การรับซื้อข้าว', 'โครงการรับซื้อข้าวเปลือกสีขาวจากเกษตรกรในพื้นที่'),
];

const build = (pages: readonly SearchDocument[]) => {
  const counter = new WordCounter();
  for (const { title, text } of pages) {
    counter.add(title);
    counter.add(text);
  }
  const builder = new IndexBuilder(counter.lexicon(synonymWords()));
  for (const document of pages) builder.add(document);
  return new Map([...builder.files()].map(({ name, bytes }) => [name, bytes]));
};

const open = (pages: readonly SearchDocument[]) => {
  const files = build(pages);
  return IndexReader.open({
    read: async (name) => {
      const bytes = files.get(name);
      if (!bytes) throw new Error(`no file ${name}`);
      return bytes;
    },
  });
};
const reader = await open(PAGES);
const found = async (query: string) =>
  (await search(reader, query)).hits.map((hit) => PAGES[hit.page]?.url);

describe('search', () => {
  it('gives the page of an office before those whose titles end in its name', async () => {
    const figures = ['รายรับรายจ่ายของ อปท.', 'การโอนเงินอุดหนุนให้ อปท.', 'การรายงานของ อปท. ใน'];
    const pages = [
      ...figures.map((title, at) =>
        page(`figures-${at}`, `${title}จังหวัดลำปาง`, `จังหวัดลำปาง ยอดรวม ${'จังหวัดลำปาง '.repeat(5)}`),
      ),
      page('district', 'อำเภอเมืองลำปาง', 'จังหวัดลำปาง Mueang Lampang'),
      page('province', 'จังหวัดลำปาง', `Lampang ${'อำเภอ เทศบาลตำบล '.repeat(60)}`),
      page('other', 'จังหวัดลำพูน', 'Lamphun'),
    ];
    const { hits } = await search(await open(pages), 'จังหวัดลำปาง');
    expect(pages[hits[0]?.page ?? -1]?.url).toBe('province');
  });

  it.each([
    ['a letter number as printed', 'มท ๐๘๐๘.๔/ว ๒๐๐๗', 'guide'],
    ['a letter number typed anyhow', 'มท0808.4/ว.2007', 'guide'],
    ['a running number alone', 'ว2007', 'guide'],
    ['a number with its year', 'ว2007/67', 'guide'],
    ['a number with its year and no mark', '2007/2567', 'guide'],
    ['a number that it bore on its way', 'ชม 0023.15/6698', 'guide'],
    ['a date in another era', '17/9/2024', 'guide'],
    ['a month', 'ก.ย. 67', 'guide'],
    ['a joined name', 'elaas', 'guide'],
    ['a name with a space', 'e laas', 'guide'],
    ['a synonym', 'พาสเวิร์ด', 'guide'],
    ['a loan word spelt otherwise', 'อินเตอร์เน็ต', 'cites'],
    ['a dropped tone mark', 'รับซือข้าว', 'rice'],
    ['a slip of the finger', 'งบประมานรายจ่าย', 'budget'],
    ['a slip at the beginning of a word', 'รายจ่ายนระจำปี', 'budget'],
    ['a question', 'ตั้งรหัสผ่านใหม่อย่างไร', 'guide'],
    ['a phrase', '"รายจ่ายประจำปี"', 'budget'],
    ['a phrase that begins and ends inside words', '"มาณรายจ่ายประ"', 'budget'],
    ['a phrase over a space', '"e-LAAS" "ตัวตนด้วย ThaiID"', 'guide'],
    ['the end of a word', 'ษตรกร', 'rice'],
    ['letters about the border of two words', 'ปลือกสีข', 'rice'],
    ['a date with its label', 'หนังสือลงวันที่ 17 กันยายน 2567', 'guide'],
  ])('finds a page by %s', async (_, query, url) => {
    expect((await found(query))[0]).toBe(url);
  });

  it.each([
    ['ว 2070', [{ text: 'ว 2070', found: false, written: true, near: ['#ว2007'] }]],
    ['ว 9999', [{ text: 'ว 9999', found: false, written: true, near: [] }]],
    [
      'มท 0808.9/ว 2007',
      [{ text: 'มท 0808.9/ว 2007', found: false, written: true, near: ['#ว2007'] }],
    ],
    ['ว ๒๐๐๗', [{ text: 'ว 2007', found: true, written: true, near: [] }]],
    ['200', [{ text: '200', found: false, written: false, near: ['#ว2007'] }]],
    ['669', [{ text: '669', found: false, written: false, near: ['#/6698'] }]],
    ['2007', [{ text: '2007', found: true, written: false, near: [] }]],
    ['งบประมาณ', []],
  ])('tells of %s what there is of the number', async (query, numbers) => {
    expect((await search(reader, query)).numbers).toEqual(numbers);
  });

  it('sets off the letters nearest to a number that is nowhere, and has none where none is near', async () => {
    const answer = await search(reader, 'ว 2070');
    expect(answer.missing).toEqual(['ว 2070']);
    expect(answer.hits[0]?.page).toBe(0);
    expect(answer.hits.some(({ full }) => full)).toBe(false);
    expect(await search(reader, 'มท 0808.4/ว 9999')).toMatchObject({ hits: [], total: 0 });
    expect((await search(reader, 'ว 9999 งบประมาณ')).hits.every(({ full }) => !full)).toBe(true);
  });

  it.each(['6NJ8FY', '6nj8fy', ' ๖NJ-8FY'])(
    'finds the letter of the short code %s',
    async (query) => {
      const { hits, missing } = await search(reader, query);
      expect(missing).toEqual([]);
      expect(hits).toMatchObject([{ page: 0, full: true }]);
    },
  );

  it.each(['nj', 'fy', '6NJ8FX'])('finds nothing by %s, which is no code', async (query) => {
    expect((await search(reader, query)).hits.filter(({ full }) => full)).toEqual([]);
  });

  it.each(['200', '698', '808', '023'])('takes %s for a part of a number', async (query) => {
    const { hits, missing } = await search(reader, query);
    expect(missing).toEqual([]);
    expect(hits[0]).toMatchObject({ page: 0, full: true });
  });

  it.each([
    'ว2007 ยังใช้อยู่ไหม',
    'ว 2007 ยกเลิกหรือยัง',
    'ว2007ยังมีผลบังคับใช้อยู่หรือไม่',
    'หนังสือ ว 2007 ถูกยกเลิกแล้วหรือยังครับ',
    '2007 ยังใช้ได้ไหม',
    'ว 2007 ระบบใช้ผ่านอินเทอร์เน็ต',
    'ว 2007 17 ก.ย. 67',
    '2007 17 ก.ย. 67',
    '2007/67',
    'ว 2007/67',
    '2007 ปี 67',
  ])('puts the letter first whose number was asked for: %s', async (query) => {
    const { hits, owners } = await search(reader, query);
    expect(owners).toEqual([0]);
    expect(hits[0]).toMatchObject({ page: 0, full: true });
  });

  it('puts that letter first where the date is another one, and says so', async () => {
    const { hits, missing } = await search(reader, 'ว 2007 18 ก.ย. 67');
    expect(missing).toEqual(['18 ก.ย. 67']);
    expect(hits[0]).toMatchObject({ page: 0, full: false });
  });

  it('keeps words apart that differ in a vowel, and prefers the tone mark as typed', async () => {
    expect((await found('ข่าว'))[0]).toBe('budget');
    expect((await found('ข้าว'))[0]).toBe('rice');
  });

  it('puts what is no longer in force behind what is', async () => {
    const urls = await found('งบประมาณรายจ่ายประจำปี');
    expect(urls.slice(0, 2)).toEqual(['budget', 'old']);
  });

  it('tells what was corrected and what is nowhere', async () => {
    const answer = await search(reader, 'งบประมานรายจ่าย');
    expect(answer.corrected).toEqual([{ from: 'ประมาน', to: 'ประมาณ' }]);
    expect((await search(reader, 'zebra งบประมาณ')).missing).toEqual(['zebra']);
    expect((await search(reader, 'อัศวิน งบประมาณ')).missing).toEqual(['อัศวิน']);
  });

  it.each([
    ['in a short word', 'รายจ่ายประจำปีตานระเบียบ', { from: 'ตาน', to: 'ตาม' }],
    ['in the first letter', 'พ้องถิ่นจัดทำ', { from: 'พ้อง', to: 'ท้อง' }],
    ['before a vowel that hangs on it', 'ประจำปีตามะเบียบ', { from: 'ะเบียบ', to: 'ระเบียบ' }],
  ])('corrects a slip %s', async (_, query, corrected) => {
    const answer = await search(reader, query);
    expect(answer.corrected).toEqual([corrected]);
    expect(PAGES[answer.hits[0]?.page ?? -1]?.url).toBe('budget');
  });

  it('corrects nothing boldly that no page bears out', async () => {
    const { corrected, missing } = await search(reader, 'ยืนยันตัวตนสพา');
    expect([corrected, missing]).toEqual([[], ['สพา']]);
  });

  it('does not correct two short words at once', async () => {
    const { corrected } = await search(reader, 'ประจำปีตานระเบียบแล้วแจ้งข่าวต่อสพา');
    expect(corrected.length).toBeLessThan(2);
  });

  it.each(['สตง', 'ปีตา', 'กผว'])('takes %j alone for what it is', async (query) => {
    expect((await search(reader, query)).corrected).toEqual([]);
  });

  it('corrects no name that it knows', async () => {
    const answer = await search(reader, 'งบประมานรายจ่าย elaas');
    expect(answer.corrected).toEqual([{ from: 'ประมาน', to: 'ประมาณ' }]);
  });

  it('sets off pages that have only part of the query', async () => {
    const answer = await search(reader, 'งบประมาณ ข้าวเปลือก');
    expect(answer.hits.length).toBeGreaterThan(0);
    expect(answer.hits.every(({ full }) => !full)).toBe(true);
  });

  it('wants a quoted phrase letter for letter, tone marks included', async () => {
    expect(await found('"รายจ่ายท้องถิ่น"')).toEqual([]);
    expect(await found('"รายจาย"')).toEqual([]);
    expect(await found('"ขาว"')).toEqual(['rice']);
  });

  it('counts a page as full that has the query inside its words', async () => {
    const { hits, missing } = await search(reader, 'ยจ่ายประจ');
    expect(missing).toEqual([]);
    expect(hits.filter(({ full }) => full).map(({ page }) => PAGES[page]?.url)).toEqual([
      'budget',
      'old',
    ]);
  });

  it('finds the one page with the phrase among thousands with its words', async () => {
    const apart = 'รายจ่ายท้องถิ่น งบประมาณท้องถิ่น '.repeat(3);
    const others = Array.from({ length: BUDGET.ranked + 1 }, () => page('words', '', apart));
    const long = `${'โครงการรับซื้อข้าว '.repeat(400)}งบประมาณรายจ่าย`;
    const many = await open([...others, page('phrase', '', long)]);
    const { hits, total } = await search(many, 'งบประมาณรายจ่าย');
    expect([hits[0]?.page, total]).toEqual([others.length, others.length + 1]);
  });

  it('puts the pages first that have the query as typed, with its spaces and without', async () => {
    const apart = Array.from({ length: 15 }, () => page('apart', '', 'ท้องถิ่นจัดทำงบประมาณ รายจ่าย'));
    const together = page('together', '', 'ท้องถิ่นจัดทำงบประมาณรายจ่าย โครงการ');
    const others = await open([...apart, together, ...apart]);
    const first = async (query: string) => (await search(others, query)).hits[0]?.page;
    expect(await first('ทำงบประมาณรายจ่าย')).toBe(apart.length);
    const joined = Array.from({ length: 15 }, () => page('joined', '', together.text));
    const one = await open([...joined, page('one', '', 'ท้องถิ่นจัดทำงบประมาณ รายจ่าย'), ...joined]);
    expect((await search(one, 'ทำงบประมาณ รายจ่าย')).hits[0]?.page).toBe(joined.length);
  });

  it('answers any text without throwing', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'กงนมเแาิี่้์ำ๐๒ว/."- ทม08<>&') }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (query) => {
        const { hits } = await search(reader, query);
        expect(hits.every(({ score }) => Number.isFinite(score))).toBe(true);
      }),
    );
  });

  it('cuts an enormous query and says so', async () => {
    const { query } = await search(reader, 'งบประมาณ '.repeat(12_000));
    expect([query.truncated, query.text.length <= LONGEST_QUERY]).toEqual([true, true]);
  });

  it('rejects where a file of the index is missing', async () => {
    const broken = reader.cold({ read: () => Promise.reject(new Error('404')) });
    await expect(search(broken, 'งบประมาณ')).rejects.toThrow('404');
    const files = build(PAGES);
    const withoutLetters = reader.cold({
      read: async (name) => {
        const bytes = name === fileName.blockLetters(0) ? undefined : files.get(name);
        if (!bytes) throw new Error(`no file ${name}`);
        return bytes;
      },
    });
    await expect(search(withoutLetters, 'ยจ่ายประจ')).rejects.toThrow('no file');
  });
});
