import { describe, expect, it } from 'vitest';
import { docxText } from '../docx-text.ts';
import { field, madeDocx, mark, type Parts, paragraph, plain, run } from './testing/made-docx.ts';

const read = (body: string, parts: Parts = {}) => docxText(madeDocx(body, parts));
const linesOf = (body: string, parts: Parts = {}): string[] => read(body, parts).text.split('\n');

describe('fields', () => {
  it.each([
    [
      'shows the result of a field',
      field(' CREATEDATE \\@ "d MMMM bbbb" ', run('๒๐ เมษายน ๒๕๖๙')),
      ['๒๐ เมษายน ๒๕๖๙'],
    ],
    [
      'shows the result of a field in one element',
      `<w:fldSimple w:instr=" SAVEDATE ">${run('๒๐ เมษายน ๒๕๖๙')}</w:fldSimple>`,
      ['๒๐ เมษายน ๒๕๖๙'],
    ],
    [
      'shows no result of a field within an instruction',
      field(`</w:instrText></w:r>${field('DOCPROPERTY x', run('ลับ'))}<w:r><w:instrText>`, run('ก')),
      ['ก'],
    ],
    ['shows a field within a result', field('IF', run('ก') + field('REF x', run('ข'))), ['กข']],
    ['passes over a lone mark', run('ก') + mark('begin') + run('ข'), ['กข']],
    ['passes over a lone end', mark('end') + run('ก') + mark('separate') + run('ข'), ['กข']],
  ])('%s', (_, content, lines) => {
    expect(linesOf(paragraph(content))).toEqual(lines);
  });

  it('shows a table of contents line by line', () => {
    const first = `${mark('begin')}<w:r><w:instrText>TOC \\o</w:instrText></w:r>${mark('separate')}${run('บทที่ ๑')}<w:r><w:tab/></w:r>${field('PAGEREF a', run('๑'))}`;
    expect(linesOf(paragraph(first) + paragraph(run('บทที่ ๒') + mark('end')) + plain('จบ'))).toEqual(
      ['บทที่ ๑\t๑', 'บทที่ ๒', 'จบ'],
    );
  });

  it('prints no line for paragraphs of an instruction', () => {
    const opening = `${run('ก')}${mark('begin')}<w:r><w:instrText>IF</w:instrText></w:r>`;
    const closing = `${mark('separate')}${run('ข')}${mark('end')}`;
    expect(linesOf(paragraph(opening) + plain('ไม่พิมพ์') + paragraph(closing))).toEqual(['ก', 'ข']);
  });

  it('tells of a date that moves on', () => {
    const { text, notes } = read(
      paragraph(field(' DATE \\@ "d MMMM bbbb" ', run('๒๐ เมษายน ๒๕๖๙'))),
    );
    expect(text).toBe('๒๐ เมษายน ๒๕๖๙');
    expect(notes).toEqual([expect.stringContaining('the day of its last saving is read')]);
  });

  it.each([
    ['in one element', `<w:fldSimple w:instr="DATE" w:fldLock="true">${run('ก')}</w:fldSimple>`],
    ['of marks', field('DATE', run('ก')).replace('"begin"', '"begin" w:fldLock="1"')],
    ['of the day of creation', field('CREATEDATE', run('ก'))],
  ])('says nothing of a date that stays, %s', (_, content) => {
    expect(read(paragraph(content))).toEqual({ text: 'ก', notes: [] });
  });

  it('tells of numbers that no file holds', () => {
    const field = `${mark('begin')}<w:r><w:instrText>AUTONUM</w:instrText></w:r>${mark('end')}`;
    expect(read(paragraph(field + run('ก')))).toEqual({
      text: 'ก',
      notes: ['it has numbers that the file does not hold (AUTONUM or LISTNUM)'],
    });
  });
});
