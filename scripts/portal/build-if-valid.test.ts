import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Problem, ProblemError } from '#core/problem.ts';
import { CODE_ROOT } from '#store/content/read-memo.ts';
import { buildIfValid, checkConcurrently, resultIfValid } from './build-if-valid.ts';

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
  [
    what: string,
    checking: () => Promise<Problem[]>,
    building: () => Promise<string>,
    expected: string,
  ]
>([
  ['content has a problem', () => later([problem]), () => later('portal'), 'a date that does not'],
  ['the check is the slower', () => later([problem], 30), () => later('portal'), 'a date that'],
  ['both fail', () => later([problem], 30), () => failure('no page'), 'a date that does not exist'],
  ['only the build fails', () => later([]), () => failure('no page'), 'no page'],
  ['the check itself fails', () => failure('no check'), () => later('portal'), 'no check'],
])('gives nothing when %s', async (_, checking, building, expected) => {
  await expect(resultIfValid(checking(), building())).rejects.toThrow(expected);
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

/** What the check writes while it reads. */
const memosIn = (root: string): string[] =>
  globSync('.cache/check/?.json', { cwd: root }).map((file) => join(root, file));

const PAGE = 'content/faq/how-to-ask.mdx';
const TEXT = `---
title: ถามอย่างไร
summary: วิธีถาม
published: "2026-01-02"
topic: การถาม
order: 10
---

ถามเป็นหนังสือ
`;

/** A project with one page, removed after `work`. */
const inProject = async (work: (root: string) => Promise<void>): Promise<void> => {
  const root = mkdtempSync(join(tmpdir(), 'wian-sound-'));
  try {
    mkdirSync(join(root, 'content/faq'), { recursive: true });
    const registry = 'content/registry';
    cpSync(join(CODE_ROOT, registry), join(root, registry), { recursive: true });
    writeFileSync(join(root, PAGE), TEXT);
    await work(root);
  } finally {
    rmSync(root, { recursive: true });
  }
};

it('checks content again only where it is another than that which was in order', () =>
  inProject(async (root) => {
    const build = async (isChecked: boolean) => {
      for (const memo of memosIn(root)) rmSync(memo);
      await buildIfValid({ root, today: '2026-01-02' }, async () => 'portal');
      expect(memosIn(root).length > 0).toBe(isChecked);
    };
    // What was written in the last two seconds may be written again unseen.
    await wait(2100);
    await build(true);
    await build(false);
    writeFileSync(join(root, PAGE), `${TEXT}<script>alert(1)</script>`);
    await expect(build(true)).rejects.toThrow(PAGE);
    await expect(build(true)).rejects.toThrow(PAGE);
  }));

describe('a page that is changed between the check and the build', () => {
  it.each<[how: string, after: string]>([
    ['stays changed', '+ more'],
    ['is as before again when the build ends', ''],
  ])('is not published where it %s', (_, after) =>
    inProject(async (root) => {
      const build = async () => {
        writeFileSync(join(root, PAGE), `${TEXT}<script>alert(1)</script>`);
        writeFileSync(join(root, PAGE), TEXT + after);
        return 'portal';
      };
      const given = buildIfValid({ root, today: '2026-01-02' }, build);
      await expect(given).rejects.toThrow(
        'content/faq/how-to-ask.mdx: it was changed while the portal was built',
      );
    }),
  );
});
