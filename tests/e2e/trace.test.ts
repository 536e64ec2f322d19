import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { rulesIn, violations } from './axe.ts';
import { lookAt, onPage, portal } from './portal.ts';

const REOPENING = '/circulars/2568/dla-x-wx-0325/';
const THAI_ID = '/circulars/2567/dla-0808-4-w2007-0917/';
const PASSWORDS = '/circulars/2568/dla-0808-4-w1541-0402/';
const WAY = '[data-answer]';

const answered = (page: Page) => page.locator('[data-trace][data-answered]').waitFor();
const traced = <Value>(typed: string, use: (page: Page) => Promise<Value>, options = {}) =>
  lookAt(`/trace/?${new URLSearchParams({ n: typed })}`, options, async (page) => {
    await answered(page);
    return use(page);
  });
const said = (page: Page) => page.locator('[data-said]').innerText();
const circularsOf = (page: Page) =>
  page
    .locator(`${WAY} .traced h2 a`)
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')));

describe('a number leads to its circular', () => {
  it.each([
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗', THAI_ID],
    ['มท 0808.4/ว2007', THAI_ID],
    ['มท0808.4/ว.2007', THAI_ID],
    ['มท 0808.4/๒ 2007', THAI_ID],
    ['มท ๐๘๐๘.๔/๒๒๐๐๗', THAI_ID],
    ['มท 08084/ว 2007', THAI_ID],
    ['0808.4/ว 2007', THAI_ID],
    ['ว 2007', THAI_ID],
    ['๒๐๐๗ ปี ๒๕๖๗', THAI_ID],
    ['ว 2007 ลงวันที่ 17 กันยายน 2567', THAI_ID],
    ['ชม ๐๐๒๓.๕/ว ๑๗๖๘๔', REOPENING],
    ['ชม 0023.5/ว 13455', REOPENING],
    ['ชม0023.15/6698', REOPENING],
    ['11775', REOPENING],
    ['๐๐๖๘๗', REOPENING],
    ['เลขรับ 657', REOPENING],
    ['นพ 0023.5/ว 1578', PASSWORDS],
  ])('%s', async (typed, circular) => {
    expect(await traced(typed, circularsOf)).toEqual([circular]);
  });
});

describe('the answer', () => {
  it('says what the number is, and shows every letter and stamp of the chain', async () => {
    await traced('ชม 0023.5/ว 13455', async (page) => {
      const text = await page.locator(WAY).innerText();
      expect(text).toContain('เป็นเลขของหนังสือนำส่งของ จังหวัดเชียงใหม่');
      expect(text).toContain('เป็นเลขที่ อำเภอฝาง จังหวัดเชียงใหม่ ใช้อ้างถึงหนังสือที่ส่งต่อ');
      for (const number of ['๑๖๓๙', '๑๙๖๖', '๑๗๖๘๔', '11775', '00687', '657', '๖๖๙๘'])
        expect(text).toContain(number);
    });
  });

  it('shows doubts as doubts', async () => {
    await traced('ชม 0023.15/6698', async (page) => {
      const text = await page.locator(WAY).innerText();
      expect(text).toContain('ต้องตรวจสอบกับต้นฉบับ');
      expect(text).toContain('๗๐ เมษายน ๒๕๖๘');
      expect(text).not.toContain('70 เมษายน');
    });
  });

  it('marks the office at which the number stands', async () => {
    await traced('657', async (page) => {
      const marked = page.locator(`${WAY} .stop.here > .office`);
      expect(await marked.allInnerTexts()).toEqual([expect.stringContaining('อำเภอฝาง')]);
    });
  });

  it('tells when a digit was taken for ว, and when the year is another', async () => {
    const text = await traced('มท 0808.4/22007', (page) => page.locator(WAY).innerText());
    expect(text).toContain('เวียนอ่านเลข ๒ หรือ ๙ ตัวหน้าเป็น ว');
    const other = await traced('ว 2007 ปี 2560', (page) => page.locator(WAY).innerText());
    expect(other).toContain('ไม่พบเลขนี้ในปี 2560');
  });

  it('offers numbers like one that is nowhere, and a search', async () => {
    await traced('มท 0808.4/ว 2070', async (page) => {
      expect(await said(page)).toContain('ไม่พบ');
      const search = page.locator(`${WAY} a[href^="/search/"]`);
      expect(await search.getAttribute('href')).toContain(encodeURIComponent('0808.4'));
      await page.locator(`${WAY} .offers a`).first().click();
      await answered(page);
      expect(await circularsOf(page)).toEqual([THAI_ID]);
    });
  });

  it('is announced', async () => {
    await traced('ว 2007', async (page) => {
      const status = page.getByRole('main').getByRole('status');
      expect(await status.innerText()).toContain('ว ๒๐๐๗');
    });
  });

  it('comes in at most 60 KB of data', async () => {
    await onPage('about:blank', {}, async (page) => {
      const bodies: Promise<Buffer>[] = [];
      page.on('response', (response) => {
        if (new URL(response.url()).pathname.endsWith('.json')) bodies.push(response.body());
      });
      await page.goto(`/trace/?${new URLSearchParams({ n: 'สน 0023.5/17706' })}`);
      await answered(page);
      const bytes = (await Promise.all(bodies)).reduce((sum, { length }) => sum + length, 0);
      expect(bytes).toBeGreaterThan(1000);
      expect(bytes).toBeLessThan(60_000);
    });
  });
});

