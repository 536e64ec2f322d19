import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '#core/tracking/measures.ts';
import { COUNTED_LEVELS, type CountedLevel } from '#core/tracking/tally.ts';
import { tracking } from '#i18n/th/tracking.ts';
import { recordedRun } from '../../scripts/lib/recorded-run.ts';
import { report } from '../../scripts/track/report.ts';
import { rulesIn, violations } from './axe.ts';
import { jsonOf } from './files.ts';
import { CIRCULARS, lookAt, PAGES } from './portal.ts';

const ROOT = join(import.meta.dirname, '../..');
const TRACK = '/track/';
const YEARS = [...new Set(CIRCULARS.map((path) => path.split('/')[2]))];

interface Told {
  circulars: { circular: string }[];
  coverage: Record<CountedLevel, { listed: number; addressed: number; reached: number }>;
  measures: Record<string, { median: number | null; ended: number; open: number; leftOut: number }>;
}

/** What the command tells, of the day on which the portal was built. */
const reportOf = async (...args: string[]): Promise<Told> => {
  const asOf = jsonOf('/api/v1/index.json').asOf;
  const { out, err } = await recordedRun(report, ['--json', '--as-of', asOf, ...args], {
    cwd: ROOT,
  });
  expect(err).toEqual([]);
  return JSON.parse(out.join('\n'));
};

/** Rows of the table in a section: their keys and cells. */
const rowsOf = (path: string, section: string) =>
  lookAt(path, { javaScriptEnabled: false }, (page) =>
    page
      .locator(`section[aria-labelledby=${section}] tbody tr`)
      .evaluateAll((rows) =>
        rows.map((row) => [
          (row as HTMLElement).dataset.key ?? '',
          ...[...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
        ]),
      ),
  );

/** Measures for which something counts, in their order; the others have no row. */
const countedRows = (measures: Told['measures']) =>
  MEASURES.flatMap((name) => {
    const { ended = 0, open = 0, leftOut = 0 } = measures[name] ?? {};
    return ended + open > 0 ? [[name, [ended, open, leftOut]] as const] : [];
  });

const numbersIn = (text = ''): number[] =>
  [...text.replaceAll(',', '').matchAll(/\d+/g)].map(([digits]) => Number(digits));

describe.each([
  [TRACK, []],
  ...YEARS.map((year) => [`${TRACK}${year}/`, ['--year', year as string]] as const),
] as const)('%s', (path, args) => {
  it('says what the command says', async () => {
    const { coverage, measures } = await reportOf(...args);
    expect(
      (await rowsOf(path, 'coverage')).map(([, ...cells]) => cells.flatMap(numbersIn)),
    ).toEqual(
      COUNTED_LEVELS.map((level) => {
        const { listed, addressed, reached } = coverage[level];
        return [listed, reached, addressed - reached, listed - addressed];
      }),
    );
    const rows = await rowsOf(path, 'measures');
    expect(rows.map(([key, , , rests]) => [key, numbersIn(rests)])).toEqual(countedRows(measures));
  });

  it('names in one line the measures of which nothing counts', async () => {
    const { measures } = await reportOf(...args);
    const counted = countedRows(measures).map(([name]) => name);
    const text = await lookAt(path, {}, (page) =>
      page.locator('section[aria-labelledby=measures]').innerText(),
    );
    for (const name of MEASURES.filter((one) => !counted.includes(one))) {
      expect(text.replace(/[\u200B\u2060]/g, '')).toContain(tracking.report.measures.name[name]);
    }
  });

  it('says as of when, from how many records, and where they come from', async () => {
    const text = await lookAt(path, {}, (page) => page.locator('.track-basis').innerText());
    expect(text).toMatch(
      /ข้อมูล ณ \d+ \S+ 25\d\d จากหนังสือเวียน \d+ เรื่อง และการเคลื่อนไหวที่บันทึกไว้ \d+ รายการ/,
    );
    expect(text).toContain('ที่มา: หนังสือนำส่ง ตรารับ และทะเบียนหนังสือ');
    expect(text).toContain('ไม่ได้แปลว่าไม่ได้รับ');
  });
});

it('tells of a province what the command tells of it alone, here and on its page', async () => {
  const { coverage, measures } = await reportOf('--province', 'p50');
  const row = (await rowsOf(TRACK, 'provinces')).find(([key]) => key === 'p50') ?? [];
  const { reached, listed } = coverage.district;
  expect(row[1]).toBe('1');
  expect(numbersIn(row[3])).toEqual([reached, listed]);
  const own = await rowsOf('/offices/p50/', 'measures');
  expect(own.map(([key, , , rests]) => [key, numbersIn(rests)])).toEqual(countedRows(measures));
});

it('says that there is no record where there is none', async () => {
  const krabi = (await rowsOf(TRACK, 'provinces')).find(([key]) => key === 'p81') ?? [];
  expect([krabi[1], krabi[3], krabi[4]]).toEqual(['ไม่มีข้อมูล', 'ไม่มีข้อมูล', 'ไม่มีข้อมูล']);
});

it('names every circular once, in its year, and leads to how it travelled', async () => {
  const years = PAGES.filter((path) => /^\/track\/\d{4}\//.test(path));
  const rows = await Promise.all(years.map((path) => rowsOf(path, 'circulars')));
  const named = rows.flat().map(([key]) => `/circulars/${key}/`);
  expect(named.toSorted()).toEqual(CIRCULARS.toSorted());
  await lookAt(`${TRACK}2568/`, { javaScriptEnabled: false }, async (page) => {
    await page.locator('section[aria-labelledby=circulars] a').first().click();
    expect(await page.locator('#chain').count()).toBe(1);
  });
});

it('lists the provinces within the chain, also in print though nobody opened them', async () => {
  await lookAt(TRACK, {}, async (page) => {
    const last = page.locator('tr[data-key=p96]');
    expect(await page.locator('section[aria-labelledby=provinces] tbody tr').count()).toBe(76);
    expect(await last.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect((await last.boundingBox())?.height).toBeGreaterThan(10);
  });
});

describe.each([TRACK, `${TRACK}2568/`, '/offices/p50/'])('%s', (path) => {
  it.each([
    ['light', 320],
    ['dark', 390],
    ['dark', 768],
    ['light', 1440],
  ] as const)('is accessible and fits, all opened (%s, %i px)', async (colorScheme, width) => {
    await lookAt(path, { colorScheme, viewport: { width, height: 900 } }, async (page) => {
      for (const summary of await page.locator('main details > summary').all())
        await summary.click();
      expect(await violations(page, rulesIn(colorScheme))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  });
});
