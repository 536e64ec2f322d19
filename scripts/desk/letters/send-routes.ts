import type { ReadableStream } from 'node:stream/web';
import type { Context, Hono } from 'hono';
import {
  addToLetter,
  keepLetterUpload,
  letterUploads,
  type ReceiveFiles,
  readLetterUpload,
  tidyLetterUploads,
} from '#store/desk/letter-uploads.ts';
import { audit, memberNames } from '#store/desk/members.ts';
import { stepsOfLetters } from '#store/desk/page-changes.ts';
import type { Desk } from '../app.ts';
import { refused } from '../board-desk.ts';
import { BrokenBody } from '../file-stream.ts';
import type { FormMessage } from '../form-parts.ts';
import { dateTime } from '../times.ts';
import { filesOf } from './files.ts';
import type { LetterJobs } from './jobs.ts';
import { lettersPage } from './pages.ts';
import { fromBody, fromForm, LetterRefused } from './receive.ts';
import type { ContentRequest } from './request.ts';
import { standingOf } from './standing.ts';

/** A letter that was sent; or why it was not taken. */
type Sent = { readonly to: string } | { readonly text: string; readonly status: 404 | 413 | 422 };

/** The routes by which files of letters come, and what other routes of letters need of them. */
export const sendRoutes = (
  app: Hono,
  desk: Desk,
  {
    jobs,
    guarded,
  }: {
    readonly jobs: LetterJobs;
    readonly guarded: (
      handle: (request: ContentRequest) => Promise<Response>,
    ) => (c: Context) => Promise<Response>;
  },
) => {
  const { base, data } = desk.settings;
  const { db } = desk.database;
  const at = `${base}/desk/letters`;

  const list = async (
    { answer, language, tracking: { context } }: ContentRequest,
    message?: FormMessage,
    status: 200 | 404 | 413 | 422 = 200,
  ): Promise<Response> => {
    const [kept, steps] = [letterUploads(data), await stepsOfLetters(db)];
    const titles = new Map(context.records.map(({ id, circular }) => [id, circular.title]));
    const uploads = kept.map((upload) => {
      const standing = standingOf(desk.root, steps.get(upload.id) ?? []);
      const title = titles.get(standing?.circular ?? '') ?? null;
      return { ...upload, standing, title, isRefused: jobs.refusalOf(upload.id) !== null };
    });
    const names = await memberNames(
      db,
      uploads.map(({ member }) => member),
    );
    const time = dateTime(language);
    const { letters: t, publishing } = answer.parts.t;
    const view = {
      uploads,
      nameOf: (id: string) => names.get(id) ?? publishing.gone,
      timeOf: (iso: string) => time.format(new Date(iso)),
    };
    return answer.page(t.title, lettersPage(answer.parts, view, message), status);
  };

  /** Takes files in as a letter of their own, or with one that is there. */
  const take = async (
    { answer, member }: ContentRequest,
    letter: string,
    receive: ReceiveFiles,
  ): Promise<Sent> => {
    const { letters: t } = answer.parts.t;
    const missing = { text: t.missing, status: 404 } as const;
    const now = new Date();
    tidyLetterUploads(data, now);
    try {
      if (letter === '') {
        const said = { member: member.id, at: now.toISOString() };
        const { id } = await keepLetterUpload(data, said, receive);
        await audit(db, member.id, 'letter', `letter:${id}`, now);
        return { to: `${at}/${id}/` };
      }
      if (readLetterUpload(data, letter) === null) return missing;
      if (!(await addToLetter(data, letter, receive))) return missing;
      jobs.forget(letter);
      await audit(db, member.id, 'add-to-letter', `letter:${letter}`, now);
      return { to: `${at}/${letter}/` };
    } catch (error) {
      if (error instanceof LetterRefused) {
        const text = [error.file, t[error.fault]].filter(Boolean).join(': ');
        return { text, status: error.fault === 'large' ? 413 : 422 };
      }
      if (error instanceof BrokenBody) return { text: t.failed, status: 422 };
      throw error;
    }
  };

  /** Takes the files of a form. */
  const takeForm = async (
    request: ContentRequest,
    letter: string,
    field: unknown,
  ): Promise<Response> => {
    const sent = await take(request, letter, fromForm(filesOf(field)));
    return 'to' in sent
      ? request.c.redirect(sent.to, 303)
      : list(request, refused(sent.text), sent.status);
  };

  app.get(
    `${at}/`,
    guarded((request) => list(request)),
  );
  app.post(
    `${at}/`,
    guarded(async (request) =>
      takeForm(request, '', (await request.c.req.parseBody({ all: true })).file),
    ),
  );
  app.post(
    `${at}/upload/`,
    guarded(async (request) => {
      const { c, answer } = request;
      const { body } = c.req.raw;
      if (body === null) return c.json({ text: answer.parts.t.letters.noFile }, 422);
      const receive = fromBody(body as ReadableStream<Uint8Array>);
      const sent = await take(request, c.req.query('letter') ?? '', receive);
      if ('to' in sent) return c.json(sent);
      // The rest of what is not taken is not read, so nothing can follow it on this connection.
      c.header('connection', 'close');
      return c.json({ text: sent.text }, sent.status);
    }),
  );
  return { list, takeForm };
};
