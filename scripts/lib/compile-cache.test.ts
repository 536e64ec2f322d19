import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let root = '';
const compiled = () => join(root, '.cache/compiled');
const filesKept = () => readdirSync(compiled(), { recursive: true }).length;

/** Runs a module of a made-up project, and tells whether its thread knew of the folder. */
const run = (env: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', './scripts/lib/compile-cache.mjs', 'main.mjs'],
    { cwd: root, encoding: 'utf8', env: { ...env } },
  );
  return { status, stderr, stdout: stdout.trim() };
};

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-compiled-'));
  await mkdir(join(root, 'scripts/lib'), { recursive: true });
  await copyFile(
    new URL('compile-cache.mjs', import.meta.url),
    join(root, 'scripts/lib/compile-cache.mjs'),
  );
  await writeFile(
    join(root, 'main.mjs'),
    `import { Worker } from 'node:worker_threads';
    new Worker('console.log(require("node:module").getCompileCacheDir())', { eval: true });`,
  );
});
afterEach(() => rm(root, { recursive: true }));

it('keeps compiled modules within the project, and tells threads of it', () => {
  const { status, stderr, stdout } = run();
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.startsWith(compiled())).toBe(true);
  expect(filesKept()).toBeGreaterThan(1);
});

describe('when too many have gathered', () => {
  beforeEach(async () => {
    await mkdir(join(compiled(), 'older'), { recursive: true });
    for (let n = 0; n < 5000; n++) await writeFile(join(compiled(), 'older', String(n)), '');
  });

  it('begins anew', () => {
    expect(run().status).toBe(0);
    expect(existsSync(join(compiled(), 'older'))).toBe(false);
    expect(filesKept()).toBeLessThan(20);
  });

  it.each([
    ['the same', '.cache/compiled'],
    ['another', 'elsewhere'],
  ])('leaves them to who named %s folder in the environment', (_, name) => {
    const named = join(root, name);
    const { status, stdout } = run({ NODE_COMPILE_CACHE: named });
    expect([status, stdout.startsWith(named)]).toEqual([0, true]);
    expect(readdirSync(join(compiled(), 'older'))).toHaveLength(5000);
  });
});

it('does without where the folder cannot be made', async () => {
  await writeFile(join(root, '.cache'), 'a file in its place');
  const { status, stderr } = run();
  expect(status).toBe(0);
  expect(stderr).toMatch(/^note: the cache \.cache\/compiled cannot be used: .*\n$/);
});
