import type { SearchResponse } from '#core/search/respond.ts';
import { responseUnderBase } from '#core/search/response-under-base.ts';
import { BASE } from '../portal-base.ts';
import { type ConfirmingNetwork, kindOf } from './index-files.ts';
import { loadSlips } from './load-slips.ts';
import type { SearchEntry, SearchReply, SearchRequest } from './messages.ts';
import { networkOf } from './network.ts';
import { SearchSession } from './search-session.ts';

const INDEX = new URL(`${BASE}/search-index/`, self.location.origin);

/**
 * On a stick this runs in the page itself (src/browser/stick), and every file is as near as the next: to hold the others back
 * behind the first results, and to draw those first, takes longer than all at once.
 */
const isOnStick = 'wianStick' in globalThis;

/** What the page reads of the portal while this worker starts. */
let hearEntry: (entry: string | null) => void = () => {};
// Not Promise.withResolvers: the last Chrome of older Windows lacks it.
const entryOfPage = new Promise<string | null>((resolve) => {
  hearEntry = resolve;
});

/** The network, but that the first look at which index is in force is the page's, where it has asked that. */
const networkWith = (isEntryAsked: boolean): ConfirmingNetwork => {
  const network = networkOf(INDEX);
  let isOfPage = isEntryAsked;
  return {
    ...network,
    fetch: async (path, init) => {
      if (!isOfPage || init.cache !== 'no-store') return network.fetch(path, init);
      isOfPage = false;
      const entry = await entryOfPage;
      return new Response(entry, { status: entry === null ? 503 : 200 });
    },
  };
};

let session: SearchSession | undefined;
let newest = 0;

const say = (reply: SearchReply): void => {
  if (reply.id === newest) self.postMessage(reply);
};

const answer = async (request: SearchRequest): Promise<void> => {
  const { id, question, pointer, isStoredFirst, isEntryAsked = false } = request;
  session ??= new SearchSession(networkWith(isEntryAsked), pointer ?? null, isStoredFirst);
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

self.addEventListener('message', ({ data }: MessageEvent<SearchRequest | SearchEntry>) => {
  if ('entry' in data) {
    hearEntry(data.entry);
    return;
  }
  newest = data.id;
  answer(data);
});
