import { beforeAll, describe, expect, it } from 'vitest';
import { PAGE } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getYearPages, getYearViews } from './list.ts';

const COUNT = 112;
const page = SITE_FILES.get(PAGE) ?? '';

/** As many circulars of 2568, each a day or more after the one before, and one of 2567. */
const circulars = (): Map<string, string> => {
  const files = new Map<string, string>();
  for (let n = 1; n <= COUNT; n++) {
    const day = `2025-${String(1 + Math.floor(n / 28)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
    const text = page
      .replace('id: dla-0808-4-w15-0402', `id: c${n}`)
      .replace('number: มท 0808.4/ว 15', `number: มท 0808.4/ว ${n}`)
      .replace('date: "2025-04-02"', `date: "${day}"`);
    files.set(`content/circulars/2568/c${n}/index.mdx`, text);
  }
  files.set(
    'content/circulars/2567/old/index.mdx',
    page
      .replace('id: dla-0808-4-w15-0402', 'id: old')
      .replace('date: "2025-04-02"', 'date: "2024-04-02"'),
  );
  return files;
};

beforeAll(() => openPortal(circulars()));

describe('a year with many circulars', () => {
  it('shows its ten newest, and leads to the rest', async () => {
    const [year, before] = await getYearViews();
    expect(year).toMatchObject({ count: COUNT, more: { href: '/circulars/2568/' } });
    expect(year?.newest).toHaveLength(10);
    expect(year?.newest[0]?.link.path).toBe(`circulars/2568/c${COUNT}`);
    const days = year?.newest.map(({ iso }) => iso) ?? [];
    expect(days).toEqual([...days].sort().reverse());
    expect(before).toMatchObject({ count: 1, more: undefined });
  });

  it('is divided into pages, each circular on one of them', async () => {
    const pages = (await getYearPages()).filter(({ year }) => year === '2568');
    expect(pages.map(({ page }) => page)).toEqual([1, 2]);
    const views = pages.map(({ view }) => view());
    expect(views.map(({ items }) => items.length)).toEqual([100, COUNT - 100]);
    expect(new Set(views.flatMap(({ items }) => items.map(({ link }) => link.path))).size).toBe(
      COUNT,
    );
    expect(views[1]?.pages).toEqual([
      { href: '/circulars/2568/', label: '1', current: false },
      { href: '/circulars/2568/page/2/', label: '2', current: true },
    ]);
  });
});
