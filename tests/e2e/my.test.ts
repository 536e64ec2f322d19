import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { rulesIn, violations } from './axe.ts';
import { filesBelow, isThere, jsonOf, textOf } from './files.ts';
import { lookAt, onPage, portal } from './portal.ts';

const FANG = '/my/?office=d5009';
const AUTHORITY = '/my/?office=d5009&kind=sao';
const CHIANG_MAI = '/my/?office=p50';
const LIMIT = 60 * 1024;

const chosen = (page: Page) => page.locator('[data-my][data-office]').waitFor();
const mainText = (path: string) =>
  lookAt(path, {}, async (page) => {
    await chosen(page);
    for (const way of await page.locator('.my-way summary').all()) await way.click();
    return page.locator('main').innerText();
  });
const partText = (path: string, part: string) =>
  lookAt(path, {}, async (page) => {
    await chosen(page);
    return page.locator(`[data-part=${part}]`).innerText();
  });

describe('choosing an office', () => {
  it('finds it by its name as people type it, and remembers it in this browser', async () => {
    await lookAt('/my/', {}, async (page) => {
      await page.fill('#my-name', 'อ.ฝาง เชียงใหม');
      await page.locator('[data-found] a').first().waitFor();
      expect(await page.locator('[data-found] a').allInnerTexts()).toEqual([
        'อำเภอฝาง จังหวัดเชียงใหม่',
      ]);
      await page.locator('[data-found] a').click();
      await chosen(page);
      expect(page.url()).toBe(`${portal.url}${FANG}`);
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('อำเภอฝาง');
      await page.goto('/my/');
      await chosen(page);
      expect(await page.locator('[data-name]').innerText()).toBe('อำเภอฝาง');
      await page.locator('[data-forget]').click();
      await page.goto('/my/');
      expect(await page.locator('[data-chosen]').isHidden()).toBe(true);
      expect(await page.locator('#my-name').isVisible()).toBe(true);
    });
  });

  it('offers for an authority that is not listed its kind in the area', async () => {
    await lookAt('/my/', {}, async (page) => {
      await page.fill('#my-name', 'เทศบาลนครขอนแก่น');
      const first = page.locator('[data-found] a').first();
      await first.waitFor();
      expect(await first.innerText()).toBe('เทศบาลนคร ในจังหวัดขอนแก่น');
      expect(await page.locator('[data-said]').innerText()).toContain('ยังไม่มี อปท. ชื่อนี้');
      await first.click();
      await chosen(page);
      expect(await page.locator('[data-name]').innerText()).toBe('เทศบาลนคร ในจังหวัดขอนแก่น');
      expect(await page.locator('[data-note]').innerText()).toContain('ยังไม่มีชื่อ อปท. นี้');
    });
  });

  it('takes the first that is found with Enter, and follows the way back', async () => {
    await lookAt('/my/', {}, async (page) => {
      await page.fill('#my-name', 'เทศบาลนครเชียงใหม่');
      await page.keyboard.press('Enter');
      await page.locator('[data-found] a:focus').waitFor();
      await page.keyboard.press('Enter');
      await chosen(page);
      expect(await page.locator('[data-name]').innerText()).toBe('เทศบาลนครเชียงใหม่');
      await page.locator('[data-part=within] a', { hasText: 'จังหวัดเชียงใหม่' }).first().click();
      await page.locator('[data-my][data-office=p50]').waitFor();
      await page.goBack();
      await page.locator('[data-my]:not([data-office=p50])[data-office]').waitFor();
      expect(await page.locator('[data-name]').innerText()).toBe('เทศบาลนครเชียงใหม่');
    });
  });

  it('takes a link to an authority that does not say where it lies', async () => {
    const [id, , name] = jsonOf('/my/data/p50.json').offices[0];
    await lookAt(`/my/?office=${id}`, {}, async (page) => {
      await chosen(page);
      expect(await page.locator('[data-name]').innerText()).toBe(name);
    });
  });

  it('keeps what is remembered when a link shows another office, unless asked', async () => {
    await lookAt(FANG, {}, async (page) => {
      await chosen(page);
      await page.goto(CHIANG_MAI);
      await chosen(page);
      await page.goto('/my/');
      await chosen(page);
      expect(await page.locator('[data-name]').innerText()).toBe('อำเภอฝาง');
      await page.goto(CHIANG_MAI);
      await chosen(page);
      await page.locator('[data-keep]').click();
      await page.goto('/my/');
      await chosen(page);
      expect(await page.locator('[data-name]').innerText()).toBe('จังหวัดเชียงใหม่');
    });
  });

  it.each(['/my/?office=d9999', '/my/?office=a9', '/my/?office=d5009&kind=pao'])(
    'says of %s that there is no such office, and lets one be chosen',
    async (path) => {
      await lookAt(path, {}, async (page) => {
        await page.locator('[data-said]:not(:empty)', { hasText: 'ไม่พบหน่วยงานตามลิงก์นี้' }).waitFor();
        expect(await page.locator('#my-name').isVisible()).toBe(true);
      });
    },
  );
});

