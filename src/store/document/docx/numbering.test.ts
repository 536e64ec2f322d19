import {
  AlignmentType,
  Document,
  type ILevelsOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  Paragraph,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { docxText } from '../docx-text.ts';
import { inList, level, madeDocx, paragraph, plain, run } from './testing/made-docx.ts';

const definition = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, of: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;
const item = (id: number, at = 0): string => plain('ก', inList(id, at));
const startAt = (at: number, start: number): string =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`;

const THREE =
  level(0, 'thaiNumbers', '%1.') +
  level(1, 'thaiNumbers', '%1.%2') +
  level(2, 'thaiLetters', '%3)');

const read = (body: string, numbering: string, styles = ''): string[] =>
  docxText(madeDocx(body, { numbering, styles })).text.split('\n');

describe('numbers of lists', () => {
  it('are kept as the docx library writes them', async () => {
    const level = (
      at: number,
      format: ILevelsOptions['format'],
      text: string,
      suffix?: ILevelsOptions['suffix'],
    ): ILevelsOptions => ({
      level: at,
      format,
      text,
      alignment: AlignmentType.LEFT,
      ...(suffix ? { suffix } : {}),
    });
    const document = new Document({
      numbering: {
        config: [
          {
            reference: 'points',
            levels: [
              level(0, LevelFormat.THAI_NUMBERS, '%1.'),
              level(1, LevelFormat.THAI_NUMBERS, '%1.%2'),
              level(2, LevelFormat.THAI_LETTERS, '(%3)', LevelSuffix.NOTHING),
            ],
          },
          {
            reference: 'words',
            levels: [level(0, LevelFormat.THAI_COUNTING, 'ประการที่%1', LevelSuffix.SPACE)],
          },
        ],
      },
      sections: [
        {
          children: [
            ['points', 0],
            ['points', 1],
            ['points', 1],
            ['points', 2],
            ['points', 2],
            ['points', 0],
            ['points', 1],
            ['words', 0],
            ['words', 0],
          ].map(
            ([reference, at]) =>
              new Paragraph({
                text: 'ก',
                numbering: { reference: reference as string, level: at as number },
              }),
          ),
        },
      ],
    });
    expect(docxText(await Packer.toBuffer(document)).text.split('\n')).toEqual([
      '๑. ก',
      '๑.๑ ก',
      '๑.๒ ก',
      '(ก)ก',
      '(ข)ก',
      '๒. ก',
      '๒.๑ ก',
      'ประการที่หนึ่ง ก',
      'ประการที่สอง ก',
    ]);
  });

  it('go on in another list of the same definition, and begin anew where a list says so', () => {
    const numbering =
      definition(0, THREE) +
      list(1, 0) +
      list(2, 0) +
      list(3, 0, startAt(0, 1)) +
      list(4, 0, startAt(0, 7));
    expect(read([1, 1, 2, 3, 3, 1, 4].map((id) => item(id)).join(''), numbering)).toEqual([
      '๑. ก',
      '๒. ก',
      '๓. ก',
      '๑. ก',
      '๒. ก',
      '๓. ก',
      '๗. ก',
    ]);
  });

  it('of a level begin anew behind a level above, unless the level never does', () => {
    const never =
      level(0, 'decimal', '%1.') + level(1, 'decimal', '%2)', '<w:lvlRestart w:val="0"/>');
    const body = [0, 1, 1, 0, 1].map((at) => item(1, at)).join('');
    expect(read(body, definition(0, THREE) + list(1, 0))).toEqual([
      '๑. ก',
      '๑.๑ ก',
      '๑.๒ ก',
      '๒. ก',
      '๒.๑ ก',
    ]);
    expect(read(body, definition(0, never) + list(1, 0))).toEqual([
      '1. ก',
      '1) ก',
      '2) ก',
      '2. ก',
      '3) ก',
    ]);
  });

  it('come from a paragraph style, each level from its own, also through the style that it is based on', () => {
    const levels =
      level(0, 'thaiNumbers', 'ข้อ %1', '<w:pStyle w:val="A"/>') +
      level(1, 'thaiNumbers', '%1.%2', '<w:pStyle w:val="B"/>');
    const styles =
      `<w:style w:type="paragraph" w:styleId="A"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="B"/></w:style>`;
    const styled = (id: string, more = ''): string =>
      plain('ก', `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      styled('A') +
      styled('B') +
      styled('C') +
      styled('A', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      styled('A');
    expect(read(body, definition(0, levels) + list(1, 0), styles)).toEqual([
      'ข้อ ๑ ก',
      '๑.๑ ก',
      '๑.๒ ก',
      'ก',
      'ข้อ ๒ ก',
    ]);
  });

  it('of a style based on itself have an end', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>';
    expect(read(plain('ก', '<w:pStyle w:val="A"/>'), '', styles)).toEqual(['ก']);
  });

  it.each([
    [
      'legal numbers are decimals',
      level(0, 'upperRoman', '%1') + level(1, 'thaiNumbers', '%1.%2', '<w:isLgl/>'),
      [0, 1],
      ['I ก', '1.1 ก'],
    ],
    [
      'a level may be of another format in the number of a level below',
      level(0, 'thaiLetters', '%1.') + level(1, 'decimal', '%1%2'),
      [0, 0, 1],
      ['ก. ก', 'ข. ก', 'ข1 ก'],
    ],
    ['a level above that was never used has its first number', THREE, [1, 1], ['๑.๑ ก', '๑.๒ ก']],
    [
      'a custom format is given by example',
      level(0, 'custom', '%1').replace(
        'w:val="custom"',
        'w:val="custom" w:format="๐๐๑, ๐๐๒, ๐๐๓, ..."',
      ),
      [0],
      ['๐๐๑ ก'],
    ],
    [
      'a bullet of a symbol font',
      level(0, 'bullet', '\uf0a7').replace(
        '</w:lvl>',
        '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>',
      ),
      [0],
      ['▪ ก'],
    ],
    ['a bullet of an unknown shape', level(0, 'bullet', '\uf099'), [0], ['• ก']],
    ['a dash', level(0, 'bullet', '-'), [0, 0], ['- ก', '- ก']],
    ['a level without numbers', level(0, 'none', ''), [0], ['ก']],
    [
      'hidden numbers',
      level(0, 'decimal', '%1').replace('</w:lvl>', '<w:rPr><w:vanish/></w:rPr></w:lvl>'),
      [0],
      ['ก'],
    ],
    ['no gap', level(0, 'decimal', '%1)', '<w:suff w:val="nothing"/>'), [0], ['1)ก']],
  ])('%s', (_, levels, at, lines) => {
    expect(
      read(at.map((one) => item(1, one)).join(''), definition(0, levels) + list(1, 0)),
    ).toEqual(lines);
  });

  it('follow a list style, and a level that a list has of its own', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>' +
      definition(1, `<w:styleLink w:val="S"/>${THREE}`) +
      list(1, 0) +
      list(2, 1, `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', '%1')}</w:lvlOverride>`);
    expect(read(item(1) + item(1) + item(2), numbering)).toEqual(['๑. ก', '๒. ก', 'C ก']);
  });

  it('do not count paragraphs that were deleted', () => {
    const gone = paragraph(
      '<w:del><w:r><w:delText>ข</w:delText></w:r></w:del>',
      `${inList(1)}<w:rPr><w:del/></w:rPr>`,
    );
    expect(read(item(1) + gone + item(1), definition(0, THREE) + list(1, 0))).toEqual([
      '๑. ก',
      '๒. ก',
    ]);
  });

  it('stand before the first of several lines, and on a line without text', () => {
    const body =
      paragraph(`${run('ก')}<w:r><w:br/></w:r>${run('ข')}`, inList(1)) + paragraph('', inList(1));
    expect(read(body, definition(0, THREE) + list(1, 0))).toEqual(['๑. ก', 'ข', '๒. ']);
  });

  it('are decimals where their format is not known, which is reported', () => {
    const numbering = definition(0, level(0, 'hebrew1', '%1.')) + list(1, 0);
    expect(docxText(madeDocx(item(1), { numbering }))).toEqual({
      text: '1. ก',
      notes: ['a list has numbers of a kind that is not known; they are read as decimals'],
    });
  });

  it('of a list that is not there are none', () => {
    expect(read(item(9), definition(0, THREE))).toEqual(['ก']);
  });
});
