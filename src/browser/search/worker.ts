import type { SearchResponse } from '#core/search/respond.ts';
import { responseUnderBase } from '#core/search/response-under-base.ts';
import { BASE } from '../portal-base.ts';
import { kindOf } from './index-files.ts';
import { loadSlips } from './load-slips.ts';
import type { SearchReply, SearchRequest } from './messages.ts';
import { networkOf } from './network.ts';
import { SearchSession } from './search-session.ts';

const INDEX = new URL(`${BASE}/search-index/`, self.location.origin);

let session: SearchSession | undefined;
let newest = 0;

const say = (reply: SearchReply): void => {
  if (reply.id === newest) self.postMessage(reply);
};

const answer = async ({ id, question, pointer }: SearchRequest): Promise<void> => {
  session ??= new SearchSession(networkOf(INDEX), pointer ?? null);
  try {
    await session.answer(null);
    if (!question || id !== newest) return;
    say({ id, isOpen: true });
    const based = (response: SearchResponse) => responseUnderBase(response, BASE);
    const response = await session.answer(question, (first) =>
      say({ id, response: based(first), isFirst: true }),
    );
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
