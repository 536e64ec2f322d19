import { describe, expect, it } from 'vitest';
import type { Step, Surroundings } from './step.ts';
import { printEnds, runTests, type TestPlan } from './steps.ts';

/** A step that is a process of Node. */
const step = (name: string, code: string): Step => ({
  name,
  file: process.execPath,
  args: ['-e', code],
});
const says = (name: string, text: string, exitCode = 0): Step =>
  step(name, `console.log(${JSON.stringify(text)}); process.exitCode = ${exitCode};`);

const PLAN: TestPlan = {
  first: [says('lint', 'clean'), says('content', 'sound')],
  beside: [says('types', 'right'), says('portal', 'built')],
  tests: says('tests', 'tested'),
  last: says('browser', 'looked'),
};

const surroundings = (signal = new AbortController().signal) => {
  const written: string[] = [];
  const around: Surroundings = {
    cwd: import.meta.dirname,
    env: process.env,
    write: (text) => written.push(text),
    now: () => 0,
    signal,
  };
  return { around, written };
};

describe('runTests', () => {
  it('runs every step, and says how each ended', async () => {
    const { around } = surroundings();
    expect(printEnds(PLAN, await runTests(PLAN, around))).toEqual([
      'passed   lint, 0 s',
      'passed   content, 0 s',
      'passed   types, 0 s',
      'passed   portal, 0 s',
      'passed   tests, 0 s',
      'passed   browser, 0 s',
    ]);
  });

  const FAILED: readonly (readonly [string, Partial<TestPlan>, readonly string[]])[] = [
    [
      'lint',
      { first: [says('lint', 'x', 1), says('content', '')] },
      ['types', 'portal', 'tests', 'browser'],
    ],
    [
      'content',
      { first: [says('lint', ''), says('content', 'x', 3)] },
      ['types', 'portal', 'tests', 'browser'],
    ],
    ['types', { beside: [says('types', 'x', 1), says('portal', '')] }, ['portal', 'browser']],
    ['portal', { beside: [says('types', ''), says('portal', 'x', 1)] }, ['browser']],
    ['tests', { tests: says('tests', 'x', 1) }, []],
    ['browser', { last: says('browser', 'x', 1) }, []],
  ];
  it.each(FAILED)('where %s fails, runs all that does not need it', async (name, change, left) => {
    const plan = { ...PLAN, ...change };
    const { around, written } = surroundings();
    const lines = printEnds(plan, await runTests(plan, around));
    expect(lines.filter((line) => line.startsWith('FAILED'))).toEqual([`FAILED   ${name}, 0 s`]);
    expect(lines.filter((line) => line.startsWith('not run'))).toEqual(
      left.map((one) => `not run  ${one}`),
    );
    expect(written.join('')).toContain(`\n=== ${name}\nx\n`);
    expect(written.join('')).toContain(`=== ${name}: FAILED after 0 s\n`);
  });

  it('calls a step failed that was ended from outside, or whose program is not there', async () => {
    const plan = {
      ...PLAN,
      tests: step('tests', 'process.kill(process.pid, "SIGKILL")'),
      last: { name: 'browser', file: 'no-such-program', args: [] },
    };
    const { around, written } = surroundings();
    expect(printEnds(plan, await runTests(plan, around)).slice(4)).toEqual([
      'FAILED   tests, 0 s',
      'FAILED   browser, 0 s',
    ]);
    expect(written.join('')).toContain('no-such-program cannot be run: ');
  });

  it('keeps together what each step prints, however they come in turn', async () => {
    const lines = (name: string) =>
      step(
        name,
        `let n = 0; const t = setInterval(() => { console.log('${name}', n); console.error('${name}', n); if (++n === 20) clearInterval(t); }, 1);`,
      );
    const plan = { ...PLAN, beside: [lines('types'), lines('portal')], tests: lines('tests') };
    const { around, written } = surroundings();
    await runTests(plan, around);
    for (const name of ['types', 'portal']) {
      const [text = '', ...more] = written.filter((one) => one.startsWith(`\n=== ${name}\n`));
      expect(more).toEqual([]);
      expect(
        text.match(/^[a-z]+ \d+$/gm)?.filter((line) => line.startsWith(`${name} `)),
      ).toHaveLength(40);
      expect(text.endsWith(`=== ${name}: passed after 0 s\n`)).toBe(true);
    }
    // The step that is watched is shown as it goes on.
    expect(written.filter((one) => one.includes('tests ')).length).toBeGreaterThan(1);
  });

  it('ends the steps under way when it is ended', async () => {
    const ending = new AbortController();
    const { around } = surroundings(ending.signal);
    const plan = {
      ...PLAN,
      tests: step('tests', 'console.log("begun"); setInterval(() => {}, 1000)'),
    };
    const write = (text: string) => {
      if (text.includes('begun')) ending.abort();
    };
    const ends = await runTests(plan, { ...around, write });
    expect(ends.find(({ step: { name } }) => name === 'tests')?.isOk).toBe(false);
  });
});
