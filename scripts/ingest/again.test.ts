import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { EXIT } from '../lib/command.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { ingest } from './command.ts';
import { LETTER, useMadeProject } from './testing/made-project.ts';

const { at, run, put, files, page } = useMadeProject();

it('writes one circular of a letter that it is given twice, also with another deadline', async () => {
  await put('a.txt', LETTER);
  await put('copy.txt', LETTER);
  const { out } = await run(['a.txt', 'copy.txt']);
  expect(out).toContain('2 files, 2 letters, 1 circulars; 0 refused');
  expect(out).toContain('another copy of letters[0]');
  expect((await files()).filter((name) => name.endsWith('index.mdx'))).toHaveLength(1);
  expect((await page()).text).toContain('จากไฟล์ a.txt, copy.txt');
  const ids = await readFile(at('content/circulars/permanent-ids.csv'), 'utf8');
  expect(ids.trim().split('\n')).toHaveLength(2);
  await put('b.txt', LETTER.replace(/^(\s*จึงเรียน)/m, '\tขอให้รายงานภายในวันที่ ๓๐ กรกฎาคม ๒๕๖๘\n$1'));
  expect((await run(['a.txt', 'b.txt', '--dry-run'])).out).toContain(
    'conflict: letters[0] deadlines',
  );
});

it('tells nothing of a letter of which another copy is marked as secret', async () => {
  await put('a.txt', LETTER);
  await put('copy.txt', `ลับ\n${LETTER}`);
  expect((await run(['a.txt', 'copy.txt'])).code).toBe(EXIT.failed);
  expect(await files()).toEqual([]);
});

it('tells a deadline, and a receipt, that a letter states otherwise than before', async () => {
  const body = (day: string, address = '') =>
    LETTER.replace(/^(\s*จึงเรียน)/m, `\tขอให้รายงานผลภายในวันที่ ${day} กรกฎาคม ๒๕๖๙${address}\n$1`);
  await put('a.txt', body('๓๑'));
  await put('b.txt', body('๓๐', ' ที่ https://www.example.go.th/report'));
  await run(['a.txt']);
  expect((await run(['a.txt'])).out).toContain('says the same');
  const { out } = await run(['b.txt']);
  expect(out).not.toContain('says the same');
  expect(out).toMatch(/deadlines\n +there: .*31 กรกฎาคม 2569.*\n +read: .*30 กรกฎาคม 2569/);
  expect(out).toMatch(/addresses\n +there: \(nothing\)\n +read: .*example\.go\.th/);
  const { path, text } = await page();
  const rewritten = `${text.split('## ')[0]}ส่งภายใน 13 พ.ค. 69 และวันที่ ๓๑ กรกฎาคม พ.ศ. ๒๕๖๙\n`;
  await writeFile(path, rewritten);
  expect((await run(['a.txt'])).out).toContain('says the same');
  expect((await run(['b.txt'])).out).toContain('differs in 2 fields');
  await run(['b.txt', '--merge', '--fields', 'deadlines,addresses']);
  expect(await readFile(path, 'utf8')).toMatch(/พ.ศ. ๒๕๖๙\n\n## [\s\S]*- 30 กรกฎาคม 2569/);
  expect((await run(['b.txt'])).out).toContain('says the same');
  const ledger = path.replace('index.mdx', 'movements.csv');
  const rows = await readFile(ledger, 'utf8');
  await writeFile(ledger, rows.replace(/^(1,sent,[a-z]+,)\d{4}/m, '$12020'));
  expect((await run(['b.txt'])).out).toContain('movements.sent.');
  await run(['b.txt', '--merge', '--fields', 'all']);
  expect(await readFile(ledger, 'utf8')).toMatch(/^\d+,corrected,.*,1,[^,]*$/m);
  expect((await run(['b.txt'])).out).toContain('says the same');
});

it('refuses what it cannot read of a folder, and passes over what no person takes for a letter', async () => {
  await mkdir(at('letters/.hidden'), { recursive: true });
  await put('letters/a.txt', LETTER);
  await put('letters/b.rtf', '{\\rtf1 x}');
  await put('letters/c.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  await put('letters/d.odt', 'PK');
  await put('letters/e.xlsx', 'PK');
  await put('letters/letter without an ending', Buffer.from([0, 1, 2, 255]));
  for (const name of ['.DS_Store', 'Thumbs.db', '~$c.doc', '.~lock.d.odt#', 'desktop.ini'])
    await put(`letters/${name}`, 'x');
  await put('letters/.hidden/f.txt', LETTER);
  await put('letters/register.csv', 'a,b');
  const { code, out, err } = await run(['letters', '--dry-run']);
  expect(code).toBe(EXIT.failed);
  expect(out).toContain('6 files, 1 letters, 1 circulars; 5 refused');
  expect(out).toContain('passed over as data, not letters: 1 (.csv)');
  for (const name of ['b.rtf', 'c.doc', 'd.odt', 'e.xlsx', 'letter without an ending'])
    expect(err).toMatch(new RegExp(`^letters/${name}: .+\n(?:  why: .+\n)?  fix: `, 'm'));
  expect(out + err).not.toMatch(/DS_Store|Thumbs|lock|desktop|hidden|\$c/);
});

it('tells in Thai how far it is, and what it refuses', async () => {
  await mkdir(at('letters'));
  await put('letters/a.txt', LETTER);
  await put('letters/b.docx', 'PK');
  await put('letters/c.csv', 'a,b');
  const { out, err } = await recordedRun(ingest, ['letters', '--dry-run'], {
    cwd: at(),
    env: { WIAN_LANG: 'th' },
  });
  expect(out.slice(0, 3)).toEqual([
    'ข้ามเพราะเป็นข้อมูล ไม่ใช่หนังสือ: 1 ไฟล์ (.csv)',
    '1/2 letters/a.txt: หนังสือ 1 ฉบับ',
    expect.stringMatching(/^2\/2 letters\/b\.docx: ไม่รับ [^a-z]*$/),
  ]);
  expect(err.join('\n')).not.toMatch(/\b[a-z]+ [a-z]{2,}/);
});
