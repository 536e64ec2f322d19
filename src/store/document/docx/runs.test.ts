import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { docxText } from '../docx-text.ts';
import { madeDocx, mark, type Parts, paragraph, plain, run, zipped } from './testing/made-docx.ts';

const read = (body: string, parts: Parts = {}) => docxText(madeDocx(body, parts));
const linesOf = (body: string, parts: Parts = {}): string[] => read(body, parts).text.split('\n');

describe('what stands in a paragraph', () => {
  it.each([
    ['runs', run('ที่ มท ๐๘๐๘') + run('.๔/ว ๑๒'), ['ที่ มท ๐๘๐๘.๔/ว ๑๒']],
    ['a line break', `${run('เรื่อง ก')}<w:r><w:br/></w:r>${run('เรียน ข')}`, ['เรื่อง ก', 'เรียน ข']],
    ['an old line break', `${run('ก')}<w:r><w:cr/></w:r>${run('ข')}`, ['ก', 'ข']],
    ['a break of columns', `${run('ก')}<w:r><w:br w:type="column"/></w:r>${run('ข')}`, ['ก', 'ข']],
    ['tabs', `${run('ก')}<w:r><w:tab/><w:ptab/></w:r>${run('ข')}`, ['ก\t\tข']],
    ['a page break', `${run('ก')}<w:r><w:br w:type="page"/></w:r>${run('ข')}`, ['ก', '\f', 'ข']],
    ['nothing but a page break', '<w:r><w:br w:type="page"/></w:r>', ['\f']],
    [
      'hyphens',
      `${run('02')}<w:r><w:noBreakHyphen/></w:r>${run('24')}<w:r><w:softHyphen/></w:r>${run('1')}`,
      ['02-241'],
    ],
    [
      'a link',
      `<w:hyperlink r:id="x">${run('www.example.go.th')}</w:hyperlink>`,
      ['www.example.go.th'],
    ],
    ['a smart tag', `<w:smartTag>${run('๒๐ เมษายน')}</w:smartTag>`, ['๒๐ เมษายน']],
    [
      'ruby',
      `<w:r><w:ruby><w:rt>${run('อ่าน')}</w:rt><w:rubyBase>${run('ฐาน')}</w:rubyBase></w:ruby></w:r>`,
      ['ฐาน'],
    ],
    [
      'math',
      `<m:oMath><m:f><m:num><m:r><m:t>๑</m:t></m:r></m:num><m:den><m:r><m:t>๒</m:t></m:r></m:den></m:f></m:oMath>`,
      ['๑/๒'],
    ],
    ['a line end within a text', '<w:r><w:t>\n  ก\n  ข\n</w:t></w:r>', ['ก   ข']],
    [
      'spaces that do not count',
      '<w:r><w:t> ก </w:t><w:t xml:space="preserve"> ข </w:t></w:r>',
      ['ก ข '],
    ],
    [
      'spaces that count by an element outside',
      '<w:r xml:space="preserve"><w:t> ก </w:t><w:t xml:space="default"> ข </w:t></w:r>',
      [' ก ข'],
    ],
    ['entities', run('ก &amp; ข &#3585;'), ['ก & ข ก']],
    [
      'a symbol',
      `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>${run(' แจ้งแล้ว')}`,
      ['☑ แจ้งแล้ว'],
    ],
    [
      'a symbol as a letter',
      run('þ', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),
      ['☑'],
    ],
    ['a lost symbol', '<w:r><w:sym w:font="TH Sarabun New" w:char="F0A1"/></w:r>', ['\uFFFD']],
    [
      'a content control',
      `<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>${run('๒๐ เมษายน ๒๕๖๙')}</w:sdtContent></w:sdt>`,
      ['๒๐ เมษายน ๒๕๖๙'],
    ],
    [
      'a drop-down list of a form',
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="ก"/><w:listEntry w:val="ข"/></w:ddList></w:ffData></w:fldChar></w:r>${mark('separate')}${mark('end')}`,
      ['ข'],
    ],
    [
      'a ticked box of a form',
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>${mark('end')}`,
      ['☒'],
    ],
  ])('reads %s', (_, content, lines) => {
    expect(linesOf(paragraph(content))).toEqual(lines);
  });

  it('reads documents of other prefixes, of the strict standard, and parts of other names', () => {
    const strict = zipped({
      '_rels/.rels':
        '<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></p:Relationships>',
      'word\\document2.xml':
        '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>ก</x:t></x:r></x:p><p xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><r><t>ข</t><tab/><t>ค</t></r></p></x:body></x:document>',
    });
    expect(docxText(strict).text).toBe('ก\nข\tค');
  });

  it('gives an indented first line a tab, and no second one', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="B"><w:pPr><w:ind w:firstLine="1440"/></w:pPr></w:style>';
    const indented = (properties: string, content = run('ก')): string =>
      paragraph(content, properties);
    const body =
      indented('<w:ind w:firstLine="720"/>') +
      indented('<w:ind w:firstLine="100"/>') +
      indented('<w:pStyle w:val="B"/>') +
      indented('<w:pStyle w:val="B"/><w:ind w:left="1440" w:firstLine="0"/>') +
      indented('<w:pStyle w:val="B"/>', `<w:r><w:tab/></w:r>${run('ก')}`) +
      indented('<w:pStyle w:val="B"/>', '');
    expect(linesOf(body, { styles })).toEqual(['\tก', 'ก', '\tก', 'ก', '\tก', '']);
  });

  it('puts a blank line before running text that only its indent parts from the lines above', () => {
    const text = 'ข้อความของเนื้อความซึ่งยาวกว่าหนึ่งบรรทัดของหน้ากระดาษ และไม่มีคำขึ้นต้นที่รู้จักเลยแม้แต่คำเดียว';
    const body =
      plain('เรียน ก') +
      plain('\tข') +
      plain('ค') +
      plain(`\t${text}`) +
      plain(`\t${text}`) +
      plain('ง') +
      plain(`          ${text}`) +
      plain('จ') +
      plain(text);
    expect(linesOf(body)).toEqual([
      'เรียน ก',
      '\tข',
      'ค',
      '',
      `\t${text}`,
      `\t${text}`,
      'ง',
      '',
      `          ${text}`,
      'จ',
      text,
    ]);
  });

  it('does not take elements of another format for its own', () => {
    const other = '<w:p xmlns:w="urn:example"><w:r><w:t>ไม่ใช่</w:t></w:r></w:p>';
    expect(linesOf(plain('ก') + other)).toEqual(['ก']);
  });
});

