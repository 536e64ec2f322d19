import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { LoaderContext } from 'astro/loaders';
import type { z } from 'zod';
import { loaderContext } from '#astro/loader-context.ts';
import { isSystemRefusal } from '#core/system-error.ts';
import type { ComponentTexts } from '#output/markdown/components.ts';
import { withInlinePictures } from '#output/markdown/inline-pictures.ts';
import type { FootnoteLabels } from '#output/markdown/plugins.ts';
import { readSealed, writeSealed } from '#store/files/cache-file.ts';
import { readBytesNow } from '#store/files/read-file.ts';
import { COLLECTIONS } from './collections.ts';
import type { Collections, Entry } from './read-by-astro.ts';

export type { Collections };

/** Where the collections are kept between builds that don't bundle, relative to the project. */
export const COLLECTIONS_FILE = '.cache/build/collections.bin';

/** The collections kept in a file; none where there is no such file, or it is damaged. */
export const readKeptCollections = (path: string): Collections => {
  const bytes = readSealed(path);
  return bytes ? (deserialize(bytes) as Collections) : new Map();
};

export const keepCollections = (path: string, collections: Collections): boolean =>
  writeSealed(path, serialize(collections));

/** Thrown where guidance shows pictures beside it, which are made in a build by Astro. */
export class NeedsAstro extends Error {}

/** Texts that guidance is rendered with, in the language of the frame. */
export interface GuidanceTexts {
  readonly footnotes: FootnoteLabels;
  readonly components: ComponentTexts;
}

/** What becomes of pictures in guidance: Astro makes files of them, or they are put into the text, for a page that no build makes. */
export type Pictures = 'by-astro' | 'inline';

/** The bytes of a picture beside a page; null where there is none. */
const besidePage =
  (page: URL | undefined) =>
  (name: string): Uint8Array | null => {
    try {
      return page === undefined ? null : readBytesNow(fileURLToPath(new URL(name, page)));
    } catch (error) {
      if (isSystemRefusal(error)) return null;
      throw error;
    }
  };

/** Renders guidance as Astro's content layer does. Its packages are loaded when the first is rendered. */
const markdownRenderer = (
  texts: GuidanceTexts,
  pictures: Pictures,
): LoaderContext['renderMarkdown'] => {
  const open = async () => {
    const { markdownProcessor } = await import('./markdown.ts');
    const processor = markdownProcessor(texts.footnotes, texts.components);
    return processor.createRenderer({ syntaxHighlight: false } as never);
  };
  let opened: ReturnType<typeof open> | undefined;
  return async (text, options) => {
    opened ??= open();
    // As Astro takes the front matter off, which bodies have none of.
    const body = text.replace(/^---\n---\n/, '');
    const rendering = { frontmatter: {}, fileURL: options?.fileURL } as never;
    const { code, metadata } = await (await opened).render(body, rendering);
    const { headings, localImagePaths = [], remoteImagePaths = [] } = metadata;
    const imagePaths = [...localImagePaths, ...remoteImagePaths];
    if (imagePaths.length === 0) return { html: code, metadata: { headings, imagePaths } } as never;
    if (pictures === 'by-astro') throw new NeedsAstro();
    const html = withInlinePictures(code, besidePage(options?.fileURL));
    return { html, metadata: { headings, imagePaths: [] } } as never;
  };
};

/**
 * Reads the collections of the project as Astro's content layer does, by the same loaders, without Astro. What did not change
 * is taken from `former`. Entries come in the order in which Astro stores them, as lists of open data keep it. Throws a ProblemError
 * for what cannot be read, and `NeedsAstro` where pictures are made by Astro.
 */
export const readCollections = async (
  root: string,
  texts: GuidanceTexts,
  former: Collections,
  pictures: Pictures = 'by-astro',
): Promise<Collections> => {
  const renderMarkdown = markdownRenderer(texts, pictures);
  const read = Object.entries(COLLECTIONS).map(async ([name, { loader, schema }]) => {
    const entries = new Map(former.get(name));
    const parse = (data: object) => (schema as z.ZodType).parseAsync(data);
    await loader.load(loaderContext({ name, root, entries, parse, renderMarkdown }));
    return [name, entries] as const;
  });
  const done = await Promise.allSettled(read);
  const collections = new Map<string, Map<string, Entry>>();
  for (const end of done) {
    if (end.status === 'rejected') throw end.reason;
    const [name, entries] = end.value;
    collections.set(name, new Map([...entries].sort(([a], [b]) => a.localeCompare(b))));
  }
  for (const entries of collections.values()) {
    for (const { assetImports } of entries.values())
      if (assetImports?.length) throw new NeedsAstro();
  }
  return collections;
};
