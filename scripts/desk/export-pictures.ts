import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPictureId, PUBLISHED_PICTURES } from '#core/board/picture.ts';
import type { ShownPost } from '#core/board/thread-file.ts';
import type { Problem } from '#core/problem.ts';
import { pictureFile } from '#store/desk/pictures.ts';
import { refuseLinks, replaceContentFile } from '#store/files/content-file.ts';

const { folder: FOLDER } = PUBLISHED_PICTURES;

const idOf = (file: string): string => file.replace(/\.webp$/, '');

/** Names of files of the board's pictures that were exported before; others in the folder are not ours. */
const exportedBefore = (root: string): string[] => {
  const folder = join(root, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.webp') && isPictureId(idOf(name)));
};

/** What an export does with the files of pictures: which it copies and which it removes, by name. */
export interface PicturePlan {
  readonly copied: readonly string[];
  readonly removed: readonly string[];
}

/** The files of the pictures of these posts, each once. */
export const picturesOfPosts = (posts: readonly ShownPost[]): string[] =>
  posts.flatMap(({ pictures = [] }) => pictures.map(({ file }) => file));

/** A picture never changes under its name, so that what is there stays. */
export const planPictures = (root: string, wanted: ReadonlySet<string>): PicturePlan => {
  const before = exportedBefore(root);
  const known = new Set(before);
  return {
    copied: [...wanted].filter((file) => !known.has(file)).sort(),
    removed: before.filter((file) => !wanted.has(file)).sort(),
  };
};

/** Pictures of which the desk has no file; `data` is its data folder. */
export const missingPictures = (data: string, { copied }: PicturePlan): Problem[] =>
  copied
    .filter((file) => !existsSync(pictureFile(data, idOf(file))))
    .map((file) => ({
      file: pictureFile(data, idOf(file)),
      what: 'this picture of a post is not there',
      why: 'Its page would show none. Nothing was written.',
      fix: 'Put the folder of pictures of a backup in its place, or take the picture away on the board.',
    }));

/** Copies pictures before the pages that show them are written. */
export const copyPictures = (root: string, data: string, { copied }: PicturePlan): void => {
  if (copied.length === 0) return;
  refuseLinks(root, FOLDER);
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const file of copied) {
    replaceContentFile(root, `${FOLDER}/${file}`, readFileSync(pictureFile(data, idOf(file))));
  }
};

/** Removes pictures after the pages that showed them. */
export const removePictures = (root: string, { removed }: PicturePlan): void => {
  for (const file of removed) rmSync(join(root, FOLDER, file));
};
