import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sharedChainsName } from '#core/tracking/trace-chains.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import type { StopView } from '../circular/chain.ts';
import { keyOf } from '../circular/paths.ts';
import { getCirculars } from '../content.ts';
import { getSharedChainPaths, getTracePartPaths, traceCircular, traceCirculars } from './index.ts';
import { getTracePage } from './page.ts';

beforeEach(() => openPortal(SITE_FILES));

type Row = readonly [number: string, ...rest: unknown[]];

/** Every number of the index, with the part in which it lies. */
const numbers = async () =>
  new Map(
    (await getTracePartPaths()).flatMap(({ params, props }) => {
      const { rows } = props.part as { readonly rows?: readonly Row[] };
      return (rows ?? []).map((row) => [row[0], { part: params.part, row }] as const);
    }),
  );

describe('the index of numbers', () => {
  it.each([
    ['the letter', 'มท 0808.4/ว 15', 'at-015'],
    ['a covering letter', 'ชม 0023.5/ว 100', 'at-100'],
    ['a reading of a doubtful number', 'ชม 0023.15/66', 'at-066'],
    ['a register', '11775', 'at-775'],
  ])('leads from the number of %s to the circular', async (_, number, part) => {
    expect((await numbers()).get(number)?.part).toBe(part);
  });

  it('marks a doubtful number, and no other', async () => {
    const marks = [...(await numbers())].map(([number, { row }]) => [number, row.at(-1)]);
    expect(Object.fromEntries(marks)).toMatchObject({ 'ชม 0023.15/66': 1, 'มท 0808.4/ว 15': 0 });
  });

  it('has a key for each part that is its content', async () => {
    for (const { props, cacheKey } of await getTracePartPaths()) {
      expect(JSON.parse(cacheKey)).toEqual(JSON.parse(JSON.stringify(props.part)));
    }
  });
});

it('draws the way of a circular without what its own page has besides', async () => {
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  const drawn: StopView[] = [];
  const found = await traceCircular(entry, async (chain) => {
    drawn.push(chain);
    return '<ol></ol>';
  });
  expect(found).toMatchObject({
    href: '/circulars/2568/dla-0808-4-w15-0402/',
    withdrawn: null,
    sample: null,
    chain: '<ol></ol>',
  });
  const letters = (stop: StopView): StopView['letters'] => [
    ...stop.letters,
    ...stop.next.flatMap(letters),
  ];
  const all = drawn.flatMap(letters);
  expect(all.length).toBeGreaterThan(2);
  expect(all.every(({ details, original }) => details === null && !original)).toBe(true);
});

describe('short chains lie together', () => {
  it('each in the file that a browser looks for', async () => {
    const files = await getSharedChainPaths();
    const found = new Map<string, unknown>();
    for (const { params, props } of files) {
      const traced = await traceCirculars(props.entries, async () => '<ol></ol>');
      for (const [id, one] of Object.entries(traced)) {
        expect(sharedChainsName(id)).toBe(params.circulars);
        found.set(id, one);
      }
    }
    expect([...found.keys()].sort()).toEqual((await getCirculars()).map(({ id }) => id).sort());
  });

  it('and are kept by the keys of each', async () => {
    vi.stubEnv('DEV', false);
    try {
      for (const { props, cacheKey } of await getSharedChainPaths()) {
        const keys = await Promise.all(props.entries.map(keyOf));
        expect(cacheKey?.split('\n')).toEqual(keys);
      }
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('and have no keys in dev', async () => {
    const paths = await getSharedChainPaths();
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => 'cacheKey' in path)).toEqual([]);
  });
});

describe('the page', () => {
  it('gives a covering letter with a certain number as an example', async () => {
    expect((await getTracePage()).hint).toContain('ชม ๐๐๒๓.๕/ว ๑๐๐');
  });

  it('has no example where there is no circular', async () => {
    openPortal(new Map());
    expect((await getTracePage()).years).toEqual([]);
  });
});
