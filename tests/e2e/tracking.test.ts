import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { circular } from '#i18n/th/circular.ts';
import { rulesIn, violations } from './axe.ts';
import { filesBelow, isThere, jsonOf, textOf } from './files.ts';
import { CIRCULARS, lookAt, onPage } from './portal.ts';

const CHAIN = '/circulars/2568/dla-x-wx-0325/';

/** A circular of which nothing is on record below the department's own letter. */
const BARE = '/circulars/2567/dla-0808-4-w2007-0917/';

const openAll = async (page: Page): Promise<void> => {
  await page.locator('.by-province > summary').click();
};
const openChiangMai = async (page: Page): Promise<void> => {
  await openAll(page);
  await page.locator('tr[data-province=p50] .opener').click();
  await page.waitForSelector('#offices-p50 .district');
};

/** Ids of the shapes of all provinces that a map can draw. */
const drawable = (): string[] =>
  [...textOf('/map/thailand.svg').matchAll(/ id="(p\d+)"/g)].map(([, id]) => id as string);

/** What a page says of each province: on the map, in its table and lists, and in numbers. */
const saidOn = (page: Page) =>
  page.evaluate(() => {
    const kindOf = (element: Element): string =>
      /of-([\w-]+)/.exec(element.getAttribute('class') ?? '')?.[1] ?? '';
    const all = <Found extends Element>(selector: string) => [
      ...document.querySelectorAll<Found>(selector),
    ];
    return {
      drawn: all('.map g:not(.mark, .each) > use').map((use) => [
        use.getAttribute('href')?.split('#')[1] ?? '',
        kindOf(use.parentElement as Element),
      ]),
      stated: all<HTMLElement>('.by-province [data-province]').map((one) => [
        one.dataset.province,
        one.closest<HTMLElement>('[data-state]')?.dataset.state,
      ]),
      legend: all('.legend li').map((item) => [
        kindOf(item.querySelector('rect') as Element),
        Number(item.querySelector('strong')?.textContent),
      ]),
      lists: all('.by-province .listed').map((list) => [
        Number(/\d+/.exec(list.querySelector('strong')?.textContent ?? '')),
        list.querySelectorAll('li').length,
      ]),
    };
  });

describe.each(CIRCULARS)('%s', (path) => {
  it('says on the map and in the legend what the table and the lists say', async () => {
    const { drawn, stated, legend, lists } = await lookAt(path, {}, saidOn);
    // The whole country lies beneath the provinces that are drawn one by one.
    expect(drawn[0]?.[0]).toBe('all');
    expect(drawn.filter(([id]) => id === 'all')).toHaveLength(1);
    const single = new Map(drawn.slice(1) as [string, string][]);
    const map = drawable().map((id) => [id, single.get(id) ?? drawn[0]?.[1]]);
    expect(map).toHaveLength(77);
    const inChain = map.filter(([, kind]) => kind !== 'outside' && kind !== 'not-addressed');
    expect(inChain.toSorted()).toEqual(stated.toSorted());
    expect(map.filter(([, kind]) => kind === 'outside')).toEqual([['p10', 'outside']]);
    const counts = Map.groupBy(map, ([, kind]) => kind);
    expect(new Map(legend as [string, number][])).toEqual(
      new Map([...counts].map(([kind, own]) => [kind as string, own.length])),
    );
    expect(lists.map(([said]) => said)).toEqual(lists.map(([, there]) => there));
  });

  it('tells of each province once', async () => {
    const { stated } = await lookAt(path, {}, saidOn);
    const ids = stated.map(([id]) => id as string);
    expect(ids).toHaveLength(76);
    expect(new Set([...ids, 'p10'])).toEqual(new Set(drawable()));
  });

  it('has rows where there is something to tell, and no table of none', async () => {
    const rows = await lookAt(path, {}, async (page) => {
      await openAll(page);
      expect(await page.locator('.by-province table').count()).toBe(
        Math.min(1, await page.locator('.by-province tr[data-province]').count()),
      );
      return page
        .locator('.by-province tr[data-province]')
        .evaluateAll((all) =>
          all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
        );
    });
    const bare = ['ไม่มีข้อมูล', 'ไม่มีในทะเบียน', 'มีหนังสือส่งถึง'];
    for (const row of rows) expect(row.some((text) => !bare.includes(text))).toBe(true);
  });
});

