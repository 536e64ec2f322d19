import { describe, expect, it } from 'vitest';
import { docxText } from '../docx-text.ts';
import {
  field,
  madeDocx,
  type Parts,
  paragraph,
  plain,
  run,
  table,
  textBox,
} from './testing/made-docx.ts';

const read = (body: string, parts: Parts = {}) => docxText(madeDocx(body, parts));
const linesOf = (body: string, parts: Parts = {}): string[] => read(body, parts).text.split('\n');

const margins = (...references: readonly string[]): string =>
  `<w:sectPr>${references.map((one) => `<w:${one.replace(/\d/, '')}Reference w:type="default" r:id="${one}"/>`).join('')}</w:sectPr>`;

describe('text boxes', () => {
  it('reads a box once, before the paragraph that it hangs on', () => {
    expect(linesOf(paragraph(run('ที่ มท ๑') + textBox(plain('ด่วนที่สุด') + plain('ก'))))).toEqual([
      'ด่วนที่สุด',
      'ก',
      'ที่ มท ๑',
    ]);
  });

  it('reads the old version where the new one has no text', () => {
    const content =
      '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>' +
      plain('ก') +
      '</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>';
    expect(linesOf(paragraph(content + run('ข')))).toEqual(['ก', 'ข']);
  });

  it('reads word art', () => {
    const art = '<w:r><w:pict><v:shape><v:textpath string="สำเนา"/></v:shape></w:pict></w:r>';
    expect(linesOf(paragraph(art + run('ก')))).toEqual(['สำเนา', 'ก']);
  });

  it('refuses the file where a box is a mark of secrecy', () => {
    expect(() => read(paragraph(textBox(plain('ลับมาก')) + run('ก')))).toThrow(
      'a text box of the document is marked "ลับมาก"',
    );
  });
});

describe('headers, footers and notes', () => {
  it('reads a header above and a footer below, without the numbers of pages', () => {
    const parts = {
      header1: plain('กรมสมมติ') + paragraph(`${run('- ')}${field('PAGE', run('๒'))}${run(' -')}`),
      footer1:
        plain('สำนักสมมติ') +
        paragraph(
          `${run('หน้า ')}<w:fldSimple w:instr="PAGE">${run('๑')}</w:fldSimple>${run(' จาก ')}${field('NUMPAGES', run('๓'))}`,
        ),
    };
    expect(linesOf(plain('ก') + margins('header1', 'footer1'), parts)).toEqual([
      'กรมสมมติ',
      'ก',
      '',
      'สำนักสมมติ',
    ]);
  });

  it('puts the header of the first page above, that of the others below; even pages only where they differ', () => {
    const references =
      '<w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/><w:headerReference w:type="even" r:id="header3"/>';
    const parts = { header1: plain('แรก'), header2: plain('ต่อไป'), header3: plain('คู่') };
    const body = (title: string): string =>
      `${plain('ก')}<w:sectPr>${references}${title}</w:sectPr>`;
    expect(linesOf(body('<w:titlePg/>'), parts)).toEqual(['แรก', 'ก', '', 'ต่อไป']);
    expect(linesOf(body(''), parts)).toEqual(['ต่อไป', 'ก']);
    expect(linesOf(body(''), { ...parts, settings: '<w:evenAndOddHeaders/>' })).toEqual([
      'ต่อไป',
      'ก',
      '',
      'คู่',
    ]);
  });

  it('begins a section on a new page, and repeats no header that it has from the one before', () => {
    const first = paragraph(run('ก'), margins('header1'));
    expect(linesOf(`${first}${plain('ข')}<w:sectPr/>`, { header1: plain('หัว') })).toEqual([
      'หัว',
      'ก',
      '\f',
      'ข',
    ]);
    expect(
      linesOf(`${first}${plain('ข')}<w:sectPr><w:type w:val="continuous"/></w:sectPr>`, {
        header1: plain('หัว'),
      }),
    ).toEqual(['หัว', 'ก', 'ข']);
  });

  it.each(['header', 'footer'])(
    'refuses the file where a %s is marked as secret, beside a page number too',
    (kind) => {
      const content = paragraph(run('ลับที่สุด ') + field('PAGE', run('๑')));
      const refused = () => read(plain('ก') + margins(`${kind}1`), { [`${kind}1`]: content });
      expect(refused).toThrow(`a ${kind} of the document is marked "ลับที่สุด"`);
    },
  );

  it('refuses a watermark that marks the letter as secret', () => {
    const art = paragraph(
      '<w:r><w:pict><v:shape><v:textpath string="ลับ"/></v:shape></w:pict></w:r>',
    );
    expect(() => read(plain('ก') + margins('header1'), { header1: art })).toThrow('is marked "ลับ"');
  });

  it('refuses a mark beside other columns of a header', () => {
    const header = table([plain('ลับ'), plain('กรมสมมติซึ่งมีชื่อยาวมากจนเต็มทั้งบรรทัดของหัวกระดาษ')]);
    expect(() => read(plain('ก') + margins('header1'), { header1: header })).toThrow(
      'a header of the document is marked "ลับ"',
    );
  });

  it('says no more of a header that is marked than its class', () => {
    const header = plain('ลับมาก ขอทราบข้อเท็จจริงกรณีสมมติ');
    const refused = () => read(plain('ก') + margins('header1'), { header1: header });
    expect(refused).toThrow(/marked "ลับมาก"/);
    expect(refused).not.toThrow(/สมมติ/);
  });

  it('takes a place name for no mark', () => {
    expect(linesOf(plain('ก') + margins('header1'), { header1: plain('อำเภอลับแล') })).toEqual([
      'อำเภอลับแล',
      'ก',
    ]);
  });

  it('gives footnotes and endnotes at the end, and no mark of them in the text', () => {
    const refer = (kind: string, id: number): string =>
      `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, text: string): string =>
      `<w:${kind} w:id="${id}">${paragraph(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)}</w:${kind}>`;
    const body = paragraph(
      run('พ.ศ. ๒๕๖๘') +
        refer('footnote', 5) +
        run(' ก') +
        refer('endnote', 1) +
        refer('footnote', 2),
    );
    const parts = {
      footnotes:
        note('footnote', -1, 'เส้น') + note('footnote', 2, 'สอง') + note('footnote', 5, 'หนึ่ง'),
      endnotes: note('endnote', 1, 'ท้าย'),
    };
    expect(linesOf(body, parts)).toEqual(['พ.ศ. ๒๕๖๘ ก', '', '[1] หนึ่ง', '[i] ท้าย', '[2] สอง']);
  });
});
