import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { jsonOf } from './files.ts';
import { CIRCULARS, htmlOf, onPage, portal } from './portal.ts';

const CERTAIN = '2567/dla-0808-4-w2007-0917';
const DOUBTFUL = '2568/dla-x-wx-0325';

/** Rules of a theme that spares nothing. */
const FOREIGN = `
  html { font-size: 62.5%; letter-spacing: 3px; }
  * { color: lime !important; background: black !important; font: 33px/0.9 cursive !important;
      text-transform: uppercase !important; float: left !important; width: 37px !important; display: inline !important; }
  wian-search, wian-newest, wian-circular { display: none !important; opacity: 0.1 !important; position: fixed !important; }
  a, input, button, p { border: 9px solid red !important; letter-spacing: 1em !important; visibility: hidden !important; }
`;

const hostPage = (body: string, css = '', head = ''): string =>
  `<!doctype html><html lang="th"><head><meta charset="utf-8"><title>เว็บของ อบต. ทดลอง</title><style>${css}</style>${head}</head><body><main><h1>ข่าว</h1>${body}</main></body></html>`;

/** Pages of another site, on a port of its own, by path. */
const pages = new Map<string, string>();
let site: Server;
let siteUrl = '';

beforeAll(async () => {
  site = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(pages.get(request.url ?? '') ?? '');
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => {
  site.closeAllConnections();
  site.close();
});

const SCRIPT = () => `<script src="${portal.url}/embed.js?ver=6.9" async></script>`;

const onSite = async <T>(
  html: string,
  options: BrowserContextOptions,
  use: (page: Page) => Promise<T>,
): Promise<T> => {
  const path = `/page-${pages.size}`;
  pages.set(path, html);
  return onPage('about:blank', options, async (page) => {
    await page.goto(siteUrl + path);
    return use(page);
  });
};

const WIDE = { viewport: { width: 1200, height: 900 } };
const ALL = `<wian-search></wian-search><wian-newest count="2"></wian-newest><wian-circular circular="${DOUBTFUL}"></wian-circular>`;
const shown = (page: Page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('wian-search, wian-newest, wian-circular')].every(
      ({ shadowRoot }) => shadowRoot?.querySelector('.box:not([aria-busy])'),
    ),
  );
const textIn = (page: Page, selector: string) =>
  page.evaluate((at) => document.querySelector(at)?.shadowRoot?.textContent ?? '', selector);

describe('on a page with foreign rules', () => {
  it('looks the same as on one without, in a wide column and a narrow one', async () => {
    const column = (width: number) =>
      `<div style="width:${width}px!important;display:block!important;float:none!important;clear:both!important">${ALL}</div>`;
    const looks = (css: string) =>
      onSite(hostPage(column(1024) + column(200) + SCRIPT(), css), WIDE, async (page) => {
        await shown(page);
        return page.evaluate(() =>
          [...document.querySelectorAll('main > div > *')].flatMap((part) =>
            [part, ...(part.shadowRoot?.querySelectorAll('*') ?? [])].map((element) => {
              const { width, height } = element.getBoundingClientRect();
              const { color, fontSize, letterSpacing, visibility, opacity } =
                getComputedStyle(element);
              const size = `${Math.round(width)} ${Math.round(height)}`;
              return `${element.localName} ${size} ${[color, fontSize, letterSpacing, visibility, opacity]}`;
            }),
          ),
        );
      });
    const plain = await looks('');
    expect(plain.length).toBeGreaterThan(60);
    expect(await looks(FOREIGN)).toEqual(plain);
  });

  it('is as wide as its column, and nothing in it is wider', async () => {
    const wrap = `<div style="width:200px">${ALL}</div>`;
    await onSite(hostPage(wrap + SCRIPT()), {}, async (page) => {
      await shown(page);
      const widths = await page.evaluate(() =>
        [...document.querySelectorAll('wian-search, wian-newest, wian-circular')].map((part) => [
          part.getBoundingClientRect().width,
          part.shadowRoot?.querySelector('.box')?.scrollWidth ?? 0,
        ]),
      );
      for (const [part, inner] of widths) {
        expect(part).toBe(200);
        expect(inner).toBeLessThanOrEqual(200);
      }
    });
  });

  it('leaves the page around as it is', async () => {
    await onSite(hostPage(`<p id="own">ก</p>${ALL}${SCRIPT()}`), {}, async (page) => {
      await shown(page);
      expect(
        await page.evaluate(() => [
          document.styleSheets.length,
          document.adoptedStyleSheets.length,
          Object.keys(window).filter((name) => /wian/i.test(name)),
        ]),
      ).toEqual([1, 0, []]);
    });
  });
});

