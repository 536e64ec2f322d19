import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
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
    // The fault lies in the register, the place to fix is in files that did not change.
    await change(root, 'content/circulars/permanent-ids.csv', 'w15-0402', 'w16-0402');
    const messages = await check(root);
    expect(messages).not.toEqual([]);
    const memory = join(root, '.cache/check');
    const parts = await readdir(memory);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of parts) await writeFile(join(memory, part), 'damaged');
    expect(await check(root)).toEqual(messages);
  }));

it('notices a change of covering letters alone', () =>
  withProject(GOOD, async (root) => {
    expect(await check(root)).toEqual([]);
    await change(root, LETTERS, 'secrecy: normal', 'secrecy: secret');
    expect((await check(root)).join('\n')).toContain(`${LETTERS}:`);
  }));

it('finds personal data again and again, in a text that was clean before too', () =>
  withProject(GOOD, async (root) => {
    expect(await check(root)).toEqual([]);
    await change(root, PAGE, '---\n\n', '---\n\n080-000-0000\n\n');
    const messages = await check(root);
    expect(messages.join('\n')).toContain('a mobile number stands here');
    expect(await check(root)).toEqual(messages);
  }));

it('writes only the part of what it remembers in which something changed', () =>
  withProject(GOOD, async (root) => {
    const memory = join(root, '.cache/check');
    const inodes = async () => {
      const names = (await readdir(memory)).sort();
      return Promise.all(
        names.map(async (name) => `${name} ${(await stat(join(memory, name))).ino}`),
      );
    };
    await check(root);
    const before = await inodes();
    await check(root);
    expect(await inodes()).toEqual(before);
    await change(root, LETTERS, 'secrecy: normal', 'secrecy:  normal');
    expect(await check(root)).toEqual([]);
    const after = await inodes();
    const kept = after.filter((part) => before.includes(part));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(after.length);
  }));
