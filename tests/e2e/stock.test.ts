import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { differences, snapshotOf } from '../../scripts/fault/snapshot.ts';
import { copyBuiltProject } from './copy-project.ts';
import { portal } from './portal.ts';
import { runBuild } from './run-build.ts';

/** Marks of a build differ from one to the next. */
const SERVED = /^(?!\.wian-)/;

it('Astro itself makes the portal that our own writing makes, file by file', {
  timeout: 240_000,
}, async () => {
  const root = await copyBuiltProject();
  onTestFinished(() => rmSync(root, { recursive: true }));
  await runBuild(root, { WIAN_STOCK: '1' });
  const stock = snapshotOf(realpathSync(join(root, 'dist')), SERVED);
  const own = snapshotOf(realpathSync(portal.folder), SERVED);
  expect(own.size).toBeGreaterThan(1000);
  expect(differences(stock, own)).toEqual([]);
});
