import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MADE_UP_LETTER } from '#core/letter/testing/made-up-letter.ts';
import { checkProject } from '../lib/check-project.ts';
import { EXIT } from '../lib/command.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { qr } from '../qr/command.ts';
import { ingest } from './command.ts';

const TODAY = '2026-11-28';
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-answers-'));
  await mkdir(join(root, 'content'), { recursive: true });
  await cp('content/registry', join(root, 'content/registry'), { recursive: true });
  await writeFile(join(root, 'letter.txt'), MADE_UP_LETTER);
  await writeFile(join(root, 'plan.csv'), 'หน่วยงาน,ผล\nจังหวัดสมมติ,1\n');
});
afterEach(() => rm(root, { recursive: true }));

const run = async (answers: unknown, ...args: string[]) => {
  await writeFile(join(root, 'answers.json'), JSON.stringify(answers));
  const all = ['letter.txt', '--answers', 'answers.json', ...args];
  const { code, out, err } = await recordedRun(ingest, all, { cwd: root, today: TODAY });
  return { code, out: out.join('\n'), err: err.join('\n') };
};
const folder = async (): Promise<string> => {
  const all = await readdir(join(root, 'content'), { recursive: true });
  return join(root, 'content', all.find((name) => name.endsWith('index.mdx')) ?? '', '..');
};

it('writes what was answered, and a page that the check has nothing against once it is no draft', async () => {
  const { code, out } = await run({
    letters: {
      'letter.txt:1': {
        fields: { date: '2026-02-27', 'references.0.date': '2025-02-28' },
        page: {
          sample: true,
          summary: 'เรื่องที่แต่งขึ้นเพื่อทดลอง',
          actions: [
            { role: 'provincial-office', what: 'รายงานผล', deadline: '2026-04-30' },
            { role: 'district', what: 'ส่งแบบ', deadline: '2026-04-20', doubtful: '๒๐ เม.ย.' },
          ],
          attachments: [{ title: 'แบบรายงาน', at: 0, file: 'plan.csv' }],
        },
      },
    },
  });
  expect(out).toContain('(index.mdx, movements.csv, plan.csv)');
  expect(code).toBe(EXIT.ok);
  const path = join(await folder(), 'index.mdx');
  const text = await readFile(path, 'utf8');
  for (const part of [
    'date: "2026-02-27"',
    'sample: true',
    'summary: เรื่องที่แต่งขึ้นเพื่อทดลอง',
    'deadline: "2026-04-30"',
    'read: ๒๐ เม.ย.',
    'file: plan.csv',
    'status: unknown',
    '## เรื่องนี้เกี่ยวกับอะไร\n\nเรื่องที่แต่งขึ้นเพื่อทดลอง\n',
  ]) {
    expect(text).toContain(part);
  }
  await writeFile(path, text.replace('draft: true\n', ''));
  await recordedRun(qr, ['--register'], { cwd: root, today: TODAY });
  expect((await checkProject(root, TODAY)).problems).toEqual([]);
});

it.each([
  [
    { letters: { 'letter.txt:1': { fields: { date: '2026-02-30' } } } },
    'letters.letter.txt:1.fields.date',
  ],
  [{ letters: { 'letter.txt:1': { fields: { day: '1' } } } }, 'the letter has no field "day"'],
  [{ letters: { 'other.txt:1': {} } }, 'no letter that was read is named so'],
  [{ letters: { 'letter.txt:1': { page: { titel: 'x' } } } }, 'titel'],
  [
    {
      letters: {
        'letter.txt:1': { page: { attachments: [{ title: 'x', file: 'run.exe' }] } },
      },
    },
    'it is a program',
  ],
])('refuses answers that it cannot take, and writes nothing: %#', async (answers, said) => {
  await writeFile(join(root, 'run.exe'), 'MZ');
  const { code, err } = await run(answers);
  expect([code, err]).toEqual([EXIT.failed, expect.stringContaining(said)]);
  expect(await readdir(join(root, 'content'))).toEqual(['registry']);
});

it('refuses an attachment with personal data', async () => {
  await writeFile(join(root, 'plan.csv'), 'ชื่อ,โทร\nสมมติ,080-000-0000\n');
  const { code, err } = await run({
    letters: {
      'letter.txt:1': { page: { attachments: [{ title: 'x', file: 'plan.csv' }] } },
    },
  });
  expect([code, err]).toEqual([EXIT.failed, expect.stringContaining('personal data')]);
});

it('has for certain what was answered, though a covering letter cites it otherwise', async () => {
  const covering = [
    'ที่ ชม ๐๐๒๓.๓/ว ๑๐๑\tศาลากลางจังหวัดเชียงใหม่',
    '\t๕ มีนาคม ๒๕๖๙',
    'เรื่อง  ทดลองอ่านหนังสือ',
    'เรียน  นายอำเภอ ทุกอำเภอ',
    'สิ่งที่ส่งมาด้วย  สำเนาหนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๙๙.๒/ว ๑๒๓๔ ลงวันที่ ๒๖ กุมภาพันธ์ ๒๕๖๙  จำนวน ๑ ชุด',
    '\tด้วยจังหวัดเชียงใหม่ได้รับแจ้งจากกรมส่งเสริมการปกครองท้องถิ่น จึงขอให้แจ้งต่อไป',
    'ขอแสดงความนับถือ',
    '(นายสมมติ ตัวอย่าง)',
    'ผู้ว่าราชการจังหวัดเชียงใหม่',
  ].join('\n');
  await writeFile(join(root, 'covering.txt'), covering);
  await run({ letters: { 'letter.txt:1': { fields: {} } } }, 'covering.txt');
  const path = join(await folder(), 'index.mdx');
  expect(await readFile(path, 'utf8')).toMatch(/date:\n {4}(?:value: .*\n {4})?doubt:/);
  await rm(join(root, 'content/circulars'), { recursive: true });
  await run({ letters: { 'letter.txt:1': { fields: { date: '2026-02-27' } } } }, 'covering.txt');
  const settled = join(await folder(), 'index.mdx');
  expect(await readFile(settled, 'utf8')).toContain('\n  date: "2026-02-27"\n');
  expect(await readdir(join(settled, '..'))).toContain('covering-letters.yaml');
});
