import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { officeText } from './office-text.ts';

const packed = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

const linesOf = (parts: Readonly<Record<string, string>>): string[] =>
  officeText(packed(parts))
    .split('\n')
    .filter((line) => line.trim() !== '');

describe('officeText', () => {
  it('joins the runs of a paragraph, and parts paragraphs, in all parts of a Word document', () => {
    expect(
      linesOf({
        'word/document.xml':
          '<w:document><w:p><w:r><w:t>02</w:t></w:r><w:r><w:t>-241-9000</w:t></w:r></w:p><w:p><w:t>ก &amp; ข</w:t></w:p></w:document>',
        'word/header1.xml': '<w:hdr><w:p><w:t>หัวกระดาษ</w:t></w:p></w:hdr>',
        'word/comments.xml': '<w:comments><w:p><w:t>หมายเหตุ</w:t></w:p></w:comments>',
        'docProps/core.xml':
          '<cp:coreProperties><dc:creator>ผู้เขียน</dc:creator></cp:coreProperties>',
        'word/media/picture.png': 'not text',
      }),
    ).toEqual(['02-241-9000', 'ก & ข', 'หัวกระดาษ', 'หมายเหตุ', 'ผู้เขียน']);
  });

  it('gives the cells of a workbook one by one', () => {
    expect(
      linesOf({
        'xl/sharedStrings.xml':
          '<sst><si><t>ชื่อ</t></si><si><r><t>โท</t></r><r><t>ร</t></r></si></sst>',
        'xl/worksheets/sheet2.xml':
          '<worksheet><row><c><v>12</v></c><c t="inlineStr"><is><t>กอง</t></is></c></row></worksheet>',
      }),
    ).toEqual(['ชื่อ', 'โทร', '12', 'กอง']);
  });

  it('reads OpenDocument and slides', () => {
    expect(
      linesOf({
        'content.xml':
          '<office:text><text:h>หัวข้อ</text:h><text:p>ก<text:span>ข</text:span></text:p></office:text>',
        'ppt/slides/slide1.xml': '<p:sld><a:p><a:r><a:t>สไลด์</a:t></a:r></a:p></p:sld>',
      }),
    ).toEqual(['หัวข้อ', 'กข', 'สไลด์']);
  });

  // Made-up numbers, broken in the ways in which people and programs break them.
  it.each([
    ['by a line break', '<w:r><w:t>โทร. ๐๘๐-๐๐๐</w:t><w:br/><w:t>๐๐๐๐</w:t></w:r>'],
    [
      'by a hyphen, a line break and a tab',
      '<w:r><w:t>080-000-</w:t><w:br/><w:tab/><w:t>0000</w:t></w:r>',
    ],
    ['by an old line break', '<w:r><w:t>080 000</w:t><w:cr/><w:t>0000</w:t></w:r>'],
    [
      'by a hyphen that is not to be broken',
      '<w:r><w:t>080</w:t><w:noBreakHyphen/><w:t>000</w:t><w:noBreakHyphen/><w:t>0000</w:t></w:r>',
    ],
    ['by tabs', '<w:r><w:t>080</w:t><w:tab/><w:t>000</w:t><w:tab/><w:t>0000</w:t></w:r>'],
    ['by runs', '<w:r><w:t>080-0</w:t></w:r><w:proofErr/><w:r><w:t>00-0000</w:t></w:r>'],
    [
      'by what was deleted',
      '<w:r><w:t>080-0</w:t></w:r><w:del><w:r><w:delText>99</w:delText></w:r></w:del><w:r><w:t>00-0000</w:t></w:r>',
    ],
    [
      'by the end of a paragraph',
      '<w:r><w:t>080-000</w:t></w:r></w:p><w:p><w:r><w:t>0000</w:t></w:r>',
    ],
    [
      'by nothing, before another after a line break',
      '<w:r><w:t>โทร. ๐๘ ๐๐๐๐ ๐๐๐๐</w:t><w:br/><w:t>๒๔๑ ๙๐๐๐</w:t></w:r>',
    ],
  ])('gives a telephone number broken %s so that it is found', (_, runs) => {
    const text = officeText(
      packed({ 'word/document.xml': `<w:document><w:p>${runs}</w:p></w:document>` }),
    );
    expect(findPersonalData(text).map(({ kind }) => kind)).toContain('mobile');
  });

  it('finds breaks of lines in OpenDocument and slides, and a number that tracked changes took out', () => {
    expect(
      linesOf({
        'content.xml': '<text:p>ก<text:line-break/>ข<text:tab/>ค<text:s/>ง</text:p>',
        'ppt/slides/slide1.xml': '<a:p><a:t>จ</a:t><a:br/><a:t>ฉ</a:t></a:p>',
        'word/document.xml':
          '<w:p><w:del><w:r><w:delText>080-000-0000</w:delText></w:r></w:del></w:p>',
      }),
    ).toEqual(['ก', 'ข ค ง', 'จ', 'ฉ', '080-000-0000']);
  });

  it('gives addresses of links and descriptions of pictures', () => {
    expect(
      linesOf({
        'word/_rels/document.xml.rels':
          '<Relationships><Relationship Target="mailto:somebody@mail.invalid" TargetMode="External"/></Relationships>',
        'word/document.xml': '<w:p><wp:docPr descr="บัตรของผู้ติดต่อ"/><v:textpath string="ลับ"/></w:p>',
      }),
    ).toEqual(['mailto:somebody@mail.invalid', 'บัตรของผู้ติดต่อ', 'ลับ']);
  });

  it('refuses what is no such file', () => {
    expect(() => officeText(strToU8('PK\u0003\u0004 cut short'))).toThrow();
  });
});
