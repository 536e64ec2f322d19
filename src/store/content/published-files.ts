import { constants, createReadStream } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Attachment } from '#core/letter/letter.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { mediaType } from '../portal/static-files.ts';
import { ARCHIVE_NAME, type Archive, zipAttachments } from './attachment-archive.ts';
import { inBatches } from './record-files.ts';

/** A file that lies beside a page and is published with it, at an address that never changes. */
export interface PublishedFile {
  /** `/circulars/2567/<id>/<file>`. */
  readonly href: string;
  /** Relative to the project. */
  readonly path: string;
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

const announcedFiles = (): PublishedFile[] => [...filesByKind().values()].flat();

/** The files of the attachments that the portal has, each once; `href` and `folder` are those of their page. */
export const filesOfAttachments = (
  href: string,
  folder: string,
  attachments: readonly Attachment[],
  draft: boolean,
): PublishedFile[] => {
  const names = new Set(attachments.flatMap(({ file }) => (file === undefined ? [] : [file])));
  return [...names].map((name) => ({ href: href + name, path: `${folder}/${name}`, draft }));
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
          draft,
          archive: { attachments, folder },
        },
      ]
    : [];

const FAULTS: Readonly<Record<string, Pick<Problem, 'what' | 'mend'>>> = {
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

/** The problem with the file, or null where it was published. */
const publish = async (
  { href, path, archive }: PublishedFile,
  root: string,
  target: string,
): Promise<Problem | null> => {
  const to = join(target, href);
  try {
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

/** Copies what was announced and is no draft into a built portal; throws every problem with it. */
export const copyPublishedFiles = async (
  files: readonly PublishedFile[],
  root: string,
  target: string,
): Promise<void> => {
  const published = files.filter(({ draft }) => !draft);
  const outcomes = await inBatches(published, (file) => publish(file, root, target), AT_ONCE);
  const problems = outcomes.filter((problem) => problem !== null);
  if (problems.length > 0) throw new ProblemError(problems);
};

/** Publishes attachments beside their pages: copied into a build, served in dev. */
export const publishedFiles = (): AstroIntegration => {
  let root = '';
  return {
    name: 'wian:published-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir }) =>
        copyPublishedFiles(announcedFiles(), root, fileURLToPath(dir)),
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
