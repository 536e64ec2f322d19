import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type ConfirmingNetwork, type FaultKind, kindOf } from '#browser/search/index-files.ts';
import { SearchSession } from '#browser/search/search-session.ts';
import type { SearchDocument } from '#core/search/document.ts';
import { fileName, LAYOUT_VERSION } from '#core/search/layout.ts';
import type { SearchResponse } from '#core/search/respond.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import { writeIndex } from '#store/search/index-folder.ts';

const QUESTIONS = ['งบประมาณรายจ่าย', 'มประมาณราย', 'กรณีพิเศษ 250', 'ว 998877', 'รพิเศษที่'];
const POINTER = 'index.json';
const HTML = '<!doctype html><title>ไม่พบหน้านี้</title>';

type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

const document = (page: number, more: string): SearchDocument => ({
  url: `/p/${page}/`,
  title: `หนังสือที่ ${page}`,
  text: `งบประมาณรายจ่ายประจำปี ${page} เรื่องที่ ${page % 7} ${more}`,
  sections: [],
  identities: page % 100 === 0 ? [`มท 0808.4/ว ${9000 + page}`] : [],
  filters: { kind: [page % 2 === 0 ? 'manuals' : 'circulars'] },
  meta: {},
  demoted: false,
});

const documents = (more: string): SearchDocument[] =>
  Array.from({ length: 900 }, (_, page) =>
    document(page, page % 250 === 0 ? `${more} กรณีพิเศษที่ ว ${9000 + page}` : ''),
  );

/** Files of an index as a host serves them, by their paths. */
const filesIn = (folder: string): Files =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(folder.length + 1), new Uint8Array(readFileSync(path))];
      }),
  );

let root = '';
let files: Files;
let newer: Files;
let layoutOf: (layout: number) => Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'wian-damage-'));
  await writeIndex(documents('เงินอุดหนุน'), join(root, 'one'));
  await writeIndex(documents('เงินสะสม'), join(root, 'two'));
  files = filesIn(join(root, 'one'));
  newer = filesIn(join(root, 'two'));
  const pointer = JSON.parse(new TextDecoder().decode(files.get(POINTER)));
  layoutOf = (layout) => new TextEncoder().encode(JSON.stringify({ ...pointer, layout }));
});
afterAll(() => rm(root, { recursive: true }));

/** What a host answers to a path. */
type Host = (path: string, init: RequestInit) => Response | Promise<Response>;

const serving =
  (served: Files): Host =>
  (path) => {
    const bytes = served.get(path);
    if (bytes) return new Response(bytes);
    return new Response(HTML, { status: 404, headers: { 'content-type': 'text/html' } });
  };

/** Asks a host, keeping what was asked for. Nothing is waited for. */
const networkTo = (host: Host) => {
  const asked: string[] = [];
  const network: ConfirmingNetwork = {
    fetch: async (path, init) => {
      asked.push(path);
      return host(path, init);
    },
    deadline: () => AbortSignal.abort(new DOMException('too slow', 'TimeoutError')),
    pause: async () => {},
    patience: () => new Promise(() => {}),
    isOffline: () => false,
  };
  return { network, asked };
};

const ask = (session: SearchSession, text: string) =>
  session.answer({ text, chosen: {}, limit: 10 }) as Promise<SearchResponse>;

const kindOfFile = (path: string): string => path.match(/(?<=\/)(?:page|[a-z]+)/)?.[0] ?? path;

const bytesOf = (path: string): Uint8Array<ArrayBuffer> =>
  files.get(path) as Uint8Array<ArrayBuffer>;

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** The two bytes before this one tell on what system a file was packed, and are read by nobody. */
const FIRST_READ = 10;

const flipped = (path: string, share: number): Response => {
  const bytes = bytesOf(path).slice();
  const at = Math.min(bytes.length - 1, Math.max(FIRST_READ, Math.floor(bytes.length * share)));
  bytes[at] = (bytes[at] as number) ^ 0x10;
  return new Response(bytes);
};

