import { createHash } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { circulars } from '../kinds.ts';
import { recordLoader } from '../loader.ts';
import { markdownProcessor } from '../markdown.ts';

/** A made-up circular of 2567. */
export const circularText = (id: string, running: number, body: string): string => `---
id: ${id.split('/')[1]}
title: วิธีเข้าใช้งาน
summary: ยืนยันตัวตนก่อนเข้าใช้งาน
letter:
  level: department
  issuer: dla
  number: มท 0808.4/ว ${running}
  date: "2024-04-0${running - 13}"
  subject: การเข้าใช้งานระบบ
  to: [{ text: "ผู้ว่าราชการจังหวัด ทุกจังหวัด", group: provinces }]
  secrecy: normal
force: { status: unknown }
source: สำเนา
published: "2026-11-21"
---

${body}
`;

/** A record in Astro's store. */
export interface StoredEntry {
  readonly data: Record<string, unknown>;
  readonly digest?: string | number;
  readonly rendered?: { readonly html: string };
}

/** Astro's side of a load. */
export interface ContentLayer {
  readonly root: string;
  readonly componentTexts: Parameters<typeof markdownProcessor>[1];
  /** Astro's store, which outlives a load as the one on disk does. */
  readonly entries: Map<string, StoredEntry>;
  /** Takes the ids of the bodies that are rendered. */
  readonly rendered: string[];
  /** Set for a dev server: emits `all` with what happened to a file, and its path. */
  readonly watcher?: EventEmitter | undefined;
  /** What is logged as an error. */
  readonly errors?: string[];
}

/** Loads the circulars of a project as Astro does. */
export const loadCirculars = async (layer: ContentLayer): Promise<void> => {
  const { root, componentTexts, entries, rendered, watcher, errors } = layer;
  const renderer = await markdownProcessor(
    { title: 'Notes', back: 'Back' },
    componentTexts,
  ).createRenderer({
    syntaxHighlight: false,
  } as Parameters<ReturnType<typeof markdownProcessor>['createRenderer']>[0]);
  await recordLoader(circulars).load({
    collection: 'circulars',
    config: { root: pathToFileURL(`${root}/`) },
    store: {
      get: (id: string) => entries.get(id),
      set: ({ id, ...entry }: StoredEntry & { id: string }) => entries.set(id, entry),
      delete: (id: string) => entries.delete(id),
      keys: () => [...entries.keys()],
      entries: () => [...entries.entries()],
    },
    logger: { error: (message: string) => errors?.push(message) },
    ...(watcher ? { watcher: Object.assign(watcher, { add: () => {} }) } : {}),
    generateDigest: (value: string) => createHash('sha256').update(value).digest('hex'),
    renderMarkdown: async (content: string, { fileURL }: { fileURL: URL }) => {
      rendered.push(fileURL.pathname.split('/').slice(-3, -1).join('/'));
      const { code } = await renderer.render(content.replace(/^---\n---\n/, ''), { fileURL });
      return { html: code, metadata: { headings: [], imagePaths: [] } };
    },
  } as unknown as LoaderContext);
};
