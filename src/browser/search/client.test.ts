import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Listener, LONG_WAIT, SearchClient, WORKER_PAUSES } from './client.ts';
import { askEarly, EARLY_ID, type EarlyQuestion, takeEarly } from './early-question.ts';
import type { SearchReply, SearchRequest } from './messages.ts';

/** A worker that says only what the test lets it say. */
class SilentWorker extends EventTarget {
  readonly asked: SearchRequest[] = [];
  isEnded = false;

  postMessage(request: SearchRequest): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.isEnded = true;
  }
  say(data: SearchReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const FRAME = 16;

let heard: string[];
let workers: SilentWorker[];
let client: SearchClient;

const listener: Listener = {
  opened: () => heard.push('opened'),
  answered: (_, id) => heard.push(`answer ${id}`),
  begun: () => heard.push('first'),
  failed: (kind, id) => heard.push(`${kind} ${id}`),
  slow: () => heard.push('slow'),
};

/** The page reads no entry but of a copy that is to be confirmed. */
const readEntry = (): Promise<string | null> => Promise.reject(new Error('nobody asked for it'));

const startWorker = (): Worker => {
  const worker = new SilentWorker();
  workers.push(worker);
  return worker as unknown as Worker;
};

const clientWith = (early: EarlyQuestion | undefined): SearchClient =>
  new SearchClient(listener, {
    pointer: null,
    isStoredFirst: false,
    early,
    startWorker,
    nextFrame: (act) => {
      const frame = setTimeout(act, FRAME);
      return () => clearTimeout(frame);
    },
  });

beforeEach(() => {
  vi.useFakeTimers();
  heard = [];
  workers = [];
  client = clientWith(undefined);
});
afterEach(() => vi.useRealTimers());

it('tells once that an answer takes long, and still takes it', () => {
  const id = client.ask('ก', 10);
  vi.advanceTimersByTime(LONG_WAIT - 1);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(3 * LONG_WAIT);
  workers[0]?.say({ id, failure: 'damaged' });
  expect(heard).toEqual(['slow', 'damaged 1']);
});

it('has nothing to tell of questions that are answered in time, forgotten, or not the newest', () => {
  workers.length = 0;
  const first = client.ask('ก', 10);
  const second = client.ask('กข', 10);
  workers[0]?.say({ id: first, failure: 'connection' });
  workers[0]?.say({ id: second, failure: 'connection' });
  client.ask('กขค', 10);
  client.forget();
  vi.advanceTimersByTime(3 * LONG_WAIT);
  expect(heard).toEqual(['connection 2']);
});

it('starts a worker of which the script cannot be had once more, and tells when that was of no use', () => {
  client.makeReady();
  workers[0]?.dispatchEvent(new Event('error'));
  vi.advanceTimersByTime(LONG_WAIT);
  expect([heard, workers.length]).toEqual([[], 1]);
  client.ask('ก', 10);
  for (const pause of WORKER_PAUSES) {
    // A worker that has ended says no more.
    workers.at(-1)?.dispatchEvent(new Event('error'));
    workers.at(-1)?.dispatchEvent(new Event('error'));
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(pause);
    expect(workers.at(-1)?.asked).toMatchObject([{ id: 1, question: { text: 'ก' } }]);
  }
  workers.at(-1)?.dispatchEvent(new Event('error'));
  expect(heard).toEqual(['program 1']);
  expect(workers).toHaveLength(2 + WORKER_PAUSES.length);
  client.ask('ก', 10);
  vi.advanceTimersByTime(LONG_WAIT);
  expect(heard).toEqual(['program 1', 'slow']);
});

it('starts no worker for a question that is not the newest any more', () => {
  client.ask('ก', 10);
  workers[0]?.dispatchEvent(new Event('error'));
  client.forget();
  vi.advanceTimersByTime(LONG_WAIT);
  expect(workers).toHaveLength(1);
});

it('hands on the first results of an answer, and goes on waiting for the whole', () => {
  const id = client.ask('ก', 10);
  workers[0]?.say({ id, response: {} as never, isFirst: true });
  vi.advanceTimersByTime(FRAME);
  workers[0]?.say({ id, response: {} as never });
  vi.advanceTimersByTime(FRAME);
  expect(heard).toEqual(['first', 'answer 1']);
});

it('hands on one of the first results that come within one frame, and none behind the whole or another question', () => {
  const id = client.ask('ก', 10);
  const sayFirst = () => workers[0]?.say({ id, response: {} as never, isFirst: true });
  sayFirst();
  sayFirst();
  vi.advanceTimersByTime(FRAME);
  expect(heard).toEqual(['first']);
  sayFirst();
  workers[0]?.say({ id, response: {} as never });
  vi.advanceTimersByTime(FRAME);
  expect(heard).toEqual(['first', 'answer 1']);
  sayFirst();
  client.ask('กข', 10);
  vi.advanceTimersByTime(FRAME);
  expect(heard).toEqual(['first', 'answer 1']);
});

it('asks a new worker where the old one waits for something that does not come', () => {
  client.ask('ก', 10);
  client.startAnew();
  client.ask('ก', 10);
  expect(workers.map(({ isEnded, asked }) => [isEnded, asked.length])).toEqual([
    [true, 1],
    [false, 1],
  ]);
});

describe('a question that was asked early', () => {
  const question = { text: 'ก', chosen: {}, limit: 10 };
  const settle = () => Promise.resolve();

  it('is not asked again, and its replies are heard, before and after it is taken', async () => {
    askEarly({ question, pointer: null }, startWorker, readEntry);
    workers[0]?.say({ id: EARLY_ID, isOpen: true });
    client = clientWith(takeEarly());
    const id = client.ask('ก', 10);
    expect(heard).toEqual([]);
    await settle();
    expect(heard).toEqual(['opened']);
    workers[0]?.say({ id: EARLY_ID, response: {} as never });
    expect(heard).toEqual(['opened', `answer ${id}`]);
    expect(workers.map(({ asked }) => asked.length)).toEqual([1]);
  });

  it.each([
    ['of another text', () => client.ask('ข', 10)],
    ['with a filter', () => client.ask('ก', 10, { kind: 'faq' })],
  ])('has no say in one %s, which its worker is asked', async (_, ask) => {
    askEarly({ question, pointer: null }, startWorker, readEntry);
    workers[0]?.say({ id: EARLY_ID, response: {} as never });
    client = clientWith(takeEarly());
    const id = ask();
    await settle();
    workers[0]?.say({ id: EARLY_ID, failure: 'damaged' });
    expect(heard).toEqual([]);
    workers[0]?.say({ id, response: {} as never });
    expect(heard).toEqual([`answer ${id}`]);
    expect(workers).toHaveLength(1);
  });

  it('has no say in the question behind it', async () => {
    askEarly({ question, pointer: null }, startWorker, readEntry);
    client = clientWith(takeEarly());
    client.ask('ก', 10);
    const id = client.ask('กข', 10);
    await settle();
    workers[0]?.say({ id: EARLY_ID, response: {} as never });
    expect(heard).toEqual([]);
    expect(workers[0]?.asked.at(-1)).toMatchObject({ id, question: { text: 'กข' } });
  });

  it('is asked of the index that the page names', () => {
    const pointer = { layout: 4, folder: '0123456789ab', pages: 7, stamp: 99 };
    askEarly({ question, pointer }, startWorker, readEntry);
    client = clientWith(takeEarly());
    client.ask('ก', 10);
    expect(workers[0]?.asked.map((request) => request.pointer)).toEqual([pointer, null]);
  });

  it('is gone where its worker failed, and taken once', () => {
    askEarly({ question, pointer: null }, startWorker, readEntry);
    workers[0]?.dispatchEvent(new Event('error'));
    expect(takeEarly()).toBeUndefined();
    askEarly({ question, pointer: null }, startWorker, readEntry);
    expect(takeEarly()?.request).toMatchObject({ id: EARLY_ID, question });
    expect(takeEarly()).toBeUndefined();
  });

  it('is asked of another worker where the first one fails after it was taken', () => {
    askEarly({ question, pointer: null }, startWorker, readEntry);
    client = clientWith(takeEarly());
    const id = client.ask('ก', 10);
    workers[0]?.dispatchEvent(new Event('error'));
    vi.advanceTimersByTime(WORKER_PAUSES[0] as number);
    expect(workers[1]?.asked).toMatchObject([{ id, question }]);
  });

  it('of a copy is asked while the page asks which index is in force, and hears what came', async () => {
    const pointer = { layout: 1 } as never;
    askEarly({ question, pointer, isStoredFirst: true }, startWorker, async () => '{"layout":1}');
    await settle();
    expect(workers[0]?.asked).toEqual([
      { id: EARLY_ID, question, pointer, isStoredFirst: true, isEntryAsked: true },
      { entry: '{"layout":1}' },
    ]);
    client = clientWith(takeEarly());
    client.ask('กข', 10);
    // A worker that is asked later, or another one, asks for itself.
    expect(workers[0]?.asked.at(-1)).not.toHaveProperty('isEntryAsked');
  });
});
