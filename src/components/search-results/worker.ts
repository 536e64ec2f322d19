import { IndexReader } from '#core/search/index-reader.ts';
import { LAYOUT_VERSION } from '#core/search/layout.ts';
import { Searcher } from '#core/search/respond.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import type { SearchReply, SearchRequest } from './messages.ts';

const BASE = new URL('/search-index/', self.location.origin);

/** Milliseconds that a file may take: a connection that is this slow has broken off. */
const LONGEST_WAIT = 60_000;
const PAUSE_BEFORE_RETRY = 700;

const fetchOnce = async (path: string, init?: RequestInit): Promise<Response> => {
  const signal = AbortSignal.timeout(LONGEST_WAIT);
  const response = await fetch(new URL(path, BASE), { ...init, signal });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${path}`);
  return response;
};

/** What a file is read into; tried once more where that fails, as a poor connection often does. */
const fetchAs = async <T>(
  path: string,
  read: (response: Response) => Promise<T>,
  init?: RequestInit,
): Promise<T> => {
  try {
    return await read(await fetchOnce(path, init));
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_BEFORE_RETRY));
    return read(await fetchOnce(path, { ...init, cache: 'reload' }));
  }
};

const inflate = async (response: Response): Promise<Uint8Array> => {
  const stream = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(
    new DecompressionStream('gzip'),
  );
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const open = async (): Promise<Searcher> => {
  const pointer = await fetchAs(
    'index.json',
    async (response) => (await response.json()) as IndexPointer,
    { cache: 'no-cache' },
  );
  if (pointer.layout !== LAYOUT_VERSION) throw new Error(`the index has layout ${pointer.layout}`);
  const source = {
    read: (name: string) => fetchAs(`${pointer.folder}/${name}.bin`, inflate),
  };
  return new Searcher(await IndexReader.open(source), source);
};

let searcher: Promise<Searcher> | undefined;
let newest = 0;

const answer = async ({ id, question }: SearchRequest): Promise<SearchReply | null> => {
  try {
    searcher ??= open();
    const opened = await searcher;
    if (!question || id !== newest) return null;
    const { text, chosen, limit } = question;
    return { id, response: await opened.respond(text, { chosen, limit }) };
  } catch (error) {
    // What failed may have been the connection: the next question begins anew.
    searcher = undefined;
    // Nobody has asked yet: they will be told when they do.
    return question
      ? { id, failure: error instanceof Error ? error.message : String(error) }
      : null;
  }
};

self.addEventListener('message', async ({ data }: MessageEvent<SearchRequest>) => {
  newest = data.id;
  const reply = await answer(data);
  if (reply && reply.id === newest) self.postMessage(reply);
});
