import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { synonymWords } from './concepts.ts';
import { cutText, type Excerpt, excerpts } from './excerpt.ts';
import { Lexicon } from './lexicon.ts';
import { readQuery } from './query.ts';
import { WordCounter } from './word-counts.ts';

const INTRO = 'ส่วนนี้เล่าความเป็นมาของระบบโดยทั่วไป '.repeat(12);
const TEXT = `${INTRO}\nผู้ใช้ตั้งรหัสผ่านใหม่ได้ทางอีเมล\nติดต่อสอบถามได้ในวันเวลาราชการ`;
const SECTIONS = [
  { id: 'background', title: 'ความเป็นมา', start: 0, level: 2 },
  { id: 'password', title: 'รหัสผ่าน', start: TEXT.indexOf('ผู้ใช้ตั้ง'), level: 2 },
  { id: 'contact', title: 'ติดต่อ', start: TEXT.indexOf('ติดต่อ'), level: 2 },
];
const counter = new WordCounter();
counter.add(TEXT);
const lexicon = new Lexicon(counter.lexicon(synonymWords()));

const ROWS = ['ตำบลบ้านกลาง', 'ตำบลบ้านใต้', 'ตำบลบ้านเหนือ', 'ตำบลบ้านใหม่', 'เมืองบ้านใหม่'];
const rowsFor = (query: string): string[] => {
  const text = ROWS.join('\n');
  const words = new WordCounter();
  words.add(text);
  const lexiconOfRows = new Lexicon(words.lexicon(synonymWords()));
  const sections = ROWS.map((title) => ({ id: title, title, start: text.indexOf(title) }));
  return excerpts(
    cutText(text, lexiconOfRows),
    sections,
    readQuery(query, lexiconOfRows),
  ).sections.map(({ section }) => section.id);
};

const show = ({ parts, cutBefore, cutAfter }: Excerpt) =>
  `${cutBefore ? '…' : ''}${parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('')}${cutAfter ? '…' : ''}`;
const of = (query: string, length = 60) =>
  excerpts(cutText(TEXT, lexicon), SECTIONS, readQuery(query, lexicon), { length });

describe('excerpts', () => {
  it('shows the lines that answer, with the words marked and no space that the page does not have', () => {
    expect(show(of('รหัสผ่านใหม่').excerpt)).toContain('ผู้ใช้ตั้ง[รหัสผ่านใหม่]ได้ทาง');
  });

  it('marks a synonym', () => {
    expect(show(of('พาสเวิร์ด').excerpt)).toContain('[รหัสผ่าน]');
  });

  it('names the sections that answer', () => {
    expect(of('รหัสผ่าน').sections.map(({ section }) => section.id)).toEqual(['password']);
  });

  it.each([
    ['ตำบลบ้านเหนือ', ['ตำบลบ้านเหนือ']],
    ['บ้านใหม่', ['ตำบลบ้านใหม่', 'เมืองบ้านใหม่']],
    ['ตำบลบ้าน', []],
    ['ตำบล', []],
  ])('names only the rows that have most of %s, and none where many have', (query, rows) => {
    expect(rowsFor(query)).toEqual(rows);
  });

  it('shows the beginning of a page that answers by its title alone', () => {
    const excerpt = show(of('zebra').excerpt);
    expect(excerpt.startsWith('ส่วนนี้')).toBe(true);
    expect(excerpt.endsWith('…')).toBe(true);
  });

  it('is made of the text and nothing else, for any text and query', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'กขคงาิี่้เแ ๑2<\n'), maxLength: 300 });
    fc.assert(
      fc.property(letters, letters, fc.integer({ min: 50, max: 200 }), (text, query, length) => {
        const { excerpt } = excerpts(cutText(text, lexicon), [], readQuery(query, lexicon), {
          length,
        });
        const joined = excerpt.parts.map((part) => part.text).join('');
        expect(text.replace(/\s+/g, ' ')).toContain(joined.trim().replace(/\s+/g, ' '));
      }),
    );
  });
});
