import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { IndexReader } from '#core/search/index-reader.ts';
import { Searcher } from '#core/search/respond.ts';
import { INDEX_FOLDER, openIndexFolder } from '#store/search/index-folder.ts';
import { type MeasuredStick, measureStick } from '../../stick/measure-stick.ts';
import type { BuiltPortal } from './portals.ts';

/** A stick with the whole of a portal, and its search opened from the files. Milliseconds but where it says seconds. */
export interface StickFigures extends MeasuredStick {
  /** Seconds of copying as a share of those of the build; null for a portal that was there already. */
  readonly ofBuild: number | null;
  /** Pages that its search goes over. */
  readonly pages: number;
  /** From opening the page of an address with a search in it to its first result. */
  readonly firstAnswer: number;
  readonly queries: number;
  /** Of the queries after that, from asking to the last result. */
  readonly median: number;
  readonly p95: number;
}

const LONGEST = 120_000;
const MOST_QUERIES = 200;
const RESULTS_TAKEN = 6;

/**
 * Two hundred queries as people copy them: pieces of titles and texts, and letter numbers. Each answer gives a few and is the
 * way to the next, so that they spread over the portal; a portal of a few pages has fewer.
 */
const queriesOf = async (searcher: Searcher, first: string): Promise<string[]> => {
  const queries = new Set([first]);
  for (const query of queries) {
    if (queries.size >= MOST_QUERIES) break;
    const { results } = await searcher.respond(query, { limit: RESULTS_TAKEN });
    for (const [at, { title, excerpt, meta }] of results.entries()) {
      const text = excerpt.parts.map((part) => part.text).join('');
      for (const piece of [
        title.slice(at % 5, (at % 5) + 8 + (at % 12)),
        text.slice(10 + at * 7, 30 + at * 9),
        meta.number ?? '',
      ])
        if (piece.trim() !== '') queries.add(piece.trim());
    }
  }
  return [...queries].slice(0, MOST_QUERIES);
};

/** Asks the search page and waits for each answer; runs in the page, hence refers to nothing outside. */
const askAll = async (queries: readonly string[]): Promise<number[]> => {
  const root = document.querySelector('[data-search-page]') as HTMLElement;
  const input = root.querySelector('input[type=search]') as HTMLInputElement;
  const times: number[] = [];
  for (const query of queries) {
    const before = root.dataset.answered;
    const from = performance.now();
    input.value = query;
    input.form?.requestSubmit();
    while (root.dataset.answered === before || root.dataset.answered !== root.dataset.asked)
      await new Promise((resolve) => setTimeout(resolve, 1));
    times.push(performance.now() - from);
  }
  return times;
};

/** Writes a portal to a stick in a temporary folder, which is removed afterwards, and asks its search. */
export const measureStickOf = async (
  browser: Browser,
  { folder, buildSeconds }: BuiltPortal,
  query: string,
): Promise<StickFigures> => {
  const out = join(tmpdir(), `wian-bench-stick-${process.pid}`);
  try {
    const copied = await measureStick(join(folder, '..'), out);
    const index = await openIndexFolder(join(folder, INDEX_FOLDER));
    const reader = await IndexReader.open(index);
    const queries = await queriesOf(new Searcher(reader, index), query);
    const page = await browser.newPage();
    page.setDefaultTimeout(LONGEST);
    const address = pathToFileURL(join(out, 'search/index.html'));
    address.search = String(new URLSearchParams({ q: query }));
    const from = performance.now();
    await page.goto(address.href, { waitUntil: 'commit' });
    await page.waitForSelector('.search-results h3 a');
    const firstAnswer = performance.now() - from;
    await page.waitForFunction(() => {
      const { asked, answered } = (document.querySelector('[data-search-page]') as HTMLElement)
        .dataset;
      return asked === answered;
    });
    const times = (await page.evaluate(askAll, queries)).sort((a, b) => a - b);
    await page.close();
    const at = (share: number) => Math.round(times[Math.floor(times.length * share)] as number);
    return {
      ...copied,
      seconds: Math.round(copied.seconds * 100) / 100,
      ofBuild:
        buildSeconds === null ? null : Math.round((100 * copied.seconds) / buildSeconds) / 100,
      pages: reader.directory.pageCount,
      firstAnswer: Math.round(firstAnswer),
      queries: queries.length,
      median: at(0.5),
      p95: at(0.95),
    };
  } finally {
    await rm(out, { recursive: true, force: true });
  }
};

/** A line of what a stick takes. */
export const stickInWords = ({ name }: BuiltPortal, figures: StickFigures): string =>
  `stick, ${name}: ${Object.entries(figures)
    .map(([figure, value]) => `${figure} ${value ?? 'not known'}`)
    .join(', ')}`;
