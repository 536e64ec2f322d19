import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { madeScan } from '#store/document/testing/made-scan.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';
import {
  CIRCULAR,
  checked,
  checkedAgain,
  type Files,
  GOOD,
  PAGE,
  replaced,
  TODAY,
  withProject,
} from './good-content.ts';

const WORDS = 'A line of text that is long enough to be the text layer of a page';
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The good project with a PDF as the letter's own file, of which front matter says what is given. */
const withLetter = (
  pdf: string,
  { sheets, ...said }: { sheets: number; file?: string; sha256?: string },
): Files => {
  const file = said.file ?? 'letter.pdf';
  const sha256 = said.sha256 ?? createHash('sha256').update(pdf).digest('hex');
  const fields = `letterFile:\n  file: ${file}\n  size: ${Buffer.byteLength(pdf)}\n  sha256: ${sha256}\n  sheets: ${sheets}\n`;
  return new Map(replaced(GOOD, PAGE, 'attachments:\n', `${fields}attachments:\n`)).set(
    `${CIRCULAR}/${file}`,
    pdf,
  );
};
const written = (letterFile: string): Files =>
  replaced(GOOD, PAGE, 'attachments:\n', `letterFile: ${letterFile}\nattachments:\n`);

const text = latin1(madeScan([{ text: WORDS }, { text: WORDS }]));
const scan = latin1(madeScan([{}, {}, {}]));
const mixed = latin1(madeScan([{ text: WORDS }, { text: 'ScanApp 2' }]));
const notes = (files: Files) =>
  withProject(files, async (root) => {
    const first = (await checkProject(root, TODAY)).notes;
    // What is remembered of a file must not hide a note.
    expect((await checkProject(root, TODAY)).notes).toEqual(first);
    return first.filter(({ file }) => file?.endsWith('.pdf'));
  });

it('takes a PDF with size, digest and pages as written', async () => {
  expect(await checked(withLetter(text, { sheets: 2 }))).toEqual([]);
  expect(await notes(withLetter(text, { sheets: 2 }))).toEqual([]);
});

describe('notes', () => {
  it('a scan that nothing was looked for in', async () => {
    expect(await checked(withLetter(scan, { sheets: 3 }))).toEqual([]);
    const [note, ...others] = await notes(withLetter(scan, { sheets: 3 }));
    expect(others).toEqual([]);
    expect(note?.file).toBe(`${CIRCULAR}/letter.pdf`);
    expect(note?.what).toMatch(/^no page of this letter has a text layer/);
  });

  it('pages that are pictures among others', async () => {
    const [note] = await notes(withLetter(mixed, { sheets: 2 }));
    expect(note?.what).toMatch(/^pages without a text layer: 2 of 2,/);
  });

  it('where a doubtful field stands in the scan', async () => {
    const seen = '  seen:\n    - {field: letter.subject, sheet: 2, box: [144, 172, 343, 190]}\n';
    const files = withLetter(scan, { sheets: 3 });
    const doubted = replaced(
      replaced(files, PAGE, '  sheets: 3\n', `  sheets: 3\n${seen}`),
      PAGE,
      '  subject: การเข้าใช้งานระบบ\n',
      '  subject: {value: การเข้าใช้งานระบบ, doubt: unclear, readings: [{read: การเข้าใช้งานระบ?, source: letter}]}\n',
    );
    expect(await checked(doubted)).toEqual([]);
    const all = await withProject(doubted, async (root) => (await checkProject(root, TODAY)).notes);
    const [note] = all.filter(({ file }) => file === PAGE);
    const lines = doubted.get(PAGE)?.split('\n') ?? [];
    expect(lines[(note?.line ?? 0) - 1]).toMatch(/^ {2}subject:/);
    expect(note).toMatchObject({
      what: `"letter.subject" is in doubt; in ${CIRCULAR}/letter.pdf it is on page 2, from 14 % to 34 % of its width and from 17 % to 19 % of its height`,
    });
  });
});

const secret = latin1(madeScan([{ text: 'CONFIDENTIAL' }]));
const personal = latin1(madeScan([{ text: `${WORDS} 080-000-0000` }]));
const BOTH =
  '{file: letter.pdf, size: 1, sha256: x, sheets: 1, withdrawn: {file: letter.pdf, date: "2026-11-28", reason: privacy}}';

it.each<[string, Files]>([
  ['another number of pages', withLetter(text, { sheets: 3 })],
  ['another digest', withLetter(text, { sheets: 2, sha256: 'a'.repeat(64) })],
  ['a class of secrecy in its text', withLetter(secret, { sheets: 1 })],
  ['a mobile number in its text', withLetter(personal, { sheets: 1 })],
  ['a file that is no PDF', withLetter('a picture', { sheets: 1 })],
  ['a PDF that is cut short', withLetter('%PDF-1.4 cut', { sheets: 1 })],
  ['a name that is not of a PDF', withLetter(text, { sheets: 2, file: 'letter.jpg' })],
  ['no file', written(`{file: letter.pdf, size: 1, sha256: ${'a'.repeat(64)}, sheets: 1}`)],
  ['no number of pages', written(`{file: letter.pdf, size: 1, sha256: ${'a'.repeat(64)}}`)],
  ['neither a file nor why not', written('{}')],
  ['both a file and that it was withdrawn', written(BOTH)],
])('refuses %s', async (_, files) => {
  const problems = await checked(files);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems).toMatchSnapshot();
  expect(await checkedAgain(files)).toEqual(problems);
});

it('takes a letter that was withdrawn, and refuses the file that still lies there', async () => {
  const files = written('{withdrawn: {file: letter.pdf, date: "2026-11-28", reason: privacy}}');
  expect(await checked(files)).toEqual([]);
  const left = await checked(new Map(files).set(`${CIRCULAR}/letter.pdf`, text));
  expect(left.join()).toContain('was withdrawn, but still lies beside the page');
});