it.each(CIRCULARS)(
  'says on %s as of when the figures hold, and from which letters',
  async (path) => {
    const text = await lookAt(path, {}, (page) => page.locator('#chain').innerText());
    // A newest day that is in doubt is marked.
    expect(text).toMatch(
      /จากการเคลื่อนไหวที่บันทึกไว้ \d+ รายการ ล่าสุดเมื่อ \d+ \S+ 25\d\d (?:\(ต้องตรวจสอบกับต้นฉบับ\) )?ที่มา: \S+/,
    );
  },
);

const lengthsDrawn = (path: string) =>
  lookAt(path, {}, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('#chain > .chain .span')].map((span) => [
        span.closest<HTMLElement>('.stop')?.dataset.office,
        span.querySelector('strong')?.textContent,
        Math.round(span.getBoundingClientRect().height) > 35,
      ]),
    ),
  );

it('draws how long the circular on passwords lay and was on its way, longer where it took longer', async () => {
  expect(await lengthsDrawn(CHAIN)).toEqual([
    ['p50', '17 วัน', true],
    ['p50', '6 วัน', true],
    ['p50', '5 วัน', true],
    ['p50', '11 วัน', false],
    ['d5009', '2 วัน', true],
    ['d5009', 'ไม่มีข้อมูล', false],
  ]);
});

it('draws no length of time where the stamps cannot be relied on', async () => {
  const drawn = await lengthsDrawn('/circulars/2563/dla-x-wx-07xx/');
  expect(drawn).toHaveLength(4);
  expect(new Set(drawn.map(([, length]) => length))).toEqual(new Set(['ไม่มีข้อมูล']));
});

it('shows what covering letters changed beside what they pass on, and says where that is doubtful', async () => {
  const differences = (path: string, width: number) =>
    lookAt(path, { viewport: { width, height: 900 } }, (page) =>
      page.locator('#chain > .chain .differences dl > div').evaluateAll((rows) =>
        rows.map((row) => {
          const [here, there] = [...row.querySelectorAll('dd')];
          return {
            texts: [row.querySelector('dt'), here, there].map((one) => one?.textContent),
            isBeside: here?.getBoundingClientRect().top === there?.getBoundingClientRect().top,
          };
        }),
      ),
    );
  const changed = await differences('/circulars/2568/dla-0808-4-w1541-0402/', 1280);
  expect(changed.map(({ texts }) => texts.join(' | '))).toEqual([
    expect.stringMatching(/ตั้งแต่ 1 มีนาคม 2568.*ตั้งแต่ 15 มีนาคม 2568/),
    expect.stringMatching(/4 เมษายน 2568 ถึง.*\| ต้นเรื่อง 5 เมษายน 2568 ถึง/),
  ]);
  expect(changed.map(({ isBeside }) => isBeside)).toEqual([true, true]);
  const [number] = await differences(CHAIN, 320);
  expect(number?.texts.join(' | ')).toMatch(/ต้องตรวจสอบ.*ว ๑๙๖๖.*เท่าที่อ่านได้ .*ว ๑๖๓๙/);
});

it('has a shape for every province that a map names, and credits the map', async () => {
  const ids = [...textOf('/map/thailand.svg').matchAll(/ id="(\w+)"/g)].map(([, id]) => id);
  const named = [...textOf(CHAIN).matchAll(/thailand\.svg#(\w+)/g)].map(([, id]) => id);
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(ids.filter((id) => id !== 'all' && id !== 'lake'))).toEqual(
    new Set([
      'p10',
      ...filesBelow('/track/offices', '.json').map((file) => /p\d+/.exec(file)?.[0]),
    ]),
  );
  expect(textOf('/map/thailand.svg')).toContain('CC BY 4.0');
  const says = await lookAt(CHAIN, {}, (page) => page.locator('.provinces .shown').innerText());
  expect(says).toContain('CC BY 4.0');
});

it('shades a province as its state says', async () => {
  const fills = await lookAt(CHAIN, {}, (page) =>
    page.evaluate(() =>
      ['passed-on', 'addressed', 'outside'].map(
        (kind) =>
          getComputedStyle(document.querySelector(`.map .of-${kind} > use`) as Element).fill,
      ),
    ),
  );
  expect(new Set(fills).size).toBe(3);
});

it('fetches what all circulars share once, when the first province opens, and each province once', async () => {
  await onPage(CHAIN, {}, async (page) => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.json')) asked.push(pathname);
    });
    await openChiangMai(page);
    expect(asked.toSorted()).toEqual(['/track/offices/p50.json', '/track/texts.json']);
    const chiangMai = page.locator('tr[data-province=p50] .opener');
    expect(await chiangMai.getAttribute('aria-expanded')).toBe('true');
    await chiangMai.click();
    expect(await page.locator('#offices-p50').isVisible()).toBe(false);
    await chiangMai.click();
    await page.locator('li[data-province=p47] .opener').click();
    await page.waitForSelector('#offices-p47 .district');
    expect(asked.slice(2)).toEqual(['/track/offices/p47.json']);
  });
});

