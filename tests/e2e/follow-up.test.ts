import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { lagging } from '../../scripts/figures/lagging.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { rulesIn, violations } from './axe.ts';
import { jsonOf, textOf } from './files.ts';
import { readSheets } from './pdf-boxes.ts';
import { htmlOf, lookAt, PAGES } from './portal.ts';

interface Lag {
  readonly office: string;
  readonly lag: number;
  readonly incomplete: number;
  readonly months: readonly { month: string; state: string; asOf: string | null }[];
}

const CHIANG_MAI = '/follow-up/p50/';

const names = (path: string, javaScriptEnabled = true) =>
  lookAt(path, { javaScriptEnabled }, (page) =>
    page
      .locator('.month-grid tbody tr:not([hidden])')
      .evaluateAll((rows) => rows.map(({ id }) => id)),
  );

describe('the grid of who has reported', () => {
  it('stands for every province within the chain', () => {
    expect(PAGES.filter((path) => /^\/follow-up\/p\d\d\/$/.test(path))).toHaveLength(76);
  });

  it('has a row for each authority, and a cell for each of twelve months', async () => {
    await lookAt(CHIANG_MAI, {}, async (page) => {
      expect(await page.locator('.month-grid thead time').count()).toBe(12);
      for (const row of await page.locator('.month-grid tbody tr').all())
        expect(await row.locator('.cell-sign').count()).toBe(12);
    });
  });

  it('tells its signs apart where the system sets the colours', async () => {
    await lookAt(CHIANG_MAI, {}, async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      /** Lightness (0-255) on the left and the right half of a sign. */
      const halvesOf = async (state: string): Promise<number[]> => {
        const shot = await page.locator(`.grid-signs .of-${state}`).screenshot();
        const { data, info } = await sharp(shot)
          .greyscale()
          .raw()
          .toBuffer({ resolveWithObject: true });
        const row = Math.floor(info.height / 2) * info.width;
        return [0.3, 0.7].map((part) => data[row + Math.floor(info.width * part)] as number);
      };
      const [complete, partial] = [await halvesOf('complete'), await halvesOf('partial')];
      expect(complete.map((light) => light < 128)).toEqual([true, true]);
      expect(partial.map((light) => light < 128)).toEqual([true, false]);
      await page.emulateMedia({ forcedColors: null });
    });
  });

  it('has first whose last complete month is oldest, and sorts and filters in the browser', async () => {
    await lookAt(CHIANG_MAI, {}, async (page) => {
      const rows = page.locator('.month-grid tbody tr:visible');
      const last = await rows.evaluateAll((all) =>
        all.map((row) => row.querySelector('td time')?.getAttribute('datetime') ?? ''),
      );
      expect(last.length).toBeGreaterThan(1);
      expect(last).toEqual(last.toSorted());
      const read = () =>
        rows.evaluateAll((all) =>
          all.map((row) => Number(row.querySelector('td:last-child data')?.textContent)),
        );
      const counts = await read();
      await page.selectOption('[data-sort]', '0');
      const sorted = await rows.locator('th').allTextContents();
      expect(sorted).toEqual(sorted.toSorted((a, b) => a.localeCompare(b, 'th')));
      await page.locator('.month-grid thead th:last-child button').click();
      expect(await read()).toEqual(counts.toSorted((a, b) => b - a));
      await page.selectOption('[data-sort]', '');
      await page.fill('[data-filter]', 'เทศบาลนคร');
      expect(await rows.count()).toBe(1);
      expect(await page.locator('[data-status]').innerText()).toContain('1');
    });
  });

  it('says the same without JavaScript', async () => {
    expect(await names(CHIANG_MAI, false)).toEqual(await names(CHIANG_MAI));
  });

  it('tells no record from a zero, and made-up figures from real ones', async () => {
    const text = await lookAt(CHIANG_MAI, {}, (page) => page.locator('main').innerText());
    expect(text).toContain('ข้อมูลตัวอย่าง');
    expect(text).toContain('ไม่มีข้อมูล');
    expect(htmlOf('/follow-up/')).toContain('ข้อมูลตัวอย่าง');
  });

  it('comes as CSV with the same states', async () => {
    const [head, ...rows] = textOf(`${CHIANG_MAI}months.csv`).trim().split('\r\n');
    expect(head).toBe('office,name,month,state,as_of,lag,incomplete,sample');
    expect(rows).toHaveLength((await names(CHIANG_MAI)).length * 12);
    for (const row of rows) expect(row).toMatch(/,(?:complete|partial|no-record),.*,ข้อมูลตัวอย่าง$/);
  });

  it('says what the command says, on the page and in the CSV, number by number', async () => {
    const { asOf } = jsonOf('/api/v1/index.json');
    const io = { cwd: join(import.meta.dirname, '../..'), today: asOf };
    const { out } = await recordedRun(lagging, ['--province', 'p50', '--json'], io);
    const { offices, months } = JSON.parse(out.join(''));
    const shown = await lookAt(CHIANG_MAI, {}, (page) =>
      page.locator('.month-grid tbody tr').evaluateAll((rows) =>
        rows.map((row) => {
          const count = row.querySelector('td:last-child')?.textContent;
          const signs = [...row.querySelectorAll('.cell-sign')];
          const states = signs.map(({ className }) => className.replace('cell-sign of-', ''));
          return [row.id, count, ...states];
        }),
      ),
    );
    expect(shown).toEqual(
      offices.map(({ office, incomplete, months: cells }: Lag) => [
        office,
        String(incomplete),
        ...cells.map(({ state }) => state),
      ]),
    );
    const csv: Record<string, string>[] = parse(textOf(`${CHIANG_MAI}months.csv`), {
      columns: true,
      bom: true,
    });
    expect(csv.map(({ name: _, sample: __, ...row }) => Object.values(row))).toEqual(
      offices.flatMap(({ office, lag, incomplete, months: cells }: Lag) =>
        cells.map(({ month, state, asOf: day }) => [
          office,
          month,
          state,
          day ?? '',
          String(lag),
          String(incomplete),
        ]),
      ),
    );
    expect(months).toHaveLength(12);
    const complete = offices.filter((one: Lag) => one.incomplete === 0).length;
    // How many lag by nothing depends on the day: on the first of a month all do by one.
    expect(complete).toBeLessThanOrEqual(offices.filter(({ lag }: Lag) => lag === 0).length);
    const summary = `แล้ว ${complete} จาก ${offices.length} แห่ง`;
    expect(await lookAt(CHIANG_MAI, {}, (page) => page.locator('main').innerText())).toContain(
      summary,
    );
  });

  it.each([
    [320, 100],
    [390, 100],
    [390, 200],
  ])(
    'leaves more than half of its box to the months (%i px, letters of %i)',
    async (width, size) => {
      await lookAt(CHIANG_MAI, { viewport: { width, height: 844 } }, async (page) => {
        await page.evaluate((size) => {
          document.documentElement.style.fontSize = `${size}%`;
        }, size);
        const [box, name, overflow] = await page
          .locator('.grid-scroll')
          .evaluate((one) => [
            one.clientWidth,
            Math.max(
              ...[...one.querySelectorAll('th[scope=row]')].map(
                (th) => (th as HTMLElement).offsetWidth,
              ),
            ),
            document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ]);
        expect(name).toBeGreaterThan(0);
        expect(name).toBeLessThanOrEqual((box ?? 0) / 2);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    },
  );

  it('prints on A4', async () => {
    await lookAt(CHIANG_MAI, {}, async (page) => {
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      expect((await readSheets(pdf)).length).toBeLessThanOrEqual(2);
      await page.setViewportSize({ width: 794, height: 1122 });
      await page.emulateMedia({ media: 'print' });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
});

describe.each([CHIANG_MAI, '/follow-up/'])('%s', (path) => {
  it.each([
    ['light', 320],
    ['dark', 390],
    ['light', 1440],
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
