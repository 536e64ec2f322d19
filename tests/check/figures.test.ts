import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '../../scripts/check/command.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { GOOD, TODAY, withProject } from './good-content.ts';

const HEADING = 'office,month,side,category,amount,source,as_of\n';

it('tells a stated total that does not add up as a note, and what cannot be as a problem', async () => {
  const file = 'content/finance/2569/p50.csv';
  const rows =
    'a500001,2025-10,revenue,total,3,x,2025-11-10\na500001,2025-10,revenue,taxes,2.99,x,2025-11-10\n';
  await withProject(new Map(GOOD).set(file, HEADING + rows), async (cwd) => {
    const { out, code } = await recordedRun(check, [], { cwd, today: TODAY });
    expect(out.join('\n')).toContain(
      'note: content/finance/2569/p50.csv:2:25: the stated total of "a500001 2025-10 revenue" is 3.00, the sum of its parts 2.99',
    );
    expect(code).toBe(0);
  });
  await withProject(new Map(GOOD).set(file, `${HEADING}${rows}x\n`), async (cwd) => {
    const { err, code } = await recordedRun(check, [], { cwd, today: TODAY });
    expect(err[0]).toContain('content/finance/2569/p50.csv:4:2: the row has 1 cells, not 7');
    expect(code).toBe(1);
  });
});

const GRANT = 'content/grants/2569/p50.csv';

it.each<[what: string, act: (path: string) => void, file: string, said: RegExp]>([
  [
    'letters in an old encoding',
    (path) => writeFileSync(path, Buffer.from([0xa1, 0xd2])),
    GRANT,
    /^the text is not written in UTF-8/,
  ],
  [
    'a link in the place of a file',
    (path) => symlinkSync('/nowhere.csv', path),
    GRANT,
    /^this is a symbolic link/,
  ],
  [
    'a folder in the place of a file',
    (path) => mkdirSync(path),
    GRANT,
    /^this is a folder, and should be a file/,
  ],
  [
    'a link in the place of a year',
    (path) => {
      rmSync(dirname(path), { recursive: true });
      symlinkSync('..', dirname(path));
    },
    'content/grants/2569',
    /^this is a symbolic link/,
  ],
])('has one message of %s', async (_, act, file, said) => {
  await withProject(GOOD, async (cwd) => {
    const path = join(cwd, GRANT);
    mkdirSync(dirname(path), { recursive: true });
    act(path);
    const { problems } = await checkProject(cwd, TODAY);
    expect(problems.map((one) => one.file)).toEqual([file]);
    expect(problems[0]?.what).toMatch(said);
  });
});

const FINANCE = 'content/finance/2569/p50.csv';
const GRANTS_HEADING = 'transfer,grant_type,period,office,amount,date,letter_number,source\n';
const MADE_UP = '080-000-0000';

it.each<[what: string, file: string, text: string, line: number]>([
  [
    'the source of a row of finance',
    FINANCE,
    `${HEADING}a500001,2025-10,revenue,taxes,1,x,2025-11-10\na500001,2025-10,revenue,fees,1,โทร ${MADE_UP},2025-11-10\n`,
    3,
  ],
  [
    'the name of a grant',
    GRANT,
    `${GRANTS_HEADING}ครั้งที่ 1,โทร ${MADE_UP},,a500001,1.00,2025-10-20,,x\n`,
    2,
  ],
  [
    'the source of a total of a transfer',
    GRANT,
    `${GRANTS_HEADING}ครั้งที่ 1,ก,,a500001,1.00,2025-10-20,,x\nครั้งที่ 1,ก,,p50,1.00,2025-10-20,,${MADE_UP}\n`,
    3,
  ],
])('finds a mobile number in %s', async (_, file, text, line) => {
  await withProject(new Map(GOOD).set(file, text), async (cwd) => {
    const { problems } = await checkProject(cwd, TODAY);
    expect(problems).toMatchObject([{ file, line, what: expect.stringContaining('mobile') }]);
  });
});

it('finds a mobile number in made-up figures that are not read, as real ones lie beside them', async () => {
  const sample = 'content/finance/2569/sample-p50.csv';
  const files = new Map(GOOD)
    .set(FINANCE, `${HEADING}a500001,2025-10,revenue,taxes,1,x,2025-11-10\n`)
    .set(sample, `${HEADING}a500001,2025-10,revenue,taxes,1,${MADE_UP},2025-11-10\n`);
  await withProject(files, async (cwd) => {
    const { problems } = await checkProject(cwd, TODAY);
    expect(problems).toMatchObject([{ file: sample, line: 2 }]);
  });
});

it('takes no number with a zero in front for an amount', async () => {
  const rows = ['0800000000', '0800000000.00', '-05', '00.50']
    .map((amount, at) => `a500001,2025-1${at % 3},revenue,taxes,${amount},x,2026-01-10\n`)
    .join('');
  const grant = `${GRANTS_HEADING}ครั้งที่ 1,ก,,a500001,1.00,2025-10-20,,x\nครั้งที่ 1,ก,,a500001,0800000000.00,2025-10-20,,x\n`;
  await withProject(new Map(GOOD).set(FINANCE, HEADING + rows).set(GRANT, grant), async (cwd) => {
    const { problems } = await checkProject(cwd, TODAY);
    const amounts = problems.filter(({ what }) => what.includes('is not an amount in baht'));
    expect(amounts.map(({ file, line }) => `${file}:${line}`)).toEqual(
      expect.arrayContaining([2, 3, 4, 5].map((at) => `${FINANCE}:${at}`)),
    );
    expect(amounts.map(({ file, line }) => `${file}:${line}`)).toContain(`${GRANT}:3`);
  });
});
