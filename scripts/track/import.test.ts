import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { makeXlsx } from '#store/register/testing/workbooks.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { importRegister } from './import.ts';
import { record } from './record.ts';
import { csvOf, HEADING, ROWS } from './testing/made-up-register.ts';
import { FULL, ledgerOf, useWorld } from './testing/made-up-world.ts';

// Registers made up for offices that are made up too; today is 2025-05-01.
const world = useWorld();
/** Thai in Windows-874: the block at U+0E00 lies at 0xA0. */
const windows874 = (text: string) =>
  Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x0e01 ? code - 0x0e00 + 0xa0 : code;
    }),
  );
const xlsx = (rows: readonly (readonly string[])[]): Promise<Buffer> => {
  // The title is merged over all columns, as spreadsheets have it.
  const [title, ...rest] = rows.map((row) => row.map((value) => ({ value, type: String })));
  const merged = [{ ...(title as object[])[0], columnSpan: HEADING.length }];
  return writeExcelFile([merged, ...rest] as never).toBuffer();
};
const run = (...args: string[]) => world().run(importRegister, ...args);
const ledger = () => world().read(ledgerOf(FULL));
const take = (rows: readonly (readonly string[])[]) =>
  world().write('r.csv', csvOf([HEADING, ...rows]));

it.each(['utf-8', 'windows-874', 'xlsx'])(
  'takes over a register of letters received in %s, and twice changes nothing',
  async (form) => {
    const file = form === 'xlsx' ? 'register.xlsx' : 'register.csv';
    const csv = csvOf(ROWS);
    const bytes = { 'utf-8': csv, 'windows-874': windows874(csv), xlsx: await xlsx(ROWS) }[form];
    world().write(file, bytes as string | Buffer);
    const before = ledger();

    const dry = await run(file, '--office', 'p89', '--dry-run');
    expect(dry.out).toContain(
      'would record 1; 0 stood in the ledgers already; doubtful 1, unknown 1',
    );
    expect(dry.out).toContain('nothing was written');
    expect(ledger()).toBe(before);
    expect(world().has(`${file}.rest.csv`)).toBe(false);

    const first = await run(file, '--office', 'p89');
    expect(first.code).toBe(0);
    expect(ledger().slice(before.length)).toBe(
      `9,received,p89,2025-03-08,09:30,123,,,,,register:${file},,\n`,
    );
    const rest = world().read(`${file}.rest.csv`);
    expect(rest).toBe(
      [
        ['line,verdict,reason,circular', ...HEADING].join(','),
        `5,doubtful,"the register dates the letter 2025-03-04, the circular has 2025-03-03",${FULL},${(ROWS[4] as string[]).join(',')}`,
        `6,unknown,no circular has a letter of this number,,${csvOf([ROWS[5] as string[]])}`,
      ].join('\n'),
    );

    const after = ledger();
    const second = await run(file, '--office', 'p89');
    expect(second.out).toContain('recorded 0; 1 stood in the ledgers already');
    expect(ledger()).toBe(after);
    expect(world().read(`${file}.rest.csv`)).toBe(rest);
  },
);

it('takes over a register of letters sent by number, date, office and addressees', async () => {
  const heading = 'เลขทะเบียนส่ง,ที่,ลงวันที่,จาก,ถึง,เรื่อง\n';
  const row = (number: string, to: string) =>
    `${number},ตย ๐๐๒๓.๙/ว ๒๑,๗ มี.ค. ๖๘,จ.ตัวอย่าง,${to},เรื่อง\n`;
  world().write(
    'sent.csv',
    heading +
      row('๒๑', 'นายอำเภอ ทุกอำเภอ') +
      row('๒๒', 'นายกเทศมนตรีเมืองตัวอย่าง') +
      row('๒๓', 'ใครก็ได้'),
  );
  const before = ledger();
  const { code, out } = await run('sent.csv', '--office', 'p88');
  expect(code).toBe(0);
  // The ledger has the districts already: only the town is news.
  expect(ledger().slice(before.length)).toBe(
    '9,sent,p88,2025-03-07,,ตย 0023.9/ว 21,,a8899,,,register:sent.csv,,\n',
  );
  expect(out).toContain('doubtful  line 4');
  expect(out).toContain('whom it was sent to is not clear');
});

it('finds letters that only an earlier register tells of', async () => {
  const sent =
    'เลขทะเบียนส่ง,ที่,ลงวันที่,ถึง,เรื่อง\n๙,ทล ๐๐๒๓.๙/ว ๗๗,๑๐ มี.ค. ๖๘,นายอำเภอ ทุกอำเภอ,เรื่องตัวอย่าง\n';
  world().write('sent.csv', sent);
  const doubtful = await run('sent.csv', '--office', 'p89');
  expect(doubtful.out).toContain('unknown   1: no circular has a letter of this number');
  const expected = [
    '--kind',
    'sent',
    '--office',
    'p89',
    '--date',
    '2025-03-10',
    '--number',
    'ทล 0023.9/ว 77',
  ];
  await world().run(record, FULL, ...expected, '--to', 'districts', '--source', 'register:p89');
  take([['๕', '๑๒/๓/๖๘', '', 'ทล ๐๐๒๓.๙/ว ๗๗', '๑๐ มีนาคม ๒๕๖๘', 'จ.ทดลอง', 'เรื่องตัวอย่าง']]);
  const { out } = await run('r.csv', '--office', 'd8901');
  expect(out).toContain(`matched   line 2 -> ${FULL}: received 2025-03-12 under 5`);
});

