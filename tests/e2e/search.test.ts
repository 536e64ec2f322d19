import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openSearcher } from '../../scripts/search/command.ts';
import { brokenWords } from './broken-words.ts';
import { lookAt, onPage, PAGES, portal } from './portal.ts';
import { answersInPage, answersInTerminal, manyQueries } from './same-answers.ts';
import { GOLDEN } from './search-golden.ts';

const searcher = await openSearcher(portal.folder);
const first = async (query: string, limit: number) =>
  (await searcher.respond(query, { limit })).results.map(({ url }) => url);

const LINKS = '.search-results h3 a';
const status = (page: Page) => page.locator('[data-status]').innerText();
const results = (page: Page) =>
  page.locator(LINKS).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
/** Waits for the answer to what stands in the box; letters typed before may have been answered already. */
const answered = (page: Page) =>
  page.waitForFunction(() => {
    const root = document.querySelector<HTMLElement>('[data-search-page]');
    const typed = root?.querySelector<HTMLInputElement>('input[type=search]')?.value.slice(0, 1500);
    const { asked, answered: last } = root?.dataset ?? {};
    const inAddress = new URLSearchParams(location.search).get('q') ?? '';
    return asked !== undefined && asked === last && inAddress === typed;
  });

describe.each(Object.entries(GOLDEN))('%s', (_, queries) => {
  it.each(queries)('"%s" leads to its page within the first three', async (query, ...pages) => {
    for (const page of pages) expect(PAGES).toContain(page);
    const found = await first(query, 3);
    expect(
      found.some((url) => pages.includes(url)),
      found.join(' '),
    ).toBe(true);
  });
});

it('leads from the name of an office to its row, and says that its figures are made up', async () => {
  const { results } = await searcher.respond('อบต.แม่งอน', { limit: 1 });
  const [{ url, meta, sections } = { url: '', meta: null, sections: [] }] = results;
  expect(meta?.sample).toBe('ข้อมูลตัวอย่าง');
  expect(sections.map(({ section }) => section.title)).toEqual(['องค์การบริหารส่วนตำบลแม่งอน']);
  await onPage('/search/?q=อบต.แม่งอน', {}, async (page) => {
    await answered(page);
    expect(await page.locator('.search-results .facts').first().innerText()).toContain(
      'ข้อมูลตัวอย่าง',
    );
    await page.locator('.search-results .search-sections a').first().click();
    await page.waitForURL(`**${url}#${sections[0]?.section.id}`);
    const row = page.locator(`tr:target th a`);
    expect(await row.getAttribute('href')).toBe(`/my/?office=${sections[0]?.section.id}&in=d5009`);
  });
});

it('has a golden set worth the name', () => {
  expect(Object.values(GOLDEN).flat().length).toBeGreaterThanOrEqual(60);
});

/** Holds back all files of pages but the first three that are asked for. */
const holdBackPages = async (page: Page): Promise<() => void> => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = 0;
  await page.context().route('**/search-index/*/page/*.bin', async (route) => {
    if (++asked > 3) await held;
    await route.continue();
  });
  return release;
};

