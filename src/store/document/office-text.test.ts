import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
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

  it('refuses what is no such file', () => {
    expect(() => officeText(strToU8('PK\u0003\u0004 cut short'))).toThrow();
  });
});
