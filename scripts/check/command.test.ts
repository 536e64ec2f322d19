import { expect, it } from 'vitest';
import {
  type Files,
  GOOD,
  MANUAL,
  replaced,
  TODAY,
  withProject,
} from '../../tests/check/good-content.ts';
import { EXIT } from '../lib/command.ts';
import { recordedRun } from '../lib/recorded-run.ts';
import { check } from './command.ts';

const run = (files: Files, args: string[] = []) =>
  withProject(files, async (cwd) => {
    const { code, out, err } = await recordedRun(check, args, { cwd, today: TODAY });
    return { code, out, err };
  });

const NOTE = {
  file: 'content/operator.yaml',
  what: 'no operator is set, so the pages say that nobody runs this copy',
  fix: 'Whoever runs it writes this file: see docs/operator.md.',
};
const NOTED = `note: ${NOTE.file}: ${NOTE.what}\n  fix: ${NOTE.fix}`;

const broken = replaced(GOOD, MANUAL, 'order: 1', 'order: -1');

it('says how much it looked at', async () => {
  expect(await run(GOOD)).toEqual({
    code: EXIT.ok,
    out: [NOTED, '3 records, 12 files checked: no problems'],
    err: [],
  });
});

it('tells each problem, and ends with their number', async () => {
  expect(await run(broken)).toEqual({
    code: EXIT.failed,
    out: [NOTED],
    err: [
      'content/manuals/sign-in.mdx:6:1 order: "-1" is out of bounds for "order"\n  fix: Write a number from 0.',
      '3 records, 12 files checked: 1 problem',
    ],
  });
});

it('prints JSON for machines', async () => {
  const { code, out } = await run(broken, ['--json']);
  expect(code).toBe(EXIT.failed);
  expect(JSON.parse(out.join('\n'))).toEqual({
    problems: [
      {
        file: MANUAL,
        line: 6,
        column: 1,
        field: 'order',
        what: '"-1" is out of bounds for "order"',
        fix: 'Write a number from 0.',
      },
    ],
    notes: [NOTE],
    records: 3,
    files: 12,
  });
});
