import { runStep, type Step, type StepEnd, type Surroundings } from './step.ts';

/** Everything that `npm test` runs, by what needs what. */
export interface TestPlan {
  /** Seconds each. Where one fails nothing else is run. */
  readonly first: readonly Step[];
  /** One behind the other on one core, beside `tests`; a step that fails ends the line. */
  readonly beside: readonly Step[];
  /** What is shown as it goes on. */
  readonly tests: Step;
  /** Needs all of `beside`, and runs whether or not `tests` pass. */
  readonly last: Step;
}

const npm = (name: string, script: string, ...args: string[]): Step => ({
  name,
  file: 'npm',
  args: ['run', '-s', script, ...(args.length > 0 ? ['--', ...args] : [])],
});

/** The tests of the project. Types go before the portal is built, as both write and read what Astro keeps in .astro. */
export const TEST_PLAN: TestPlan = {
  first: [npm('lint', 'lint'), npm('content', 'check')],
  beside: [
    npm('types', 'types'),
    { name: 'portal', file: process.execPath, args: ['tests/e2e/build-root.ts'] },
  ],
  tests: npm('unit and integration tests', 'unit-and-integration'),
  last: { ...npm('tests in a browser', 'e2e'), env: { WIAN_TEST_BUILT: '1' } },
};

/** Resolves to how each step ended, in the order of the plan; what was not run is missing. */
export const runTests = async (plan: TestPlan, around: Surroundings): Promise<StepEnd[]> => {
  const first = await Promise.all(plan.first.map((step) => runStep(step, around, false)));
  if (first.some(({ isOk }) => !isOk)) return first;
  const runBeside = async (): Promise<StepEnd[]> => {
    const ends: StepEnd[] = [];
    for (const step of plan.beside) {
      const end = await runStep(step, around, false);
      ends.push(end);
      if (!end.isOk) break;
    }
    return ends;
  };
  const [beside, tests] = await Promise.all([runBeside(), runStep(plan.tests, around, true)]);
  const ends = [...first, ...beside, tests];
  const isBuilt = beside.length === plan.beside.length && beside.every(({ isOk }) => isOk);
  return isBuilt ? [...ends, await runStep(plan.last, around, true)] : ends;
};

/** Steps of a plan in its order. */
export const stepsOf = ({ first, beside, tests, last }: TestPlan): readonly Step[] => [
  ...first,
  ...beside,
  tests,
  last,
];

/** A line for each step of a plan: how it ended, or that it was not run. */
export const printEnds = (plan: TestPlan, ends: readonly StepEnd[]): string[] =>
  stepsOf(plan).map((step) => {
    const end = ends.find((one) => one.step === step);
    if (!end) return `not run  ${step.name}`;
    return `${end.isOk ? 'passed ' : 'FAILED '}  ${step.name}, ${end.seconds.toFixed(0)} s`;
  });
