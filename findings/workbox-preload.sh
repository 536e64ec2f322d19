#!/bin/sh
# Workbox 7.4.1 runs no plugin callback on a page that came by navigation preload: what fetchDidSucceed refuses is shown.
#
# Plugins of a strategy see each response of the network: fetchDidSucceed may throw on status 503, so that NetworkFirst shows
# the stored copy in its place. With registration.navigationPreload.enable(), which the same strategies use by themselves and
# guides advise for quicker starts, pages are taken from event.preloadResponse, before requestWillFetch, fetchDidSucceed and
# fetchDidFail are reached: a host in trouble then shows its error page to readers who have a copy. Good engineers would
# expect preload to change when a page comes and not which rules it passes. Seen in Chromium 153 (@sparticuz/chromium 153.0.0).
# Needs Linux on x64, Node 20 and the registry.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log 2>&1
npm pkg set type=module
npm install --ignore-scripts --no-audit --no-fund --save-exact workbox-strategies@7.4.1 workbox-routing@7.4.1 \
  workbox-core@7.4.1 rolldown@1.2.19 playwright-core@1.65.1 @sparticuz/chromium@153.0.0 >>npm.log 2>&1 || {
  cat npm.log
  exit 1
}

cat >worker.js <<'JS'
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';

const fetchDidSucceed = async ({ response }) => {
  if (response.status >= 500) throw new Error(`status ${response.status}`);
  return response;
};
registerRoute(
  ({ request }) => request.mode === 'navigate',
  new NetworkFirst({ cacheName: 'pages', plugins: [{ fetchDidSucceed }] }),
);
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
JS
cat >run.mjs <<'JS'
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';

const transform = { define: { 'process.env.NODE_ENV': '"production"' } };
const bundle = await rolldown({ input: 'worker.js', transform });
const { output } = await bundle.generate({ format: 'iife' });

let status = 200;
const server = createServer(({ url }, response) => {
  if (url === '/worker.js') {
    response.setHeader('content-type', 'text/javascript').end(output[0].code);
    return;
  }
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end(`<title>status ${status}</title>`);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const site = `http://127.0.0.1:${server.address().port}/`;

process.env.TMPDIR = process.cwd();
const bin = join('node_modules', '@sparticuz', 'chromium', 'bin');
for (const name of ['chromium', 'swiftshader.tar', 'fonts.tar', 'al2023.tar']) await inflate(join(bin, `${name}.br`));
const browser = await chromium.launch({
  executablePath: join(process.cwd(), 'chromium'),
  args: ['--no-sandbox'],
  env: { ...process.env, LD_LIBRARY_PATH: join(process.cwd(), 'al2023', 'lib') },
});
const shown = {};
for (const preload of [false, true]) {
  const page = await (await browser.newContext()).newPage();
  status = 200;
  await page.goto(site);
  await page.evaluate(async (isOn) => {
    await navigator.serviceWorker.register('/worker.js');
    const { navigationPreload } = await navigator.serviceWorker.ready;
    if (isOn) await navigationPreload.enable();
  }, preload);
  // The copy is stored; then the host is in trouble.
  await page.goto(site);
  await page.waitForFunction(async () => (await caches.match('/')) !== undefined);
  status = 503;
  await page.goto(site);
  shown[preload ? 'with preload' : 'without'] = await page.title();
}
console.log(`Chromium ${browser.version()}:`, shown);
await browser.close();
server.close();
assert.deepEqual(shown, { without: 'status 200', 'with preload': 'status 503' });
JS
node run.mjs
