import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError } from '#core/problem.ts';
import { checkConcurrently, resultIfValid } from './build-if-valid.ts';

const problem: Problem = {
  file: 'content/a.mdx',
  what: 'a date that does not exist',
  fix: 'look',
};
const later = async <Value>(value: Value, ms = 5): Promise<Value> => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return value;
};
const failure = async (message: string): Promise<never> => {
  await later(null);
  throw new Error(message);
};

it('gives what is built from sound content', async () => {
  expect(await resultIfValid(later([]), later('portal'))).toBe('portal');
});

it.each<
  [what: string, checking: () => Promise<Problem[]>, building: () => Promise<string>, told: string]
>([
  ['content has a problem', () => later([problem]), () => later('portal'), 'a date that does not'],
  ['the check is the slower', () => later([problem], 30), () => later('portal'), 'a date that'],
  ['both fail', () => later([problem], 30), () => failure('no page'), 'a date that does not exist'],
  ['only the build fails', () => later([]), () => failure('no page'), 'no page'],
  ['the check itself fails', () => failure('no check'), () => later('portal'), 'no check'],
])('gives nothing when %s', async (_, checking, building, told) => {
  await expect(resultIfValid(checking(), building())).rejects.toThrow(told);
});

it('waits for the build, whose folder is cleared away afterwards', async () => {
  let ended = false;
  const building = later('portal', 30).then(() => {
    ended = true;
  });
  await expect(resultIfValid(Promise.resolve([problem]), building)).rejects.toThrow(ProblemError);
  expect(ended).toBe(true);
});

describe('the check beside a build', () => {
  it.each<[when: string, build: (beginCheck: () => void) => Promise<string>, order: string[]]>([
    [
      'begins when the build says so, once',
      async (beginCheck) => {
        beginCheck();
        beginCheck();
        return later('portal');
      },
      ['check', 'built'],
    ],
    [
      'begins at the end of a build that does not say so',
      () => later('portal'),
      ['built', 'check'],
    ],
    [
      'begins when the build fails before it says so',
      () => failure('no page'),
      ['failed', 'check'],
    ],
  ])('%s', async (_, build, order) => {
    const seen: string[] = [];
    const check = async () => {
      seen.push('check');
      return [problem];
    };
    const [checking, building] = checkConcurrently(check, (beginCheck) =>
      build(beginCheck).then(
        (built) => {
          seen.push('built');
          return built;
        },
        (error) => {
          seen.push('failed');
          throw error;
        },
      ),
    );
    await expect(resultIfValid(checking, building)).rejects.toThrow(problem.what);
    expect(seen).toEqual(order);
  });
});
