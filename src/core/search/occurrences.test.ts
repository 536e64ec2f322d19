import { describe, expect, it } from 'vitest';
import type { SearchDocument } from './document.ts';
import { IndexBuilder } from './index-builder.ts';
import { IndexReader } from './index-reader.ts';
import { occurrencesOf } from './occurrences.ts';
import { readingsOf } from './readings.ts';

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
const words = ['งบประมาณ', 'รายจ่าย', 'เพิ่มเติม', 'ลดลง', 'พิเศษ'];
const builder = new IndexBuilder({ words, costs: words.map(() => 40) });
const TEXTS = ['งบประมาณเพิ่มเติม', 'งบประมาณพิเศษลดลง', 'เพิ่มเติมงบประมาณ'];
for (const text of TEXTS) builder.add(document(text));
// So many that its lists have files of their own, which cost something.
for (let page = 0; page < 3000; page++) builder.add(document('งบประมาณรายจ่าย'));
const files = new Map([...builder.files()].map(({ name, bytes }) => [name, bytes]));
const index = await IndexReader.open({ read: async (name) => files.get(name) as Uint8Array });

const found = async (stretch: string, bytes: number) =>
  Object.fromEntries(
    await occurrencesOf(index.next(), readingsOf(stretch, index.directory.lexicon), { bytes }),
  );

describe('occurrencesOf', () => {
  it('finds the pages in which a stretch stands in a row', async () => {
    expect(await found('งบประมาณเพิ่มเติม', 1e6)).toEqual({ 0: 1 });
    expect(await found('งบประมาณลดลง', 1e6)).toEqual({});
  });

  it('takes what it cannot afford to look at for likely, and less', async () => {
    expect(await found('งบประมาณเพิ่มเติม', 0)).toEqual({ 0: 0.5, 2: 0.5 });
  });
});
