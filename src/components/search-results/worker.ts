import { IndexReader } from '#core/search/index-reader.ts';
import { LAYOUT_VERSION } from '#core/search/layout.ts';
import { Searcher } from '#core/search/respond.ts';
import type { IndexPointer } from '#core/search/stored-page.ts';
import type { SearchReply, SearchRequest } from './messages.ts';

const BASE = new URL('/search-index/', self.location.origin);

const fetchWhole = async (path: string, init?: RequestInit): Promise<Response> => {
  const response = await fetch(new URL(path, BASE), init);
  if (!response.ok || !response.body) throw new Error(`${response.status} ${path}`);
  return response;
};

const inflate = async (response: Response): Promise<Uint8Array> => {
  const stream = (response.body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(
    new DecompressionStream('gzip'),
  );
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const open = async (): Promise<Searcher> => {
  const pointer = (await (
    await fetchWhole('index.json', { cache: 'no-cache' })
  ).json()) as IndexPointer;
  if (pointer.layout !== LAYOUT_VERSION) throw new Error(`the index has layout ${pointer.layout}`);
  const source = {
    read: async (name: string) => inflate(await fetchWhole(`${pointer.folder}/${name}.bin`)),
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
