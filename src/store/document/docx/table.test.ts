import { describe, expect, it } from 'vitest';
import { docxText } from '../docx-text.ts';
import { madeDocx, plain, table } from './testing/made-docx.ts';

const cell = (...lines: readonly string[]): string => lines.map((line) => plain(line)).join('');
const read = (body: string): string[] => docxText(madeDocx(body)).text.split('\n');
const LONG = 'ข้อความยาวของช่องหนึ่งซึ่งไม่พอในบรรทัดเดียวของครึ่งหน้ากระดาษ และจึงต้องพิมพ์เป็นหลายบรรทัดในช่องนั้น';

describe('tables', () => {
  it.each([
    [
      'a letterhead',
      [['ที่ มท ๐๘๐๘.๔/ว ๑๒'], ['กรมสมมติ', 'ถนนสมมติ', 'กทม. ๑๐๐๐๐']],
      ['ที่ มท ๐๘๐๘.๔/ว ๑๒\tกรมสมมติ', '\tถนนสมมติ', '\tกทม. ๑๐๐๐๐'],
    ],
    [
      'a letterhead with the emblem between',
      [['ที่ มท ๐๘๐๘.๔/ว ๑๒'], [''], ['กรมสมมติ', 'ถนนสมมติ']],
      ['ที่ มท ๐๘๐๘.๔/ว ๑๒\t\tกรมสมมติ', '\t\tถนนสมมติ'],
    ],
    ['a label', [['เรื่อง'], [LONG]], [`เรื่อง\t${LONG}`]],
    [
      'a label of a list',
      [['สิ่งที่ส่งมาด้วย'], [`๑. ${LONG}`, '๒. แบบ']],
      [`สิ่งที่ส่งมาด้วย\t๑. ${LONG}`, '\t๒. แบบ'],
    ],
    [
      'labels in one cell',
      [
        ['เรื่อง', 'เรียน'],
        ['การสำรวจ', 'ผู้ว่าราชการจังหวัด'],
      ],
      ['เรื่อง\tการสำรวจ', 'เรียน\tผู้ว่าราชการจังหวัด'],
    ],
    [
      'columns of running text',
      [
        [LONG, 'ก'],
        [LONG, 'ข'],
      ],
      [LONG, 'ก', LONG, 'ข'],
    ],
    [
      'a number before columns of running text',
      [['๑'], [LONG, 'ก'], [LONG, 'ข']],
      [`๑\t${LONG}`, 'ก', LONG, 'ข'],
    ],
    ['cells that begin with a tab', [['ก'], ['\tข']], ['ก\tข']],
    ['empty cells', [[''], ['']], ['']],
  ])('reads %s', (_, cells, lines) => {
    expect(read(table(cells.map((one) => cell(...one))))).toEqual(lines);
  });

  it('reads a table within a cell as lines of the cell', () => {
    const inner = table([cell('ก'), cell('ข')], [cell('ค'), cell('ง')]);
    expect(read(table([cell('หัว'), inner]))).toEqual(['หัว\tก\tข', '\tค\tง']);
  });

  it('leaves out cells that go on from the cell above, and hidden rows', () => {
    const row = (first: string, second: string, properties = ''): string =>
      `<w:tr>${properties}<w:tc>${first}</w:tc><w:tc>${second}</w:tc></w:tr>`;
    const body = `<w:tbl>${row(`<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${cell('ก')}`, cell('๑'))}${row(`<w:tcPr><w:vMerge/></w:tcPr>${cell('ซ่อน')}`, cell('๒'))}${row(cell('ซ่อน'), cell('ซ่อน'), '<w:trPr><w:hidden/></w:trPr>')}</w:tbl>`;
    expect(read(body)).toEqual(['ก\t๑', '\t๒']);
  });

  it('reads rows and cells within content controls', () => {
    const control = (content: string): string =>
      `<w:sdt><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body = `<w:tbl>${control(`<w:tr>${control(`<w:tc>${cell('ก')}</w:tc>`)}<w:tc>${cell('ข')}</w:tc></w:tr>`)}</w:tbl>`;
    expect(read(control(body))).toEqual(['ก\tข']);
  });
});
