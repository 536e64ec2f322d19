import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import { unzipSync } from 'fflate';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toThaiDigits } from '#core/letter/digits.ts';
import { listenOnLoopback } from '#store/portal/listen.ts';
import { createStaticServer, type Served } from '#store/portal/static-server.ts';
import { UNUSUAL, UNUSUAL_MOVES } from '../check/unusual-content.ts';
import { BASE, itStandsUnderPath } from './base-path.ts';
import { itShowsComponents } from './component-cases.ts';
import { lookAt } from './portal.ts';
import {
  buildWithdrawn,
  FILLED_IN,
  NEW,
  NEWER_FORM,
  OLD,
  OLD_ADDRESS,
  pathOf,
  SCAN,
  TAKEN_OFF,
  UNFINISHED,
  WITHDRAWN,
} from './withdrawn-portal.ts';

const served: Served = { folder: null };
let root: string;
let url: string;
let server: Server;
let code: string;

beforeAll(async () => {
  server = createStaticServer(served, (fault) => console.error(fault));
  url = `http://127.0.0.1:${await listenOnLoopback(server, 0)}${BASE}`;
  ({ root, code } = await buildWithdrawn(url));
  served.folder = join(root, 'dist');
}, 180_000);

afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  if (root) await rm(root, { recursive: true, force: true });
});

const visit = <T>(
  path: string,
  use: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
) => lookAt(url + path, options, use);

describe('a printed code of a cancelled circular', () => {
  it.each([
    ['', true],
    ['', false],
    ['1/', true],
    ['1/', false],
  ])('stops at /q/<code>/%s, and leads to what cancels it (script: %s)', async (part, script) => {
    await visit(
      `/q/${code}/${part}`,
      async (page) => {
        await page.waitForLoadState('networkidle');
        expect(new URL(page.url()).pathname).toBe(`${BASE}/q/${code}/${part}`);
        const says = await page.locator('main').innerText();
        expect(says).toContain('อย่าเพิ่งใช้หนังสือฉบับนี้');
        expect(says).toContain('ข้อมูลตัวอย่าง');
        expect(await page.locator(`main a[href="${BASE}/${pathOf(NEW)}/"]`).isVisible()).toBe(true);
        await page.click('[data-forward]');
        await page.waitForURL((to) => to.pathname === `${BASE}/${pathOf(OLD)}/`);
        expect(new URL(page.url()).hash).toBe(part ? '#attachment-1' : '');
      },
      { javaScriptEnabled: script },
    );
  });

  it('carries the office along when the reader goes on', async () => {
    await visit(`/q/${code}/#p50`, async (page) => {
      await page.click('[data-forward]');
      await page.waitForURL(
        (to) => to.pathname === `${BASE}/${pathOf(OLD)}/` && to.hash === '#p50',
      );
    });
  });
});

describe('the page of a cancelled circular', () => {
  it('says so above all else, with the letter that says so, and that it is a sample', async () => {
    await visit(`/${pathOf(OLD)}/`, async (page) => {
      const force = page.locator('main .force').first();
      expect(await force.innerText()).toMatch(/ยกเลิก/);
      expect(await force.locator(`a[href="${BASE}/${pathOf(NEW)}/"]`).count()).toBe(1);
      expect(await page.locator('.sample-note').first().isVisible()).toBe(true);
    });
  });

  it('keeps a replaced file, and says what takes its place', async () => {
    await visit(`/${pathOf(OLD)}/`, async (page) => {
      const first = page.locator('#attachment-1');
      expect(await first.innerText()).toContain('แบบรายงานฉบับใหม่');
      expect(await first.locator('a[href="#attachment-2"]').count()).toBe(1);
      const file = await page.request.get(`${url}/${pathOf(OLD)}/form.txt`);
      expect(await file.text()).toBe(OLD.files['form.txt']);
      expect(await page.locator('#attachment-2').innerText()).toMatch(/2559/);
    });
  });

  it('has all files in one archive, with a manifest', async () => {
    const answer = await fetch(`${url}/${pathOf(OLD)}/attachments.zip`);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files).sort()).toMatchInlineSnapshot(`
      [
        "form-2.txt",
        "form.txt",
        "manifest.csv",
      ]
    `);
    expect(new TextDecoder().decode(files['form-2.txt'])).toBe(NEWER_FORM);
  });
});