describe('the address', () => {
  it('carries the number, and goes back and forth', async () => {
    await lookAt('/trace/', {}, async (page) => {
      await page.fill('#trace-number', 'ว 2007');
      await page.keyboard.press('Enter');
      await answered(page);
      expect(new URL(page.url()).searchParams.get('n')).toBe('ว 2007');
      await page.fill('#trace-number', '11775');
      await page.keyboard.press('Enter');
      await expect.poll(() => circularsOf(page)).toEqual([REOPENING]);
      await page.goBack();
      await expect.poll(() => circularsOf(page)).toEqual([THAI_ID]);
      expect(await page.inputValue('#trace-number')).toBe('ว 2007');
    });
  });

  it('asks no other host, and nothing before a number is typed', async () => {
    await onPage('about:blank', {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto('/trace/', { waitUntil: 'networkidle' });
      expect(asked.filter((url) => url.endsWith('.json'))).toEqual([]);
      expect(asked.filter((url) => !url.startsWith(portal.url))).toEqual([]);
    });
  });
});

describe('what is no number', () => {
  it.each([
    ['markup', '<img src=x onerror="document.title=1">'],
    ['words', 'สวัสดี'],
    ['control characters', '\u0001\u0002\u0007'],
    ['a path', '../../../circulars'],
    ['a long text', 'ว 2007 '.repeat(300)],
  ])('%s: the page says so', async (_, typed) => {
    await traced(typed, async (page) => {
      expect(await said(page)).toContain('ไม่ใช่เลขที่หนังสือหรือเลขรับ');
      expect(await page.locator(`${WAY} img`).count()).toBe(0);
      expect(await page.title()).toContain('ตามเลขหนังสือ');
    });
  });

  it('100 kB pasted are refused at once, and leave the address short', async () => {
    await lookAt('/trace/', {}, async (page) => {
      await page.fill('#trace-number', '๒๐๐๗/'.repeat(20_000));
      await page.keyboard.press('Enter');
      await answered(page);
      expect(await said(page)).toContain('ไม่ใช่เลขที่หนังสือหรือเลขรับ');
      expect(page.url().length).toBeLessThan(4000);
    });
  });

  it('nothing: the field asks for it', async () => {
    await lookAt('/trace/', {}, async (page) => {
      await page.focus('#trace-number');
      await page.keyboard.press('Enter');
      expect(await page.locator('#trace-number:invalid').count()).toBe(1);
      expect(await page.locator(WAY).innerText()).toBe('');
    });
  });

  it('a list that cannot be had: the page says so', async () => {
    await onPage('/trace/', {}, async (page) => {
      await page.route('**/trace/*.json', (route) => route.abort());
      await page.fill('#trace-number', 'ว 2007');
      await page.keyboard.press('Enter');
      await answered(page);
      expect(await said(page)).toContain('ลองอีกครั้ง');
    });
  });
});

it('leads on to lists without JavaScript', async () => {
  await lookAt('/trace/?n=2007', { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('main').innerText()).toContain('JavaScript');
    await page.locator('main .years a').first().click();
    expect(new URL(page.url()).pathname).toMatch(/^\/circulars\/\d{4}\/$/);
  });
});

describe.each(['light', 'dark'] as const)('an answer in the %s', (colorScheme) => {
  it.each([320, 390, 1440])('is accessible and fits on %i px', async (width) => {
    const options = { colorScheme, viewport: { width, height: 900 } };
    for (const typed of ['ชม 0023.5/ว 13455', 'มท 0808.4/ว 2070']) {
      const { found, overflow } = await traced(
        typed,
        async (page) => ({
          found: await violations(page, rulesIn(colorScheme)),
          overflow: await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
        }),
        options,
      );
      expect(found).toEqual([]);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});
