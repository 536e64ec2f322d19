import {
  constants,
  copyFileSync,
  createReadStream,
  mkdirSync,
  openSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Attachment } from '#core/letter/letter.ts';
import { ARCHIVE_NAME } from '#core/letter/manifest.ts';
import { type Problem, ProblemError } from '#core/problem.ts';
import { openContentFile, refuseLinks } from '#store/files/content-file.ts';
import { copyVerified } from '#store/files/verified-file.ts';
import { attachmentHeaders } from '../portal/attachment-headers.ts';
import { mediaType } from '../portal/static-files.ts';
import { type Archive, zipAttachments } from './attachment-archive.ts';
import { type PagePicture, picturePath, preparePictures } from './page-pictures.ts';

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
  /** Set for the picture of a page of the file at `path`. */
  readonly picture?: PagePicture | undefined;
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

/** The archive of all attachments of a page and of the letter's own file; none where the portal has no file of them. */
export const archiveOfAttachments = (
  href: string,
  folder: string,
  attachments: readonly Attachment[],
  draft: boolean,
  letterFile: Attachment | null = null,
): PublishedFile[] =>
  [letterFile, ...attachments].some((one) => one?.file !== undefined)
    ? [
        {
          href: href + ARCHIVE_NAME,
          path: `${folder}/${ARCHIVE_NAME}`,
          key: JSON.stringify([letterFile, attachments]),
          draft,
          archive: { letterFile, attachments, folder },
        },
      ]
    : [];

type Fault = Pick<Problem, 'what' | 'fix'>;

const MISSING: Fault = {
  what: 'an attachment is missing',
  fix: 'Put the file there, or say under "missing" why the portal does not have it.',
};
const CLASH: Fault = {
  what: 'an attachment bears the name of a page of the portal',
  fix: 'Give the file another name.',
};

/** The file of the portal in which one is published. */
export const nameOfPublished = ({ href }: PublishedFile): string => href.slice(1);

const throwIfAny = (problems: readonly Problem[]): void => {
  if (problems.length > 0) throw new ProblemError(problems);
};

/** What was announced and is no draft; throws every problem with names that are those of `pages` of the portal. */
export const filesToPublish = (
  announced: readonly PublishedFile[],
  pages: ReadonlySet<string>,
): PublishedFile[] => {
  const files = announced.filter(({ draft }) => !draft);
  const clashing = files.filter((file) => pages.has(nameOfPublished(file)));
  throwIfAny(clashing.map(({ path }) => ({ file: path, ...CLASH })));
  return files;
};

/** The problems with the file; none where it was published. */
const publish = (file: PublishedFile, root: string, target: string): readonly Problem[] => {
  const { path, archive, picture } = file;
  const to = join(target, nameOfPublished(file));
  try {
    mkdirSync(dirname(to), { recursive: true });
    if (archive) writeFileSync(to, zipAttachments(root, archive), { flag: 'wx' });
    else if (picture) copyFileSync(picturePath(root, picture), to, constants.COPYFILE_EXCL);
    else copyVerified(root, path, to, file.key);
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [{ file: path, ...MISSING }];
    if (code === 'EEXIST' || code === 'ENOTDIR') return [{ file: path, ...CLASH }];
    throw error;
  }
};

/**
 * Copies files into the portal in the folder `target`, at once, as promises take several times as long; throws every
 * problem with them.
 */
export const publishFiles = (files: readonly PublishedFile[], root: string, target: string): void =>
  throwIfAny(files.flatMap((file) => publish(file, root, target)));

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
          response.setHeader('content-type', mediaType(found.href));
          for (const header of Object.entries(attachmentHeaders(found.href))) {
            response.setHeader(...header);
          }
          if (found.archive) {
            response.end(zipAttachments(root, found.archive));
            return;
          }
          const open = (): number => {
            if (found.picture) return openSync(picturePath(root, found.picture), 'r');
            refuseLinks(root, found.path);
            return openContentFile(root, found.path);
          };
          const send = () => createReadStream('', { fd: open() }).on('error', next).pipe(response);
          preparePictures([found], root).then(send).catch(next);
        });
      },
    },
  };
};
