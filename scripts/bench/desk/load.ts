import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** What came back for one request. */
export interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Milliseconds from the request to the last byte of the answer. */
  readonly ms: number;
}

/** A request of a reader or writer. */
export interface Wanted {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The fields of a form that is posted; a page is read without. */
  readonly form?: Readonly<Record<string, string>>;
}

/** Sends requests to one server over connections that are kept open. */
export interface Client {
  readonly ask: (wanted: Wanted) => Promise<Answered>;
  readonly close: () => void;
}

/** A client of the server at an origin, as `http://127.0.0.1:4321`, with at most so many connections. */
export const clientOf = (origin: string, connections: number): Client => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ask = ({ path, headers = {}, form }: Wanted): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const from = performance.now();
      const body = form && new URLSearchParams(form).toString();
      const sent = request(
        new URL(path, origin),
        {
          agent,
          method: body === undefined ? 'GET' : 'POST',
          headers: {
            ...(body !== undefined && {
              origin,
              'content-type': 'application/x-www-form-urlencoded',
              'content-length': String(Buffer.byteLength(body)),
            }),
            ...headers,
          },
        },
        (response) => {
          const answered = async (): Promise<Answered> => ({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: await text(response),
            ms: performance.now() - from,
          });
          answered().then(resolve, reject);
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return { ask, close: () => agent.destroy() };
};

/** What a number of requests took; milliseconds. */
export interface Latency {
  readonly requests: number;
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

/** Sums up what requests took, by nearest rank; throws where there were none. */
export const latencyOf = (times: readonly number[]): Latency => {
  if (times.length === 0) throw new Error('no request was measured');
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.ceil(sorted.length * share) - 1] as number);
  return { requests: sorted.length, median: at(0.5), p95: at(0.95), worst: at(1) };
};

/** Whether an answer is what was asked for: a page for a reader, the way to the post for a writer. */
export type IsRight = (answered: Answered) => boolean;

/** Asks one after the other, and returns milliseconds of each; throws at the first answer that is not right. */
export const oneByOne = async (
  client: Client,
  wanted: readonly Wanted[],
  isRight: IsRight,
): Promise<number[]> => {
  const times: number[] = [];
  for (const one of wanted) {
    const answered = await client.ask(one);
    if (!isRight(answered)) {
      throw new Error(`${one.path} answered ${answered.status}: ${answered.body.slice(0, 300)}`);
    }
    times.push(answered.ms);
  }
  return times;
};

/** Somebody who asks for one thing after the other, waiting `pauseMs` between them. */
export interface Visitor {
  readonly next: () => Wanted | null;
  readonly isRight: IsRight;
  readonly pauseMs: number;
}

/** What visitors got who came at once. */
export interface Visits {
  readonly times: readonly number[];
  /** What went wrong, each kind once, with how often. */
  readonly errors: Readonly<Record<string, number>>;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets visitors ask until `ms` milliseconds have passed or they want nothing more; all begin within one pause. */
export const atOnce = async (
  client: Client,
  visitors: readonly Visitor[],
  ms: number,
): Promise<Visits> => {
  const end = performance.now() + ms;
  const times: number[] = [];
  const errors: Record<string, number> = {};
  const fail = (what: string) => {
    errors[what] = (errors[what] ?? 0) + 1;
  };
  await Promise.all(
    visitors.map(async ({ next, isRight, pauseMs }, at) => {
      await wait((pauseMs * at) / visitors.length);
      while (performance.now() < end) {
        const wanted = next();
        if (wanted === null) return;
        try {
          const answered = await client.ask(wanted);
          times.push(answered.ms);
          if (!isRight(answered)) fail(`status ${answered.status}`);
        } catch (error) {
          fail((error as NodeJS.ErrnoException).code ?? String(error));
        }
        await wait(pauseMs);
      }
    }),
  );
  return { times, errors };
};