describe('what is not printed', () => {
  it('leaves out hidden text, by its own mark or by a style, and tells so', () => {
    const styles =
      '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="I"><w:basedOn w:val="H"/></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body =
      paragraph(
        run('ก') +
          run('ซ่อน', '<w:vanish/>') +
          run('ซ่อน', '<w:rStyle w:val="I"/>') +
          run('ข', '<w:vanish w:val="0"/>'),
      ) +
      plain('ซ่อน', '<w:pStyle w:val="P"/>') +
      plain('ซ่อน', '<w:pStyle w:val="P"/><w:rPr><w:vanish/></w:rPr>') +
      paragraph(run('ค', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="P"/>');
    expect(read(body, { styles })).toEqual({
      text: 'กข\nค',
      notes: ['hidden text, which is not printed, is left out'],
    });
  });

  it('leaves comments out, and tells how many', () => {
    const body = paragraph(
      `${run('ก')}<w:r><w:commentReference w:id="0"/></w:r><w:r><w:commentReference w:id="1"/></w:r>`,
    );
    expect(read(body, { comments: plain('ความเห็น') })).toEqual({
      text: 'ก',
      notes: ['2 comments are left out'],
    });
  });

  it('leaves out a control that nobody filled in, and keeps one that somebody did', () => {
    const control = (text: string): string =>
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`;
    const body =
      paragraph(run('เรื่อง ') + control('คลิกหรือแตะที่นี่เพื่อใส่ข้อความ')) + paragraph(control('การสำรวจ'));
    expect(read(body)).toEqual({
      text: 'เรื่อง \nการสำรวจ',
      notes: ['1 field is not filled in and left out'],
    });
  });

  it('tells of a part in another format', () => {
    expect(read(`${plain('ก')}<w:altChunk r:id="x"/>`).notes).toEqual([
      'a part of it is in another format within the file and is not read',
    ]);
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom('ที่ มท ๐๘๐๘', 'เรื่อง', 'กรมสมมติ', 'a & b <c>', '  ', '๑๒', 'ำ', '"\''),
    fc.stringMatching(/^[ -~ก-๙]{0,12}$/),
  );
  const line = fc.array(fc.oneof(piece, fc.constant('\t')), { maxLength: 5 });
  const shape = fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  });
  const escaped = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  it('reads back paragraphs, line breaks and tabs as they were written', () => {
    fc.assert(
      fc.property(shape, (paragraphs) => {
        const body = paragraphs.map((lines) =>
          paragraph(
            lines
              .map((pieces) =>
                pieces
                  .map((one) => (one === '\t' ? '<w:r><w:tab/></w:r>' : run(escaped(one))))
                  .join(''),
              )
              .join('<w:r><w:br/></w:r>'),
          ),
        );
        const text = paragraphs
          .map((lines) => lines.map((pieces) => pieces.join('')).join('\n'))
          .join('\n');
        expect(read(body.join('')).text).toBe(text);
      }),
    );
  });
});