describe('a file that was taken off', () => {
  const why = 'เวียนถอนไฟล์นี้เมื่อ 1 มีนาคม 2559 เพราะไฟล์มีข้อมูลส่วนบุคคล · มีคนแจ้ง';

  it('says so at its own address, on the page and behind its printed number', async () => {
    const answer = await fetch(`${url}/${pathOf(OLD)}/${TAKEN_OFF}`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
    await visit(`/${pathOf(OLD)}/${TAKEN_OFF}`, async (page) => {
      expect(await page.locator('main').innerText()).toContain(why);
    });
    await visit(`/${pathOf(OLD)}/`, async (page) => {
      const third = page.locator('#attachment-3');
      expect(await third.innerText()).toContain(why);
      expect(await third.locator('a').count()).toBe(0);
    });
    expect((await fetch(`${url}/q/${code}/3/`)).status).toBe(200);
  });

  it('is not in the archive, which says why, and is listed in the open data', async () => {
    const zip = await fetch(`${url}/${pathOf(OLD)}/attachments.zip`);
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    expect(files[TAKEN_OFF]).toBeUndefined();
    expect(new TextDecoder().decode(files['manifest.csv'])).toContain(
      'withdrawn 2016-03-01 privacy มีคนแจ้ง',
    );
    const data = await (await fetch(`${url}/api/v1/${pathOf(OLD)}.json`)).json();
    expect(data.attachments[2].url).toBeNull();
    expect(data.attachments[2].withdrawn).toMatchObject({ date: '2016-03-01', reason: 'privacy' });
  });
});

describe('those who follow', () => {
  const about = async (slug: string) => {
    const { format, feed } = parseFeed(await (await fetch(`${url}/feeds/${slug}/rss.xml`)).text());
    if (format !== 'rss') throw new Error(format);
    return (feed.items ?? []).filter(({ link }) => link?.includes(pathOf(OLD)));
  };

  it('hear of the cancellation and of the file as new entries with titles that say so', async () => {
    const entries = await about('withdrawn');
    const title = 'ยกเลิกแล้ว: ';
    expect(entries.map(({ link = '' }) => link.split('#')[1])).toEqual([
      'attachment-3-withdrawn',
      'force-cancelled',
      undefined,
    ]);
    const page = readFileSync(join(root, 'dist', pathOf(OLD), 'index.html'), 'utf8');
    for (const id of ['attachment-3-withdrawn', 'force-cancelled'])
      expect(page.split(`id="${id}"`)).toHaveLength(2);
    expect(entries.filter((entry) => !entry.title?.includes(title))).toEqual([]);
    expect(entries[0]?.title).toContain('ถอนไฟล์: ');
    expect(new Set(entries.map(({ guid }) => guid?.value)).size).toBe(entries.length);
    expect(entries[1]?.description).toContain('ตามหนังสือ');
    expect(entries[2]?.description).toMatch(/ที่: .*สถานะการใช้บังคับ: ยกเลิกแล้ว/s);
    // Nobody should keep a deadline of a letter that is not to be followed.
    expect(entries[2]?.description).not.toContain('กำหนดเวลา: ');
    expect(await about('circulars')).toEqual(entries);
  });

  it('read it in the change log and its data', async () => {
    const { items } = await (await fetch(`${url}/api/v1/changes/2016-03.json`)).json();
    expect(items.map(({ change }: { change: string }) => change)).toContain('attachment-withdrawn');
    const months = readdirSync(join(root, 'dist/api/v1/changes'));
    const changes = months.flatMap(
      (name) => JSON.parse(readFileSync(join(root, 'dist/api/v1/changes', name), 'utf8')).items,
    );
    const cancelled = changes.find(
      (one) => one.change === 'cancelled' && one.url.includes(pathOf(OLD)),
    );
    expect(cancelled.note).toContain('ข้อมูลตัวอย่าง');
    const page = await (await fetch(`${url}/changes/${cancelled.date.slice(0, 7)}/`)).text();
    expect(page).toContain('ยกเลิกแล้ว');
  });

  it('find it in the digest of the week, and as an entry of its feed', async () => {
    const text = await (await fetch(`${url}/digest/2016-02-29/digest.txt`)).text();
    expect(text).toContain('เพราะไฟล์มีข้อมูลส่วนบุคคล · มีคนแจ้ง');
    const feed = await (await fetch(`${url}/feeds/digest/feed.json`)).json();
    const week = feed.items.find((one: { url: string }) => one.url.endsWith('/digest/2016-02-29/'));
    expect(week.summary).toContain('ถอนไฟล์ 1');
  });
});

describe('a page that was taken off', () => {
  it('says at its address when and why, and leads to its section', async () => {
    await visit(`/${WITHDRAWN}/`, async (page) => {
      const says = await page.locator('main').innerText();
      expect(says).toContain('เวียนถอนหน้านี้แล้ว');
      expect(says).toContain('ถอนเมื่อ 2 มีนาคม 2559');
      expect(says).toContain('คำตอบเก่าแล้ว');
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
      await page.click('main a.button');
      await page.waitForURL((to) => to.pathname === `${BASE}/faq/`);
      expect(await page.locator(`a[href="${BASE}/${WITHDRAWN}/"]`).count()).toBe(0);
    });
  });

  it('is in no list, feed, open data or map of the site', async () => {
    for (const path of ['/sitemap-0.xml', '/feeds/faq/rss.xml', '/api/v1/documents/faq.json']) {
      const answer = await fetch(url + path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).not.toContain(WITHDRAWN);
    }
  });
});

it('an address that moved leads on, and says why', async () => {
  await visit(
    OLD_ADDRESS,
    async (page) => {
      await page.waitForURL((to) => to.pathname === `${BASE}/${pathOf(OLD)}/`);
    },
    { javaScriptEnabled: false },
  );
});

describe('the letter itself', () => {
  it('stands before the attachments, and loads pictures of its pages only when they are unfolded', async () => {
    await visit(`/${pathOf(NEW)}/`, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.reload({ waitUntil: 'networkidle' });
      const pictures = () => asked.filter((path) => path.endsWith('.webp'));
      expect(pictures()).toEqual([]);
      const letter = page.locator('#letter-file');
      const first = page.locator('#attachments .attachment').first();
      expect(await first.getAttribute('id')).toBe('letter-file');
      expect(await letter.innerText()).toMatch(/สำเนาตัวหนังสือ[\s\S]*22 หน้า/);
      await letter.locator('.letter-pages > summary').click();
      expect(await letter.innerText()).toContain('20 หน้าแรก');
      const image = letter.getByRole('img').first();
      await expect
        .poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth))
        .toBe(900);
      expect(await image.getAttribute('alt')).toMatch(/^หน้า ๑ ของหนังสือ /);
      expect(await letter.getByRole('img').count()).toBe(20);
      expect(pictures()).toContain(`${BASE}/${pathOf(NEW)}/letter.pdf.page-1.webp`);
    });
  });

  it('is in archive, open data, feed and captions, and at its address', async () => {
    const zip = await fetch(`${url}/${pathOf(NEW)}/attachments.zip`);
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    expect(files['letter.pdf']).toEqual(SCAN);
    const data = await (await fetch(`${url}/api/v1/${pathOf(NEW)}.json`)).json();
    expect(data.letterFile).toMatchObject({ size: SCAN.length, sheets: 22, withdrawn: null });
    expect(new URL(data.letterFile.url).pathname).toBe(`${BASE}/${pathOf(NEW)}/letter.pdf`);
    const feed = await (await fetch(`${url}/feeds/circulars/rss.xml`)).text();
    expect(feed).toContain(`${BASE}/${pathOf(NEW)}/letter.pdf"`);
    const page = await (await fetch(`${url}/${pathOf(NEW)}/`)).text();
    const [, caption = ''] = /<figcaption>(.*?)<\/figcaption>/s.exec(page) ?? [];
    expect(caption.replaceAll(/<[^>]*>/g, '')).toContain('ดาวน์โหลดหนังสือ');
  });

  it('is known to the verify page', async () => {
    await visit('/verify/', async (page) => {
      await page.setInputFiles('[data-file]', join(root, NEW.folder, 'letter.pdf'));
      await expect.poll(() => page.locator('[data-answer]').innerText()).toMatch(/สำเนาตัวหนังสือ/);
    });
  });
});

