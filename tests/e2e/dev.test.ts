import { mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from '../../scripts/bench/temporary-project.ts';
import { type OwnServer, startOwnServer } from './own-server.ts';
import { onPage } from './portal.ts';

const SITE = 'https://wian.example/sub/path/';
const FILE = 'content/manuals/try-in-dev.mdx';
const PAGE = '/manuals/try-in-dev/';
const CIRCULAR = '2567/dla-0808-4-w2007-0917';

let root: string;
let server: OwnServer;
let url: string;

const manual = ({ title = 'หน้าใหม่', order = '90', draft = false, body = 'เนื้อความแรก' } = {}) =>
  `---
title: ${title}
summary: ลองเขียนหน้า
published: "2026-11-21"
roles: [user]
order: ${order}
draft: ${draft}
---

${body}
`;

const save = async (text: string): Promise<void> => {
  await mkdir(dirname(join(root, FILE)), { recursive: true });
  await writeFile(join(root, FILE), text);
};

beforeAll(async () => {
  root = await copyProject(join(import.meta.dirname, '../..'));
  const dev = ['--import', './scripts/lib/require-node.mjs', 'scripts/dev.ts', '--port', '4399'];
  server = await startOwnServer(root, dev, { WIAN_SITE_URL: SITE });
  url = server.url;
}, 180_000);

afterAll(() => server?.close());

const visit = <T>(path: string, use: (page: Page) => Promise<T>): Promise<T> =>
  onPage(url + path, {}, use);

/** Waits until the page, which loads itself anew when content changes, shows a text. */
const shows = (page: Page, text: string): Promise<void> =>
  page.getByText(text).first().waitFor({ timeout: 100_000 });

describe('npm run dev', { timeout: 150_000 }, () => {
  it('shows a new page, each change of it, and a fault with its place until it is fixed', async () => {
    await save(manual());
    await visit('/manuals/', async (page) => {
      await shows(page, 'หน้าใหม่');
      await page.goto(url + PAGE);
      await shows(page, 'เนื้อความแรก');
      await save(manual({ body: 'เนื้อความที่สอง' }));
      await shows(page, 'เนื้อความที่สอง');
      await save(manual({ order: '-1' }));
      await shows(page, `${FILE}:6`);
      expect(await page.textContent('pre')).toMatch(/order.*out of bounds/s);
      expect((await page.reload())?.status()).toBe(500);
      await save(manual({ title: 'หน้าที่แก้แล้ว' }));
      await shows(page, 'หน้าที่แก้แล้ว');
      expect(await page.locator('main h1').textContent()).toContain('หน้าที่แก้แล้ว');
    });
  });

  it('shows each change of a circular, and a fault in it until it is fixed', async () => {
    const file = join(root, 'content/circulars', CIRCULAR, 'index.mdx');
    const text = await readFile(file, 'utf8');
    await visit(`/circulars/${CIRCULAR}/`, async (page) => {
      for (const added of ['ประโยคแรกที่เติม', 'ประโยคที่สองที่เติม']) {
        await writeFile(file, `${text}\n${added}\n`);
        await shows(page, added);
      }
      await writeFile(file, text.replace(/^title: .*$/m, 'title: [1]'));
      await shows(page, `${CIRCULAR}/index.mdx`);
      await writeFile(file, text.replace(/^title: .*$/m, 'title: หัวเรื่องที่แก้ในเครื่องนี้'));
      await shows(page, 'หัวเรื่องที่แก้ในเครื่องนี้');
      expect(await page.locator('main h1').textContent()).toContain('หัวเรื่องที่แก้ในเครื่องนี้');
    });
    await visit(`/circulars/${CIRCULAR.split('/')[0]}/`, async (page) => {
      await shows(page, 'หัวเรื่องที่แก้ในเครื่องนี้');
      await writeFile(file, text);
      const changed = page.getByText('หัวเรื่องที่แก้ในเครื่องนี้').first();
      await changed.waitFor({ state: 'detached', timeout: 100_000 });
    });
  });

  it('marks a draft', async () => {
    await save(manual({ draft: true, body: 'เนื้อความของร่าง' }));
    await visit(PAGE, async (page) => {
      await shows(page, 'เนื้อความของร่าง');
      expect(await page.locator('main').textContent()).toMatch(/ฉบับร่าง|ร่าง/);
    });
  });

  it('serves from the root of its host what a build would publish under a path', async () => {
    await visit('/manuals/', async (page) => {
      const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
      expect(canonical).toBe(`${SITE}manuals/`);
      const own = await page.locator('main a[href^="/"]').first().getAttribute('href');
      const answer = await page.request.get(url + own);
      expect(answer.status()).toBe(200);
    });
  });

  it('serves the examples of components, which no build has', async () => {
    await visit('/dev/components/', async (page) => {
      expect(await page.locator('h2').allTextContents()).toEqual(
        expect.arrayContaining([
          'ขั้นตอน <Steps>',
          'อ้างหนังสือ <Letter>: เลขไม่แน่ชัด',
          'ลิงก์วิดีโอ <Video>: ว่าง',
        ]),
      );
      expect(await page.getByRole('tab').count()).toBeGreaterThan(2);
    });
  });

  it('no longer shows a page that was removed', async () => {
    await visit('/manuals/', async (page) => {
      await shows(page, 'หน้าใหม่');
      await unlink(join(root, FILE));
      await page.getByText('หน้าใหม่').first().waitFor({ state: 'detached', timeout: 100_000 });
    });
  });
});
