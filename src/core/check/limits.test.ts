import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  endingOf,
  LIMITS,
  printBytes,
  SIZED_KINDS,
  type SizedKind,
  sizedKindOf,
} from './limits.ts';

const DOCUMENT = readFileSync(new URL('../../../docs/limits.md', import.meta.url), 'utf8');

/** Where docs/limits.md states each limit. */
const STATED: Readonly<Record<keyof typeof LIMITS, (limit: number) => string>> = {
  page: (limit) => `| a page (\`.mdx\`) | ${printBytes(limit)} |`,
  yaml: (limit) => `| a YAML file, such as \`covering-letters.yaml\` | ${printBytes(limit)} |`,
  table: (limit) => `\`movements.csv\` | ${printBytes(limit)} |`,
  rows: (limit) => `| rows of one of these tables | ${limit} |`,
  fiscalYears: (limit) =>
    `| fiscal years of \`content/finance\`, from the first to the last | ${limit} |`,
  textAttachment: (limit) =>
    `TXT, XML, YAML) | ${printBytes(limit)}, YAML ${printBytes(LIMITS.yaml)} |`,
  attachment: (limit) => `| any other attachment | ${printBytes(limit)} |`,
  attachmentsOfPage: (limit) => `| all attachments of one page together | ${printBytes(limit)} |`,
  attachmentCount: (limit) => `| attachments of one page | ${limit} |`,
  folderEntries: (limit) => `| files and folders in one folder | ${limit} |`,
  name: (limit) => `A name has ${limit} bytes at most`,
  path: (limit) => `a path from \`content/\` on ${limit}.`,
  nesting: (limit) => `are at most ${limit} within each other`,
  marks: (limit) => `a paragraph holds at most ${limit} of`,
  marksOfBody: (limit) => `${limit} of these signs in all`,
  line: (limit) => `the source of a figure) has ${limit} characters at most`,
  lines: (limit) => `A page has at most ${limit} lines, ${limit} bars of tables`,
};

it.each(Object.entries(STATED) as [keyof typeof LIMITS, (limit: number) => string][])(
  'the limit "%s" is the one that docs/limits.md states',
  (name, stated) => {
    expect(DOCUMENT).toContain(stated(LIMITS[name]));
  },
);

describe('the kind of file', () => {
  it.each<[string, SizedKind]>([
    ['content/manuals/a.mdx', 'page'],
    ['content/circulars/2568/a/index.MDX', 'page'],
    ['content/circulars/2568/a/covering-letters.yaml', 'yaml'],
    ['content/operator.yaml', 'yaml'],
    ['content/moved-addresses.csv', 'table'],
    ['content/circulars/permanent-ids.csv', 'table'],
    ['content/circulars/2568/a/movements.csv', 'table'],
    ['content/registry/local/authorities.csv', 'table'],
    ['content/circulars/2568/a/list.csv', 'textAttachment'],
    ['content/forms/a/picture.SVG', 'textAttachment'],
    ['content/forms/a/form.docx', 'attachment'],
    ['content/forms/a/no-ending', 'attachment'],
    ['content/forms/a/.csv', 'attachment'],
  ])('%s', (path, kind) => {
    expect(sizedKindOf(path)).toBe(kind);
    expect(SIZED_KINDS[kind]).toMatch(/^an? /);
  });
});

it.each([
  ['a.pdf', '.pdf'],
  ['a/b.C/d', ''],
  ['a/.b', ''],
  ['a.tar.GZ', '.gz'],
])('the ending of %s is "%s"', (path, ending) => expect(endingOf(path)).toBe(ending));

it.each([
  [999, '999 bytes'],
  [1_500, '1.5 kB'],
  [1_000_000, '1 MB'],
  [1_000_001, '1.1 MB'],
  [3_000_000_000, '3000 MB'],
])('prints %i bytes', (bytes, printed) => expect(printBytes(bytes)).toBe(printed));
