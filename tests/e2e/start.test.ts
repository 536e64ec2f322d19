import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/lib/free-port.ts';
import { copyBuiltProject } from './copy-project.ts';
import { type OwnServer, startOwnServer } from './own-server.ts';

let server: OwnServer;
let port: string;

beforeAll(async () => {
  port = String(await freePort());
  const start = ['--import', './scripts/lib/compile-cache.mjs', 'scripts/start.ts'];
  server = await startOwnServer(await copyBuiltProject(), [...start, '--port', port]);
}, 180_000);

afterAll(() => server?.close());

describe('npm start at a port that was asked for', () => {
  it('serves there', async () => {
    expect(server.url).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${server.url}/circulars/`)).status).toBe(200);
  });

  it.each(['/feeds/all/rss.xml', '/api/v1/index.json', '/sitemap-0.xml'])(
    'makes a portal whose addresses lead there: %s',
    async (path) => {
      const answer = await fetch(server.url + path);
      expect(answer.status).toBe(200);
      const ports = [...(await answer.text()).matchAll(/127\.0\.0\.1:(\d+)/g)].map(([, at]) => at);
      expect(new Set(ports)).toEqual(new Set([port]));
    },
  );
});
