import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growthOf, LINEAR } from '../../../tests/growth.ts';
import { synonymWords } from './concepts.ts';
import { Lexicon } from './lexicon.ts';
import { fold, tidy } from './normalise.ts';
import { tokenise } from './tokens.ts';
import { WordCounter } from './word-counts.ts';

const counter = new WordCounter();
counter.add('หน้าที่ของสถาบัน การบรรทุกส่งนั้น ต้องแจ้งจำนวน 5 บาท งบประมาณของเทศบาลให้ทราบ');
counter.add('องค์การบริหารส่วนตำบล (อบต.) ต้องรายงานการใช้จ่ายงบประมาณ');
const lexicon = new Lexicon(counter.lexicon(synonymWords()));
const cut = (text: string) => {
  const folded = fold(tidy(text));
  return tokenise(folded, lexicon);
};
const words = (text: string) => cut(text).tokens.map(({ term }) => term);

describe('tokenise', () => {
  it('takes time that grows as the joined words do', () => {
    const growth = growthOf(
      (size) => 'e-laas '.repeat(size),
      (text) => tokenise(text, lexicon),
      20_000,
    );
    expect(growth).toBeLessThan(LINEAR);
  });

  it('cuts the same with a tone mark left out', () => {
    const whole = cut('หน้าที่ของสถาบัน').tokens.map(({ term }) => term.length);
    expect(words('หนาทีของสถาบัน')).toHaveLength(whole.length);
    expect(words('หน้าที่ของสถาบัน')).toEqual(['หน้าที่', 'ของ', 'สถาบัน']);
  });

  it.each([
    ['อบต.', ['อบต']],
    ['1,000,000 บาท', ['1000000', 'บาท']],
    ['covid19', ['covid', '19']],
    ['ๆ ฯลฯ', ['ล']],
    ['', []],
    ['!?…', []],
  ])('cuts "%s"', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ['e-LAAS', 'elaas'],
    ['e laas', 'elaas'],
    ['E–LAAS', 'elaas'],
    ['laas.dla.go.th', 'laasdlagoth'],
    ['0808.4', '0808.4'],
  ])('joins %s to %s', (text, key) => {
    expect(
      cut(text)
        .compounds.filter(({ kind }) => kind === 'joined')
        .map(({ keys }) => keys[0]),
    ).toEqual([key]);
  });

  it.each([
    ['รหัสผ่าน', 'พาสเวิร์ด'],
    ['Password', 'พาสเวิร์ด'],
    ['ล็อคอิน', 'เข้าสู่ระบบ'],
    ['log in', 'login'],
    ['อินเตอร์เน็ต', 'อินเทอร์เน็ต'],
    ['ผอ.กองคลัง', 'หัวหน้าหน่วยงานคลัง'],
    ['ผู้อำนวยการกองคลัง', 'ผอ.คลัง'],
    ['พ.ร.บ.', 'พระราชบัญญัติ'],
    ['PDPA', 'คุ้มครองข้อมูลส่วนบุคคล'],
    ['โคราช', 'นครราชสีมา'],
  ])('knows %s and %s for one concept', (one, other) => {
    const concepts = (text: string) =>
      cut(text)
        .compounds.filter(({ kind }) => kind === 'concept')
        .flatMap(({ keys }) => keys);
    expect(concepts(one)).toHaveLength(1);
    expect(concepts(one)).toEqual(concepts(other));
  });

  it('prefers a letter number to the numbers within it', () => {
    expect(cut('มท 0808.4/ว 2007').compounds.map(({ kind }) => kind)).toContain('number');
    expect(cut('มท 0808.4/ว 2007').compounds.map(({ kind }) => kind)).not.toContain('joined');
  });

  it('gives tokens in order, within the text and apart, for any text', () => {
    const letters = fc.constantFrom(...'กงนมยบตทสหอเแโใไาิีุู่้์ำะั็ๆฯ๐๑๒๓12ab-./ "', '\u0000', '😀');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 80 }), (text) => {
        const folded = fold(tidy(text));
        const { tokens, compounds } = tokenise(folded, lexicon);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(folded.length);
        for (const { first, last } of compounds)
          expect(first <= last && last < tokens.length).toBe(true);
      }),
    );
  });
});
