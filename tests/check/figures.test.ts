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