describe('the search page', () => {
  it('has filters that end on a phone with text of 200 %, however long the names in them are', async () => {
    await onPage('/search/?q=บัญชี', { viewport: { width: 360, height: 740 } }, async (page) => {
      await answered(page);
      await page.locator('.search-filters summary').click();
      const ends = await page.locator('.search-filters select').evaluateAll((selects) => {
        document.documentElement.style.fontSize = '200%';
        return selects.map((select) => select.getBoundingClientRect().right);
      });
      expect(ends.length).toBeGreaterThan(1);
      expect(Math.max(...ends)).toBeLessThanOrEqual(360);
    });
  });

  it('leaves the first results as they are when the others come, and says once how many there are', async () => {
    await onPage('about:blank', {}, async (page) => {
      const release = await holdBackPages(page);
      await page.addInitScript(() => {
        const said: string[] = [];
        Object.assign(window, { said });
        addEventListener('DOMContentLoaded', () => {
          const parts = document.querySelectorAll('[data-status], [data-notes]');
          const note = (records: MutationRecord[]) =>
            said.push(...new Set(records.map(({ target }) => (target as Element).textContent)));
          const observer = new MutationObserver(note);
          for (const part of parts) observer.observe(part, { childList: true });
        });
      });
      await page.goto('/search/?q=รหัสผ่าน ว 9999');
      await page.waitForFunction((links) => document.querySelectorAll(links).length === 3, LINKS);
      await page.evaluate((links) => {
        for (const link of document.querySelectorAll(links))
          Object.assign(link.closest('li') as Element, { wasFirst: true });
      }, LINKS);
      const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said.length);
      const before = await said();
      release();
      await answered(page);
      const stayed = await page
        .locator(LINKS)
        .evaluateAll((links) => links.map((link) => 'wasFirst' in (link.closest('li') as Element)));
      expect(stayed).toHaveLength(10);
      expect(stayed.filter(Boolean)).toHaveLength(3);
      expect(await said()).toBe(before);
    });
  });

  it('answers as one types, keeps the query in the address and can be walked with the keys', async () => {
    await lookAt('/search/', {}, async (page) => {
      await page.locator('main input[type=search]').pressSequentially('มท0808.4/ว2007');
      await page.waitForURL((url) => url.searchParams.get('q') === 'มท0808.4/ว2007');
      await answered(page);
      expect(await status(page)).toMatch(/\d/);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/circulars/2567/dla-0808-4-w2007-0917/');
      await page.goBack();
      await answered(page);
      expect(await page.locator('main input[type=search]').inputValue()).toBe('มท0808.4/ว2007');
    });
  });

  const searching = (q: string) => `/search/?${new URLSearchParams({ q })}`;

  it('keeps the focus on a result when the others come', async () => {
    await onPage('about:blank', {}, async (page) => {
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      let asked = 0;
      await page.context().route('**/page/*.bin', async (route) => {
        if (++asked > 4) await released;
        await route.continue();
      });
      await page.goto(searching('รหัสผ่าน'));
      await page.locator(LINKS).first().waitFor();
      const before = await page.locator(LINKS).count();
      const input = page.locator('main input[type=search]');
      await input.press('ArrowDown');
      const focused = () =>
        page.evaluate(() => (document.activeElement as HTMLAnchorElement | null)?.href ?? null);
      const chosen = await focused();
      expect(chosen).toContain('http');
      release();
      await answered(page);
      expect(await page.locator(LINKS).count()).toBeGreaterThan(before);
      expect(await focused()).toBe(chosen);
    });
  });
  const notes = (page: Page) => page.locator('.search-note').allInnerTexts();

  it.each([360, 1200])(
    'says that a letter number is nowhere, with those near to it, on %i px',
    async (width) => {
      await lookAt(searching('ว 1693'), { viewport: { width, height: 800 } }, async (page) => {
        await answered(page);
        expect(await status(page)).toBe('ว 1693 ไม่พบในเวียน');
        expect(await page.locator('[data-results] h3').count()).toBe(0);
        expect(await page.locator('[data-near] h3').count()).toBeGreaterThan(0);
        await page.getByRole('link', { name: 'ว 1639', exact: true }).click();
        await page.waitForURL((url) => url.searchParams.get('q') === 'ว 1639');
        await page.locator('[data-results] h3').first().waitFor();
      });
    },
  );

  it('leads from a number to where it has got to, and back', async () => {
    await lookAt(searching('ว 9999'), {}, async (page) => {
      await answered(page);
      await page.locator('.search-note a[href^="/trace/"]').click();
      await page.waitForURL(
        (url) => url.pathname === '/trace/' && url.searchParams.get('n') === 'ว 9999',
      );
      await page.locator('[data-answer] a[href^="/search/"]').click();
      await page.waitForURL((url) => url.searchParams.get('q') === 'ว 9999');
    });
  });

  it.each(['ว 2007', 'รหัสผ่าน'])(
    'is reached with %s from the page that follows a number',
    async (text) => {
      await lookAt(`/trace/?${new URLSearchParams({ n: text })}`, {}, async (page) => {
        await page.locator('[data-answer] a[href^="/search/"]').click();
        await page.waitForURL((url) => url.searchParams.get('q') === text);
        await answered(page);
      });
    },
  );

  it.each(['1639', '1966', 'มท 0808.4/ว 1966', '1541', '2719', '2141'])(
    'states no number for which the letter with %s has to be seen',
    async (query) => {
      await lookAt(searching(query), {}, async (page) => {
        await answered(page);
        const said = [...(await notes(page)), ...(await page.locator('.facts').allInnerTexts())];
        const letter = said.filter((text) => /มท/.test(text) && !text.startsWith('ติดตามว่า'));
        expect(letter.length).toBeGreaterThan(1);
        // Pages further down may be of other letters, whose numbers are certain.
        for (const text of letter.slice(0, 2))
          expect(text).toMatch(/เลขที่ต้องตรวจสอบกับต้นฉบับ อ่านได้ มท/);
        expect(said.join()).not.toMatch(
          /(?:1639|1966|1541|2719|2141) คือ|ที่ มท 0808.[45]\/(?:ว )?(?:1639|1966|1541|2719|2141)/,
        );
      });
    },
  );

  it.each(['6NJ8FY', '6nj8fy', '6nj-8fy'])(
    'answers the short code %s with its circular',
    async (query) => {
      await lookAt(searching(query), {}, async (page) => {
        await answered(page);
        expect(await results(page)).toEqual(['/circulars/2567/dla-0808-4-w2007-0917/']);
      });
    },
  );

  it.each([
    ['ย้ายงาน', true],
    ['นคพนม', false],
  ])(
    'does not say that nothing has all of %s where pages are counted: %s',
    async (query, counted) => {
      await lookAt(searching(query), {}, async (page) => {
        await answered(page);
        const said = await page.locator('[data-search-page]').innerText();
        expect(said).toContain('ถ้าหมายถึง');
        expect(/(?:ตรงทั้งหมด|พบ) [1-9]/.test(said)).toBe(counted);
        expect(said.includes('ครบตามที่พิมพ์')).toBe(!counted);
      });
    },
  );

  it('says of a day that the calendar does not have that its month was searched', async () => {
    await lookAt(searching('๓๑ เมษายน ๒๕๖๘'), {}, async (page) => {
      await answered(page);
      expect((await notes(page)).join()).toContain('ปฏิทินไม่มีวันที่ "31 เมษายน 2568"');
      expect(await results(page)).not.toEqual([]);
    });
  });

  it('says of a short code that nobody has that no page has it', async () => {
    await lookAt(searching('2WXFHK'), {}, async (page) => {
      await answered(page);
      expect((await notes(page)).join()).toMatch(/ไม่มีหน้าใดในเวียนที่มีคำว่า "2wxfhk"/);
    });
  });

  it('says of a short code with a slip that it is none, and where to type it again', async () => {
    await lookAt(searching('6nj8fx'), {}, async (page) => {
      await answered(page);
      expect((await notes(page))[0]).toMatch(/ถ้า "6nj8fx" คือรหัสจากท้ายหนังสือ/);
      const link = page.getByRole('link', { name: 'พิมพ์รหัสใหม่' });
      expect(await link.getAttribute('href')).toBe('/q/');
    });
  });

  it('answers with the legal force of the letter asked for', async () => {
    await lookAt(searching('ว2007 ยังใช้อยู่ไหม'), {}, async (page) => {
      await answered(page);
      expect((await results(page))[0]).toBe('/circulars/2567/dla-0808-4-w2007-0917/');
      expect((await notes(page)).join()).toMatch(/มท 0808.4\/ว 2007 คือ .*ไม่ทราบสถานะ/);
    });
  });

  it.each([
    [']n,isylzjko', 'แสดงผลของ "ลืมรหัสผ่าน" แทน "]n,isylzjko"'],
    ['กำรเข้ำใช้งำนระบบ', 'แสดงผลของ "การเข้าใช้งานระบบ" แทน "กำรเข้ำใช้งำนระบบ"'],
  ])('says how it read %s', async (query, note) => {
    await lookAt(searching(query), {}, async (page) => {
      await answered(page);
      expect(await notes(page)).toContain(note);
    });
  });

  it.each(['หก', 'ภาษี', 'กอง'])('never takes the right word %s for another one', async (query) => {
    await lookAt(searching(query), {}, async (page) => {
      await answered(page);
      expect((await notes(page)).join()).not.toContain('แทน');
      expect(await page.locator('[data-results] h3').count()).toBe(0);
    });
  });

  it('narrows by a filter, which an address can carry', async () => {
    await lookAt(`/search/?${new URLSearchParams({ q: 'รหัสผ่าน' })}`, {}, async (page) => {
      await answered(page);
      const option = page.locator('select[name=kind] option').nth(1);
      const value = (await option.getAttribute('value')) as string;
      const count = Number(/\((\d+)\)$/.exec(await option.innerText())?.[1]);
      await page.locator('select[name=kind]').selectOption(value);
      await page.waitForURL((url) => url.searchParams.get('kind') === value);
      await page.waitForFunction((shown) => {
        const numbers = document.querySelector('[data-status]')?.textContent?.match(/\d+/g) ?? [];
        return numbers.reduce((sum, number) => sum + Number(number), 0) === shown;
      }, count);
    });
  });

  it('goes to the search page by the slash key', async () => {
    await lookAt('/about/', { viewport: { width: 1200, height: 800 } }, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('otp');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/search/?q=otp');
      await answered(page);
      expect((await results(page)).length).toBeGreaterThan(0);
    });
  });

  it.each([
    ['markup', '<img src=x onerror="document.title=1"> & </script><b>'],
    ['control characters', '\u0000\u0007\u001b รหัสผ่าน'],
    ['an enormous text', 'งบประมาณ <i> '.repeat(8000)],
    ['nothing that is there', 'qzxqzx'],
  ])('takes %s for a query like any other', async (_, query) => {
    await onPage('/search/', {}, async (page) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      const title = await page.title();
      await page.locator('main input[type=search]').fill(query);
      await answered(page);
      expect([faults, await page.title()]).toEqual([[], title]);
      expect(await page.locator('.search-page img, .search-page b').count()).toBe(0);
    });
  });

  it('says so where the index is missing or damaged, and offers the sections', async () => {
    for (const respond of [
      { status: 404, body: '' },
      { status: 200, body: '{"layout":1' },
    ]) {
      await onPage('about:blank', {}, async (page) => {
        await page.context().route('**/search-index/**', (route) => route.fulfill(respond));
        await page.goto(`/search/?${new URLSearchParams({ q: 'รหัสผ่าน' })}`);
        await page.locator('.search-note button').waitFor();
        expect(await page.locator('[data-browse]').isVisible()).toBe(true);
      });
    }
  });

  it('tries once more what a poor connection loses', async () => {
    await onPage('about:blank', {}, async (page) => {
      const lost = new Set<string>();
      await page.context().route('**/search-index/**', (route) => {
        const url = route.request().url();
        if (lost.has(url)) return route.continue();
        lost.add(url);
        return route.abort('connectionreset');
      });
      await page.goto(`/search/?${new URLSearchParams({ q: 'รหัสผ่าน' })}`);
      await page.locator(LINKS).first().waitFor();
      expect(lost.size).toBeGreaterThan(3);
    });
  });

  it('recovers by itself once the connection is back', async () => {
    await onPage('/search/', {}, async (page) => {
      await page.context().route('**/search-index/**', (route) => route.abort('connectionreset'));
      await page.context().setOffline(true);
      await page.locator('main input[type=search]').fill('รหัสผ่าน');
      await page.locator('.search-note button').waitFor();
      await page.context().unroute('**/search-index/**');
      await page.context().setOffline(false);
      await page.locator(LINKS).first().waitFor();
      expect(await page.locator('.search-note').count()).toBe(0);
    });
  });

  it('keeps what was typed before its script had come', async () => {
    await onPage('about:blank', {}, async (page) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.context().route('**/_astro/*.js', async (route) => {
        await held;
        await route.continue();
      });
      await page.goto('/search/', { waitUntil: 'commit' });
      await page.locator('main input[type=search]').fill('รหัสผ่าน');
      release();
      await page.locator(LINKS).first().waitFor();
      expect(await page.locator('main input[type=search]').inputValue()).toBe('รหัสผ่าน');
    });
  });

  it('works where the browser is told to keep nothing', async () => {
    await onPage('about:blank', {}, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      });
      await page.goto(`/search/?${new URLSearchParams({ q: 'รหัสผ่าน' })}`);
      await page.locator(LINKS).first().waitFor();
    });
  });

  it.each([320, 390])('breaks no word wrongly in its results on %i px', async (width) => {
    const path = `/search/?${new URLSearchParams({ q: 'New e-LAAS' })}`;
    await lookAt(path, { viewport: { width, height: 800 } }, async (page) => {
      await answered(page);
      expect(await brokenWords(page)).toEqual([]);
    });
  });

  it('keeps recent searches, in the browser only', async () => {
    await onPage('/search/', {}, async (page) => {
      await page.locator('main input[type=search]').fill('otp');
      await page.keyboard.press('Enter');
      await answered(page);
      await page.goto('/search/');
      await page.locator('[data-recent] a').first().waitFor();
      expect(await page.locator('[data-recent] a').allInnerTexts()).toEqual(['otp']);
      expect(await page.context().cookies()).toEqual([]);
    });
  });

  it('offers the sections without JavaScript', async () => {
    await lookAt('/search/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('noscript').count()).toBe(1);
      expect(await page.locator('[data-browse] a').count()).toBeGreaterThan(5);
    });
  });
});

