import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Context, Hono } from 'hono';
import { isPictureId, LONGEST_ALT, MOST_PICTURES } from '#core/board/picture.ts';
import { plainTitle } from '#core/board/post.ts';
import { mayDo } from '#core/board/role.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import {
  type KeptPicture,
  keepPicture,
  PictureRefused,
  pictureFile,
  readPicture,
  removePictureFiles,
} from '#store/desk/pictures.ts';
import { answering, type Desk } from './app.ts';
import { sayRefused } from './board-desk.ts';
import { filesOf } from './letters/files.ts';

type BoardTexts = DeskTexts['board'];

/** Values of a field that a form may send more than once, and its files that are not empty. */
const allOf = async (c: Context, name: string): Promise<readonly (string | File)[]> => {
  const value = (await c.req.parseBody({ all: true }))[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
};

/** Ids of pictures that a form takes away. */
export const picturesGone = async (c: Context): Promise<string[]> =>
  (await allOf(c, 'gone')).filter((one) => typeof one === 'string').filter(isPictureId);

/** The pictures of a form, made anew and kept, or why one of them cannot be taken: then none is. */
export const takePictures = async (
  desk: Desk,
  c: Context,
  t: BoardTexts,
  room = MOST_PICTURES,
): Promise<
  | { readonly pictures: readonly (KeptPicture & { readonly alt: string })[] }
  | { readonly fault: string }
> => {
  const files = filesOf(await allOf(c, 'picture'));
  if (files.length === 0) return { pictures: [] };
  if (files.length > room) return { fault: t.refused['picture-many'](room) };
  const [typed = ''] = await allOf(c, 'alt');
  const alt = plainTitle(String(typed)).slice(0, LONGEST_ALT);
  if (findPersonalData(alt).length > 0) return { fault: t.refused['picture-alt'] };
  const kept: KeptPicture[] = [];
  for (const [at, file] of files.entries()) {
    try {
      kept.push(await keepPicture(desk.settings.data, new Uint8Array(await file.arrayBuffer())));
    } catch (error) {
      removePictureFiles(
        desk.settings.data,
        kept.map(({ id }) => id),
      );
      if (!(error instanceof PictureRefused)) throw error;
      return { fault: `${t.picture.which(at + 1)} ${t.refused[error.fault]}` };
    }
  }
  return {
    pictures: kept.map((one, at) => ({
      ...one,
      alt: [alt || t.picture.unnamed, files.length > 1 ? at + 1 : ''].filter(Boolean).join(' '),
    })),
  };
};

/** Serves pictures to those who may see their posts. */
export const pictureRoutes = (app: Hono, desk: Desk): void => {
  const at = `${desk.settings.base}/board`;
  const { db } = desk.database;
  app.get(`${at}/picture/:file{[0-9a-f]+\\.webp}`, async (c) => {
    const answer = await answering(desk, c);
    const id = c.req.param('file').slice(0, -'.webp'.length);
    const found = isPictureId(id) ? await readPicture(db, id) : undefined;
    const isPublic = found?.state === 'shown' && found.thread_state === 'shown';
    const member = found && !isPublic ? await answer.member() : null;
    const isOwn = member !== null && found?.state === 'queued' && found.author === member.id;
    if (!found || !(isPublic || isOwn || (member && mayDo(member.grants, 'moderate')))) {
      return sayRefused(answer, answer.parts.t.board.refused.missing, 404);
    }
    const file = pictureFile(desk.settings.data, id);
    const { size } = await stat(file);
    // What a moderator takes away is not to live on in stores of browsers for long.
    c.header('cache-control', isPublic ? 'public, max-age=3600' : 'no-store');
    c.header('content-security-policy', "default-src 'none'; sandbox");
    return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, {
      'content-type': 'image/webp',
      'content-length': String(size),
    });
  });
};