it('tells of the districts and authorities of a province what is on record, and of others nothing', async () => {
  const text = await lookAt(CHAIN, {}, async (page) => {
    await openChiangMai(page);
    await page.locator('#offices-p50 .district summary', { hasText: 'อำเภอฝาง' }).click();
    return page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#offices-p50 [data-state]')].map((one) =>
        [one.parentElement?.querySelector('.name')?.textContent, one.textContent].join(': '),
      ),
    );
  });
  expect(text).toContain(
    'อำเภอฝาง: รับแล้ว 24 เม.ย. 2568 เลขรับ 657 · ส่งต่อแล้ว (ต้องตรวจสอบ) ชม 0023.15/6698',
  );
  expect(text).toContain('องค์การบริหารส่วนตำบลเวียง: มีหนังสือส่งถึง');
  expect(text).toContain('อำเภอแม่อาย: มีหนังสือส่งถึง');
});

it('fetches the data of a circular with many movements once, which are not within its page', async () => {
  const WITHIN = /<script type="application\/json" data-standings>(.*?)<\/script>/;
  await onPage(BARE, {}, async (page) => {
    let asked = 0;
    const [within, packed = ''] = WITHIN.exec(textOf(`${CHAIN}index.html`)) ?? [];
    expect(within).toBeDefined();
    const file = `${CHAIN}offices.json`;
    await page.route(`**${CHAIN}`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: textOf(`${CHAIN}index.html`)
          .replace(WITHIN, '')
          .replace(' data-provinces ', ` data-provinces="${file}" `),
      }),
    );
    await page.route(`**${file}`, (route) => {
      asked++;
      return route.fulfill({ contentType: 'application/json', body: packed });
    });
    await page.goto(CHAIN);
    await openChiangMai(page);
    const district = page.locator('#offices-p50 .district summary', { hasText: 'อำเภอฝาง' });
    expect(await district.textContent()).toContain('657');
    await page.locator('li[data-province=p47] .opener').click();
    await page.waitForSelector('#offices-p47 .district');
    expect(asked).toBe(1);
  });
});

it('says so where the data cannot be had, and tries again', async () => {
  await onPage(CHAIN, {}, async (page) => {
    await page.route('**/track/offices/p50.json', (route) => route.abort());
    await openAll(page);
    const opener = page.locator('tr[data-province=p50] .opener');
    await opener.click();
    await page.waitForFunction(() =>
      document.querySelector('#offices-p50')?.textContent?.includes('เปิดข้อมูลไม่ได้'),
    );
    await page.unroute('**/track/offices/p50.json');
    await opener.click();
    await opener.click();
    await page.waitForSelector('#offices-p50 .district');
  });
});

it('works by keyboard alone', async () => {
  await lookAt(CHAIN, {}, async (page) => {
    await page.locator('.by-province > summary').focus();
    await page.keyboard.press('Enter');
    const steps: string[] = [];
    for (let n = 0; n < 3; n++) {
      await page.keyboard.press('Tab');
      steps.push(await page.evaluate(() => document.activeElement?.className ?? ''));
    }
    expect(steps).toEqual(['scroll', 'opener', '']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.panel .district');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-expanded'))).toBe(
      'true',
    );
  });
});

it.each([
  ['its row', 'p50', 'TR'],
  ['its place in a list', 'p30', 'LI'],
])('leads from a province on the map to %s', async (_, province, place) => {
  await lookAt(CHAIN, { reducedMotion: 'reduce' }, async (page) => {
    await page.locator(`.map use[href$="#${province}"]`).last().click();
    await page.waitForSelector(`#offices-${province} .district`);
    const [one, name, isSeen] = await page.evaluate(() => {
      const closest = document.activeElement?.closest<HTMLElement>('[data-province]');
      const { top } = (closest as HTMLElement).getBoundingClientRect();
      return [closest?.dataset.province, closest?.tagName, top > -1 && top < innerHeight];
    });
    expect([one, name, isSeen]).toEqual([province, place, true]);
  });
});

