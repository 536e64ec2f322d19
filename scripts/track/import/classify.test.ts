import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NO_REST_FILE } from '#store/register/rest-file.ts';
import { makeXlsx } from '#store/register/testing/workbooks.ts';
import { openContext } from '../context.ts';
import { importRegister } from '../import.ts';
import { csvOf, HEADING, ROWS } from '../testing/made-up-register.ts';
import { FULL, ledgerOf, useWorld } from '../testing/made-up-world.ts';
import { classifyRegister, type RegisterProgress } from './classify.ts';

// Registers made up for offices that are made up too; today is 2025-05-01.
const world = useWorld();
const run = (...args: string[]) => world().run(importRegister, ...args);
const ledger = () => world().read(ledgerOf(FULL));
const take = (rows: readonly (readonly string[])[]) =>
  world().write('r.csv', csvOf([HEADING, ...rows]));

it('copies nothing of a secret letter', async () => {
  world().write(
    'r.csv',
    `${HEADING.join(',')},ชั้นความลับ\n${(ROWS[3] as string[]).join(',')},ลับมาก\n`,
  );
  const { out } = await run('r.csv', '--office', 'p89');
  expect(out).toContain('refused   1: secret');
  expect(world().read('r.csv.rest.csv').split('\n')[1]).toBe(
    '2,refused,the letter is secret; nothing of it was copied,',
  );
});

describe('secret letters', () => {
  // Words that stand nowhere but in the secret rows.
  const WORDS = ['กรมปริศนา', 'ข้อเท็จจริงที่ปิดไว้', '0877.7', '9876'];
  const row = (changes: Record<number, string>): string[] =>
    ['๙๘๗๖', '๘/๓/๒๕๖๘', '', 'มท ๐๘๗๗.๗/๙๘๗๖', '๓ มีนาคม ๒๕๖๘', 'กรมปริศนา', 'ข้อเท็จจริงที่ปิดไว้'].map(
      (cell, at) => changes[at] ?? cell,
    );
  it.each<[where: string, cells: string[]]>([
    ['behind the subject', row({ 6: 'ข้อเท็จจริงที่ปิดไว้ [ลับ]' })],
    ['before it', row({ 6: 'ลับ ข้อเท็จจริงที่ปิดไว้' })],
    ['in the number', row({ 3: 'ลับ มท ๐๘๗๗.๗/๙๘๗๖' })],
    ['beyond the headings', [...row({}), 'ลับมาก']],
    ['in the sender', row({ 5: 'กรมปริศนา (ลับที่สุด)' })],
    ['in so many words', row({ 6: 'ข้อเท็จจริงที่ปิดไว้ มีความลับ' })],
    ['by a damaged mark', row({ 6: 'ข้อเท็จจริงที่ปิดไว้ (ล้บ)' })],
  ])('leave nothing but their line where they are marked %s', async (_, cells) => {
    take([ROWS[3] as string[], cells, ROWS[5] as string[]]);
    for (const options of [[], ['--json'], ['--dry-run'], ['--take', '3']]) {
      const { out, err } = await run('r.csv', '--office', 'p89', ...options);
      const rest = world().has('r.csv.rest.csv') ? world().read('r.csv.rest.csv') : '';
      for (const word of WORDS) {
        expect(
          [out, err, rest, ledger()]
            .join('\n')
            .replace(/[๐-๙]/g, (one) => String(one.charCodeAt(0) - 0x0e50)),
        ).not.toContain(word);
      }
    }
    const rest = world().read('r.csv.rest.csv').split('\n');
    expect(rest[1]).toMatch(
      /^3,refused,the letter (?:is|may be) secret; nothing of it was copied,$/,
    );
    expect(rest[2]).toContain('เรื่องอื่น');
  });

  it('leave nothing of their rest in the rows below', async () => {
    const rest = ['', '', '', '', '', '', 'ข้อเท็จจริงที่ปิดไว้'];
    take([row({ 6: 'เรื่อง [ลับ]' }), rest, ROWS[5] as string[]]);
    const { out } = await run('r.csv', '--office', 'p89');
    expect(out + world().read('r.csv.rest.csv')).not.toContain('ข้อเท็จจริงที่ปิดไว้');
  });

  it('are not reported where their row is broken', async () => {
    world().write('r.csv', `${csvOf([HEADING])}๙๘๗๖,๘/๓/๒๕๖๘,,กรมปริศนา "ลับ",\n`);
    const { code, err } = await run('r.csv', '--office', 'p89');
    expect(code).toBe(1);
    expect(err).toContain('r.csv:2: the CSV cannot be read: a quote stands within a cell');
    expect(err).not.toContain('กรมปริศนา');
  });

  it('are all those of a sheet that says so around its cells', async () => {
    const sheet = { name: 'มี.ค.', rows: [HEADING, ROWS[3] as string[]] };
    world().write('book.xlsx', makeXlsx([{ ...sheet, header: '&Cลับ' }]));
    const { out } = await run('book.xlsx', '--office', 'p89', '--dry-run', '--json');
    expect(JSON.parse(out).counts).toMatchObject({ matched: 0, refused: 1 });
  });

  it('are all those of a file that is called so', async () => {
    world().write('ทะเบียนหนังสือลับ.csv', csvOf([HEADING, ROWS[3] as string[]]));
    const { out } = await run('ทะเบียนหนังสือลับ.csv', '--office', 'p89', '--dry-run', '--json');
    expect(JSON.parse(out).counts).toMatchObject({ matched: 0, refused: 1 });
  });
});

