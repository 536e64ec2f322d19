import { fetchAgain } from '#browser/fetch-again.ts';
import { fetchJson } from '#browser/fetch-json.ts';
import { BASE } from '#browser/portal-base.ts';
import { shortCodeFaultText } from '#browser/short-code-text.ts';
import { shortPath } from '#core/short-link/address.ts';
import type { TraceQuery } from '#core/tracking/trace-query.ts';
import {
  type FileShard,
  fileShardPath,
  type NumberShard,
  pagesOfNumber,
  readVerifyQuery,
  shardsOfNumber,
  type VerifyQuery,
} from '#core/verify/verify.ts';
import { readPicture } from '#site/short-link/read-picture.ts';
import {
  filesAnswer,
  noAttachmentAnswer,
  pagesAnswer,
  plainAnswer,
  type VerifyTexts,
} from './answer.ts';

const digest = async (file: Blob): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
};

const aboutFile = async (sha256: string, texts: VerifyTexts): Promise<Node[]> => {
  const shard = await fetchJson<FileShard>(BASE + fileShardPath(sha256));
  return filesAnswer(shard?.[sha256] ?? [], sha256, texts);
};

type Code = Extract<VerifyQuery, { kind: 'code' }>;

const isThere = async (path: string): Promise<boolean> =>
  (await fetchAgain(path, async (answer) => answer.status, { method: 'HEAD' })) !== 404;

const aboutCode = async (asked: Code, texts: VerifyTexts): Promise<Node[]> => {
  const path = BASE + shortPath(asked);
  if (await isThere(path)) {
    location.assign(path + asked.fragment);
    return plainAnswer(texts.found);
  }
  const { code, attachment } = asked;
  const circular = BASE + shortPath({ code });
  return attachment !== undefined && (await isThere(circular))
    ? noAttachmentAnswer(attachment, circular, texts)
    : plainAnswer(texts.notFound);
};

const aboutNumber = async (asked: TraceQuery, texts: VerifyTexts): Promise<Node[]> => {
  const shards = await Promise.all(
    shardsOfNumber(asked).map((path) => fetchJson<NumberShard>(BASE + path)),
  );
  const there = shards.filter((shard) => shard !== null);
  return pagesAnswer(pagesOfNumber(asked, there), texts);
};

const aboutText = async (
  typed: string,
  sites: readonly string[],
  texts: VerifyTexts,
): Promise<Node[]> => {
  const query = readVerifyQuery(typed, sites);
  switch (query.kind) {
    case 'sha256':
      return aboutFile(query.sha256, texts);
    case 'code':
      return aboutCode(query, texts);
    case 'fault':
      return plainAnswer(shortCodeFaultText(texts.wrong, query.fault));
    case 'number':
      return aboutNumber(query.asked, texts);
    case 'foreign':
      return plainAnswer(texts.foreign, `${texts.foreignText} ${query.address}`);
    default:
      return plainAnswer(texts.notNumber, texts.notNumberText);
  }
};

const aboutPicture = async (
  file: Blob,
  sites: readonly string[],
  texts: VerifyTexts,
): Promise<Node[]> => {
  const read = await readPicture(file);
  return read === null ? plainAnswer(texts.noCode) : aboutText(read, sites, texts);
};

const start = (root: HTMLElement): void => {
  const texts: VerifyTexts = JSON.parse(root.dataset.verify ?? '');
  const here = location.origin + BASE;
  const sites = [root.dataset.site ?? here, here];
  const place = root.querySelector('[data-answer]');
  let latest = 0;
  const answer = async (ask: () => Promise<Node[]>) => {
    const mine = ++latest;
    place?.replaceChildren(texts.working);
    const said = await ask().catch((error: unknown) => {
      console.error(error);
      return plainAnswer(texts.failed);
    });
    if (mine === latest) place?.replaceChildren(...said);
  };
  const checkFile = (file: File | undefined) => {
    if (file) answer(async () => aboutFile(await digest(file), texts));
  };
  const input = (name: string) => root.querySelector<HTMLInputElement>(`[data-${name}]`);
  input('file')?.addEventListener('change', ({ target }) => {
    checkFile((target as HTMLInputElement).files?.[0]);
  });
  input('picture')?.addEventListener('change', ({ target }) => {
    const file = (target as HTMLInputElement).files?.[0];
    if (file) answer(() => aboutPicture(file, sites, texts));
  });
  root.addEventListener('dragover', (event) => event.preventDefault());
  root.addEventListener('drop', (event) => {
    event.preventDefault();
    checkFile(event.dataTransfer?.files[0]);
  });
  root.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = String(new FormData(event.target as HTMLFormElement).get('q') ?? '');
    answer(() => aboutText(typed, sites, texts));
  });
  root.querySelector('.ways')?.removeAttribute('hidden');
};

const root = document.querySelector<HTMLElement>('[data-verify]');
if (root) start(root);