describe('what a person decides', () => {
  const other = ['๑๒๔', '๘/๓/๒๕๖๘', '', 'มท ๐๘๙๙.๙/ว ๑๑', '๔ มี.ค. ๖๘', 'กรมตัวอย่าง', 'เรื่อง'];
  it('records a doubtful entry after all, with the doubt in its note', async () => {
    take([other]);
    const { code } = await run('r.csv', '--office', 'p89', '--take', '2');
    expect(code).toBe(0);
    expect(ledger().trimEnd().split('\n').at(-1)).toBe(
      '9,received,p89,2025-03-08,,124,,,,,register:r.csv,,"taken by hand: the register dates the letter 2025-03-04, the circular has 2025-03-03"',
    );
    const again = await run('r.csv', '--office', 'p89');
    expect(again.out).toContain('recorded 0; 1 stood in the ledgers already; doubtful 0');
    expect(world().has('r.csv.rest.csv')).toBe(false);
  });

  it('refuses a line that is not doubtful, and records nothing', async () => {
    take([ROWS[3] as string[], other]);
    const before = ledger();
    const { code, err } = await run('r.csv', '--office', 'p89', '--take', '3,7');
    expect(code).toBe(1);
    expect(err).toContain('r.csv:7 --take: there is no doubtful entry');
    expect(ledger()).toBe(before);
  });

  it('leaves out what a correction put right since', async () => {
    take([ROWS[3] as string[]]);
    await run('r.csv', '--office', 'p89');
    const right = ['--office', 'p89', '--date', '2025-03-09', '--number', '123'];
    const corrected = await world().run(
      record,
      FULL,
      '--kind',
      'corrected',
      ...right,
      '--corrects',
      '9',
      '--source',
      'register:p89',
    );
    expect(corrected.code).toBe(0);
    const after = ledger();
    await run('r.csv', '--office', 'p89');
    take([(ROWS[3] as string[]).with(1, '๙/๓/๒๕๖๘')]);
    const { out } = await run('r.csv', '--office', 'p89');
    expect(out).toContain('recorded 0; 1 stood in the ledgers already');
    expect(ledger()).toBe(after);
  });
});

it.each<[what: string, cells: Record<number, string>, reason: string]>([
  ['a day that has not come', { 1: '๒/๕/๒๕๖๘' }, '2025-05-02 has not come yet (as of 2025-05-01)'],
  ['an impossible day', { 1: '๓๐/๒/๒๕๖๘' }, 'the day on which it was received cannot be read'],
  [
    'an impossible day of the letter',
    { 4: '๗๐ มีนาคม ๒๕๖๘' },
    'the date of the letter cannot be read',
  ],
  ['another sender', { 5: 'จังหวัดตัวอย่าง' }, 'the register says it came from "จังหวัดตัวอย่าง"'],
  [
    'a receipt before the letter',
    { 1: '๑/๓/๒๕๖๘' },
    'it was entered before the date of the letter',
  ],
])('keeps %s as doubtful, with the reason, and records nothing', async (_, cells, reason) => {
  take([(ROWS[3] as string[]).map((cell, at) => cells[at] ?? cell)]);
  const before = ledger();
  const dry = await run('r.csv', '--office', 'p89', '--dry-run');
  expect(dry.out).toContain(reason);
  const { code, out } = await run('r.csv', '--office', 'p89');
  expect(code).toBe(0);
  expect(out).toContain(`doubtful  line 2 -> ${FULL}: ${reason}`);
  expect(ledger()).toBe(before);
  expect(world().read('r.csv.rest.csv')).toContain(
    `2,doubtful,${reason.includes('"') || reason.includes(',') ? '"' : ''}`,
  );
});

it('tells what it did as JSON', async () => {
  world().write('register.csv', csvOf(ROWS));
  const { out } = await run('register.csv', '--office', 'จังหวัดทดลอง', '--dry-run', '--json');
  expect(JSON.parse(out)).toMatchObject({
    office: 'p89',
    kind: 'received',
    asOf: '2025-05-01',
    dryRun: true,
    counts: { matched: 1, recorded: 0, doubtful: 1, unknown: 1, refused: 0 },
    added: [{ line: 4, circular: FULL, movement: { date: '2025-03-08', number: '123' } }],
    doubtful: [{ line: 5, circular: FULL }],
    unknown: { 'no circular has a letter of this number': 1 },
    rest: null,
  });
});

