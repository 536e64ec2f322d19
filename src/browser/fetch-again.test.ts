import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchAgain, NotLoaded } from './fetch-again.ts';

type Answer = number | string | Error | 'nothing';

let asked: RequestInit[];

/** A host that answers with these in turn: a status, a text, a failure of the network, or never. */
const hostOf = (...answers: readonly Answer[]) => ({
  pauses: [100, 1000],
  longest: 5000,
  fetch: (_: string, init: RequestInit): Promise<Response> => {
    asked.push(init);
    const answer = answers[asked.length - 1] ?? 'whole';
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer !== 'nothing') {
      const [status, body] = typeof answer === 'number' ? [answer, null] : [200, answer];
      return Promise.resolve(new Response(body, { status }));
    }
    return new Promise((_, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
  },
});

const LOST = new TypeError('Failed to fetch');
const read = async (answer: Response): Promise<string> => {
  const text = await answer.text();
  if (text === 'half') throw new SyntaxError('Unexpected end of input');
  return `${answer.status} ${text}`.trim();
};
const ask = async (init: RequestInit, ...answers: readonly Answer[]) => {
  const asking = fetchAgain('/a.json', read, init, hostOf(...answers)).catch((error) => error);
  await vi.advanceTimersByTimeAsync(60_000);
  return asking;
};

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('fetchAgain', () => {
  it.each<[what: string, answers: Answer[], times: number, gives: string]>([
    ['what comes at once', [], 1, '200 whole'],
    ['what comes the second time', [LOST], 2, '200 whole'],
    ['what comes the third time', [LOST, 503], 3, '200 whole'],
    ['what was cut before', ['half'], 2, '200 whole'],
    ['what is asked for too often', [429], 2, '200 whole'],
    ['that there is no such file', [404], 1, '404'],
    ['that there is none any more', [502, 410], 2, '410'],
    ['that it is not for us', [403], 1, '403'],
  ])('gives %s', async (_, answers, times, gives) => {
    expect(await ask({}, ...answers)).toBe(gives);
    expect(asked).toHaveLength(times);
  });

  it.each<[what: string, answers: Answer[], status: number | null]>([
    ['the host stays in trouble', [500, 502, 503], 503],
    ['nothing comes', [503, LOST, LOST], null],
    ['it comes in part each time', ['half', 'half', 'half'], null],
  ])('says what failed last where %s', async (_, answers, status) => {
    const error = await ask({}, ...answers);
    expect(error).toBeInstanceOf(NotLoaded);
    expect(error).toMatchObject({ path: '/a.json', status });
    expect(asked).toHaveLength(3);
  });

  it('passes over what a cache has where that was of no use', async () => {
    await ask({ credentials: 'omit' }, 'half');
    expect(asked).toMatchObject([
      { credentials: 'omit' },
      { credentials: 'omit', cache: 'reload' },
    ]);
    expect(asked[0]?.cache).toBeUndefined();
  });

  it('waits no longer than is said for an answer that never comes', async () => {
    const asking = fetchAgain('/a.json', read, {}, hostOf('nothing'));
    const ended = vi.fn();
    asking.catch(ended);
    await vi.advanceTimersByTimeAsync(4999);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledWith(expect.any(NotLoaded));
    expect(asked).toHaveLength(1);
  });

  it.each<[when: string, answers: Answer[]]>([
    ['before it begins', []],
    ['while it waits for an answer', ['nothing']],
    ['between two tries', [LOST]],
  ])('ends where it is called off %s', async (when, answers) => {
    const calledOff = new AbortController();
    const reason = new Error('called off');
    if (when === 'before it begins') calledOff.abort(reason);
    const asking = fetchAgain('/a.json', read, { signal: calledOff.signal }, hostOf(...answers));
    const ended = vi.fn();
    asking.catch(ended);
    await vi.advanceTimersByTimeAsync(50);
    calledOff.abort(reason);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(ended).toHaveBeenCalledWith(reason);
    expect(asked.length).toBeLessThanOrEqual(1);
  });
});
