import { deflateSync } from 'node:zlib';
import { madeDocx, plain, table, zipped } from '#store/document/docx/testing/made-docx.ts';
import { repeatedPages } from '#store/document/testing/made-pages.ts';
import { madeScan } from '#store/document/testing/made-scan.ts';
import { zipOf } from '#store/document/testing/made-zip.ts';
import { type Maker, MEBIBYTE, many, spaces } from './hostile-parts.ts';
import { CSV, HTML, ODS, XLSX } from './hostile-registers.ts';

/** A file that asks for far more than anything an office keeps; harmless to programs that keep their bounds. */
export interface HostileFile {
  readonly name: string;
  /** Its ending, by which it is given to the command that reads such files. */
  readonly ending: 'docx' | 'pdf' | 'txt' | 'xlsx' | 'ods' | 'csv' | 'html';
  readonly bytes: () => Uint8Array;
}

/** A PDF of one page; `more` are objects from number 5 on. */
const pdf = (
  content: Uint8Array,
  filter: string,
  more: readonly string[] = [],
  extra = '',
): Uint8Array => {
  const objects = [
    Buffer.from('<</Type/Catalog/Pages 2 0 R>>'),
    Buffer.from('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    Buffer.from(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>${extra}>>>>`,
    ),
    Buffer.concat([
      Buffer.from(`<<${filter}/Length ${content.length}>> stream\n`),
      content,
      Buffer.from('\nendstream'),
    ]),
    ...more.map((text) => Buffer.from(text, 'latin1')),
  ];
  const body = objects.map((object, at) =>
    Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]),
  );
  const trailer = Buffer.from(`trailer <</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`);
  return Buffer.concat([Buffer.from('%PDF-1.4\n'), ...body, trailer]);
};
const packedPdf = (text: string | Uint8Array): Uint8Array =>
  pdf(deflateSync(Buffer.from(text as string)), '/Filter/FlateDecode');
/** Drawings that each draw the next ten times over: 10 to the power of `levels` words. */
const drawnWithin = (levels: number): Uint8Array => {
  const forms = Array.from({ length: levels }, (_, at) => {
    const text = at === levels - 1 ? 'BT /F 9 Tf (word) Tj ET' : '/X Do '.repeat(10);
    const next = at === levels - 1 ? '' : `/XObject<</X ${at + 6} 0 R>>`;
    return `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>${next}>>/Length ${text.length}>> stream\n${text}\nendstream`;
  });
  return pdf(Buffer.from('/X Do'), '', forms, '/XObject<</X 5 0 R>>');
};

const LINE = 'ที่ มท ๐๘๙๙.๙/ว ๗๐ ลงวันที่ ๒๑ มีนาคม ๒๕๖๘ ';
const paragraphs = (count: number): string => '<w:p/>'.repeat(count);
const list = (count: number): string =>
  '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'.repeat(
    count,
  );

const DOCX: readonly Maker[] = [
  ['3 GB of spaces as its text', () => zipOf([spaces('word/document.xml', 3000)])],
  [
    '3 GB that say they are 10 bytes',
    () => zipOf([{ ...spaces('word/document.xml', 3000), size: 10 }]),
  ],
  [
    '120 MB in each of 20 parts',
    () => zipOf(Array.from({ length: 20 }, (_, at) => spaces(`word/header${at}.xml`, 120))),
  ],
  [
    '10,001 files',
    () => zipOf(Array.from({ length: 10_001 }, (_, at) => ({ name: `word/${at}.xml` }))),
  ],
  [
    'files that share their bytes',
    () =>
      zipOf([
        { name: 'word/document.xml', data: 'ก' },
        { name: 'word/styles.xml', data: 'ก', place: 0 },
      ]),
  ],
  [
    'the document twice',
    () =>
      zipOf([
        { name: 'word/document.xml', data: 'ก' },
        { name: 'word/document.xml', data: 'ข' },
      ]),
  ],
  ['2,000,000 empty paragraphs', () => madeDocx(paragraphs(2_000_000))],
  [
    'tables 700 deep',
    () =>
      madeDocx(`${'<w:tbl><w:tr><w:tc>'.repeat(700)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(700)}`),
  ],
  ['a paragraph of 30 MB', () => madeDocx(plain('ก'.repeat(10_000_000)))],
  [
    '300,000 items of a list',
    () =>
      madeDocx(list(300_000), {
        numbering: `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="thaiCounting"/><w:lvlText w:val="${'%1'.repeat(20)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
      }),
  ],
  [
    'a row of 500 high cells',
    () => madeDocx(table(Array.from({ length: 500 }, () => paragraphs(1000)))),
  ],
  [
    'entities within entities',
    () =>
      zipped({
        'word/document.xml': `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(1000)}">${many(9, (at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)}]><w:document xmlns:w="x"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`,
      }),
  ],
];

