import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMPONENTS } from '#schema/component.ts';
import { checkProject } from '../../scripts/lib/check-project.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { KINDS } from '../../scripts/new/skeletons.ts';
import { qr } from '../../scripts/qr/command.ts';
import { type Files, GOOD, TODAY, withProject } from './good-content.ts';

const GUIDE = readFileSync(join(import.meta.dirname, '../../docs/writing-content.md'), 'utf8');

/** The examples of the guide, put into a project as it says. */
const written = (): Files => {
  const files = new Map(GOOD);
  for (const [, how, path = '', text = ''] of GUIDE.matchAll(
    /^```\w+ (file|append)=(\S+)\n([\s\S]*?)^```$/gm,
  )) {
    files.set(path, how === 'append' ? `${files.get(path) ?? ''}${text}` : text);
  }
  return files;
};

it('has an example of each kind, and of what lies beside a circular', () => {
  const paths = [...written().keys()].filter((path) => !GOOD.has(path));
  for (const folder of Object.values(KINDS)) {
    expect(paths.some((path) => path.startsWith(`content/${folder}/`))).toBe(true);
  }
  expect(
    paths.filter((path) => /(?:covering-letters\.yaml|movements\.csv)$/.test(path)),
  ).toHaveLength(2);
});

it('uses every component in its examples', () => {
  const texts = [...written()].filter(([path]) => !GOOD.has(path)).map(([, text]) => text);
  const unused = Object.keys(COMPONENTS).filter((name) => !texts.join('\n').includes(`<${name}`));
  expect(unused).toEqual([]);
});

it('has no example that the check refuses', async () => {
  await withProject(written(), async (root) => {
    const { err } = await recordedRun(qr, ['--register'], { cwd: root, today: TODAY });
    expect(err).toEqual([]);
    expect((await checkProject(root, TODAY)).problems).toEqual([]);
  });
});