describe('a workbook of several sheets', () => {
  const write = (): void =>
    world().write(
      'book.xlsx',
      makeXlsx([
        { name: 'ปก', rows: [['ทะเบียนหนังสือรับ']] },
        { name: 'ก.พ.', rows: [HEADING, ROWS[5] as string[]] },
        {
          name: 'มี.ค.',
          rows: [
            HEADING,
            [
              '123',
              { v: 244_051, s: 1 },
              { v: 0.395833333333333, s: 3 },
              'ด่วนที่สุด\nมท 0899.9/ว 11',
              { v: 244_046, s: 1 },
              'กรมตัวอย่าง',
              'ก',
            ],
            ['124', '8 มี.ค. 68', '', 'มท 0899.9/ว 11', '4 มี.ค. 68', 'กรมตัวอย่าง', 'ข'],
          ],
        },
        { name: 'เก่า', state: 'hidden', rows: [HEADING, ROWS[3] as string[]] },
        {
          name: 'ส่ง',
          rows: [
            ['เลขทะเบียนส่ง', 'ที่', 'ลงวันที่', 'เรื่อง'],
            ['1', 'ทล 0023.9/1', '3 มี.ค. 68', 'ค'],
          ],
        },
      ]),
    );
  it('is read whole, and names what is not read', async () => {
    write();
    const { out } = await run('book.xlsx', '--office', 'p89', '--dry-run');
    expect(out.split('\n').slice(1)).toEqual([
      '  read      sheets: ก.พ., มี.ค.',
      '  not read  sheet "เก่า": it is hidden; show it in the spreadsheet to have it read',
      '  not read  sheet "ปก": no row of it is the heading of a register',
      '  not read  sheet "ส่ง": it is a register of letters sent: import it with --kind sent',
      `  matched   line มี.ค.!2 -> ${FULL}: received 2025-03-08 09:30 under 123`,
      `  doubtful  line มี.ค.!3 -> ${FULL}: the register dates the letter 2025-03-04, the circular has 2025-03-03`,
      '  unknown   1: no circular has a letter of this number (line ก.พ.!2)',
      'would record 1; 0 stood in the ledgers already; doubtful 1, unknown 1',
      'nothing was written',
    ]);
  });
  it('is taken over once, and its doubtful rows by sheet and line', async () => {
    write();
    const first = await run('book.xlsx', '--office', 'p89', '--take', 'มี.ค.!3', '--json');
    expect(JSON.parse(first.out)).toMatchObject({
      sheets: { read: ['ก.พ.', 'มี.ค.'] },
      counts: { matched: 2, doubtful: 0, unknown: 1 },
      added: [
        { sheet: 'มี.ค.', line: 2 },
        { sheet: 'มี.ค.', line: 3 },
      ],
    });
    expect(world().read('book.xlsx.rest.csv')).toContain('\nก.พ.!2,unknown,');
    const after = ledger();
    const again = await run('book.xlsx', '--office', 'p89');
    expect(again.out).toContain(
      'recorded 0; 2 stood in the ledgers already; doubtful 0, unknown 1',
    );
    expect(ledger()).toBe(after);
  });
  it('says why none of its sheets is read', async () => {
    world().write(
      'book.xlsx',
      makeXlsx([
        { name: 'เก่า', state: 'hidden', rows: [HEADING] },
        { name: 'ว่าง', rows: [] },
      ]),
    );
    const { code, err } = await run('book.xlsx', '--office', 'p89');
    expect(code).toBe(1);
    expect(err).toContain('book.xlsx sheet "เก่า": it is hidden');
    expect(err).toContain('book.xlsx sheet "ว่าง": it is empty');
    expect(err).toContain('no row of it is the heading of a register');
  });
});

it('refuses a register of the other kind than the one asked for', async () => {
  world().write('r.csv', csvOf([HEADING, ROWS[3] as string[]]));
  const { code, err } = await run('r.csv', '--office', 'p89', '--kind', 'sent');
  expect(code).toBe(1);
  expect(err).toContain('it is a register of letters received: import it with --kind received');
});

it('takes over a web page named .xls', async () => {
  const cells = (row: readonly string[], tag: string) =>
    `<tr>${row.map((cell) => `<${tag}>&nbsp;${cell}</${tag}>`).join('')}</tr>`;
  world().write(
    'r.xls',
    `<html><body><table>${cells(HEADING, 'th')}${cells(ROWS[3] as string[], 'td')}</table></body></html>`,
  );
  const { out } = await run('r.xls', '--office', 'p89', '--dry-run');
  expect(out).toContain(`matched   line 2 -> ${FULL}: received 2025-03-08 09:30 under 123`);
});

it('says how far it is: rows read for what they are, then sorted of how many', async () => {
  take([ROWS[3] as string[], ROWS[4] as string[], ROWS[5] as string[]]);
  const cwd = world().root;
  const context = await openContext({ cwd, today: '2025-05-01' }, {});
  const seen: RegisterProgress[] = [];
  const request = { path: join(cwd, 'r.csv'), file: 'r.csv', source: 'register:r.csv' };
  await classifyRegister(
    context,
    {
      ...request,
      office: 'p89',
      kind: null,
      take: new Set(),
      onProgress: (progress) => void seen.push(progress),
    },
    NO_REST_FILE,
  );
  expect(seen).toEqual([
    ...[1, 2, 3, 4].map((done) => ({ step: 'reading', done, of: null })),
    ...[1, 2, 3, 4].map((done) => ({ step: 'sorting', done, of: 4 })),
  ]);
});