const PDF: readonly Maker[] = [
  ['100,000 pages', () => repeatedPages(5)],
  ['10,000,000 pages', () => repeatedPages(7)],
  ['a page of 1,000 km', () => madeScan([{ text: 'a' }, { width: 2_834_645_669, height: 14_400 }])],
  ['a page of no size', () => madeScan([{ text: 'a', width: 0, height: 0 }])],
  ['300 MB of drawing', () => packedPdf(Buffer.alloc(300 * MEBIBYTE, '0 0 m\n'))],
  ['700 MB of spaces', () => packedPdf(Buffer.alloc(700 * MEBIBYTE, ' '))],
  [
    '600,000 characters on a page',
    () => packedPdf(`BT /F 9 Tf ${'(aaaaaaaaaa) Tj '.repeat(60_000)}ET`),
  ],
  ['2,000,000 paths', () => packedPdf('0 0 1 1 re f\n'.repeat(2_000_000))],
  ['drawings within drawings, 10^8 words', () => drawnWithin(9)],
  [
    'a picture that says it has 10^10 dots',
    () =>
      pdf(
        Buffer.from('/X Do'),
        '',
        [
          '<</Type/XObject/Subtype/Image/Width 100000/Height 100000/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>> stream\na\nendstream',
        ],
        '/XObject<</X 5 0 R>>',
      ),
  ],
  [
    '60 MB behind its end',
    () => Buffer.concat([madeScan([{ text: 'a' }]), Buffer.alloc(60_000_000, ' ')]),
  ],
  [
    '500,000 empty objects',
    () =>
      pdf(
        Buffer.from('BT ET'),
        '',
        Array.from({ length: 500_000 }, () => '<<>>'),
      ),
  ],
];

const TEXT: readonly Maker[] = [
  ['a line of 60 MB', () => Buffer.alloc(60_000_000, 'ก')],
  ['more than 64 MB', () => Buffer.alloc(70_000_000, 'ก\n')],
  ['20,000,000 empty lines', () => Buffer.alloc(20_000_000, '\n')],
  ['60 MB of zeros', () => Buffer.alloc(60_000_000)],
  ['300 pages of numbers and dates', () => Buffer.from(`${LINE}\n`.repeat(20_000))],
  ['a line of 99,000 characters of numbers', () => Buffer.from(LINE.repeat(2_000))],
  ['300,000 tone marks', () => Buffer.from(`เรื่อง ก${'\u0e49'.repeat(90_000)}\n`.repeat(3))],
  ['900,000 opening brackets', () => Buffer.from(`${'('.repeat(9_000)}\n`.repeat(100))],
  [
    '60 MB of UTF-16',
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.alloc(60_000_000, 'ก', 'utf16le')]),
  ],
  ['300,000 lines of form feeds', () => Buffer.from('\f\n'.repeat(300_000))],
];

const of = (ending: HostileFile['ending'], makers: readonly Maker[]): HostileFile[] =>
  makers.map(([name, bytes]) => ({ name, ending, bytes }));

/** Files that a script makes, ten or more of each kind. */
export const HOSTILE: readonly HostileFile[] = [
  ...of('docx', DOCX),
  ...of('pdf', PDF),
  ...of('txt', TEXT),
  ...of('xlsx', XLSX),
  ...of('ods', ODS),
  ...of('csv', CSV),
  ...of('html', HTML),
];
