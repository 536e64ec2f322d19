import { describe, expect, it } from 'vitest';
import type { FoundPage } from '#core/pagefind/types.ts';
import { EngineLink } from './engine-link.ts';
import { PagefindInstance } from './instance.ts';
import type { EngineReply, EngineRequest } from './messages.ts';

const found = (...pages: FoundPage[]) => ({
  index: 'f',
  found: pages,
  unfiltered: pages.length + 1,
  filters: { kind: { a: pages.length } },
  totalFilters: { kind: { a: pages.length + 1 } },
  asked: { units: [], phrases: [] },
  terms: ['ก'],
});
const hit = (page: number, score: number): FoundPage => ({ page, score, full: true });

/** An instance whose engine answers at once, what was asked of it, and what it warned of. */
const instanceOf = (
  options: Record<string, unknown> = {},
  answers: Partial<Record<string, (...args: never[]) => unknown>> = {},
) => {
  const asked: EngineRequest[] = [];
  const warnings: string[] = [];
  const waits: (() => void)[] = [];
  const answer = async (request: EngineRequest): Promise<EngineReply> => {
    asked.push(request);
    const { id, call, args } = request;
    try {
      const make = answers[call] as ((...given: unknown[]) => unknown) | undefined;
      return { id, value: await make?.(...args) };
    } catch (error) {
      return { id, error: (error as Error).message };
    }
  };
  const link = new EngineLink(
    { startWorker: () => expect.unreachable(), importEngine: async () => ({ answer }) },
    { noWorker: true },
  );
  const instance = new PagefindInstance(
    link,
    {
      page: 'https://a.example/docs/page/',
      language: 'th-TH',
      warn: (what) => warnings.push(what),
      log: () => {},
      now: () => 0,
      wait: () => new Promise((resolve) => waits.push(resolve)),
    },
    'https://a.example/docs/pagefind/',
    options,
  );
  return { instance, asked, warnings, pass: () => waits.splice(0).map((end) => end()) };
};

const settingsOf = (request: EngineRequest | undefined) =>
  (request?.args[2] as { settings: unknown } | undefined)?.settings;