it.each<[what: string, text: string, expected: string]>([
  ['an empty register', '', 'the file is empty'],
  ['a register without headings', 'a,b,c\n1,2,3\n', 'no row of it is the heading of a register'],
  ['headings alone', `${HEADING.join(',')}\n`, 'the register has no entries'],
  [
    'a quote that is not closed',
    `${csvOf(ROWS)}๑๒๖,๘/๓/๒๕๖๘,,"มท 0899.9/ว 11,๓ มีนาคม ๒๕๖๘\n${csvOf(ROWS)}`,
    'register.csv:7: the CSV cannot be read: a quote in the row that begins here is not closed',
  ],
])('refuses %s and writes nothing', async (_, text, expected) => {
  world().write('register.csv', text);
  const before = ledger();
  const { code, err } = await run('register.csv', '--office', 'p89');
  expect(code).toBe(1);
  expect(err).toContain(expected);
  expect(ledger()).toBe(before);
  expect(world().has('register.csv.rest.csv')).toBe(false);
});

it('never writes over a file that is not its own', async () => {
  world().write('register.csv', csvOf(ROWS));
  world().write('notes.csv', 'my notes\n');
  const before = ledger();
  const { code, err } = await run('register.csv', '--office', 'p89', '--rest', 'notes.csv');
  expect(code).toBe(1);
  expect(err).toContain('notes.csv: the file for unmatched rows holds something else');
  expect(world().read('notes.csv')).toBe('my notes\n');
  expect(ledger()).toBe(before);
});

it.each<[args: string[], code: number, expected: string]>([
  [[], 2, 'Give one register.'],
  [['r.csv'], 2, '--office is missing'],
  [['r.csv', '--office', 'p89', '--kind', 'form13'], 2, '--kind form13: give received or sent.'],
  [['r.csv', '--office', 'p89', '--take', 'two'], 2, '--take two: give lines'],
  [['r.csv', '--office', 'p98'], 1, 'p88'],
  [['none.csv', '--office', 'p89'], 1, 'none.csv: there is no such file'],
  [['content', '--office', 'p89'], 1, 'content: it is a folder'],
  [['content/registry/offices.csv', '--office', 'p89', '--rest', 'no/rest.csv'], 1, 'ENOENT'],
])('refuses %s', async (args, code, expected) => {
  const found = await run(...args);
  expect(found.code).toBe(code);
  expect(found.err).toContain(expected);
});

it('takes 1,000 rows of one letter, and leaves the others in the rest file with the reason', async () => {
  const row = (at: number) => [`${at + 1}`, '๘/๓/๒๕๖๘', '', ...(ROWS[3] as string[]).slice(3)];
  take(Array.from({ length: 1003 }, (_, at) => row(at)));
  await run('r.csv', '--office', 'p89');
  const rest = world().read('r.csv.rest.csv').trim().split('\n');
  const left = rest.filter((line) =>
    line.includes('the register has more than 1,000 rows of this letter'),
  );
  expect(left.map((line) => line.split(',', 2))).toEqual([
    ['1002', 'doubtful'],
    ['1003', 'doubtful'],
    ['1004', 'doubtful'],
  ]);
  expect(left[0]).toContain('มท ๐๘๙๙.๙/ว๑๑');
});

it.each(['ยกเลิก', '(ยกเลิกเลขนี้)'])('does not record a row whose subject is %s', async (subject) => {
  const before = ledger();
  take([[...(ROWS[3] as string[]).slice(0, -1), subject]]);
  const { out } = await run('r.csv', '--office', 'p89');
  expect(out).toContain(`the row says that its number is void: "${subject}"`);
  expect(out).toContain('recorded 0;');
  expect(ledger()).toBe(before);
});

it('says how many entries stand in rows that the spreadsheet hides', async () => {
  world().write('r.xlsx', makeXlsx([{ name: 'รับ', rows: ROWS, hiddenRows: [4, 5] }]));
  const note = 'entries in rows that the spreadsheet hides or filters out, read as the others: 2';
  expect((await run('r.xlsx', '--office', 'p89', '--dry-run')).out).toContain(note);
  const json = await run('r.xlsx', '--office', 'p89', '--dry-run', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ hidden: 2, counts: { matched: 1 } });
});

it('tells in Thai what it did, all of it', async () => {
  const rows = [...ROWS, ['126', ...(ROWS[3] as string[]).slice(1, -1), 'ยกเลิก']];
  world().write('r.xlsx', makeXlsx([{ name: 'รับ', rows, hiddenRows: [4] }]));
  world().write('open.csv', `${HEADING.join(',')}\n"1,2,3\n`);
  for (const file of ['r.xlsx', 'open.csv']) {
    const { out, err } = await recordedRun(importRegister, [file, '--office', 'p89', '--dry-run'], {
      cwd: world().root,
      env: { WIAN_LANG: 'th' },
      today: '2025-05-01',
    });
    const said = [...out, ...err].join('\n');
    expect(said).toMatch(/[ก-๛]/);
    expect(said.match(/\b[a-z]+ [a-z]{2,}/g)).toBeNull();
  }
});
