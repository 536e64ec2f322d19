import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { html } from 'hono/html';
import { mayWritePage } from '#core/desk/rights.ts';
import type { AttachmentAnswer } from '#core/letter/settling/page.ts';
import { ProblemError } from '#core/problem.ts';
import { LANGUAGES } from '#i18n/languages.ts';
import {
  readAnew,
  readingFolder,
  readLetterUpload,
  removeLetterUpload,
  writeAnswersText,
} from '#store/desk/letter-uploads.ts';
import { audit } from '#store/desk/members.ts';
import { pagesOfLetter } from '#store/desk/page-changes.ts';
import type { Desk } from '../app.ts';
import { done, refused } from '../board-desk.ts';
import type { FormMessage, Html } from '../form-parts.ts';
import { dayText, inLanguage } from '../movement-view.ts';
import { sayNo } from '../office-request.ts';
import { noteRefusal } from '../refusals.ts';
import { dateTime } from '../times.ts';
import { type AskedLetter, letterAsker, problemsOf } from './asked.ts';
import { attachedOf, attachmentsOf } from './attachments.ts';
import { differingFields, neededFor, readForm } from './form.ts';
import type { FormFault, FormValue } from './form-values.ts';
import { type LetterJobs, letterJobs } from './jobs.ts';
import { letterPage } from './pages.ts';
import { previewRoutes } from './preview-routes.ts';
import { type LetterParts, publishLetter } from './publish.ts';
import { type ContentRequest, withContent } from './request.ts';
import { sendRoutes } from './send-routes.ts';
import { standingOf, stepsOfMatter } from './standing.ts';
import { mattersOf, titleOf } from './view.ts';
import { ChangedSince } from './work-parts.ts';

/** What the form is shown with besides what is kept. */
interface Shown {
  readonly typed?: FormValue;
  readonly faults?: readonly FormFault[];
  readonly message?: FormMessage | Html;
  readonly status?: 200 | 409 | 422;
}

