import type { AstroIntegration } from 'astro';
import { escapeMarkup } from '#core/text/escape.ts';

/** What loaders could not read since the last change, by kind of content. */
type Faults = Map<string, string>;

// See letter-index-channel.ts: configuration and loaders are two instances of this module.
const KEY = Symbol.for('wian.content-faults');
const processWide = globalThis as {
  [KEY]?: { readonly faults: Faults; readonly listeners: Set<() => void> };
};
const channel = () => {
  processWide[KEY] ??= { faults: new Map(), listeners: new Set() };
  return processWide[KEY];
};

/** Says that a kind of content cannot be read, and why; null that it can again. */
export const announceFault = (kind: string, message: string | null): void => {
  const { faults, listeners } = channel();
  if (message === null ? !faults.has(kind) : faults.get(kind) === message) return;
  if (message === null) faults.delete(kind);
  else faults.set(kind, message);
  for (const listener of listeners) listener();
};

/** The page that stands in the place of every other while content cannot be read; null where all is well. */
export const faultPage = (faults: Iterable<string> = channel().faults.values()): string | null => {
  const all = [...faults];
  if (all.length === 0) return null;
  const listed = all.map((message) => `<pre>${escapeMarkup(message)}</pre>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Wian: the content cannot be read</title>
<script type="module" src="/@vite/client"></script><style>body{font:1rem/1.6 system-ui;margin:2rem;max-width:60rem}pre{white-space:pre-wrap;border-inline-start:4px solid #c00;padding-inline-start:1rem}</style></head>
<body><h1>The content cannot be read</h1>${listed}<p>Correct it and save: this page then shows the portal again.</p></body></html>`;
};

/**
 * Whether a request wants a page: a browser says so; a program that takes anything (curl, fetch) is known by the
 * address of a page, which ends in a slash.
 */
export const asksForPage = (accept: string | undefined, address: string | undefined): boolean => {
  if (accept?.includes('text/html')) return true;
  const takesAnything = accept === undefined || accept.includes('*/*');
  return takesAnything && /^[^?#]*\/(?:$|[?#])/.test(address ?? '');
};

/** Shows in dev what of the content cannot be read, in the place of pages that would go on saying what they said before. */
export const contentFaults = (): AstroIntegration => ({
  name: 'wian:content-faults',
  hooks: {
    'astro:server:setup': ({ server }) => {
      channel().listeners.add(() => server.ws.send({ type: 'full-reload' }));
      server.middlewares.use((request, response, next) => {
        const page = asksForPage(request.headers.accept, request.url) ? faultPage() : null;
        if (page === null) return next();
        response.statusCode = 500;
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(page);
      });
    },
  },
});
