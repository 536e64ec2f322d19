import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatProblem } from '#core/problem.ts';
import { choiceOfSecrecy, SECRETS } from '#store/document/testing/files-with-metadata.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';
import {
  CIRCULAR,
  GOOD,
  GUIDE_FIELDS,
  PAGE,
  replaced,
  TODAY,
  withProject,
} from './good-content.ts';

/** What the check has against an attachment for a mark of secrecy, twice: what is remembered must not hide it. */
const foundIn = (bytes: Uint8Array): Promise<readonly string[][]> => {
  const name = bytes[0] === 0x25 ? 'guide.pdf' : 'guide.zip';
  const files = replaced(GOOD, PAGE, GUIDE_FIELDS, GUIDE_FIELDS.replace('guide.pdf', name));
  return withProject(files, async (root) => {
    await writeFile(join(root, CIRCULAR, name), bytes);
    const look = async (): Promise<string[]> => {
      const { problems } = await checkProject(root, TODAY);
      return problems.map(formatProblem).filter((text) => text.includes('secrecy'));
    };
    return [await look(), await look()];
  });
};

it.each(Object.entries(SECRETS))('refuses %s that is marked as secret', async (_, make) => {
  const [first, again] = await foundIn(await make());
  expect(first).toHaveLength(1);
  expect(first?.[0]).toMatch(/guide\.\w+: .*is a mark of secrecy.*\(annex\./);
  expect(again).toEqual(first);
});

it('takes a form that lets people choose a class', async () => {
  expect(await foundIn(await choiceOfSecrecy())).toEqual([[], []]);
});
