import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listenOnLoopback } from '#store/portal/listen.ts';
import { createStaticServer } from '#store/portal/static-server.ts';
import { onPage } from './portal.ts';

const FOLDER = 'circulars/2568/a';
const SCRIPT = 'document.documentElement.setAttribute("data-ran", location.origin)';
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><script>${SCRIPT}</script></svg>`;
const PAGE = `<!doctype html><script>${SCRIPT}</script>`;

let root: string;
let server: Server;
let url: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-attachments-'));
  await mkdir(join(root, FOLDER), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html><title>x</title>');
  await writeFile(join(root, 'drawing.svg'), SVG);
  await writeFile(join(root, FOLDER, 'drawing.svg'), SVG);
  await writeFile(join(root, FOLDER, 'page.html'), PAGE);
  await writeFile(join(root, FOLDER, 'text.txt'), PAGE);
  server = createStaticServer({ folder: root }, (fault) => console.error(fault));
  url = `http://127.0.0.1:${await listenOnLoopback(server, 0)}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(root, { recursive: true });
});

it.each(['drawing.svg', 'page.html'])('the browser takes %s away and does not run it', (name) =>
  onPage(`${url}/`, {}, async (page) => {
    const download = page.waitForEvent('download');
    await page.evaluate((to) => location.assign(to), `${url}/${FOLDER}/${name}`);
    expect((await download).suggestedFilename()).toBe(name);
    expect(page.url()).toBe(`${url}/`);
  }),
);

it('shows a text as a text', () =>
  onPage(`${url}/${FOLDER}/text.txt`, {}, async (page) => {
    expect(await page.locator('body').innerText()).toContain('<!doctype html>');
    expect(await page.locator('[data-ran]').count()).toBe(0);
  }));

it('would have run the same drawing elsewhere', () =>
  onPage(`${url}/drawing.svg`, {}, async (page) => {
    expect(await page.locator('[data-ran]').getAttribute('data-ran')).toBe(url);
  }));