describe('an instance', () => {
  it('asks the index beside its script, and puts results under the base of the site', async () => {
    const { instance, asked } = instanceOf(
      { excerptLength: 12 },
      { search: () => found(hit(3, 2), hit(1, 1)), fragment: () => ({ locations: [4, 5] }) },
    );
    const { results, unfilteredResultCount, timings } = await instance.search('ก', null);
    expect(results.map(({ id, score }) => [id, score])).toEqual([
      ['f_3', 2],
      ['f_1', 1],
    ]);
    expect([unfilteredResultCount, timings.length]).toEqual([3, 1]);
    await results[0]?.data();
    expect(results[0]?.words).toEqual([4, 5]);
    expect(asked[0]?.args[0]).toEqual({
      bundle: 'https://a.example/docs/pagefind/',
      language: 'th-th',
    });
    expect(settingsOf(asked[1])).toMatchObject({ baseUrl: '/docs/', excerptLength: 12 });
  });

  it.each([
    [{ basePath: '/other/pagefind' }, 'https://a.example/other/pagefind/', '/other/'],
    [
      { basePath: 'https://b.example/pagefind/' },
      'https://b.example/pagefind/',
      'https://b.example/',
    ],
    [{ basePath: '../search/', baseUrl: 'x/' }, 'https://a.example/docs/search/', '/x/'],
  ])('with %j takes another index', async (options, bundle, baseUrl) => {
    const { instance, asked } = instanceOf(options, { search: () => found(hit(0, 1)) });
    await (await instance.search('ก')).results[0]?.data().catch(() => {});
    expect(asked[0]?.args[0]).toMatchObject({ bundle });
    expect(settingsOf(asked[1])).toMatchObject({ baseUrl });
  });

  it('has nothing for an empty text, and refuses what is none', async () => {
    const { instance, asked } = instanceOf();
    for (const empty of ['', '  ', undefined])
      expect(await instance.search(empty)).toMatchObject({ results: [], filters: {} });
    expect(asked).toEqual([]);
    await expect(instance.search(12)).rejects.toThrow('search takes a text, or null');
    await expect(instance.mergeIndex('')).rejects.toThrow('mergeIndex takes the address');
  });

  it('searches merged indexes together, weighted and with their filters', async () => {
    const { instance, asked, warnings } = instanceOf(
      { mergeFilter: { site: 'a' } },
      {
        open: () => null,
        filters: () => ({ kind: { a: 2 } }),
        search: ({ bundle }: { bundle: string }) =>
          bundle.includes('b.example')
            ? { ...found(hit(0, 2)), index: 'g' }
            : found(hit(0, 3), hit(1, 1)),
      },
    );
    await instance.mergeIndex('https://b.example/pagefind', {
      indexWeight: 0.9,
      mergeFilter: { site: 'b' },
    });
    await instance.mergeIndex('https://b.example/pagefind/');
    await instance.mergeIndex('/docs/pagefind/');
    expect(warnings).toHaveLength(2);
    const answer = await instance.search('ก', { filters: { site: 'b' } });
    expect(answer.results.map(({ id }) => id)).toEqual(['f_0', 'g_0', 'f_1']);
    expect(answer).toMatchObject({ unfilteredResultCount: 5, totalFilters: { kind: { a: 5 } } });
    expect(answer.timings).toHaveLength(2);
    expect(await instance.filters()).toEqual({ kind: { a: 4 } });
    const searches = asked.filter(({ call }) => call === 'search').map(({ args }) => args[1]);
    expect(searches).toMatchObject([
      { mergeFilter: { site: 'a' } },
      { mergeFilter: { site: 'b' } },
    ]);
  });

  it('does not search an index that it could not merge', async () => {
    const open = () => {
      throw new Error('this is an index that Pagefind 1.6.0 made');
    };
    const { instance } = instanceOf({}, { open, search: () => found(hit(0, 1)) });
    await expect(instance.mergeIndex('/b/pagefind/')).rejects.toThrow(
      'mergeIndex of https://a.example/b/pagefind/: this is an index that Pagefind 1.6.0 made',
    );
    expect((await instance.search('ก')).results).toHaveLength(1);
  });

  it('answers the newest of searches that wait', async () => {
    const { instance, asked, pass } = instanceOf({}, { search: () => found(hit(0, 1)) });
    const searches = ['ก', 'กข', 'กขค'].map((term) => instance.debouncedSearch(term));
    pass();
    expect((await Promise.all(searches)).map((answer) => answer?.results.length ?? null)).toEqual([
      null,
      null,
      1,
    ]);
    expect(asked.map(({ args }) => args[1])).toMatchObject([{ term: 'กขค' }]);
  });
});

/** A worker that fails when it is asked. */
class FailingWorker extends EventTarget {
  isEnded = false;
  postMessage(): void {
    this.dispatchEvent(new Event('error'));
  }
  terminate(): void {
    this.isEnded = true;
  }
}

describe('the link to the engine', () => {
  const importEngine = async () => ({
    answer: async ({ id }: EngineRequest): Promise<EngineReply> => ({ id, value: 'here' }),
  });
  const address = { bundle: 'https://a.example/', language: 'th' };

  it('asks in the page where a worker fails, or cannot be had', async () => {
    const worker = new FailingWorker();
    const failing = new EngineLink(
      { startWorker: () => worker as unknown as Worker, importEngine },
      { noWorker: false },
    );
    expect(await failing.call('open', address)).toBe('here');
    expect(worker.isEnded).toBe(true);
    const startWorker = (): Worker => {
      throw new DOMException('a script of another host', 'SecurityError');
    };
    const forbidden = new EngineLink({ startWorker, importEngine }, { noWorker: false });
    expect(await forbidden.call('open', address)).toBe('here');
  });

  it('rejects where the script cannot be had either, and what is asked when it is closed', async () => {
    const link = new EngineLink(
      {
        startWorker: () => expect.unreachable(),
        importEngine: () => Promise.reject(new Error('404')),
      },
      { noWorker: true },
    );
    await expect(link.call('open', address)).rejects.toThrow(
      "the search's script did not load: Error: 404",
    );
    const silent = { postMessage: () => {}, terminate: () => {}, addEventListener: () => {} };
    const closing = new EngineLink(
      { startWorker: () => silent as unknown as Worker, importEngine },
      { noWorker: false },
    );
    const asked = closing.call('open', address);
    closing.close();
    await expect(asked).rejects.toThrow('closed');
  });
});
