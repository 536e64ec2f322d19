import { responseUnderBase } from '#core/search/response-under-base.ts';
import { BASE } from '../portal-base.ts';
import { kindOf } from './index-files.ts';
import type { SearchReply, SearchRequest } from './messages.ts';
import { SearchSession } from './search-session.ts';

const INDEX = new URL(`${BASE}/search-index/`, self.location.origin);

/** Milliseconds that a file may take: a connection that is this slow has broken off. */
const LONGEST_WAIT = 60_000;
const PAUSE_BEFORE_RETRY = 700;

const session = new SearchSession({
  fetch: (path, init) => fetch(new URL(path, INDEX), init),
  deadline: () => AbortSignal.timeout(LONGEST_WAIT),
  pause: () => new Promise((resolve) => setTimeout(resolve, PAUSE_BEFORE_RETRY)),
});

let newest = 0;

const answer = async ({ id, question }: SearchRequest): Promise<SearchReply | null> => {
  try {
    await session.answer(null);
    if (!question || id !== newest) return null;
    const response = await session.answer(question);
    return response && { id, response: responseUnderBase(response, BASE) };
  } catch (error) {
    // Nobody has asked yet: they will be told when they do.
    return question ? { id, failure: kindOf(error) } : null;
  }
};

self.addEventListener('message', async ({ data }: MessageEvent<SearchRequest>) => {
  newest = data.id;
  const reply = await answer(data);
  if (reply && reply.id === newest) self.postMessage(reply);
});