describe('a copy that somebody runs', () => {
  it('has on each page a mail with page and number filled in, without a script', async () => {
    await visit(
      `/${pathOf(OLD)}/`,
      async (page) => {
        const foot = page.locator('.site-footer');
        expect(await foot.innerText()).toContain('ผู้ดูแลเวียนชุดนี้: เทศบาลตำบลสมมุติ');
        const link = foot.getByRole('link', { name: 'แจ้งข้อผิดพลาดในหน้านี้' });
        const mail = new URL((await link.getAttribute('href')) ?? '');
        expect([mail.protocol, mail.pathname]).toEqual(['mailto:', 'wian@made-up.go.th']);
        const [number = ''] = /(?<=ว )\d+/.exec(String(OLD.files['index.mdx'])) ?? [];
        const printed = toThaiDigits(number);
        expect(mail.searchParams.get('subject')).toContain(`ว ${printed}`);
        const body = mail.searchParams.get('body') ?? '';
        expect(body).toContain(`/${pathOf(OLD)}/\r\n`);
        expect(body).toContain(await page.locator('h1').innerText());
      },
      { javaScriptEnabled: false },
    );
    for (const path of ['/', '/about/', '/faq/attachments-where/', '/offices/']) {
      expect(await (await fetch(url + path)).text(), path).toContain(
        'href="mailto:wian@made-up.go.th?subject=',
      );
    }
  });

  it('says who that is', async () => {
    await visit('/about/', async (page) => {
      const says = await page.locator('#operator').innerText();
      for (const fact of ['เทศบาลตำบลสมมุติ', '0-2241-9000', '1 ถนนสมมุติ', '28 พฤศจิกายน 2569']) {
        expect(says).toContain(fact);
      }
      expect(says).not.toContain('ไม่มีหน่วยงานหรือผู้ใดดูแล');
    });
    const description = await (await fetch(`${url}/api/v1/openapi.json`)).json();
    expect(description.info.contact.email).toBe('wian@made-up.go.th');
    expect(await (await fetch(`${url}/feeds/all/rss.xml`)).text()).toContain(
      '<managingEditor>wian@made-up.go.th (เทศบาลตำบลสมมุติ)</managingEditor>',
    );
  });
});

