import type { Chosen, SearchResponse } from '#core/search/respond.ts';
import type { SearchReply, SearchRequest } from './messages.ts';

/** What is done with answers: only that to the newest question ever comes. */
export interface Listener {
  readonly answered: (response: SearchResponse, id: number) => void;
  readonly failed: (id: number) => void;
}

/** Asks the index, in a worker that starts with the first question or when it is told to make ready. */
export class SearchClient {
  readonly #listener: Listener;
  #worker: Worker | undefined;
  #newest = 0;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  #start(): Worker {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if (data.id !== this.#newest) return;
      if ('failure' in data) this.#listener.failed(data.id);
      else this.#listener.answered(data.response, data.id);
    });
    worker.addEventListener('error', () => {
      this.#worker = undefined;
      this.#listener.failed(this.#newest);
    });
    return worker;
  }

  #send(request: SearchRequest): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(request);
  }

  /** Opens the index, so that the first question need not wait for it. */
  makeReady(): void {
    if (!this.#worker) this.#send({ id: this.#newest });
  }

  /** Asks; any question before it is forgotten. Returns the number of the question. */
  ask(text: string, limit: number, chosen: Chosen = {}): number {
    const id = this.forget();
    this.#send({ id, question: { text, chosen, limit } });
    return id;
  }

  /** Forgets the question that was asked: its answer is not wanted any more. */
  forget(): number {
    this.#newest++;
    return this.#newest;
  }
}
