import { basename } from 'node:path';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { ProblemError } from '#core/problem.ts';
import { isSystemRefusal } from '#core/system-error.ts';
import { todayInThailand } from '#store/clock.ts';
import type { Desk } from './app.ts';
import { asMember, done, type MemberRequest, readId, refused, sayRefused } from './board-desk.ts';
import { button, type FormMessage, type Html, head } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';
import { pictureAddress } from './picture-parts.ts';
import {
  isTaken,
  mayWriteContent,
  type Promotion,
  planPromotion,
  writePromotion,
} from './promotion.ts';

/** Milliseconds that the desk, which answers nobody else then, waits for another writer of content. */
const WAIT_MS = 1000;

const draftPage = (
  { t, board }: PageParts,
  { thread, path, text, pictures }: Promotion,
  { mayWrite, message }: { readonly mayWrite: boolean; readonly message?: FormMessage },
): Html => {
  const { promote } = t;
  const at = `${board}/${thread}`;
  return html`
  ${head(promote.title, message)}
  <div class="stack">
  <p>${promote.lead}</p>
  <p>${promote.file(path)}</p>
  <div class="desk-form desk-wide">
    <p class="desk-field"><label for="draft">${promote.text}</label>
      <textarea id="draft" rows="16" readonly>
${text}</textarea></p>
    ${
      pictures.length === 0
        ? ''
        : html`<p>${promote.pictures}</p>
    <ul>${pictures.map(({ id, name }) => html`<li><a href="${pictureAddress(board, id)}" download="${name}">${name}</a></li>`)}</ul>`
    }
    <div class="desk-acts">
      ${mayWrite ? html`<form method="post" action="${at}/promote/">${button(promote.write)}</form>` : ''}
      <a class="button" href="${at}/promote/draft/" download="${basename(path)}">${promote.download}</a>
    </div>
  </div>
  <p><a href="${at}/">${promote.back}</a></p>
  </div>`;
};

/** Where moderators and editors make a draft of a question of the portal from a thread, as `npm run desk -- promote` does. */
export const promotionRoutes = (app: Hono, desk: Desk): void => {
  const { root, settings, database, report } = desk;
  const at = `${settings.base}/board/:id{[0-9]+}/promote/`;
  const board = `${settings.origin}${settings.base}/board`;
  /** Handles a request about the draft of a thread that can have one; others get a page that says why not. */
  const withDraft = (
    handle: (request: MemberRequest, promotion: Promotion) => Promise<Response> | Response,
  ): ((c: Context) => Promise<Response>) =>
    asMember(desk, 'promote', async (request) => {
      const id = readId(request.c.req.param('id') ?? '');
      const promotion =
        id === null ? null : await planPromotion(database.db, id, board, todayInThailand());
      const { noAnswer } = request.answer.parts.t.promote;
      if (promotion === null) return sayRefused(request.answer, noAnswer, 404);
      return handle(request, promotion);
    });
  app.get(
    at,
    withDraft(({ answer: { page, parts } }, promotion) => {
      const { promote } = parts.t;
      const hasContent = mayWriteContent(root, promotion);
      const taken = hasContent && isTaken(root, promotion);
      const message = taken
        ? refused(promote.taken(promotion.path))
        : hasContent
          ? undefined
          : refused(promote.noContent);
      const shown = { mayWrite: hasContent && !taken, ...(message && { message }) };
      return page(promote.title, draftPage(parts, promotion, shown));
    }),
  );
  app.post(
    at,
    withDraft(async ({ answer: { page, parts }, member }, promotion) => {
      const { promote } = parts.t;
      const say = (message: FormMessage, status: 200 | 422) =>
        page(promote.title, draftPage(parts, promotion, { mayWrite: false, message }), status);
      if (!mayWriteContent(root, promotion)) return say(refused(promote.noContent), 422);
      if (isTaken(root, promotion)) return say(refused(promote.taken(promotion.path)), 422);
      const by = { actor: member.id, now: new Date() };
      try {
        const folders = { root, data: settings.data };
        await writePromotion(database.db, folders, promotion, by, WAIT_MS);
      } catch (error) {
        if (!(error instanceof ProblemError || isSystemRefusal(error))) throw error;
        report(`promote: ${(error as Error).message}`);
        return say(refused(promote.failed), 422);
      }
      return say(done(promote.done(promotion.path)), 200);
    }),
  );
  app.get(
    `${at}draft/`,
    withDraft(({ c }, { path, text }) => {
      c.header('content-disposition', `attachment; filename="${basename(path)}"`);
      return c.body(text, 200, { 'content-type': 'text/markdown; charset=utf-8' });
    }),
  );
};
