import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inProcess } from './in-process.ts';

const before = process.env.NODE_COMPILE_CACHE;
let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-in-process-'));
  process.env.NODE_COMPILE_CACHE = join(root, 'compiled');
});
afterEach(() => {
  if (before === undefined) delete process.env.NODE_COMPILE_CACHE;
  else process.env.NODE_COMPILE_CACHE = before;
  rmSync(root, { recursive: true, force: true });
});

it('keeps the modules that a task was compiled from for the next one, though its process is ended', async () => {
  const path = join(root, 'form.txt');
  writeFileSync(path, 'แบบ');
  const inputs = [{ path, name: 'form.txt' }];
  const task = { kind: 'attach', root, folder: root, today: '2026-12-01', inputs } as const;
  expect(await inProcess(task)).toMatchObject([{ size: Buffer.byteLength('แบบ') }]);
  expect(readdirSync(join(root, 'compiled'), { recursive: true }).length).toBeGreaterThan(20);
});
