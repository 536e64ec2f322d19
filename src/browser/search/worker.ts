import type { SearchResponse } from '#core/search/respond.ts';
import { responseUnderBase } from '#core/search/response-under-base.ts';
import { BASE } from '../portal-base.ts';
import { kindOf } from './index-files.ts';
import { loadSlips } from './load-slips.ts';
import type { SearchReply, SearchRequest } from './messages.ts';
import { networkOf } from './network.ts';
import { SearchSession } from './search-session.ts';

const INDEX = new URL(`${BASE}/search-index/`, self.location.origin);

/**
 * On a stick this runs in the page itself (src/browser/stick), and every file is as near as the next: to hold the others back
 * behind the first results, and to draw those first, takes longer than all at once.
 */
const isOnStick = 'wianStick' in globalThis;

let session: SearchSession | undefined;
let newest = 0;

const say = (reply: SearchReply): void => {
  if (reply.id === newest) self.postMessage(reply);
};

const answer = async (request: SearchRequest): Promise<void> => {
  const { id, question, pointer, isStoredFirst } = request;
  session ??= new SearchSession(networkOf(INDEX), pointer ?? null, isStoredFirst);
  try {
    await session.answer(null);
    if (!question || id !== newest) return;
    say({ id, isOpen: true });
    const based = (response: SearchResponse) => responseUnderBase(response, BASE);
    const sayFirst = (first: SearchResponse) => say({ id, response: based(first), isFirst: true });
    const response = await session.answer(question, isOnStick ? undefined : sayFirst);
    if (session.isUnconfirmed) say({ id, isUnconfirmed: true });
    if (response) say({ id, response: based(response) });
    // The next question may need it; where it cannot be loaded now, that question asks again.
    loadSlips().catch(() => {});
  } catch (error) {
    // Where no question has come yet, the answer to the first one says it.
    if (question) say({ id, failure: kindOf(error) });
  }
};

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  newest = data.id;
  answer(data);
});