describe('when something goes wrong', () => {
  it('says that it cannot be opened, and opens it when asked again', async () => {
    await onPage('/my/', {}, async (page) => {
      await page.route('**/my/data/**', (route) => route.abort());
      await page.goto(FANG);
      await page.locator('[data-again]').waitFor();
      expect(await page.locator('[data-said]').innerText()).not.toBe('');
      expect(await page.locator('#my-name').isVisible()).toBe(true);
      expect(await page.locator('[data-provinces]').isVisible()).toBe(true);
      await page.unroute('**/my/data/**');
      await page.locator('[data-again]').click();
      await chosen(page);
      expect(await page.locator('[data-again]').isHidden()).toBe(true);
    });
  });

  it('works where the browser keeps nothing, and says so', async () => {
    await onPage('/my/', {}, async (page) => {
      await page.addInitScript(() =>
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('blocked', 'SecurityError');
          },
        }),
      );
      await page.goto(FANG);
      await chosen(page);
      expect(await page.locator('[data-kept]').first().innerText()).toContain('ไม่ให้เก็บ');
      await page.selectOption('[data-digits-choice]', 'thai');
      expect(await page.locator('[data-reader-choice] [role=status]').innerText()).toContain(
        'ไม่ให้เก็บ',
      );
    });
  });
});

describe('what concerns an office', () => {
  it('says how each circular came, with numbers and dates, and what is not known', async () => {
    const text = await mainText(FANG);
    for (const part of ['657', '24 เมษายน 2568', '11775', 'ไม่มีข้อมูล', 'ต้องตรวจสอบกับต้นฉบับ'])
      expect(text).toContain(part);
    expect(text.replaceAll('ไม่ได้แปลว่าไม่ได้รับ', '')).not.toContain('ไม่ได้รับ');
  });

  it('says nothing of an authority that nobody has reported on', async () => {
    await lookAt(AUTHORITY, {}, async (page) => {
      await chosen(page);
      expect(await page.locator('[data-name]').innerText()).toBe('อบต. ในอำเภอฝาง');
      expect(await page.locator('[data-note]').isVisible()).toBe(true);
      const way = page.locator('.my-way').first();
      await way.locator('summary').click();
      expect(await way.locator('li').last().innerText()).toBe('หน่วยงานนี้: ไม่มีข้อมูล');
    });
  });

  it('gives each level the duties of its own roles, with a calendar', async () => {
    const authority = await partText(AUTHORITY, 'duties');
    expect(authority).toContain('หัวหน้าหน่วยงานคลัง');
    expect(authority).not.toMatch(/^อำเภอ$/m);
    const [inNakhonPhanom] = jsonOf('/my/data/p48.json').districts[0];
    expect(await partText(`/my/?office=${inNakhonPhanom}`, 'duties')).toMatch(/^อำเภอ$/m);
    const links = await lookAt(AUTHORITY, {}, async (page) => {
      await chosen(page);
      return page
        .locator('#my-duties ~ * a[href$=".ics"]')
        .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
    });
    expect(links).toContain('/calendar/roles/treasury-head.ics');
    expect(links.filter((path) => !isThere(path))).toEqual([]);
  });

  it('asks of an office what its own province asks for, and not what another does', async () => {
    const ASKED = 'แจ้ง อปท. ในอำเภอและหน่วยงานภายใต้สังกัดให้ดำเนินการ';
    const inNakhonPhanom = (jsonOf('/my/data/p48.json').districts[0] as string[])[0];
    expect(await partText(`/my/?office=${inNakhonPhanom}`, 'duties')).toContain(ASKED);
    expect(await partText(FANG, 'duties')).not.toContain(ASKED);
  });

  it('tells legal force by topic, and what is not known apart', async () => {
    const text = await partText(AUTHORITY, 'binding');
    expect(text).toContain('New e-LAAS');
    expect(text).toContain('ไม่ทราบ/ต้องตรวจสอบ');
  });

  it('has the transfers and figures of an authority, and says that they are made up', async () => {
    const [id] = Object.keys(jsonOf('/my/data/p50.json').figures.offices);
    const text = await partText(`/my/?office=${id}&in=p50`, 'figures');
    expect(text).toContain('ข้อมูลตัวอย่าง');
    expect(text).toMatch(/\d,\d{3}\.\d\d/);
    expect(await partText(FANG, 'figures')).toContain('ไม่ได้แปลว่าเป็นศูนย์');
  });

  it('leads to the pages and feeds of its province and district', async () => {
    const links = await lookAt(FANG, {}, async (page) => {
      await chosen(page);
      return page
        .locator('[data-part=contact] a')
        .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname));
    });
    for (const path of ['/offices/p50/', '/offices/p50/d5009/', '/feeds/offices/p50/rss.xml'])
      expect(links).toContain(path);
  });
});

