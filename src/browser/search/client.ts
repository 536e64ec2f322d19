import type { Chosen, SearchResponse } from '#core/search/respond.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import { EARLY_ID, type EarlyQuestion, takeEarly } from './early-question.ts';
import type { FaultKind } from './index-files.ts';
import type { SearchReply, SearchRequest } from './messages.ts';
import { searchHead } from './search-head.ts';

/** What is done with answers: only that to the newest question ever comes. */
export interface Listener {
  readonly answered: (response: SearchResponse, id: number) => void;
  /** The index is there, and is being asked: from now on the line is idle for moments. */
  readonly opened?: () => void;
  /** The portal does not say which index is in force: the answer is of the day of the page. */
  readonly unconfirmed?: () => void;
  /** The first results of an answer of which the others are on their way; once more as further ones come. */
  readonly begun?: (response: SearchResponse, id: number) => void;
  readonly failed: (kind: FaultKind, id: number) => void;
  /** An answer takes long; it may still come. */
  readonly slow: (id: number) => void;
}

/** Milliseconds after which people are offered something else than to wait. */
export const LONG_WAIT = 8000;

/** Milliseconds before a worker is started once more, for each time that its script could not be loaded. */
export const WORKER_PAUSES: readonly number[] = [600, 2000];

/** Does something before the screen is drawn next; what it gives calls that off. */
export type NextFrame = (act: () => void) => () => void;

/** Whether two requests ask the same of the same index, whatever their numbers are. */
const isSame = (one: SearchRequest, other: SearchRequest): boolean =>
  JSON.stringify([one.question, one.pointer]) === JSON.stringify([other.question, other.pointer]);

const nextFrameHere: NextFrame = (act) => {
  const frame = requestAnimationFrame(act);
  return () => cancelAnimationFrame(frame);
};

/** Asks the index, in a worker that starts with the first question or with `makeReady`. */
export class SearchClient {
  readonly #listener: Listener;
  readonly #startWorker: () => Worker;
  readonly #pointer: IndexPointer | null;
  readonly #isStoredFirst: boolean;
  readonly #nextFrame: NextFrame;
  #early: EarlyQuestion | undefined;
  /** The number here of the question that was asked early; none where nobody asked it here. */
  #earlyId: number | undefined;
  /** Cancels the first results that are not delivered yet. */
  #skipFirst = () => {};
  #worker: Worker | undefined;
  #newest = 0;
  #tries = 0;
  #asked: SearchRequest | undefined;
  #isWaiting = false;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(
    listener: Listener,
    {
      pointer = searchHead()?.index ?? null,
      isStoredFirst = searchHead()?.isStoredFirst ?? false,
      early = takeEarly(),
      startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }),
      nextFrame = nextFrameHere,
    }: {
      /** The index in force, where that is known: by default the one that the page names. */
      readonly pointer?: IndexPointer | null;
      /** Whether that index is to be confirmed, as the page is a copy: by default what the page says. */
      readonly isStoredFirst?: boolean;
      /** What was asked before this client was there: its worker is the first one of the client. */
      readonly early?: EarlyQuestion | undefined;
      readonly startWorker?: () => Worker;
      readonly nextFrame?: NextFrame;
    } = {},
  ) {
    this.#listener = listener;
    this.#pointer = pointer;
    this.#isStoredFirst = isStoredFirst;
    this.#early = early;
    this.#startWorker = startWorker;
    this.#nextFrame = nextFrame;
  }

  #hear(reply: SearchReply): void {
    const id = reply.id === EARLY_ID ? this.#earlyId : reply.id;
    this.#tries = 0;
    if (id !== this.#newest) return;
    if ('isOpen' in reply) {
      this.#listener.opened?.();
      return;
    }
    if ('isUnconfirmed' in reply) {
      this.#listener.unconfirmed?.();
      return;
    }
    this.#skipFirst();
    if ('isFirst' in reply && reply.isFirst) {
      // On a quick line they come at once, and all results soon after: not each is drawn.
      this.#skipFirst = this.#nextFrame(() => this.#listener.begun?.(reply.response, id));
      return;
    }
    this.#stopWaiting();
    if ('failure' in reply) this.#listener.failed(reply.failure, id);
    else this.#listener.answered(reply.response, id);
  }

  #listenTo(worker: Worker): Worker {
    worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      this.#hear(data);
    });
    // Its script cannot be loaded, as after a change of the site, or has failed.
    worker.addEventListener('error', () => {
      if (this.#worker !== worker) return;
      this.startAnew();
      this.#startLater();
    });
    return worker;
  }

  /** Asks the newest question of a new worker after a while; answers that it cannot be loaded where that failed before. */
  #startLater(): void {
    if (!this.#isWaiting) return;
    const pause = WORKER_PAUSES[this.#tries];
    if (pause === undefined) {
      this.#tries = 0;
      this.#stopWaiting();
      this.#listener.failed('program', this.#newest);
      return;
    }
    this.#tries++;
    const request = this.#asked;
    setTimeout(() => {
      const isWanted = this.#isWaiting && request?.id === this.#newest && !this.#worker;
      if (isWanted) this.#send(request);
    }, pause);
  }

  #send(given: SearchRequest): void {
    const request: SearchRequest = {
      ...given,
      pointer: this.#pointer,
      isStoredFirst: this.#isStoredFirst,
    };
    if (!this.#worker) {
      const early = this.#early;
      this.#early = undefined;
      this.#worker = this.#listenTo(early?.worker ?? this.#startWorker());
      if (early && isSame(early.request, request)) {
        this.#earlyId = request.id;
        // Nobody who asks expects an answer before the question is asked.
        queueMicrotask(() => {
          for (const reply of early.replies) this.#hear(reply);
        });
        return;
      }
    }
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
    this.#patience = setTimeout(() => this.#listener.slow(id), LONG_WAIT);
    this.#asked = { id, question: { text, chosen, limit } };
    this.#send(this.#asked);
    return id;
  }

  /** Asks once more with a new worker, which waits for nothing that the old one waits for. */
  startAnew(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }

  /** Forgets the question that was asked: its answer is not wanted any more. */
  forget(): number {
    this.#skipFirst();
    this.#stopWaiting();
    this.#newest++;
    return this.#newest;
  }
}