it('finds the same ten pages in the same order in the browser as from the terminal, for 200 queries', async () => {
  const queries = await manyQueries(searcher);
  expect(queries).toHaveLength(200);
  const found = await lookAt('/search/', {}, (page) => page.evaluate(answersInPage, queries));
  expect(found).toEqual(await answersInTerminal(searcher, queries));
}, 240_000);

it('asks before the page is parsed where its worker was loaded before, with one worker in all', async () => {
  const path = `/search/?${new URLSearchParams({ q: 'รหัสผ่าน' })}`;
  await onPage('/', {}, async (page) => {
    await page.addInitScript(() => {
      const Real = window.Worker;
      const started: string[] = [];
      Object.assign(window, { started });
      window.Worker = class extends Real {
        constructor(...given: ConstructorParameters<typeof Worker>) {
          super(...given);
          started.push(document.body === null ? 'before the body' : 'behind it');
        }
      };
    });
    const visit = async () => {
      await page.goto(`${portal.url}${path}`);
      await answered(page);
      const started = await page.evaluate(
        () => (window as unknown as { started: string[] }).started,
      );
      return { started, found: await results(page) };
    };
    const firstVisit = await visit();
    expect(firstVisit.started).toEqual(['behind it']);
    expect(await visit()).toEqual({ started: ['before the body'], found: firstVisit.found });
    // What is typed next is asked of the same worker.
    await page.locator('[data-search-page] input[type=search]').fill('เบี้ยยังชีพ');
    await answered(page);
    expect(await results(page)).not.toEqual(firstVisit.found);
    expect(await page.evaluate(() => (window as unknown as { started: string[] }).started)).toEqual(
      ['before the body'],
    );
  });
});