const DAMAGE: Record<string, (path: string, init: RequestInit) => Response | Promise<Response>> = {
  'is not there': () => new Response('', { status: 404 }),
  'fails on the host': () => new Response('', { status: 503 }),
  'is empty': () => new Response(''),
  'is cut in half': (path) =>
    new Response(bytesOf(path).slice(0, Math.floor(bytesOf(path).length / 2))),
  'is cut by a byte': (path) => new Response(bytesOf(path).slice(0, -1)),
  'has a byte flipped near its beginning': (path) => flipped(path, 0.3),
  'has a byte flipped in its middle': (path) => flipped(path, 0.5),
  'has its last byte flipped': (path) => flipped(path, 1),
  'is a page of the host': () =>
    new Response(HTML, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  'is a page of the host without a type': () => new Response(new TextEncoder().encode(HTML)),
  'is another file of the index': (path) =>
    new Response(bytesOf(path === facetsPath() ? startPath() : facetsPath())),
  'is of another index': (path) => new Response(ofAnother(path)),
  'does not come': () => Promise.reject(new TypeError('connection reset')),
  'never comes': (_, { signal }) =>
    new Promise((_, reject) => {
      signal?.throwIfAborted();
      signal?.addEventListener('abort', () => reject(signal.reason));
    }),
};

const pathOf = (name: string): string =>
  [...files.keys()].find((path) => path.endsWith(`/${name}.bin`)) ?? '';
const facetsPath = (): string => pathOf('facets');
const startPath = (): string => pathOf('start');

/** Another file of its kind in the newer index, of the same name where that one differs; null where none does. */
const ofAnother = (path: string): Uint8Array<ArrayBuffer> | null => {
  const name = path.split('/').at(-1) as string;
  const others = [...newer]
    .filter(
      ([other, bytes]) => kindOfFile(other) === kindOfFile(path) && !isSame(bytes, bytesOf(path)),
    )
    .sort(([a], [b]) => Number(b.endsWith(`/${name}`)) - Number(a.endsWith(`/${name}`)));
  return others[0]?.[1] ?? null;
};

/** What a fault is called where that is not damage; a page or the filters may be lost and the rest be shown. */
const EXPECTED: Record<string, FaultKind> = {
  'is not there': 'missing',
  'is a page of the host': 'missing',
  'fails on the host': 'connection',
  'does not come': 'connection',
  'never comes': 'connection',
};

/** One file of each kind that a question needs. */
const filesOfEachKind = async (question: string): Promise<string[]> => {
  const { network, asked } = networkTo(serving(files));
  await ask(new SearchSession(network), question);
  return [...new Map(asked.map((path) => [kindOfFile(path), path])).values()];
};

/** Kinds of file that questions need. */
const everyKind = (): string[] => {
  // Orders are asked for by clients of Pagefind alone: see pagefind-engine.test.ts.
  const stored = [...files.keys()].map(kindOfFile).filter((kind) => kind !== fileName.sorts);
  return [...new Set(stored)].sort();
};

describe('an index that is damaged', () => {
  it('is asked for every kind of file by the questions of this test', async () => {
    const all = await Promise.all(QUESTIONS.map(filesOfEachKind));
    const kinds = new Set(all.flat().map(kindOfFile));
    expect([...kinds].sort()).toEqual(everyKind());
  });

  it.each(Object.entries(DAMAGE))(
    'gives no answer, the right one, or one that says what it lacks, where a file %s',
    async (name, damage) => {
      const tried = new Set<string>();
      for (const question of QUESTIONS) {
        const right = await ask(new SearchSession(networkTo(serving(files)).network), question);
        for (const damaged of await filesOfEachKind(question)) {
          if (name === 'is of another index' && ofAnother(damaged) === null) continue;
          tried.add(kindOfFile(damaged));
          const host: Host = (path, init) =>
            path === damaged ? damage(path, init) : serving(files)(path, init);
          const session = new SearchSession(networkTo(host).network);
          const what = `${question}: ${damaged}`;
          const answer = await ask(session, question).catch((error: unknown) => {
            // An entry that points to files which are gone is whole in itself.
            const missing = name === 'is of another index' && damaged === POINTER;
            const expected = missing ? 'missing' : (EXPECTED[name] ?? 'damaged');
            expect(kindOf(error), what).toBe(expected);
            return null;
          });
          if (answer === null) continue;
          const { lost, ...rest } = answer;
          const kind = kindOfFile(damaged);
          expect([kind, lost], what).toEqual(
            kind === 'page'
              ? ['page', { pages: 1, filters: false }]
              : ['facets', { pages: 0, filters: true }],
          );
          // What is shown is part of the right answer.
          expect([rest.total, rest.full, rest.missing], what).toEqual([
            right.total,
            right.full,
            right.missing,
          ]);
          expect(right.results).toEqual(expect.arrayContaining([...rest.results]));
          expect(right.results.length - rest.results.length).toBe(lost.pages);
        }
      }
      expect([...tried].sort()).toEqual(everyKind());
    },
  );

  it('answers again as soon as the file comes', async () => {
    for (const question of QUESTIONS) {
      const right = await ask(new SearchSession(networkTo(serving(files)).network), question);
      for (const damaged of await filesOfEachKind(question)) {
        let isDamaged = true;
        const host: Host = (path, init) =>
          isDamaged && path === damaged
            ? new Response('', { status: 500 })
            : serving(files)(path, init);
        const session = new SearchSession(networkTo(host).network);
        await ask(session, question).catch(() => null);
        isDamaged = false;
        expect(await ask(session, question), `${question}: ${damaged}`).toEqual(right);
      }
    }
  });

  it('answers where every file fails once', async () => {
    for (const question of QUESTIONS) {
      const right = await ask(new SearchSession(networkTo(serving(files)).network), question);
      const failed = new Set<string>();
      const { network } = networkTo((path, init) => {
        if (failed.has(path)) return serving(files)(path, init);
        failed.add(path);
        return new Response('', { status: 503 });
      });
      expect(await ask(new SearchSession(network), question)).toEqual(right);
    }
  });

  it('does not ask again for what the host says it has not', async () => {
    const { network, asked } = networkTo(() => new Response('', { status: 404 }));
    await expect(ask(new SearchSession(network), QUESTIONS[0] ?? '')).rejects.toThrow();
    expect(asked).toEqual([POINTER]);
  });

  it('gets a file past all caches where the one that they have is damaged', async () => {
    const right = await ask(new SearchSession(networkTo(serving(files)).network), 'งบประมาณรายจ่าย');
    const host: Host = (path, init) =>
      init.cache === 'reload' ? serving(files)(path, init) : new Response('damaged');
    expect(await ask(new SearchSession(networkTo(host).network), 'งบประมาณรายจ่าย')).toEqual(right);
  });

  it.each<[what: string, pointer: string]>([
    ['no folder', JSON.stringify({ layout: LAYOUT_VERSION, pages: 1 })],
    ['a path', JSON.stringify({ layout: LAYOUT_VERSION, pages: 1, folder: '../x' })],
    ['nothing', 'null'],
    ['a list', '[]'],
  ])('is refused where its entry points to %s', async (_, pointer) => {
    const host: Host = (path, init) =>
      path === POINTER ? new Response(pointer) : serving(files)(path, init);
    const answer = ask(new SearchSession(networkTo(host).network), 'งบประมาณ');
    expect(kindOf(await answer.catch((error: unknown) => error))).toBe('damaged');
  });

  it('is not blamed where the browser is too old to unpack it', async () => {
    vi.stubGlobal('DecompressionStream', undefined);
    const answer = ask(new SearchSession(networkTo(serving(files)).network), 'งบประมาณ');
    expect(kindOf(await answer.catch((error: unknown) => error))).toBe('program');
    vi.unstubAllGlobals();
  });

  it('rejects rather than answer without the filters where one is chosen', async () => {
    const host: Host = (path, init) =>
      path === facetsPath() ? new Response('', { status: 404 }) : serving(files)(path, init);
    const session = new SearchSession(networkTo(host).network);
    const answer = session.answer({ text: 'งบประมาณ', chosen: { kind: 'manuals' }, limit: 10 });
    expect(kindOf(await answer.catch((error: unknown) => error))).toBe('missing');
  });
});

describe('a page that is shown before the site was asked', () => {
  const QUESTION = { text: 'เงินสะสม', chosen: {}, limit: 10 };
  const pointerOf = (served: Files): IndexPointer =>
    JSON.parse(new TextDecoder().decode(served.get(POINTER)));
  /** Asks of a page that names the first index; what it says first is among what it says. */
  const askOf = async (host: Host, more: Partial<ConfirmingNetwork> = {}) => {
    const { network, asked } = networkTo(host);
    const session = new SearchSession({ ...network, ...more }, pointerOf(files), true);
    const first: SearchResponse[] = [];
    const response = await session.answer(QUESTION, (one) => first.push(one));
    return { response, first, asked, isUnconfirmed: session.isUnconfirmed };
  };
  const both: Host = (path, init) =>
    serving(files.has(path) && path !== POINTER ? files : newer)(path, init);
  const right = (served: Files) =>
    ask(new SearchSession(networkTo(serving(served)).network), QUESTION.text);

  it('is answered from its own index where the site says that it is in force', async () => {
    const modes: (RequestCache | undefined)[] = [];
    const { response, isUnconfirmed } = await askOf((path, init) => {
      if (path === POINTER) modes.push(init.cache);
      return serving(files)(path, init);
    });
    expect(response).toEqual(await right(files));
    expect(isUnconfirmed).toBe(false);
    expect(modes).toEqual(['no-store']);
  });

  it('says nothing of its own index where the site has a new one', async () => {
    const expected = await right(newer);
    expect(expected).not.toEqual(await right(files));
    const { response, first } = await askOf(both);
    expect(response).toEqual(expected);
    for (const one of first)
      expect(expected.results).toEqual(expect.arrayContaining([...one.results]));
  });

  it('waits for the site however soon it has its own answer', async () => {
    const held = Promise.withResolvers<void>();
    const answer = askOf(async (path, init) => {
      if (path === POINTER) await held.promise;
      return both(path, init);
    });
    const soon = askOf(serving(files));
    await soon;
    held.resolve();
    expect((await answer).response).toEqual(await right(newer));
  });

  it('asks once more where the site does not answer, and then says that nothing is confirmed', async () => {
    let failures = 1;
    const host: Host = (path, init) =>
      path === POINTER && failures-- > 0
        ? Promise.reject(new TypeError('connection reset'))
        : serving(files)(path, init);
    expect((await askOf(host)).isUnconfirmed).toBe(false);
    failures = 2;
    const { response, isUnconfirmed } = await askOf(host);
    expect(response).toEqual(await right(files));
    expect(isUnconfirmed).toBe(true);
  });

  it('does not wait where there is no connection, nor longer than its patience', async () => {
    const never: Host = (path, init) =>
      path === POINTER ? new Promise(() => {}) : serving(files)(path, init);
    const offline = await askOf(never, { isOffline: () => true });
    expect([offline.isUnconfirmed, offline.asked.includes(POINTER)]).toEqual([true, false]);
    const slow = await askOf(never, { patience: async () => {} });
    expect([slow.isUnconfirmed, slow.response]).toEqual([true, await right(files)]);
  });

  it('is refused where the site has an index for another program', async () => {
    const host: Host = (path, init) =>
      path === POINTER ? new Response(layoutOf(LAYOUT_VERSION + 1)) : serving(files)(path, init);
    const error = await askOf(host).catch((fault: unknown) => fault);
    expect(kindOf(error)).toBe('newer');
  });
});

describe('a page that has stood open while the site got a new index', () => {
  /** Asks once of one index, then of what the host has instead. */
  const askAcross = async (after: Host, question: string) => {
    let host = serving(files);
    const session = new SearchSession(networkTo((path, init) => host(path, init)).network);
    await ask(session, 'ว 9250');
    host = after;
    return ask(session, question);
  };

  it.each(QUESTIONS)('is answered from the new one: %s', async (question) => {
    const right = await ask(new SearchSession(networkTo(serving(newer)).network), question);
    expect(await askAcross(serving(newer), question)).toEqual(right);
  });

  it.each<[kind: FaultKind, step: number]>([
    ['newer', 1],
    ['older', -1],
  ])('is reported where that one is for a program that is %s', async (kind, step) => {
    const after: Host = (path) =>
      path === POINTER
        ? new Response(layoutOf(LAYOUT_VERSION + step))
        : new Response('', { status: 404 });
    const error = await askAcross(after, 'งบประมาณรายจ่าย').catch((fault: unknown) => fault);
    expect(kindOf(error)).toBe(kind);
  });

  it('is reported where the site is gone', async () => {
    const after: Host = () => Promise.reject(new TypeError('refused'));
    const error = await askAcross(after, 'งบประมาณรายจ่าย').catch((fault: unknown) => fault);
    expect(kindOf(error)).toBe('connection');
  });
});

describe('a page that names its index', () => {
  const named = (served: Files): IndexPointer =>
    JSON.parse(new TextDecoder().decode(served.get(POINTER)));

  it('is answered without asking which one is in force', async () => {
    const { network, asked } = networkTo(serving(files));
    const answer = await ask(new SearchSession(network, named(files)), 'งบประมาณ');
    expect(answer.total).toBeGreaterThan(0);
    expect(asked).not.toContain(POINTER);
  });

  it('is answered from the one in force where that is gone', async () => {
    const { network, asked } = networkTo(serving(newer));
    const answer = await ask(new SearchSession(network, named(files)), 'เงินสะสม');
    const right = await ask(new SearchSession(networkTo(serving(newer)).network), 'เงินสะสม');
    expect(answer).toEqual(right);
    expect(asked).toContain(POINTER);
  });

  it('is reported where its script is of another version', async () => {
    const other = { ...named(files), layout: LAYOUT_VERSION + 1 };
    const session = new SearchSession(networkTo(serving(files)).network, other);
    const error = await ask(session, 'งบประมาณ').catch((fault: unknown) => fault);
    expect(kindOf(error)).toBe('newer');
  });
});

it('shows the first results before it asks for the others', async () => {
  const { network, asked } = networkTo(serving(files));
  const pages = () => asked.filter((path) => kindOfFile(path) === 'page').length;
  const shown: [response: SearchResponse, asked: number][] = [];
  const before: number[] = [];
  const firstShown = Promise.withResolvers<void>();
  const session = new SearchSession({
    ...network,
    fetch: async (path, init) => {
      if (kindOfFile(path) !== 'page') return network.fetch(path, init);
      before.push(shown.length);
      const answer = network.fetch(path, init);
      // Where all three came at once, none would be shown before the others are asked for.
      if (before.length > 1) await firstShown.promise;
      return answer;
    },
  });
  const question = { text: 'งบประมาณ', chosen: {}, limit: 10 };
  const whole = await session.answer(question, (first) => {
    shown.push([first, pages()]);
    firstShown.resolve();
  });
  expect(shown.map(([{ results }]) => results.length)).toEqual([1, 2, 3]);
  for (const [{ results, total, facets }] of shown) {
    expect(results).toEqual(whole?.results.slice(0, results.length));
    expect([total, facets]).toEqual([whole?.total, whole?.facets]);
  }
  // The first three are asked for at once, before anything is shown.
  expect(before.slice(0, 3)).toEqual([0, 0, 0]);
  expect(shown[0]?.[1]).toBe(3);
  expect(whole?.results).toHaveLength(10);
});
