import { describe, expect, it } from 'vitest';
import { rulesIn, violations } from './axe.ts';
import { htmlOf, lookAt, PAGES } from './portal.ts';

const CHIANG_MAI = '/offices/p50/';
const FANG = '/offices/p50/d5009/';
/** A district of which nothing is on record but a letter to it. */
const MAE_AI = '/offices/p50/d5010/';
const REOPENING = '/circulars/2568/dla-x-wx-0325/';

const textOf = (path: string, selector = 'main') =>
  lookAt(path, { javaScriptEnabled: false }, (page) => page.locator(selector).innerText());

describe('pages of offices', () => {
  it('stand for every province within the chain and all its districts, and for none of Bangkok', () => {
    const offices = PAGES.filter((path) => path.startsWith('/offices/p'));
    const provinces = offices.filter((path) => /^\/offices\/p\d\d\/$/.test(path));
    const districts = offices.filter((path) => /^\/offices\/p\d\d\/d\d{4}\/$/.test(path));
    expect([provinces.length, districts.length]).toEqual([76, 878]);
    expect(offices.filter((path) => path.includes('/p10/'))).toEqual([]);
  });

  it('list every province, and say why Bangkok is not among them', async () => {
    await lookAt('/offices/', {}, async (page) => {
      expect(await page.locator('main .office-list a').count()).toBe(76);
      expect(await page.locator('main').innerText()).toContain('กรุงเทพมหานคร อยู่นอกสาย');
    });
  });

  it('find an office by its name', async () => {
    await lookAt('/offices/', {}, async (page) => {
      await page.fill('main input[type=search]', 'ฝาง เชียงใหม่');
      await page.keyboard.press('Enter');
      const first = page.locator('.search-results a').first();
      await first.waitFor();
      expect(await first.getAttribute('href')).toBe(FANG);
    });
  });
});

describe('the page of a province', () => {
  it('says when a circular came, under which numbers, and to whom it went', async () => {
    const text = await textOf(CHIANG_MAI, '.office-records');
    for (const part of ['11775', '11 เมษายน 2568', '00687', '17 เมษายน 2568', '22 เมษายน 2568'])
      expect(text).toContain(part);
    expect(text).toContain('อำเภอ ส่งถึงทั้งกลุ่ม');
    expect(text).toContain('กรมส่งเสริมการปกครองท้องถิ่น');
  });

  it('shows both readings of a doubtful number', async () => {
    const text = await textOf(CHIANG_MAI, '.office-records');
    for (const number of ['๑๗๖๘๔', '๑๓๔๕๕']) expect(text).toContain(number);
    expect(text).toContain('ต้องตรวจสอบกับต้นฉบับ');
  });

  it('says how much is known, and that no record is none', async () => {
    const rows = await lookAt(CHIANG_MAI, {}, (page) =>
      page.locator('section[aria-labelledby=known] tbody tr').allInnerTexts(),
    );
    expect(rows.map((row) => row.split(/\s+/).filter(Boolean).slice(-3))).toEqual([
      ['2', '1', '1'],
      ['1', '0', '1'],
      ['1', '0', '1'],
      ['1', '0', '1'],
      ['5', '1', '4'],
    ]);
    expect(await textOf(CHIANG_MAI)).toContain('ไม่ได้แปลว่าไม่ได้รับ');
  });

  it('links its districts, its authorities and its feed', async () => {
    await lookAt(CHIANG_MAI, {}, async (page) => {
      expect(await page.locator(`main a[href="${FANG}"]`).count()).toBe(1);
      expect(await page.locator('main').innerText()).toContain('เทศบาลนครเชียงใหม่');
      const feed = '/feeds/offices/p50/rss.xml';
      expect(await page.locator(`link[rel=alternate][href="${feed}"]`).count()).toBe(1);
      expect(await page.locator(`main a[href="${feed}"]`).count()).toBe(1);
    });
  });
});

describe('the page of a district', () => {
  it('says what it got and passed on, with the code seen on its letter', async () => {
    const text = await textOf(FANG);
    for (const part of ['657', '24 เมษายน 2568', '๗๐ เมษายน ๒๕๖๘', 'ชม ๐๐๒๓.๑๕'])
      expect(text).toContain(part);
  });

  it('leads up to its province and back from the circular', async () => {
    await lookAt(REOPENING, { javaScriptEnabled: false }, async (page) => {
      await page.locator(`#chain ~ * a[href="${FANG}"], .chain a[href="${FANG}"]`).first().click();
      await page.locator(`.breadcrumb a[href="${CHIANG_MAI}"]`).click();
      expect(new URL(page.url()).pathname).toBe(CHIANG_MAI);
    });
  });

  it('without a record says that there is none, never that nothing was received', async () => {
    const text = await textOf(MAE_AI);
    expect(text).toContain('ไม่มีข้อมูล ยังไม่มีใครรายงาน');
    expect(text.replace('ไม่ได้แปลว่าไม่ได้รับ', '')).not.toContain('ไม่ได้รับ');
  });
});

describe('for machines', () => {
  const graph = (path: string) =>
    JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(htmlOf(path))?.[1] ?? 'null',
    );

  it('an office is a GovernmentOrganization under the one above', () => {
    expect(graph(FANG)).toMatchObject({
      '@type': 'GovernmentOrganization',
      name: 'อำเภอฝาง จังหวัดเชียงใหม่',
      alternateName: 'Fang',
      parentOrganization: { '@id': graph(CHIANG_MAI)['@id'] },
    });
  });

  it('its page is named in the map of the site', () => {
    expect(htmlOf(FANG)).not.toContain('noindex');
    expect(htmlOf('/sitemap-0.xml')).toContain(FANG);
  });
});

describe.each([CHIANG_MAI, FANG, MAE_AI, '/offices/', '/offices/p47/'])('%s', (path) => {
  it.each([
    ['light', 320],
    ['dark', 390],
    ['light', 1440],
    ['dark', 1440],
  ] as const)('is accessible and fits (%s, %i px)', async (colorScheme, width) => {
    await lookAt(path, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
      expect(await violations(page, rulesIn(colorScheme))).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
});
