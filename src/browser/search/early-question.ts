import type { SearchEntry, SearchReply, SearchRequest } from './messages.ts';

/** What a worker was asked before the script of the page had come, and what it has replied since. */
export interface EarlyQuestion {
  readonly worker: Worker;
  readonly request: SearchRequest;
  /** In the order in which they came. No more are added once the question is taken. */
  readonly replies: readonly SearchReply[];
}

/** Number of a question that is asked early; those of a client are 0 and more. */
export const EARLY_ID = -1;

/** Handed from the script within the page to that which is loaded: the two share no module. */
const here = globalThis as { wianEarlyQuestion?: EarlyQuestion | undefined };

/**
 * Starts a worker and asks it, for the script that takes it over with {@link takeEarly}. `readEntry` reads the entry of the index
 * in force, where the question is of a page that is to be confirmed: on a slow line that takes longer than the worker takes to
 * start. Null where nothing comes.
 */
export const askEarly = (
  question: Omit<SearchRequest, 'id' | 'isEntryAsked'>,
  startWorker: () => Worker,
  readEntry: () => Promise<string | null>,
): void => {
  const isEntryAsked = question.isStoredFirst === true;
  const entry = isEntryAsked ? readEntry() : null;
  const worker = startWorker();
  const request: SearchRequest = { id: EARLY_ID, ...question, isEntryAsked };
  const replies: SearchReply[] = [];
  const asked: EarlyQuestion = { worker, request, replies };
  here.wianEarlyQuestion = asked;
  worker.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
    if (here.wianEarlyQuestion === asked) replies.push(data);
  });
  // Who would take it starts a worker of its own then, and tries again where that fails too.
  worker.addEventListener('error', () => {
    if (here.wianEarlyQuestion === asked) here.wianEarlyQuestion = undefined;
  });
  worker.postMessage(request);
  entry?.then((text) => worker.postMessage({ entry: text } satisfies SearchEntry));
};

/** The question that was asked early, once; undefined where there is none, or its worker has failed. */
export const takeEarly = (): EarlyQuestion | undefined => {
  const taken = here.wianEarlyQuestion;
  here.wianEarlyQuestion = undefined;
  return taken;
};