describe('what is shown', () => {
  it('is the number and legal force of a circular, with every doubt', async () => {
    const body = `<wian-circular id="one" circular="${portal.url}/circulars/${CERTAIN}/?x=1"></wian-circular><wian-circular id="two" circular="${DOUBTFUL}"></wian-circular>`;
    await onSite(hostPage(body + SCRIPT()), {}, async (page) => {
      await shown(page);
      const [one, two] = [await textIn(page, '#one'), await textIn(page, '#two')];
      expect(one).toContain('มท ๐๘๐๘.๔/ว ๒๐๐๗');
      expect(one).toContain('17 กันยายน 2567');
      expect(one).not.toContain('ต้องตรวจสอบกับต้นฉบับ');
      expect(one).toContain('ไม่ทราบสถานะ');
      const { letter } = jsonOf(`/api/v1/circulars/${DOUBTFUL}.json`);
      for (const { read } of letter.number.doubt.readings) expect(two).toContain(read);
      expect(two).toContain('ต้องตรวจสอบกับต้นฉบับ');
      for (const text of [one, two]) expect(text).toContain('ไม่ใช่เว็บไซต์ของหน่วยงานราชการ');
    });
  });

  it('is the newest of a section or an office, by element or by place', async () => {
    const body =
      '<wian-newest id="news" section="news" count="1"></wian-newest><div id="place" data-wian="newest" data-office="p50" data-theme="dark"></div><div id="other" data-wian="script">ก</div>';
    await onSite(hostPage(body + SCRIPT()), {}, async (page) => {
      await page.waitForSelector('#place > wian-newest[office=p50][theme=dark]');
      await shown(page);
      const links = await page.evaluate(() =>
        [...(document.querySelector('#news')?.shadowRoot?.querySelectorAll('li a') ?? [])].map(
          (link) => (link as HTMLAnchorElement).href,
        ),
      );
      expect(links).toEqual([jsonOf('/feeds/news/feed.json').items[0].url]);
      expect(await textIn(page, '#place > wian-newest')).toContain(
        jsonOf('/feeds/offices/p50/feed.json').title,
      );
      expect(await page.textContent('#other')).toBe('ก');
    });
  });

  it('searches the portal by key', async () => {
    await onSite(hostPage(`<wian-search></wian-search>${SCRIPT()}`), {}, async (page) => {
      await shown(page);
      await page.getByRole('searchbox', { name: 'ค้นหาในเวียน' }).fill('ลืมรหัสผ่าน');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname === '/search/');
      expect(new URL(page.url()).searchParams.get('q')).toBe('ลืมรหัสผ่าน');
    });
  });

  it('is why there is nothing, and where to look, where there is nothing', async () => {
    const cases: readonly (readonly [part: string, why: string, path: string])[] = [
      [
        '<wian-circular circular="2568/no-such-letter"></wian-circular>',
        'ไม่พบรายการนี้ในเวียน',
        '/circulars/2568/no-such-letter/',
      ],
      ['<wian-circular></wian-circular>', 'โค้ดฝังยังไม่ครบหรือไม่ถูกต้อง', '/circulars/'],
      ['<wian-newest section="../x"></wian-newest>', 'โค้ดฝังยังไม่ครบหรือไม่ถูกต้อง', '/circulars/'],
      ['<wian-newest office="p99"></wian-newest>', 'ไม่พบรายการนี้ในเวียน', '/circulars/'],
      [
        '<wian-newest section="news" portal="http://127.0.0.1:9/sub"></wian-newest>',
        'เปิดข้อมูลจากเวียนไม่ได้ในขณะนี้',
        '/sub/news/',
      ],
      [
        '<wian-circular portal="javascript:alert(1)" circular="2568/no-such-letter"></wian-circular>',
        'ไม่พบรายการนี้ในเวียน',
        '/circulars/2568/no-such-letter/',
      ],
    ];
    const body = cases.map(([part]) => part).join('');
    await onSite(hostPage(body + SCRIPT()), {}, async (page) => {
      await shown(page);
      const heard = await page.evaluate(() =>
        [...document.querySelectorAll('main > :not(h1, script)')].map(({ shadowRoot }) => [
          shadowRoot?.querySelector('[role=heading]')?.textContent,
          new URL(shadowRoot?.querySelector('a')?.href ?? '').pathname,
        ]),
      );
      expect(heard).toEqual(cases.map(([, why, path]) => [why, path]));
    });
  });

  it('shows the link of the page where the script does not run', async () => {
    const body =
      '<wian-newest><a href="https://wian.made-up.go.th/circulars/">หนังสือเวียน</a></wian-newest>';
    await onSite(hostPage(body + SCRIPT()), { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByRole('link', { name: 'หนังสือเวียน' }).isVisible()).toBe(true);
    });
  });
});