describe('the verify page', () => {
  it.each([
    ['form.txt', /เป็นไฟล์เก่า มีไฟล์ใหม่ใช้แทนแล้ว[\s\S]*แบบรายงานฉบับใหม่/],
    ['form-2.txt', /หนังสือฉบับนี้: .*ยกเลิก/],
  ])('tells of %s what it is', async (name, says) => {
    await visit('/verify/', async (page) => {
      await page.setInputFiles('[data-file]', join(root, OLD.folder, name));
      await expect.poll(() => page.locator('[data-answer]').innerText()).toMatch(says);
    });
  });

  it('tells who has a file that was taken off that it was, when and why', async () => {
    const buffer = Buffer.from(FILLED_IN);
    await visit('/verify/', async (page) => {
      await page.setInputFiles('[data-file]', { name: 'a.txt', mimeType: 'text/plain', buffer });
      const answer = page.locator('[data-answer]');
      await expect.poll(() => answer.innerText()).toContain('แต่ถอนแล้ว');
      expect(await answer.innerText()).toContain('เมื่อ 1 มีนาคม 2559 เพราะไฟล์มีข้อมูลส่วนบุคคล');
      expect(await answer.locator(`a[href="${BASE}/${pathOf(OLD)}/"]`).count()).toBe(1);
    });
  });
});

it('is built to be published, whatever the environment of the command says', async () => {
  // Of this test runner, which others may have as well: it made drafts public and left the policy out.
  expect([process.env.DEV, process.env.PROD]).toEqual(['1', '']);
  expect(existsSync(join(root, 'dist', UNFINISHED))).toBe(false);
  expect(await readFile(join(root, 'dist/index.html'), 'utf8')).toContain(
    'http-equiv="content-security-policy"',
  );
});

it('leaves made-up pages out of the sitemap, as they ask search engines not to list them', async () => {
  const read = (path: string) => readFile(join(root, 'dist', path), 'utf8');
  expect(await read(`${pathOf(OLD)}/index.html`)).toContain('content="noindex"');
  const listed = (await read('sitemap-0.xml')).match(/(?<=<loc>)[^<]*\/circulars\/[^<]+/g) ?? [];
  expect(listed.length).toBeGreaterThan(0);
  expect(listed.filter((address) => address.includes('dla-0899-9'))).toEqual([]);
});

it('search finds what is cancelled below what is in force, and says so', async () => {
  const query = encodeURIComponent('ซักซ้อมความเข้าใจเรื่อง');
  await visit(`/search/?q=${query}`, async (page) => {
    const titles = page.locator('[data-results] > li > h3 > a');
    // The list is drawn anew as more of the index arrives.
    const places = async () => {
      const found = await titles.evaluateAll((links) =>
        links.map((one) => one.getAttribute('href')),
      );
      return [NEW, OLD].map((one) => found.findIndex((to) => to?.includes(pathOf(one))));
    };
    await expect.poll(async () => (await places()).includes(-1), { timeout: 20_000 }).toBe(false);
    const [fresh, old] = (await places()) as [number, number];
    expect(old).toBeGreaterThan(fresh);
    await page.locator('[data-results] .search-force.cancelled').first().waitFor();
  });
});

it('has every page and file of content as unusual as the check allows', () => {
  for (const path of UNUSUAL.keys()) {
    const name = path.slice('content/'.length);
    const isPassedOver = /\/\.[^/]+$/.test(name);
    const built = name.replace(/(?:\/index)?\.mdx$/, '/index.html');
    expect(existsSync(join(root, 'dist', built)), built).toBe(!isPassedOver);
  }
  for (const row of UNUSUAL_MOVES.trim().split('\n')) {
    const page = readFileSync(
      join(root, 'dist', row.split(',', 1)[0] as string, 'index.html'),
      'utf8',
    );
    expect(page).toContain('/news/404/');
  }
  expect(existsSync(join(root, 'dist/manuals/empty'))).toBe(false);
});

describe('a page with every component', () => itShowsComponents(visit, () => root));

// Built once for both, as a portal in a folder of its own takes half a minute.
describe('under a path', () =>
  itStandsUnderPath(() => ({ root, site: url, moved: [OLD_ADDRESS, `/${pathOf(OLD)}/`] })));
