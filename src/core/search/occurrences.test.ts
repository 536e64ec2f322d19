import { describe, expect, it } from 'vitest';
import type { SearchDocument } from './document.ts';
import { IndexBuilder } from './index-builder.ts';
import { IndexReader } from './index-reader.ts';
import { fileName } from './layout.ts';
import { occurrencesOf, pagesWith, saturated } from './occurrences.ts';
import { segmentationsOf, segmentationsOfAll } from './segmentations.ts';

const document = (text: string): SearchDocument => ({
  url: '/',
  title: '',
  text,
  sections: [],
  identities: [],
  filters: {},
  meta: {},
  demoted: false,
});
const words = ['งบประมาณ', 'รายจ่าย', 'เพิ่มเติม', 'ลดลง', 'ลดล้ง', 'พิเศษ', 'ธุรการ', 'แผนการ'];
const builder = new IndexBuilder({ words, costs: words.map(() => 40) });
const TEXTS = [
  'งบประมาณเพิ่มเติม',
  'งบประมาณพิเศษลดลง',
  'เพิ่มเติมงบประมาณ',
  'พิเศษ ธุรการ',
  'แผนการพิเศษเพิ่มเติม',
  'งบประมาณพิเศษเพิ่มเติม',
  'แผนการ พิเศษเพิ่มเติม',
];
for (const text of TEXTS) builder.add(document(text));
// So many that its lists have files of their own, which cost something.
for (let page = 0; page < 3000; page++) builder.add(document('งบประมาณรายจ่าย ลดลง ลดล้ง'));
const TOUCHING = TEXTS.length + 3000;
builder.add(document('รายจ่าย งบประมาณ ลดลงเพิ่มเติม ลดล้งพิเศษ รายจ่ายลดลง'));
const files = new Map([...builder.files()].map(({ name, bytes }) => [name, bytes]));
const read = async (name: string) => files.get(name) as Uint8Array;
const index = await IndexReader.open({ read });
const { lexicon } = index.directory;

const found = async (phrase: string, bytes: number, reader = index.next()) =>
  Object.fromEntries(await occurrencesOf(reader, segmentationsOf(phrase, lexicon), { bytes }));
const whole = saturated(1, 1);

describe('occurrencesOf', () => {
  it('finds the pages in which a phrase stands in a row', async () => {
    expect(await found('งบประมาณเพิ่มเติม', 1e6)).toEqual({ 0: whole });
    expect(await found('งบประมาณลดลง', 1e6)).toEqual({ [TOUCHING]: whole });
  });

  it('takes what it cannot afford to look at for likely, and less', async () => {
    const likely = saturated(0.5, 0.5);
    const having = [0, 2, 4, 5, 6, TOUCHING];
    expect(await found('งบประมาณเพิ่มเติม', 0)).toEqual(
      Object.fromEntries(having.map((page) => [page, likely])),
    );
  });

  it('knows a word that is cut short by the letter that touches the next one', async () => {
    expect(Object.keys(await found('รพิเศษเพิ่มเติม', 1e6))).toEqual(['4']);
    expect(Object.keys(await found('ณพิเศษเพิ่ม', 1e6))).toEqual(['5']);
    expect(await found('ธพิเศษเพิ่มเติม', 1e6)).toEqual({});
  });

  it('prefers the pages in which words touch as typed, where many have them', async () => {
    const pages = await found('รายจ่ายลดลง', 1e6);
    expect(Object.keys(pages)).toHaveLength(3001);
    expect(pages[TOUCHING]).toBe(whole);
    expect(pages[TEXTS.length]).toBe(saturated(0.5, 0.5));
  });

  it('prefers the pages in which words stand apart as typed, where many have them', async () => {
    const phrase = (text: string) => ({ text, script: 'thai' as const, first: 0, last: 0 });
    const segmentations = segmentationsOfAll(
      [phrase('งบประมาณ'), phrase('รายจ่าย')],
      lexicon,
      false,
    );
    const pages = await occurrencesOf(index.next(), segmentations, { bytes: 1e6 });
    expect(pages.get(TEXTS.length)).toBe(saturated(0.5, 0.5));
    const quoted = segmentationsOfAll([phrase('งบประมาณ')], lexicon, true);
    expect((await pagesWith(index.next(), quoted)).has(TEXTS.length)).toBe(true);
  });

  it('finds the same whichever file comes first', async () => {
    const order = async (late: string) => {
      const open = await IndexReader.open({
        read: async (name) => {
          if (name === late) await new Promise((resolve) => setTimeout(resolve, 20));
          return read(name);
        },
      });
      const key = (await index.next().lookUp(['ลดลง'])).get('ลดลง');
      const bytes = 2 * (key?.pagesBytes ?? 0) + (key?.positionsBytes ?? 0) + 100;
      return found('ลดลงเพิ่มเติม', bytes, open.next());
    };
    const lists = [...index.directory.large.values()].map((key) => fileName.pages(key.index));
    expect(lists.length).toBeGreaterThan(3);
    const [first, ...others] = await Promise.all(lists.map(order));
    for (const other of others) expect(other).toEqual(first);
  });
});
