import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { toArabicDigits } from '#core/letter/digits.ts';
import { readContentTree } from '#store/content/content-tree.ts';
import { readPage } from '#store/content/page-file.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = process.env.WIAN_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url));
const letters = `${shared}/letters/`;

/** Length, in Thai characters, from which the same run of text is somebody's sentence and not a common phrase. */
const LONGEST_COMMON = 39;

/** Names and titles: facts, which have no other wording. */
const NAMES = [
  'ระบบบัญชีคอมพิวเตอร์ขององค์กรปกครองส่วนท้องถิ่น',
  'ระบบคลังความรู้ของระบบบัญชีคอมพิวเตอร์ขององค์กรปกครองส่วนท้องถิ่น',
  'สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด',
  'กรมส่งเสริมการปกครองท้องถิ่น',
  'กลุ่มงานพัฒนาระบบบัญชีท้องถิ่น',
  'หน่วยงานภายใต้สังกัดขององค์กรปกครองส่วนท้องถิ่น',
];

/** The Thai letters of a text, and a break wherever anything but a space stands between them. */
const thaiRuns = (text: string): string[] => {
  const withoutNames = NAMES.reduce((rest, name) => rest.replaceAll(name, '|'), text);
  return toArabicDigits(withoutNames)
    .replace(/\s+/g, '')
    .split(/[^\u0E01-\u0E4E]+/)
    .filter((run) => run.length > LONGEST_COMMON);
};

const windows = (run: string): string[] =>
  Array.from({ length: run.length - LONGEST_COMMON }, (_, at) =>
    run.slice(at, at + LONGEST_COMMON + 1),
  );

/** Runs of a text that stand in the letters too. */
const copiedFrom = (source: ReadonlySet<string>, text: string): string[] =>
  thaiRuns(text).flatMap((run) => windows(run).filter((window) => source.has(window)));

const letterFiles = await readdir(letters).catch((error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return [];
  throw error;
});
const scans = letterFiles.filter((name) => name.endsWith('.txt'));
if (scans.length === 0) {
  console.warn('SKIPPED: the letters are not on this machine, so no page was compared with them');
}

it('sees a sentence that was copied, across spaces and line ends', () => {
  const sentence = 'ให้ผู้ปฏิบัติงานทุกคนตรวจสอบความถูกต้องของข้อมูลก่อนบันทึกลงในระบบเสมอ';
  const source = new Set(thaiRuns(sentence).flatMap(windows));
  expect(copiedFrom(source, `เวียน: ${sentence.slice(0, 30)}\n${sentence.slice(30)}`)).not.toEqual(
    [],
  );
  expect(copiedFrom(source, 'ตรวจข้อมูลก่อนบันทึกทุกครั้ง')).toEqual([]);
});

describe.runIf(scans.length > 0)('no page repeats a sentence of the letters', async () => {
  const texts = await Promise.all(scans.map((name) => readFile(letters + name, 'utf8')));
  const source = new Set(texts.flatMap(thaiRuns).flatMap(windows));
  const pages = readContentTree(root).files.filter(({ path }) => path.endsWith('.mdx'));

  it.each(pages)('$path', ({ path, text }) => {
    const { frontMatter, body } = readPage(text ?? '', path);
    const { title, summary, actions } = frontMatter.data as Record<string, unknown>;
    const written = [title, summary, JSON.stringify(actions ?? []), body].join('\n');
    expect(copiedFrom(source, written)).toEqual([]);
  });
});
