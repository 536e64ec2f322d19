import { describe, expect, it } from 'vitest';
import { docxText } from '../docx-text.ts';
import { madeDocx, type Parts, part, plain, zipped } from './testing/made-docx.ts';

const read = (body: string, parts: Parts = {}) => docxText(madeDocx(body, parts));
const linesOf = (body: string, parts: Parts = {}): string[] => read(body, parts).text.split('\n');

describe('bad input', () => {
  const bytes = madeDocx(plain('ก'.repeat(500)));

  it.each([
    [
      'a file cut short',
      bytes.subarray(0, bytes.length - 40),
      'the zip within is damaged: its list of files is missing',
    ],
    ['a workbook', zipped({ 'xl/workbook.xml': '<workbook/>' }), 'it is an Excel workbook'],
    [
      'an OpenDocument text',
      zipped({ 'content.xml': '<x/>' }),
      'it is an OpenDocument file (.odt)',
    ],
    ['any other zip', zipped({ 'a.txt': 'ก' }), 'it is a zip without a Word document in it'],
    [
      'a part without an end',
      zipped({ 'word/document.xml': '<w:document><w:body><w:p>' }),
      'word/document.xml is not well-formed XML',
    ],
    [
      'an element without an end',
      zipped({
        'word/document.xml': `<w:document><w:body><w:p>${plain('ก')}</w:body></w:document>`,
      }),
      'word/document.xml is not well-formed XML',
    ],
    [
      'a bomb',
      zipped({ 'word/document.xml': `<w:document>${' '.repeat(33 * 1024 * 1024)}</w:document>` }),
      'the document has more than 32 MB of text when unpacked',
    ],
  ])('refuses %s', (_, content, message) => {
    expect(() => docxText(content)).toThrow(message);
  });

  it('refuses a file of which one byte is not as it was written', () => {
    const at = Buffer.from(bytes).indexOf(Buffer.from('word/document.xml')) + 60;
    const changed = bytes.slice();
    changed[at] = (changed[at] as number) ^ 1;
    expect(() => docxText(changed)).toThrow(
      /word\/document\.xml (?:cannot be unpacked|has not the checksum)/,
    );
  });

  it('refuses a part that unpacks to more than it says', () => {
    const lying = Buffer.from(madeDocx(plain('ก'.repeat(50_000))));
    const name = lying.lastIndexOf(Buffer.from('word/document.xml'));
    lying.writeUInt32LE(100, name - 46 + 24);
    expect(() => docxText(lying)).toThrow('word/document.xml cannot be unpacked');
  });

  it('reads tables within tables, and refuses what is nested without end', () => {
    const nested = (depth: number): string => {
      const open = '<w:tbl><w:tr><w:tc>'.repeat(depth);
      return `${open}${plain('ก')}${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
    };
    expect(linesOf(nested(190))).toEqual(['ก']);
    expect(() => read(nested(50_000))).toThrow('the document is nested more than 600 levels deep');
  });

  it('expands no entities of its own', () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "กกกก">]>${part('document', `<w:body>${plain('&a;ข')}</w:body>`)}`;
    expect(docxText(zipped({ 'word/document.xml': xml })).text).toBe('&a;ข');
  });
});
