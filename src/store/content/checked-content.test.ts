import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChecked } from './checked-content.ts';
import { type ContentState, readContentState } from './content-state.ts';

let root: string;
const PAGE = 'content/manuals/how.mdx';
const at = (path: string): string => join(root, path);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wian-checked-'));
  for (const folder of ['content/manuals', 'public', 'src/pages']) {
    mkdirSync(at(folder), { recursive: true });
  }
  writeFileSync(at(PAGE), 'one');
});
afterEach(() => rmSync(root, { recursive: true }));

/** The state of the content as if nothing had been changed for a minute. */
const settled = async (): Promise<ContentState> => {
  const minuteAgo = (one: string) =>
    one.replace(/[\d.]+$/, (changed) => String(Number(changed) - 60_000));
  return new Map([...(await readContentState(root))].map(([path, of]) => [path, minuteAgo(of)]));
};

const open = async (day = '2026-11-28', state?: ContentState) =>
  openChecked(root, state ?? (await settled()), day);

const isInOrder = async (day?: string): Promise<boolean> => (await open(day)).isInOrder;

it('knows content that was in order, on later days too and not on earlier ones', async () => {
  const first = await open();
  expect(first.isInOrder).toBe(false);
  first.keep();
  expect(await isInOrder()).toBe(true);
  expect(await isInOrder('2026-12-01')).toBe(true);
  expect(await isInOrder('2026-11-27')).toBe(false);
});

it.each<[what: string, change: () => void]>([
  ['a file has changed', () => writeFileSync(at(PAGE), 'two')],
  ['a file has come', () => writeFileSync(at('content/manuals/new.mdx'), 'new')],
  ['a file is gone', () => rmSync(at(PAGE))],
  ['a file of the portal has come', () => writeFileSync(at('public/form.pdf'), 'form')],
  ['a page of the portal has come', () => writeFileSync(at('src/pages/new.astro'), '')],
  ['what is kept is damaged', () => writeFileSync(at('.cache/check/in-order.json'), '{}')],
])('does not know it where %s', async (_, change) => {
  (await open()).keep();
  expect(await isInOrder()).toBe(true);
  await setTimeout(20);
  change();
  expect(await isInOrder()).toBe(false);
});

it('does not go by the time at which a program says that a file was changed', async () => {
  const time = new Date('2026-01-01');
  utimesSync(at(PAGE), time, time);
  (await open()).keep();
  await setTimeout(20);
  writeFileSync(at(PAGE), 'two');
  utimesSync(at(PAGE), time, time);
  expect(await isInOrder()).toBe(false);
});

describe('content that has just been changed', () => {
  it('is not remembered while it may be changed again unseen', async () => {
    const state = await readContentState(root);
    (await open(undefined, state)).keep();
    expect((await open(undefined, state)).isInOrder).toBe(false);
  });

  it.each([
    ['is remembered later if it is as it was', 'one', true],
    ['is not where it was changed again within the same tick', 'two', false],
  ])('%s', async (_, text, isKept) => {
    const state = await readContentState(root);
    const first = await open(undefined, state);
    writeFileSync(at(PAGE), text);
    await setTimeout(2000);
    first.keep();
    expect((await open(undefined, state)).isInOrder).toBe(isKept);
  });
});
