import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toText } from 'hast-util-to-text';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CIRCULARS, PAGES, portal } from './portal.ts';

const CONTENT = join(import.meta.dirname, '../../content');

const frontMatter = (text: string): unknown => parse(text.split(/^---$/m)[1] ?? '');

/** Everything that the records of a circular hold. */
const recordsOf = (path: string): unknown[] => {
  const folder = join(CONTENT, path);
  const letters = join(folder, 'covering-letters.yaml');
  return [
    frontMatter(readFileSync(join(folder, 'index.mdx'), 'utf8')),
    existsSync(letters) ? parse(readFileSync(letters, 'utf8')) : [],
  ];
};

/** Texts under a key, at any depth. */
const textsUnder = (value: unknown, key: string): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key && typeof inner === 'string' ? [inner] : textsUnder(inner, key),
  );
};

const spaceless = (text: string): string => text.replace(/\s+/g, '');

const htmlOf = (path: string): string =>
  readFileSync(join(portal.folder, path, 'index.html'), 'utf8');

const textOf = (path: string): string => spaceless(toText(fromHtml(htmlOf(path))));

const missing = (path: string, texts: readonly string[]): string[] => {
  const page = textOf(path);
  return texts.filter((text) => !page.includes(spaceless(text)));
};

it('sees what is missing', () => {
  const [path = ''] = CIRCULARS;
  expect(missing(path, ['มท ๙๙๙๙.๙/ว ๙๙๙๙'])).toHaveLength(1);
});

describe.each(CIRCULARS)('%s', (path) => {
  const records = recordsOf(path);

  it('shows everything that was read of a doubtful fact, and every note', () => {
    expect(missing(path, [...textsUnder(records, 'read'), ...textsUnder(records, 'note')])).toEqual(
      [],
    );
  });

  it('claims nothing of attachments where none are on record', () => {
    const said = textOf(path).includes('ไม่มีข้อมูลสิ่งที่ส่งมาด้วย');
    expect(said).toBe(!Object.hasOwn(records[0] as object, 'attachments'));
  });

  it('says of what is missing why it is', () => {
    expect(missing(path, textsUnder(records, 'missing'))).toEqual([]);
  });

  it('tells legal force before anything else, and that it is a copy', () => {
    const html = htmlOf(path);
    const order = ['id="force"', 'id="actions"', 'id="letter"', 'id="chain"', 'id="cite"'].map(
      (mark) => html.indexOf(mark),
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(missing(path, ['สำเนาเพื่อการสืบค้น ไม่ใช่ต้นฉบับ', 'ขอต้นฉบับได้ที่'])).toEqual([]);
  });
});

it('does not call the file of a form an attachment of a letter', () => {
  const forms = PAGES.filter((path) => /^\/forms\/[^/]+\/$/.test(path));
  expect(forms.map((path) => textOf(path).includes('สิ่งที่ส่งมาด้วย1'))).toEqual([false, false]);
});
