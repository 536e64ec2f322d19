import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Problem, ProblemError } from '#core/problem.ts';
import { BOUNDS, type Bounds } from './bounds.ts';
import { documentText, textWithin } from './document-text.ts';
import { madeDocx, plain, table, zipped } from './docx/testing/made-docx.ts';
import { pagePictures } from './page-picture.ts';
import { repeatedPages } from './testing/made-pages.ts';
import { madeScan } from './testing/made-scan.ts';
import { deflatedSpaces, zipOf } from './testing/made-zip.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wian-bounds-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const smaller = (some: Partial<Bounds>): Bounds => ({ ...BOUNDS, ...some });

const problemOf = async (reading: Promise<unknown>): Promise<Problem | null> => {
  try {
    await reading;
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problems[0] as Problem;
    throw error;
  }
};

/** What is said of a file of these bytes that is read as a letter; null where it is read. */
const letterProblem = (bytes: string | Uint8Array, bounds?: Bounds): Promise<Problem | null> => {
  const path = join(folder, 'given');
  writeFileSync(path, bytes);
  return problemOf(documentText(path, 'given', bounds));
};
const attachmentProblem = (bytes: Uint8Array, bounds?: Bounds): Promise<Problem | null> =>
  problemOf(textWithin(bytes, 'given', bounds));

const paragraphs = (count: number): string => '<w:p/>'.repeat(count);
const styles = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `<w:style w:styleId="s${at}"><w:basedOn w:val="s${at + 1}"/></w:style>`,
  ).join('');