/** Pages on which editors take letters in. */
export const letterRoutes = (app: Hono, desk: Desk, parts: LetterParts): void => {
  const { base, data } = desk.settings;
  const { db } = desk.database;
  const { work, queue, tracking } = parts;
  const at = `${base}/desk/letters`;
  const jobs: LetterJobs = letterJobs(desk.root, data, desk.report);
  const guarded = (handle: (request: ContentRequest) => Promise<Response>) =>
    withContent(desk, tracking, 'take-letters', handle);
  /** Writes a refusal to the audit log where a member may not publish circulars; null where they may. */
  const refusedToPublish = async ({ answer, member }: ContentRequest): Promise<Response | null> => {
    if (mayWritePage(member.grants, 'publish', 'circulars')) return null;
    await noteRefusal(desk, member, 'publish', '');
    return sayNo(answer, answer.parts.t.letters.refusedRole, 403);
  };

  const { list, takeForm } = sendRoutes(app, desk, { jobs, guarded });
  const asked = letterAsker(desk, jobs);
  const show = async (
    request: ContentRequest,
    { upload, read, mark, matters, matter }: AskedLetter,
    { typed, faults = [], message, status = 200 }: Shown = {},
  ) => {
    const { answer, language } = request;
    const { letters: t } = answer.parts.t;
    const time = dateTime(language);
    const { reading } = read;
    const history = await pagesOfLetter(db, upload.id);
    const view = {
      upload,
      matter,
      matters,
      mark,
      attached: attachedOf(data, upload.id, matter),
      refused: problemsOf(request, reading.refused),
      notes: reading.notes.map(({ file, note }) => `${file}: ${inLanguage(language, note)}`),
      redactions: reading.redactions,
      faults,
      history,
      standing: standingOf(desk.root, stepsOfMatter(history, matter)),
      roles: LANGUAGES[language === 'en' ? 'en' : 'th'].role,
      timeOf: (iso: string) => time.format(new Date(iso)),
    };
    const words = {
      t,
      at: `${at}/${upload.id}/`,
      typed: typed ?? null,
      faults: new Map(faults.map(({ name, text }) => [name, text])),
      textOf: (kind: string, value: string) => {
        if (kind === 'date') return dayText(language, value);
        return kind === 'urgency'
          ? (t.urgencies[value as keyof typeof t.urgencies] ?? value)
          : value;
      },
    };
    return answer.page(titleOf(matter), letterPage(answer.parts, view, words, message), status);
  };

  app.get(
    `${at}/:letter/`,
    guarded(async (request) => {
      const found = await asked(request);
      if (found instanceof Response) return found;
      const { letters: t } = request.answer.parts.t;
      const did = (['saved', 'drafted', 'undone'] as const).find(
        (one) => one === request.c.req.query('did'),
      );
      return show(request, found, did ? { message: done(t[did]) } : {});
    }),
  );
  app.get(
    `${at}/:letter/page/:name{[a-z0-9-]+\\.webp}`,
    guarded(async ({ c, answer }) => {
      const upload = readLetterUpload(data, c.req.param('letter') ?? '');
      if (upload === null) return sayNo(answer, answer.parts.t.letters.missing, 404);
      try {
        const bytes = await readFile(
          join(readingFolder(data, upload.id), c.req.param('name') ?? ''),
        );
        c.header('cache-control', 'private, no-cache');
        return c.body(new Uint8Array(bytes), 200, { 'content-type': 'image/webp' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        return sayNo(answer, answer.parts.t.letters.missing, 404);
      }
    }),
  );

  app.post(
    `${at}/:letter/`,
    guarded(async (request) => {
      const { c, answer, member } = request;
      const { letters: t } = answer.parts.t;
      const body = await c.req.parseBody({ all: true });
      const value: FormValue = (name) => (typeof body[name] === 'string' ? body[name] : '');
      const id = c.req.param('letter') ?? '';
      const by = { actor: member.id, now: new Date() };
      if (value('do') === 'remove') {
        jobs.forget(id);
        removeLetterUpload(data, id);
        return list(request, done(t.removed));
      }
      const first = await asked(request);
      if (first instanceof Response) return first;
      if (['publish', 'undo'].includes(value('do'))) {
        const no = await refusedToPublish(request);
        if (no) return no;
      }
      const matter = first.matters[Number(value('nth') || 0)] ?? first.matter;
      const found = { ...first, matter };
      const here = `${at}/${id}/?nth=${matter.nth}`;
      switch (value('do')) {
        case 'add':
          return takeForm(request, id, body.file);
        case 'again':
          readAnew(data, id);
          jobs.forget(id);
          return c.redirect(here, 303);
        case 'undo':
          try {
            const circular = await work.undo(id, by);
            if (circular === null) return show(request, found);
            await queue.ask(circular, by);
            return c.redirect(`${here}&did=undone`, 303);
          } catch (error) {
            if (!(error instanceof ChangedSince)) throw error;
            return show(request, found, { message: refused(t.changedSince), status: 409 });
          }
      }
      let attachments: AttachmentAnswer[];
      try {
        attachments = await attachmentsOf(desk, found, body);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        const text = problemsOf(request, error.problems).join(' ');
        return show(request, found, { typed: value, message: refused(text), status: 422 });
      }
      const take = [body.take ?? []].flat().filter((one): one is string => typeof one === 'string');
      const { registry } = request.tracking.context;
      const { answers, faults } = readForm(matter, found.answers, value, {
        registry,
        t,
        attachments,
        take,
      });
      const isFinal = value('do') === 'publish';
      const needed = isFinal ? neededFor(matter, answers, t) : [];
      const all = [...faults, ...needed];
      if (value('seen') !== found.mark) {
        const differing = differingFields(t, matter, found.answers, answers);
        if (differing.length > 0) {
          const message = html`<section class="desk-message desk-refused" role="alert"><p>${t.changedBy}</p><ul class="desk-list">${differing.map((one) => html`<li>${one}</li>`)}</ul><p>${t.changedAgain}</p></section>`;
          return show(request, found, { typed: value, faults: all, message, status: 409 });
        }
      }
      if (faults.length > 0)
        return show(request, found, { typed: value, faults: all, status: 422 });
      writeAnswersText(data, id, `${JSON.stringify(answers, null, 2)}\n`);
      await audit(db, member.id, 'answer-letter', `letter:${id}`, by.now);
      if (needed.length > 0)
        return show(request, found, { typed: value, faults: needed, status: 422 });
      if (value('do') === 'preview')
        return c.redirect(`${at}/${id}/preview/?nth=${matter.nth}`, 303);
      if (value('do') === 'save') return c.redirect(`${here}&did=saved`, 303);
      return publishLetter(desk, parts, request, { ...found, answers }, { isFinal }, (shown) =>
        show(request, { ...found, answers, matters: mattersOf(found.read, answers) }, shown),
      );
    }),
  );
  app.post(
    `${at}/:letter/known/`,
    withContent(desk, tracking, 'publish', async (request) => {
      const body = await request.c.req.parseBody({ all: true });
      const first = (await refusedToPublish(request)) ?? (await asked(request));
      if (first instanceof Response) return first;
      const take = [body.take ?? []].flat().filter((one): one is string => typeof one === 'string');
      const matter = first.matters[Number(body.nth ?? 0)] ?? first.matter;
      const found = { ...first, matter, answers: { ...first.answers, take } };
      const how = { isFinal: true, withoutFile: body.nofile === '1' };
      return publishLetter(desk, parts, request, found, how, (shown) =>
        show(request, { ...first, matter }, shown),
      );
    }),
  );
  previewRoutes(app, desk, { tracking, asked });
};
