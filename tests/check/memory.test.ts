import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatProblem } from '#core/problem.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';
import { GOOD, LETTERS, PAGE, TODAY, withProject } from './good-content.ts';

const check = async (root: string): Promise<string[]> =>
  (await checkProject(root, TODAY)).problems.map(formatProblem);

const change = async (root: string, path: string, from: string, to: string): Promise<void> => {
  const text = await readFile(join(root, path), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(root, path), text.replace(from, to));
};

it('sees what was broken after a check that found nothing', () =>
  withProject(GOOD, async (root) => {
    expect(await check(root)).toEqual([]);
    await change(root, PAGE, 'secrecy: normal', 'secrecy: secret');
    const first = await check(root);
    expect(first.join('\n')).toContain(`${PAGE}:`);
    expect(await check(root)).toEqual(first);
    await change(root, PAGE, 'secrecy: secret', 'secrecy: normal');
    expect(await check(root)).toEqual([]);
  }));

it('tells places in files that were remembered', () =>
  withProject(GOOD, async (root) => {
    expect(await check(root)).toEqual([]);
    // The fault lies in the register, the place to mend is in files that did not change.
    await change(root, 'content/circulars/permanent-ids.csv', 'w15-0402', 'w16-0402');
    const told = await check(root);
    expect(told).not.toEqual([]);
    await writeFile(join(root, '.cache/check.json'), 'damaged');
    expect(await check(root)).toEqual(told);
  }));

it('notices a change of covering letters alone', () =>
  withProject(GOOD, async (root) => {
    expect(await check(root)).toEqual([]);
    await change(root, LETTERS, 'secrecy: normal', 'secrecy: secret');
    expect((await check(root)).join('\n')).toContain(`${LETTERS}:`);
  }));
