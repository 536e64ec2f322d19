import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../desk/running-desk.ts';
import { copyBuiltProject } from './copy-project.ts';
import { join, makeEditor } from './desk-checks.ts';
import { type OwnServer, startOwnServer } from './own-server.ts';
import { onPage } from './portal.ts';
import { itPublishesLetters } from './publish-letters.ts';
import { itPublishesPages } from './publish-pages.ts';
import { ASTRO_WARNING } from './run-build.ts';
import { type DeskHere, startDeskIn } from './running-desk.ts';

// One portal for all: to build one for another address takes some ten seconds of a processor.
let root: string;
let port: string;
let server: OwnServer;
beforeAll(async () => {
  root = await copyBuiltProject();
  port = await freePort();
  const start = ['--import', './scripts/lib/compile-cache.mjs', 'scripts/start.ts'];
  server = await startOwnServer(root, [...start, '--port', port]);
}, 240_000);
afterAll(async () => {
  await server?.stop();
  await rm(root, { recursive: true, force: true });
});

describe('npm start at a port that was asked for', () => {
  it('serves there, and has built the portal without a warning', async () => {
    expect(server.url).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${server.url}/circulars/`)).status).toBe(200);
    expect(server.printed.filter((line) => ASTRO_WARNING.test(line))).toEqual([]);
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

describe('a desk at the address of that portal', () => {
  let desk: DeskHere;
  beforeAll(async () => {
    await server.stop();
    desk = await startDeskIn(root, { PORT: port });
    await onPage(`${desk.origin}/members/`, {}, (page) => join(page, desk));
    await makeEditor(desk);
  });
  afterAll(() => desk?.close(), 60_000);

  describe('an editor writes pages', () => itPublishesPages(() => desk));
  describe('an editor takes in a letter', () => itPublishesLetters(() => desk));
});
