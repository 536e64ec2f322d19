import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Attachment } from '#core/letter/letter.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import type { KeptPages } from '../portal/kept-pages.ts';
import { mediaType } from '../portal/static-files.ts';
import { keepFiles } from '../portal/write-pages.ts';
import { ARCHIVE_NAME, type Archive, zipAttachments } from './attachment-archive.ts';
import { inBatches } from './record-files.ts';

/** A file that lies beside a page and is published with it, at an address that never changes. */
export interface PublishedFile {
  /** `/circulars/2567/<id>/<file>`. */
  readonly href: string;
  /** Relative to the project. */
  readonly path: string;
  /** Digest of its bytes, or a text of all that it is made from, where that is known. */
  readonly key: string | undefined;
  readonly draft: boolean;
  /** Set for a file that is made of all attachments of its page; `path` then is where it would lie. */
  readonly archive?: Archive | undefined;
}

// See letter-index-channel.ts: configuration and loaders are two instances of this module.
const KEY = Symbol.for('wian.published-files');
const processWide = globalThis as { [KEY]?: Map<string, readonly PublishedFile[]> };
const filesByKind = (): Map<string, readonly PublishedFile[]> => {
  processWide[KEY] ??= new Map();
  return processWide[KEY];
};

/** Says which files go with the pages of a kind; takes the place of what was said before. */
export const announceFiles = (kind: string, files: readonly PublishedFile[]): void => {
  filesByKind().set(kind, files);
};

/** All files that were announced. */
export const announcedFiles = (): PublishedFile[] => [...filesByKind().values()].flat();

/** The files of the attachments that the portal has, each once; `href` and `folder` are those of their page. */
export const filesOfAttachments = (
  href: string,
  folder: string,
  attachments: readonly Attachment[],
  draft: boolean,
): PublishedFile[] => {
  const digests = new Map(
    attachments.flatMap(({ file, sha256 }) =>
      file === undefined ? [] : [[file, sha256] as const],
    ),
  );
  return [...digests].map(([name, key]) => ({
    href: href + name,
    path: `${folder}/${name}`,
    key,
    draft,
  }));
};

/** The archive of all attachments of a page; none where the portal has no file of them. */
export const archiveOfAttachments = (
  href: string,
  folder: string,
  attachments: readonly Attachment[],
  draft: boolean,
): PublishedFile[] =>
  attachments.some(({ file }) => file !== undefined)
    ? [
        {
          href: href + ARCHIVE_NAME,
          path: `${folder}/${ARCHIVE_NAME}`,
          key: JSON.stringify(attachments),
          draft,
          archive: { attachments, folder },
        },
      ]
    : [];

type Fault = Pick<Problem, 'what' | 'mend'>;

const FAULTS: Readonly<Record<string, Fault> & Record<'EEXIST', Fault>> = {
  ENOENT: {
    what: 'an attachment is missing',
    mend: 'Put the file there, or say under "missing" why the portal does not have it.',
  },
  EEXIST: {
    what: 'an attachment bears the name of a page of the portal',
    mend: 'Give the file another name.',
  },
};

/** As many as keep the disk busy; an archive holds all its attachments in memory. */
const AT_ONCE = 8;

/** The portal that files are published into. */
export interface PublishTarget {
  readonly folder: string;
  readonly kept: Pick<KeptPages, 'keep'>;
  /** Files of the pages of the portal, whether they are written already or not. */
  readonly pages: ReadonlySet<string>;
}

const nameIn = ({ href }: PublishedFile): string => href.slice(1);

/** The problem with the file, or null where it was published. */
const publish = async (
  file: PublishedFile,
  root: string,
  { folder, pages }: PublishTarget,
): Promise<Problem | null> => {
  const { path, archive } = file;
  const to = join(folder, nameIn(file));
  try {
    if (pages.has(nameIn(file))) return { file: path, ...FAULTS.EEXIST };
    await mkdir(dirname(to), { recursive: true });
    if (archive) await writeFile(to, await zipAttachments(root, archive), { flag: 'wx' });
    else await copyFile(join(root, path), to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    return null;
  } catch (error) {
    const fault = FAULTS[String((error as NodeJS.ErrnoException).code)];
    if (!fault) throw error;
    return { file: path, ...fault };
  }
};

/**
 * Publishes what was announced and is no draft: files that are as they were in the last build are kept, others
 * copied. Throws every problem with it.
 */
export const publishFiles = async (
  files: readonly PublishedFile[],
  root: string,
  target: PublishTarget,
): Promise<void> => {
  const published = files.filter(({ draft }) => !draft);
  const keyed = (file: PublishedFile) => ({ file: nameIn(file), key: file.key });
  const left = keepFiles(published, keyed, target.folder, target.kept);
  const outcomes = await inBatches(left, (file) => publish(file, root, target), AT_ONCE);
  const problems = outcomes.filter((problem) => problem !== null);
  if (problems.length > 0) throw new ProblemError(problems);
};

/** Serves attachments beside their pages in dev; a build has them from the page writer. */
export const publishedFiles = (): AstroIntegration => {
  let root = '';
  return {
    name: 'wian:published-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const pathname = request.url?.split('?')[0];
          const found = announcedFiles().find(({ href }) => href === pathname);
          if (!found) return next();
          response.setHeader('content-type', mediaType(found.path));
          if (found.archive) {
            zipAttachments(root, found.archive).then((bytes) => response.end(bytes), next);
            return;
          }
          createReadStream(join(root, found.path)).on('error', next).pipe(response);
        });
      },
    },
  };
};