describe('its files', () => {
  it('are one small file a province or district, and no page for each office', () => {
    const files = filesBelow('/my', '.json').filter((path) => path.startsWith('/my/data/'));
    expect(files).toHaveLength(76 + 878);
    expect(filesBelow('/my', '.html')).toEqual(['/my/index.html']);
    expect(Math.max(...files.map((path) => gzipSync(textOf(path)).length))).toBeLessThan(20_000);
  });

  it.each(['/my/', FANG, AUTHORITY, CHIANG_MAI])(
    '%s comes in at most 60 KB before fonts',
    async (path) => {
      const bytes = await onPage('about:blank', {}, async (page) => {
        const session = await page.context().newCDPSession(page);
        await session.send('Network.enable');
        const kinds = new Map<string, string>();
        let sum = 0;
        session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
        session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
          if (kinds.get(requestId) !== 'Font') sum += encodedDataLength;
        });
        await page.goto(path, { waitUntil: 'networkidle' });
        return sum;
      });
      expect(bytes).toBeGreaterThan(1000);
      expect(bytes).toBeLessThanOrEqual(LIMIT);
    },
  );
});

it('lists every province without JavaScript, each leading to its page', async () => {
  await lookAt('/my/', { javaScriptEnabled: false }, async (page) => {
    const links = page.locator('[data-provinces] a');
    expect(await links.count()).toBe(76);
    await links.filter({ hasText: 'เชียงใหม่' }).click();
    expect(new URL(page.url()).pathname).toBe('/offices/p50/');
    await page.locator('a[href="/my/?office=p50"]').waitFor();
  });
});

it('is reached from the home page and from the menu of every page', async () => {
  await lookAt('/', { viewport: { width: 390, height: 844 } }, async (page) => {
    await page.locator('main a[href="/my/"]').click();
    expect(new URL(page.url()).pathname).toBe('/my/');
    expect(await page.locator('header a[href="/my/"][aria-current=page]').count()).toBe(1);
  });
});

describe.each([FANG, AUTHORITY, CHIANG_MAI])('%s', (path) => {
  it.each([
    ['light', 320],
    ['dark', 390],
    ['light', 1440],
  ] as const)('is accessible and fits (%s, %i px)', async (colorScheme, width) => {
    await lookAt(path, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
      await chosen(page);
      for (const way of await page.locator('.my-way summary').all()) await way.click();
      expect(await violations(page, rulesIn(colorScheme))).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
});
