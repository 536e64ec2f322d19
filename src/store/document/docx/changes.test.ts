import { describe, expect, it } from 'vitest';
import { docxText } from '../docx-text.ts';
import { madeDocx, type Parts, paragraph, plain, run, table } from './testing/made-docx.ts';

const read = (body: string, parts: Parts = {}) => docxText(madeDocx(body, parts));
const linesOf = (body: string, parts: Parts = {}): string[] => read(body, parts).text.split('\n');

describe('tracked changes', () => {
  const deleted = (text: string): string =>
    `<w:del w:author="x"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
  const deletedMark = '<w:rPr><w:del w:author="x"/></w:rPr>';

  it('reads them as accepted, and tells how many', () => {
    const body = paragraph(
      `${run('ภายในวันที่ ')}${deleted('๑๕')}<w:ins>${run('๓๑')}</w:ins>${run(' กรกฎาคม')}`,
    );
    expect(read(body)).toEqual({
      text: 'ภายในวันที่ ๓๑ กรกฎาคม',
      notes: ['it has tracked changes (1 insertion, 1 deletion), read as if all were accepted'],
    });
  });

  it('keeps what was moved where it went', () => {
    const moved = `<w:moveFrom>${run('ข')}</w:moveFrom>`;
    expect(
      linesOf(paragraph(run('ก') + moved) + paragraph(`<w:moveTo>${run('ข')}</w:moveTo>`)),
    ).toEqual(['ก', 'ข']);
  });

  it.each([
    [
      'joins paragraphs whose parting was deleted',
      plain('เรื่อง การ', deletedMark) + plain('สำรวจ'),
      ['เรื่อง การสำรวจ'],
    ],
    [
      'drops a paragraph that was deleted whole',
      plain('ก') + paragraph(deleted('ข'), deletedMark) + plain('ค'),
      ['ก', 'ค'],
    ],
    ['keeps text before a table', plain('ก', deletedMark) + table([plain('ข')]), ['ก', 'ข']],
    [
      'drops deleted rows',
      '<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>' +
        plain('ก') +
        '</w:tc></w:tr><w:tr><w:tc>' +
        plain('ข') +
        '</w:tc></w:tr></w:tbl>',
      ['ข'],
    ],
    [
      'drops deleted cells',
      '<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>' +
        plain('ก') +
        '</w:tc><w:tc>' +
        plain('ข') +
        '</w:tc></w:tr></w:tbl>',
      ['ข'],
    ],
    [
      'takes no former list for the present',
      plain(
        'ก',
        '<w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
      ),
      ['ก'],
    ],
  ])('%s', (_, body, lines) => {
    expect(linesOf(body)).toEqual(lines);
  });
});
