import type { EngineCalls, EngineReply, EngineRequest } from './messages.ts';

/** The engine's own file, imported where there can be no worker. */
interface EngineModule {
  readonly answer: (request: EngineRequest) => Promise<EngineReply>;
}

/** How the engine is had; tests pass fakes. */
export interface EngineStart {
  /** Throws where a worker cannot be loaded, as for a script of another host. */
  readonly startWorker: () => Worker;
  readonly importEngine: () => Promise<EngineModule>;
}

interface Waiting {
  readonly request: EngineRequest;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

type Arguments<Call extends keyof EngineCalls> = Parameters<EngineCalls[Call]>;
type Value<Call extends keyof EngineCalls> = Awaited<ReturnType<EngineCalls[Call]>>;

/** Asks the engine in a worker; in the page itself where a worker is not wanted, not allowed, or has failed. */
export class EngineLink {
  readonly #start: EngineStart;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #inPage: Promise<EngineModule> | undefined;
  #next = 0;

  constructor(start: EngineStart, { noWorker }: { readonly noWorker: boolean }) {
    this.#start = start;
    if (noWorker) this.#useInPage();
  }

  call<Call extends keyof EngineCalls>(call: Call, ...args: Arguments<Call>): Promise<Value<Call>> {
    return new Promise<unknown>((resolve, reject) => {
      const request = { id: this.#next++, call, args };
      this.#waiting.set(request.id, { request, resolve, reject });
      this.#send(request);
    }) as Promise<Value<Call>>;
  }

  /** Ends the worker; what is still asked is rejected. */
  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(new Error('the search was closed'));
    this.#waiting.clear();
  }

  #send(request: EngineRequest): void {
    if (this.#inPage) {
      this.#inPage
        .then(({ answer }) => answer(request))
        .catch((error) => ({ id: request.id, error: `the search's script did not load: ${error}` }))
        .then((reply) => this.#receive(reply));
      return;
    }
    this.#worker ??= this.#newWorker();
    if (this.#worker) this.#worker.postMessage(request);
    else this.#send(request);
  }

  #newWorker(): Worker | undefined {
    try {
      const worker = this.#start.startWorker();
      worker.addEventListener('message', ({ data }: MessageEvent<EngineReply>) =>
        this.#receive(data),
      );
      worker.addEventListener('error', () => {
        if (this.#worker !== worker) return;
        worker.terminate();
        this.#worker = undefined;
        this.#useInPage();
        for (const { request } of this.#waiting.values()) this.#send(request);
      });
      return worker;
    } catch {
      this.#useInPage();
      return undefined;
    }
  }

  #useInPage(): void {
    this.#inPage ??= this.#start.importEngine();
  }

  #receive(reply: EngineReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('error' in reply) waiting?.reject(new Error(reply.error));
    else waiting?.resolve(reply.value);
  }
}