describe.each(['light', 'dark'] as const)('colours on a device that is set to %s', (scheme) => {
  const LIGHT = 'rgb(255, 255, 255)';
  const DARK = 'rgb(23, 31, 41)';
  const DEVICE = scheme === 'dark' ? DARK : LIGHT;

  it('follow the page around, or what is asked for', async () => {
    const cases: readonly (readonly [attributes: string, around: string, ground: string])[] = [
      ['', 'normal', LIGHT],
      ['', 'light dark', DEVICE],
      ['', 'dark', DARK],
      ['theme="dark"', 'light', DARK],
      ['theme="light"', 'dark', LIGHT],
      ['theme="auto"', 'normal', DEVICE],
    ];
    const body = cases.map(
      ([attributes, around]) =>
        `<div style="color-scheme:${around}"><wian-search ${attributes}></wian-search></div>`,
    );
    await onSite(hostPage(body.join('') + SCRIPT()), { colorScheme: scheme }, async (page) => {
      await shown(page);
      const grounds = await page.evaluate(() =>
        [...document.querySelectorAll('wian-search')].map((part) => {
          const box = part.shadowRoot?.querySelector('.box');
          return box ? getComputedStyle(box).backgroundColor : '';
        }),
      );
      expect(grounds).toEqual(cases.map(([, , ground]) => ground));
    });
  });
});

it('has no fault that axe finds, light and dark', async () => {
  const inTheme = (theme: string) => ALL.replaceAll(/(<wian-\w+)/g, `$1 theme="${theme}"`);
  await onSite(hostPage(inTheme('light') + inTheme('dark') + SCRIPT()), {}, async (page) => {
    await shown(page);
    expect(await violations(page)).toEqual([]);
  });
});

it('asks the portal alone, without cookie, storage or referrer', async () => {
  await onSite(hostPage(ALL + SCRIPT()), {}, async (page) => {
    const asked: { host: string; referer: string | undefined; cookie: string | undefined }[] = [];
    page.on('request', async (request) => {
      const { referer, cookie } = request.headers();
      asked.push({ host: new URL(request.url()).host, referer, cookie });
    });
    await page.reload();
    await shown(page);
    const data = asked.filter(({ host }) => host === new URL(portal.url).host).slice(1);
    expect(data.length).toBeGreaterThan(1);
    for (const { referer, cookie } of data)
      expect([referer || null, cookie || null]).toEqual([null, null]);
    expect(new Set(asked.map(({ host }) => host)).size).toBe(2);
    expect(await page.context().cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });
});

it('is at most 10 kB over the wire', async () => {
  const answer = await fetch(`${portal.url}/embed.js`, { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  const { gzipSync } = await import('node:zlib');
  expect(gzipSync(await answer.text(), { level: 6 }).length).toBeLessThan(10_000);
});

describe('oEmbed', () => {
  const linkOf = (path: string): string | undefined =>
    /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(htmlOf(path))?.[1];

  it('is found from every circular, with the required fields', () => {
    expect(CIRCULARS.length).toBeGreaterThan(0);
    for (const path of CIRCULARS) {
      const answer = jsonOf(linkOf(path) ?? '');
      expect(answer).toMatchObject({ type: 'rich', version: '1.0' });
      expect(Number.isInteger(answer.width) && Number.isInteger(answer.height)).toBe(true);
      expect(answer.html).toMatch(/^<blockquote>.*<\/blockquote><iframe .*><\/iframe>$/);
    }
  });

  it('fills the frame that WordPress makes of it, and tells it how high the card is', async () => {
    const frame = `${portal.url}/embed/circular/?circular=${CERTAIN}#?secret=abc123`;
    const body = `<script>addEventListener('message', ({ data }) => (window.heard = data))</script><iframe sandbox="allow-scripts" width="600" height="360" title="การ์ด" src="${frame}"></iframe>`;
    await onSite(hostPage(body), {}, async (page) => {
      const card = page.frameLocator('iframe').locator('wian-circular');
      await card.locator('.stamp').waitFor();
      expect(await card.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await card.evaluate(({ shadowRoot }) => shadowRoot?.textContent)).toContain(
        'มท ๐๘๐๘.๔/ว ๒๐๐๗',
      );
      await page.waitForFunction(
        () => Number((window as unknown as { heard?: { value: number } }).heard?.value) > 100,
      );
      expect(
        await page.evaluate(() => (window as unknown as { heard: object }).heard),
      ).toMatchObject({
        message: 'height',
        secret: 'abc123',
      });
    });
  });
});
