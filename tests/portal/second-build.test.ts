import { readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basePathOf } from '#core/address/portal-address.ts';
import { PORTALS_FOLDER } from '#store/portal/portal-folders.ts';
import { addSamples, copyProject } from '../../scripts/bench/temporary-project.ts';
import { runProcess } from '../../scripts/fault/run-process.ts';
import { differences, type Snapshot, snapshotOf } from '../../scripts/fault/snapshot.ts';
import { CHANGES, LISTED, prepareContent, SAMPLES } from './content-changes.ts';

/**
 * Two builds for each kind of change take minutes: `WIAN_SECOND_BUILDS=1 npm run -s integration --
 * tests/portal/second-build`. `WIAN_SECOND_BUILDS=threads` lets every thread begin with the first file; `once` does so too,
 * and makes all changes of content, day and host before one build, in a folder of another name: it is the quick one, of
 * three builds.
 */
const WANTED = process.env.WIAN_SECOND_BUILDS ?? '';
const MINUTES = 10;

/** How much it takes for a thread of its own to begin, by the file that says so. */
const THRESHOLDS: readonly (readonly [file: string, number: RegExp, value: string])[] = [
  ['src/store/portal/make-pages.ts', /(?<=WORTH_A_THREAD = )\d+/, '1'],
  ['src/store/portal/write-portal.ts', /(?<=WORTH_AN_EARLY_THREAD = )\d+/, '1'],
  ['src/store/search/built-site.ts', /(?<=WORTH_A_THREAD = )\d+/, '1'],
  ['scripts/portal/build-if-valid.ts', /(?<=WORTH_A_THREAD = )\d+/, '1'],
];

const ROOT = join(import.meta.dirname, '../..');
/** Marks of a build differ from one to the next; all else of a portal is made from its content alone. */
const SERVED = /^(?!\.wian-)/;

let root = '';
let env: Readonly<Record<string, string>> = { WIAN_AS_OF: '2026-11-28' };

const build = async (): Promise<Snapshot> => {
  const { code, output } = await runProcess({
    file: process.execPath,
    args: [join(root, 'scripts/build.ts')],
    cwd: root,
    env,
  });
  if (code !== 0) throw new Error(`The build failed: ${output}`);
  return snapshotOf(realpathSync(join(root, 'dist')), SERVED);
};

const buildFromNothing = (): Promise<Snapshot> => {
  for (const name of ['dist', PORTALS_FOLDER, '.cache']) {
    rmSync(join(root, name), { recursive: true, force: true });
  }
  return build();
};

describe.runIf(WANTED)('a build of a portal that was built before', () => {
  beforeAll(async () => {
    root = await copyProject(ROOT);
    await addSamples(root, SAMPLES);
    prepareContent(root);
    for (const [file, threshold, value] of WANTED === '1' ? [LISTED] : [LISTED, ...THRESHOLDS]) {
      const path = join(root, file);
      const text = readFileSync(path, 'utf8');
      expect(text).toMatch(threshold);
      writeFileSync(path, text.replace(threshold, value));
    }
    await buildFromNothing();
  }, MINUTES * 60_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }), MINUTES * 60_000);

  const expectSame = async (second: Snapshot): Promise<void> =>
    expect(differences(second, await buildFromNothing())).toEqual([]);

  it.runIf(WANTED === 'once')(
    'is the same, file by file, as one from nothing after all changes but those of what is bundled',
    async () => {
      for (const { apply, env: settings = {} } of CHANGES) {
        // Another language and another path are bundled.
        const { WIAN_LANG, WIAN_SITE_URL: site } = settings;
        if (WIAN_LANG || (site && basePathOf(site))) continue;
        apply?.(root);
        env = { ...env, ...settings };
      }
      const bundled = () => statSync(join(root, '.cache/bundle/bundle.json')).mtimeMs;
      const before = bundled();
      const former = root;
      root = `${former}-moved`;
      renameSync(former, root);
      const second = await build();
      expect(bundled()).toBe(before);
      await expectSame(second);
    },
    MINUTES * 60_000,
  );

  it.runIf(WANTED !== 'once').each(CHANGES)(
    'is the same, file by file, as one from nothing after a change of $name',
    async (change) => {
      change.apply?.(root);
      env = { ...env, ...change.env };
      await expectSame(await build());
    },
    MINUTES * 60_000,
  );
});
