import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { jsonOf, SITE, sizeOf } from './files.ts';
import {
  CIRCULARS,
  FORWARDS,
  htmlOf,
  lookAt,
  ONE_OF_EACH_TEMPLATE,
  onPage,
  PAGES,
} from './portal.ts';

const CERTAIN = '/circulars/2567/dla-0808-4-w2007-0917/';
const DOUBTFUL = '/circulars/2568/dla-x-wx-0325/';
const WITHOUT: readonly string[] = ['/404.html'];
const PHONE = { viewport: { width: 390, height: 844 } };

const textOn = (path: string) =>
  lookAt(path, { javaScriptEnabled: false }, (page) => page.locator('#share-text').inputValue());

it('offers to share every page that has an address of its own', () => {
  const without = PAGES.filter((path) => !htmlOf(path).includes('id="share-text"'));
  expect(without).toEqual(WITHOUT);
});

it('shares title, number and the short address of a circular', async () => {
  const lines = (await textOn(CERTAIN)).split('\n');
  const { title, letter } = jsonOf(`/api/v1${CERTAIN.slice(0, -1)}.json`);
  expect(lines[0]).toBe(title);
  expect(letter.number.value).toBe('มท 0808.4/ว 2007');
  expect(lines[1]).toBe('ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗');
  expect(lines.at(-1)).toMatch(/^https?:\/\/[^/]+(?:\/.+)?\/q\/[A-Z0-9]+\/$/);
});

it('shares a number in doubt with its doubt', async () => {
  expect((await textOn(DOUBTFUL)).split('\n')[1]).toMatch(/^เลขที่ต้องตรวจสอบกับต้นฉบับ อ่านได้ .+ หรือ /);
});

it('works without JavaScript: links to LINE and mail that hold the text', async () => {
  await lookAt(CERTAIN, { ...PHONE, javaScriptEnabled: false }, async (page) => {
    const summary = page.locator('.share > summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    const [line, mail] = await page
      .locator('.share a:visible')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const text = await page.locator('#share-text').inputValue();
    const asked = new URL(line ?? '');
    expect(asked.host).toBe('social-plugins.line.me');
    expect(asked.searchParams.get('url')).toBe(text.split('\n').at(-1));
    expect(text.startsWith(asked.searchParams.get('text')?.split('\n')[0] ?? '?')).toBe(true);
    expect(mail).toMatch(/^mailto:\?subject=[!-~]+&body=[!-~]+$/);
    expect(decodeURIComponent(mail ?? '')).toContain('ที่ มท ๐๘๐๘.๔/ว ๒๐๐๗');
    expect(await page.locator('.share button:visible').count()).toBe(0);
    for (const link of [line, mail]) expect(link?.length).toBeLessThanOrEqual(1900);
  });
});

it('hands the text to the sheet of the system where there is one, and asks no other host', async () => {
  await onPage('about:blank', PHONE, async (page) => {
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).hostname));
    await page.addInitScript(() => {
      Object.assign(navigator, {
        canShare: () => true,
        share: async (data: ShareData) => Object.assign(window, { shared: data }),
      });
    });
    await page.goto(CERTAIN);
    await page.locator('.share > summary').click();
    await page.getByRole('button', { name: 'เลือกแอปในเครื่อง' }).click();
    const shared = await page.evaluate(() => (window as unknown as { shared: ShareData }).shared);
    const text = await page.locator('#share-text').inputValue();
    expect(`${shared.text}\n${shared.url}`).toBe(text);
    expect(shared.title).toBe(text.split('\n')[0]);
    expect([...hosts]).toEqual(['127.0.0.1']);
    expect(await violations(page)).toEqual([]);
  });
});

/** The text to share as it stands in the HTML of a page. */
const fieldOf = (path: string): string => {
  let text = '';
  visit(fromHtml(htmlOf(path)), 'element', (element) => {
    const [child] = element.children;
    if (element.properties.id === 'share-text' && child?.type === 'text') text = child.value;
  });
  return text;
};

it('shares of each page the address at which it stands', () => {
  const shared = ONE_OF_EACH_TEMPLATE.filter((path) => !WITHOUT.includes(path));
  expect(shared.length).toBeGreaterThan(30);
  const paths = shared.map((path) => new URL(fieldOf(path).split('\n').at(-1) ?? '').pathname);
  const expected = shared.map((path) => (CIRCULARS.includes(path) ? 'short' : path));
  expect(paths.map((path) => (/\/q\/[A-Z0-9]{6}\/$/.test(path) ? 'short' : path))).toEqual(
    expected,
  );
});

it.each([CERTAIN, '/'])('prints nothing of it on %s', async (path) => {
  await lookAt(path, PHONE, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.share').isVisible()).toBe(false);
  });
});

/** What programs that preview links read in the head of a page: the first of each name. */
const previewOf = (path: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  visit(fromHtml(htmlOf(path)), 'element', ({ tagName, properties }) => {
    const name = String(properties.property ?? properties.name ?? '');
    if (tagName !== 'meta' || !/^(?:og|article|twitter):/.test(name)) return;
    if (!found.has(name)) found.set(name, String(properties.content));
  });
  return found;
};

describe('previews of links', () => {
  it('tell of each circular what chats show, by absolute addresses', () => {
    for (const path of CIRCULARS) {
      const { title, published, letter } = jsonOf(`/api/v1${path.slice(0, -1)}.json`);
      const preview = Object.fromEntries(previewOf(path));
      expect(preview).toMatchObject({
        'og:title': title,
        'og:type': 'article',
        'og:locale': 'th_TH',
        'og:image:type': 'image/png',
        'og:image:alt': title,
        'twitter:card': 'summary_large_image',
        'article:published_time': `${published}T00:00:00+07:00`,
      });
      expect(preview['og:url']).toBe(SITE + path);
      expect(preview['og:image']).toBe(`${SITE}/cards${path.slice(0, -1)}.png`);
      const known = letter.number.doubt === null && letter.number.value !== null;
      expect(preview['og:description']).toMatch(known ? /^ที่ / : /^เลขที่ต้องตรวจสอบกับต้นฉบับ /);
      // WhatsApp shows no picture beyond this size.
      expect(sizeOf(preview['og:image'] ?? '')).toBeLessThan(300_000);
    }
  });

  it('of a short address are those of the page to which it leads', () => {
    const short = FORWARDS.filter((path) => path.startsWith('/q/'));
    expect(short.length).toBeGreaterThan(CIRCULARS.length);
    for (const path of short) {
      const preview = previewOf(path);
      const target = new URL(preview.get('og:url') ?? '').pathname;
      expect([...preview]).toEqual([...previewOf(target)]);
    }
  });

  it('say of made-up pages that they are, and of no others', () => {
    const samples = PAGES.filter((path) => htmlOf(path).includes('/cards/sample.png'));
    const mayBe = /^\/(?:forms\/[^/]+|(?:finance|grants|follow-up)(?:\/p\d\d)?)\/$/;
    expect(samples.filter((path) => !mayBe.test(path))).toEqual([]);
    expect(samples.filter((path) => path.startsWith('/forms/')).length).toBeGreaterThan(0);
    expect(samples.filter((path) => path.startsWith('/finance/'))).toHaveLength(77);
    for (const path of samples) {
      expect(previewOf(path).get('og:title')).toMatch(/^ตัวอย่าง: /);
      expect(previewOf(path).get('og:description')).toMatch(/^ตัวอย่าง · /);
    }
  });
});
