import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import type sharp from 'sharp';
import {
  isPicture,
  isPictureId,
  KEPT_SIDE,
  LARGEST_PICTURE,
  MOST_PIXELS,
  type PictureFault,
} from '#core/board/picture.ts';
import { replaceFile } from '#store/files/replace-file.ts';
import type { DeskTables, PictureTable } from './tables.ts';

type Db = Kysely<DeskTables>;

/** A picture that lies in the folder of pictures, before a post has it. */
export interface KeptPicture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** A picture was refused. */
export class PictureRefused extends Error {
  readonly fault: PictureFault;
  constructor(fault: PictureFault) {
    super(fault);
    this.fault = fault;
  }
}

/** The folder of pictures in the data folder of a desk. */
export const pictureFolder = (data: string): string => join(data, 'pictures');

export const pictureFile = (data: string, id: string): string =>
  join(pictureFolder(data), `${id}.webp`);

/** Puts the file of a picture into its place, which only the owner of the desk may read. */
export const putPictureFile = (data: string, id: string, bytes: Uint8Array): void => {
  mkdirSync(pictureFolder(data), { recursive: true, mode: 0o700 });
  replaceFile(pictureFile(data, id), bytes);
};

/** Loaded with the first picture: it takes 15 MB, and most posts have none. */
const loadSharp = async (): Promise<typeof sharp> => (await import('sharp')).default;

const sizeOf = async (bytes: Uint8Array): Promise<number> => {
  const sharp = await loadSharp();
  try {
    const { width = 0, height = 0 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height;
  } catch {
    throw new PictureRefused('picture-broken');
  }
};

/**
 * Makes a picture anew as WebP, upright, at most 1,600 pixels long, and with nothing but its pixels: place, device, time and
 * all else that cameras write is gone. Throws PictureRefused for what is no picture, too large, or cannot be read whole.
 */
export const keepPicture = async (data: string, sent: Uint8Array): Promise<KeptPicture> => {
  if (sent.length > LARGEST_PICTURE) throw new PictureRefused('picture-large');
  if (!isPicture(sent)) throw new PictureRefused('picture-kind');
  // Said by its head alone, before any pixel is read.
  if ((await sizeOf(sent)) > MOST_PIXELS) throw new PictureRefused('picture-pixels');
  const sharp = await loadSharp();
  const made = await sharp(sent, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize(KEPT_SIDE, KEPT_SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new PictureRefused('picture-broken');
    });
  const id = randomBytes(16).toString('hex');
  putPictureFile(data, id, made.data);
  const { width, height } = made.info;
  return { id, width, height, bytes: made.data.length };
};

/** Takes files away that no post has. */
export const removePictureFiles = (data: string, ids: readonly string[]): void => {
  for (const id of ids) rmSync(pictureFile(data, id), { force: true });
};

/** Pictures of posts, in the order in which they were added. */
export const readPictures = async (
  db: Db,
  posts: readonly number[],
): Promise<ReadonlyMap<number, readonly PictureTable[]>> => {
  if (posts.length === 0) return new Map();
  const rows = await db
    .selectFrom('picture')
    .selectAll()
    .where('post', 'in', posts)
    .orderBy('post')
    .orderBy('place')
    .execute();
  return Map.groupBy(rows, ({ post }) => post);
};

/** A picture with what its post says of who may see it; undefined where there is none. */
export const readPicture = (db: Db, id: string) =>
  db
    .selectFrom('picture')
    .innerJoin('post', 'post.id', 'picture.post')
    .innerJoin('thread', 'thread.id', 'post.thread')
    .select(['picture.id', 'post.state', 'post.author', 'thread.state as thread_state'])
    .where('picture.id', '=', id)
    .executeTakeFirst();

/** Adds pictures to a post within a transaction, behind those that it has. */
export const insertPictures = async (
  tx: Db,
  post: number,
  member: string,
  pictures: readonly (KeptPicture & { readonly alt: string })[],
  now: Date,
): Promise<void> => {
  if (pictures.length === 0) return;
  const last = await tx
    .selectFrom('picture')
    .select((all) => all.fn.max('place').as('place'))
    .where('post', '=', post)
    .executeTakeFirst();
  const from = Number(last?.place ?? 0) + 1;
  const rows = pictures.map((picture, at) => ({
    ...picture,
    post,
    member,
    place: from + at,
    created_at: now.toISOString(),
  }));
  await tx.insertInto('picture').values(rows).execute();
};

/** Takes pictures of a post away for good. */
export const deletePictures = async (
  db: Db,
  data: string,
  post: number,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length === 0) return;
  const gone = await db
    .deleteFrom('picture')
    .where('post', '=', post)
    .where('id', 'in', ids)
    .returning('id')
    .execute();
  removePictureFiles(
    data,
    gone.map(({ id }) => id),
  );
};

/** Takes all pictures of a member away for good. */
export const deletePicturesOf = async (db: Db, data: string, member: string): Promise<void> => {
  const gone = await db
    .deleteFrom('picture')
    .where('member', '=', member)
    .returning('id')
    .execute();
  removePictureFiles(
    data,
    gone.map(({ id }) => id),
  );
};

const DAY_MS = 86_400_000;

/** Removes files that no post has: of posts that were refused or never kept. Those of the last day may yet get theirs. */
export const tidyPictures = async (db: Db, data: string, now: Date): Promise<void> => {
  const folder = pictureFolder(data);
  if (!existsSync(folder)) return;
  const known = new Set(
    (await db.selectFrom('picture').select('id').execute()).map(({ id }) => id),
  );
  for (const name of readdirSync(folder)) {
    const id = name.replace(/\.webp$/, '');
    if (!isPictureId(id) || known.has(id)) continue;
    const { mtimeMs } = statSync(join(folder, name));
    if (now.getTime() - mtimeMs > DAY_MS) rmSync(join(folder, name));
  }
};