it('opens a province of a list as it does one of the table', async () => {
  const found = await lookAt(BARE, {}, async (page) => {
    await openAll(page);
    const item = page.locator('li[data-province=p47]');
    const opener = item.locator('.opener');
    expect(await opener.getAttribute('aria-expanded')).toBe('false');
    await opener.click();
    await item.locator('.district').first().waitFor();
    const id = await opener.getAttribute('aria-controls');
    const panel = item.locator(`#${id}`);
    const states = await panel
      .locator('[data-state]')
      .evaluateAll((all) => all.map((one) => one.textContent));
    const count = await panel.locator('.district').count();
    await opener.click();
    expect(await panel.isVisible()).toBe(false);
    expect(await opener.getAttribute('aria-expanded')).toBe('false');
    return { states, count };
  });
  expect(found.count).toBe(jsonOf('/track/offices/p47.json').districts.length);
  expect(new Set(found.states)).toEqual(new Set(['ไม่มีข้อมูล']));
});

it('says that no record does not mean not received, beside every list', async () => {
  const said = await lookAt(BARE, {}, async (page) => {
    await openAll(page);
    return page.locator('.by-province .listed').allInnerTexts();
  });
  expect(said.length).toBeGreaterThan(0);
  for (const text of said) expect(text).toContain('ไม่ได้แปลว่าไม่ได้รับ');
});

it.each([320, 390, 1280])(
  'has room for a finger at each province of a list (%i px)',
  async (width) => {
    const small = await lookAt(BARE, { viewport: { width, height: 900 } }, async (page) => {
      await openAll(page);
      return page.locator('.by-province .names :is(a, button)').evaluateAll((all) =>
        all
          .map((one) => one.getBoundingClientRect())
          .filter(
            ({ width: wide, height, right }) => wide < 24 || height < 24 || right > innerWidth,
          )
          .map(({ width: wide, height, right }) => [wide, height, right]),
      );
    });
    expect(small).toEqual([]);
  },
);

it.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 320],
] as const)('has no violation with provinces opened (%s, %i px)', async (colorScheme, width) => {
  const found = await lookAt(
    CHAIN,
    { colorScheme, viewport: { width, height: 900 }, reducedMotion: 'reduce' },
    async (page) => {
      await openChiangMai(page);
      await page.locator('li[data-province=p47] .opener').click();
      await page.waitForSelector('#offices-p47 .district');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      return violations(page, rulesIn(colorScheme));
    },
  );
  expect(found).toEqual([]);
});

it.each([
  ['the table', 'p50'],
  ['the lists', 'p96'],
])('leaves %s out of print, by name', async (_, province) => {
  const [printed, says] = await lookAt(CHAIN, {}, async (page) => {
    await openAll(page);
    await page.emulateMedia({ media: 'print' });
    const isVisible = await page.locator(`.by-province [data-province=${province}]`).isVisible();
    return [isVisible, await page.locator('.left-out').textContent()];
  });
  expect(printed).toBe(false);
  expect(says).toContain(circular.circular.trackingPart);
});

it('leads without a script to the pages of the provinces, which are there', async () => {
  const links = await lookAt(CHAIN, { javaScriptEnabled: false }, async (page) => {
    await openAll(page);
    expect(await page.locator('.opener').count()).toBe(0);
    return page
      .locator('.by-province :is([data-province], .names > li) a')
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).pathname));
  });
  expect(links).toHaveLength(76);
  expect(links.filter((link) => !isThere(link))).toEqual([]);
});

it('lists in each province the offices that the registry has there', () => {
  const registered = (jsonOf('/api/v1/offices.json').items as { id: string; province: string }[])
    .filter(({ id, province }) => /^[da]\d/.test(id) && province !== 'p10')
    .map(({ id }) => id);
  const listed = filesBelow('/track/offices', '.json').flatMap((file) => {
    const { direct, districts } = jsonOf(file);
    return [...direct, ...districts.flatMap((one: { authorities: unknown[] }) => one.authorities)]
      .map(([id]: [string]) => id)
      .concat(districts.map(({ id }: { id: string }) => id));
  });
  expect(listed.toSorted()).toEqual(registered.toSorted());
});