const listOf = (example: string): string =>
  `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="${example}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
const LISTED =
  '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
const withContent = (xml: string): Uint8Array => zipped({ 'content.xml': xml });
const inked = (text: string) => madeScan([{ text }, { text }]);

describe('a letter that would take too much is refused, with both numbers', () => {
  it.each<[what: string, bytes: string | Uint8Array, some: Partial<Bounds>, said: string]>([
    [
      'a file that is too large',
      'ก'.repeat(1000),
      { fileBytes: 2 },
      'the file has 1 MB, more than 1',
    ],
    [
      'a document that unpacks to gigabytes',
      zipOf([{ name: 'word/document.xml', raw: deflatedSpaces(3000), size: 3000 * 2 ** 20 }]),
      {},
      'word/document.xml has 3000 MB unpacked, more than 128',
    ],
    [
      'a document of many parts',
      madeDocx(plain('ก'), { styles: ' '.repeat(8000) }),
      { wordBytes: 5000 },
      'the document has more than 1 MB of text when unpacked',
    ],
    [
      'empty paragraphs without end',
      madeDocx(paragraphs(1000)),
      { wordElements: 1000 },
      'the document has more than 1,000 elements (paragraphs, rows, cells, texts)',
    ],
    [
      'an element of many attributes',
      madeDocx(`<w:p ${Array.from({ length: 1001 }, (_, at) => `a${at}=""`).join(' ')}/>`),
      {},
      'an element of the document has more than 1,000 attributes',
    ],
    [
      'a long chain of styles',
      madeDocx('<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr></w:p>', { styles: styles(200) }),
      {},
      'more than 100 styles of the document are based on one another, up to "s100"',
    ],
    [
      'a row both high and wide',
      madeDocx(table([paragraphs(200), ...Array.from({ length: 200 }, () => plain('ก'))])),
      { wordCharacters: 10_000 },
      'the document has more than 10,000 characters and cells when it is read',
    ],
    [
      'numbers of lists that repeat a long text',
      madeDocx(LISTED.repeat(20), { numbering: listOf('ก'.repeat(1000)) }),
      { wordCharacters: 10_000 },
      'the document has more than 10,000 characters and cells when it is read',
    ],
    [
      'a text of many pages',
      'เรื่อง ก\n'.repeat(200),
      { letterText: 1000 },
      'it has 1,800 characters of text, more than 1,000',
    ],
    [
      'a long line',
      `เรื่อง ก\n${'ก'.repeat(200)}\n`,
      { lineText: 100 },
      'the line has 200 characters, more than 100',
    ],
    [
      'a paragraph of Word that is a long line',
      madeDocx(plain('ก'.repeat(200))),
      { lineText: 100 },
      'the line has 200 characters, more than 100',
    ],
    ['many pages', repeatedPages(5), {}, 'the PDF has 100,000 pages, more than 5,000'],
    [
      'a page of kilometres',
      madeScan([{ text: 'a' }, { width: 2_834_646, height: 14_400 }]),
      {},
      'page 2 of the PDF is 2,834,646 by 14,400 points large, more than 14,400',
    ],
    [
      'a page full of letters',
      inked('a'.repeat(200)),
      { pageCharacters: 100 },
      'a page of the PDF has 200 characters, more than 100',
    ],
    [
      'pages of much text',
      inked('a'.repeat(80)),
      { attachedText: 100 },
      'the PDF has more than 100 characters of text up to page 2',
    ],
    [
      'a PDF that takes much memory',
      madeScan([{ picture: { width: 4000, height: 4000, grey: new Uint8Array(16_000_000) } }]),
      { pdfMemory: 24 * 2 ** 20 },
      'the PDF takes more than 24 MB of memory to be read',
    ],
  ])('%s', async (_, bytes, some, said) => {
    expect((await letterProblem(bytes, smaller(some)))?.what).toBe(said);
  });

  it('names the line that is too long', async () => {
    const problem = await letterProblem('ก\nข\nคคค\n', smaller({ lineText: 2 }));
    expect(problem).toMatchObject({
      file: 'given',
      line: 3,
      fix: expect.stringContaining('Save'),
    });
  });

  it('reads what is just within its bounds', async () => {
    const bounds = smaller({ lineText: 3, letterText: 7 });
    expect(await letterProblem('กกก\nขขข', bounds)).toBeNull();
    expect(await letterProblem(madeScan([{ width: 14_400, height: 14_400 }]))).toBeNull();
  });

  it('reads the next PDF after one that took too much memory', async () => {
    const small = smaller({ pdfMemory: 24 * 2 ** 20 });
    const grey = new Uint8Array(16_000_000);
    expect(
      await letterProblem(madeScan([{ picture: { width: 4000, height: 4000, grey } }]), small),
    ).not.toBeNull();
    const path = join(folder, 'next.pdf');
    writeFileSync(path, inked('Upright letter'));
    expect((await documentText(path, 'next.pdf')).text).toBe('Upright letter\nUpright letter');
  });

  it('refuses folders and pipes', async () => {
    expect((await problemOf(documentText(folder, 'given')))?.what).toBe('it is a folder');
  });
});

describe('an attached document that would take too much is refused', () => {
  it.each<[what: string, bytes: Uint8Array, some: Partial<Bounds>, said: string]>([
    [
      'parts that unpack to gigabytes together',
      zipOf(
        ['a.xml', 'b.xml', 'c.xml'].map((name) => ({
          name,
          raw: deflatedSpaces(100),
          size: 100 * 2 ** 20,
        })),
      ),
      { officeBytes: 90 * 2 ** 20 },
      'the document has more than 90 MB of text when unpacked',
    ],
    [
      'rows without end',
      withContent(`<a>${'<row/>'.repeat(1000)}</a>`),
      { partElements: 1000 },
      'the document has more than 1,000 elements (paragraphs, rows, cells, texts)',
    ],
    [
      'elements without ends',
      withContent('<a>'.repeat(700)),
      {},
      'the document is nested more than 600 levels deep',
    ],
    [
      'a long text',
      withContent(`<a><p>${'ก'.repeat(60)}</p><p>${'ก'.repeat(60)}</p></a>`),
      { attachedText: 100 },
      'the document has more than 100 characters of text',
    ],
  ])('%s', async (_, bytes, some, said) => {
    expect((await attachmentProblem(bytes, smaller(some)))?.what).toBe(said);
  });

  it('expands no entities', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "กกกก"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await textWithin(withContent(`${entities}<p>&b;</p>`), 'given')).toContain('&b;');
  });
});

describe('a box of many lines', () => {
  it('is read, though it has more lines than a call takes arguments', async () => {
    const path = join(folder, 'lines.docx');
    const box = `<w:txbxContent>${paragraphs(130_000)}</w:txbxContent>`;
    writeFileSync(path, madeDocx(`<w:p><w:r><w:pict>${box}</w:pict></w:r></w:p>`));
    expect((await documentText(path, 'lines.docx')).text).toHaveLength(130_000);
  });
});

describe('pictures of pages', () => {
  it('are not drawn of a page of kilometres', async () => {
    const large = madeScan([{ width: 100_000, height: 842 }]);
    await expect(pagePictures(large, 1)).rejects.toThrow('page 1 of the PDF is 100,000 by 842');
  });
});

describe('the bounds', () => {
  const document = readFileSync(
    new URL('../../../docs/reading-documents.md', import.meta.url),
    'utf8',
  );
  const stated = [...document.matchAll(/\| ([\d,]+)( MB)? \| `(\w+)` \|/g)].map(
    ([, figure = '', unit, name]) => [
      name,
      Number(figure.replaceAll(',', '')) * (unit ? 2 ** 20 : 1),
    ],
  );

  it('are those that docs/reading-documents.md states', () => {
    expect(Object.fromEntries(stated)).toEqual(BOUNDS);
    expect(stated).toHaveLength(Object.keys(BOUNDS).length);
  });
});
