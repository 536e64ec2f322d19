import type { Chosen, SearchResponse } from '#core/search/respond.ts';
import type { FaultKind } from './index-files.ts';
import type { SearchReply, SearchRequest } from './messages.ts';

/** What is done with answers: only that to the newest question ever comes. */
export interface Listener {
  readonly answered: (response: SearchResponse, id: number) => void;
  readonly failed: (kind: FaultKind, id: number) => void;
  /** An answer takes long; it may still come. */
  readonly slow: () => void;
}

/** Milliseconds after which people are offered something else than to wait. */
export const LONG_WAIT = 8000;

/** Asks the index, in a worker that starts with the first question or when it is told to make ready. */
export class SearchClient {
  readonly #listener: Listener;
  readonly #startWorker: () => Worker;
  #worker: Worker | undefined;
  #newest = 0;
  #isWaiting = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(
    listener: Listener,
    startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
  ) {
    this.#listener = listener;
    this.#startWorker = startWorker;
  }

  #start(): Worker {
    const worker = this.#startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if (data.id !== this.#newest) return;
      this.#stopWaiting();
      if ('failure' in data) this.#listener.failed(data.failure, data.id);
      else this.#listener.answered(data.response, data.id);
    });
    // Its script can't be had, as after a change of the site, or has failed.
    worker.addEventListener('error', () => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      worker.terminate();
      if (!this.#isWaiting) return;
      this.#stopWaiting();
      this.#listener.failed('program', this.#newest);
    });
    return worker;
  }

  #send(request: SearchRequest): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
  }

  #stopWaiting(): void {
    this.#isWaiting = false;
    clearTimeout(this.#patience);
  }

  /** Opens the index, so that the first question need not wait for it. */
  makeReady(): void {
    if (!this.#worker) this.#send({ id: this.#newest });
  }

  /** Asks; any question before it is forgotten. Returns the number of the question. */
  ask(text: string, limit: number, chosen: Chosen = {}): number {
    const id = this.forget();
    this.#isWaiting = true;
    this.#patience = setTimeout(() => this.#listener.slow(), LONG_WAIT);
    this.#send({ id, question: { text, chosen, limit } });
    return id;
  }

  /** Asks once more with a new worker, which waits for nothing that the old one waits for. */
  startAnew(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** Forgets the question that was asked: its answer is not wanted any more. */
  forget(): number {
    this.#stopWaiting();
    this.#newest++;
    return this.#newest;
  }
}
