import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { recordedRun } from '../lib/recorded-run.ts';
import { importRegister } from './import.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const LEDGER = 'content/circulars/2568/dla-0808-4-w1541-0402/movements.csv';
const ROWS = [
  ['ทะเบียนหนังสือรับ จังหวัดนครพนม', '', '', '', '', '', ''],
  ['เลขทะเบียนรับ', 'วันที่รับ', 'เวลา', 'ที่', 'ลงวันที่', 'จาก', 'เรื่อง'],
  [
    '๑๒๓',
    '๘/๔/๒๕๖๘',
    '๐๙.๓๐ น.',
    'มท ๐๘๐๘.๔/ว๑๕๔๑',
    '๒ เมษายน ๒๕๖๘',
    'กรมส่งเสริมการปกครองท้องถิ่น',
    'New e-LAAS',
  ],
  ['๑๒๔', '๘/๔/๒๕๖๘', '', 'มท ๐๘๐๘.๔/ว ๑๕๔๑', '๓ เมษายน ๒๕๖๘', 'สถ.', 'ลงวันที่อื่น'],
  ['๑๒๕', '๘/๔/๒๕๖๘', '', 'กค ๐๔๐๒/๙', '๓ เมษายน ๒๕๖๘', 'กระทรวงการคลัง', 'เรื่องอื่น'],
];

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-import-'));
  cpSync(join(project, 'content/circulars'), join(root, 'content/circulars'), { recursive: true });
  cpSync(join(project, 'content/registry'), join(root, 'content/registry'), {
    recursive: true,
    filter: (path) => !path.includes('registry/local'),
  });
});
afterEach(() => rmSync(root, { recursive: true }));

const run = async (...args: string[]) => {
  const { code, said } = await recordedRun(importRegister, args, { cwd: root });
  return { code, text: said.join('\n') };
};
const csv = () => `${ROWS.map((row) => row.join(',')).join('\n')}\n`;
/** Thai in Windows-874: the block at U+0E00 lies at 0xA0. */
const windows874 = (text: string) =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x0e01 ? code - 0x0e00 + 0xa0 : code;
    }),
  );

it.each(['utf-8', 'windows-874', 'xlsx'])(
  'takes over a register in %s, and twice changes nothing',
  async (form) => {
    const file = form === 'xlsx' ? 'register.xlsx' : 'register.csv';
    if (form === 'xlsx') {
      const sheet = ROWS.map((row) => row.map((value) => ({ value, type: String })));
      await writeExcelFile(sheet as never).toFile(join(root, file));
    } else writeFileSync(join(root, file), form === 'utf-8' ? csv() : windows874(csv()));
    const before = readFileSync(join(root, LEDGER), 'utf8');
    const dry = await run(file, '--office', 'p48', '--dry-run');
    expect(dry.text).toContain('matched 1, doubtful 1, unknown 1; would record 1');
    expect(readFileSync(join(root, LEDGER), 'utf8')).toBe(before);
    const first = await run(file, '--office', 'p48');
    expect(first.code).toBe(0);
    const after = readFileSync(join(root, LEDGER), 'utf8');
    expect(after.slice(before.length)).toBe(
      `3,received,p48,2025-04-08,09:30,123,,,,,register:${file},,\n`,
    );
    const rest = readFileSync(join(root, `${file}.rest.csv`), 'utf8');
    expect(rest.split('\n').map((line) => line.split(',').slice(0, 3).join(','))).toEqual(
      [
        'line,verdict,reason',
        '4,doubtful,"the register dates the letter 2025-04-03',
        '5,unknown,no circular has a letter of this number',
        '',
      ].map((line) => line),
    );
    const second = await run(file, '--office', 'p48');
    expect(second.text).toContain('recorded 0, 1 were recorded already');
    expect(readFileSync(join(root, LEDGER), 'utf8')).toBe(after);
  },
);

it.each([
  ['an empty register', '', 'the register is empty'],
  ['a register without headings', 'a,b,c\n1,2,3\n', 'no row of it is the heading of a register'],
  ['headings alone', `${(ROWS[1] as string[]).join(',')}\n`, 'the register has no entries'],
])('refuses %s and writes nothing', async (_, text, what) => {
  writeFileSync(join(root, 'register.csv'), text);
  const { code, text: told } = await run('register.csv', '--office', 'p48');
  expect(code).toBe(1);
  expect(told).toContain(what);
  expect(existsSync(join(root, 'register.csv.rest.csv'))).toBe(false);
});
