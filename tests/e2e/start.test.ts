import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/lib/free-port.ts';
import { copyBuiltProject } from './copy-project.ts';
import { printedAddress } from './printed-address.ts';

let root: string;
let server: ChildProcess;
let port: number;
let url: string;

beforeAll(async () => {
  root = await copyBuiltProject();
  port = await freePort();
  const { PATH, HOME, TMPDIR } = process.env;
  server = spawn(
    process.execPath,
    ['--import', './scripts/lib/compile-cache.mjs', 'scripts/start.ts', '--port', String(port)],
    { cwd: root, env: { PATH, HOME, TMPDIR }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  url = await printedAddress(server);
}, 180_000);

afterAll(async () => {
  if (server && server.exitCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    await ended;
  }
  if (root) await rm(root, { recursive: true, force: true });
});

describe('npm start at a port that was asked for', () => {
  it('serves there', async () => {
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${url}/circulars/`)).status).toBe(200);
  });

  it.each(['/feeds/all/rss.xml', '/api/v1/index.json', '/sitemap-0.xml'])(
    'makes a portal whose addresses lead there: %s',
    async (path) => {
      const answer = await fetch(url + path);
      expect(answer.status).toBe(200);
      const ports = [...(await answer.text()).matchAll(/127\.0\.0\.1:(\d+)/g)].map(([, at]) => at);
      expect(new Set(ports)).toEqual(new Set([String(port)]));
    },
  );
});
