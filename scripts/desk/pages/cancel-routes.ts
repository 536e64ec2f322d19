import type { Hono } from 'hono';
import { html } from 'hono/html';
import { isFullDate, parseIsoDate } from '#core/letter/date.ts';
import { ProblemError } from '#core/problem.ts';
import { changesOfPage } from '#store/desk/page-changes.ts';
import { existingFile } from '../../pages/kinds.ts';
import { done, refused } from '../board-desk.ts';
import { button, type FormMessage, type Html, head, hidden } from '../form-parts.ts';
import { type Acting, carryOut } from './acting.ts';
import { orProblems, type PageRequest, type pageGuard, reasonOf } from './request.ts';
import { lastChange } from './work.ts';

interface CancelView {
  readonly page: string;
  readonly by: string;
  readonly since: string;
  /** Whether the last change of the page is one that the desk can take back. */
  readonly canUndo: boolean;
}

const cancelPage = (
  { answer }: PageRequest,
  { page, by, since, canUndo }: CancelView,
  message?: FormMessage,
): Html => {
  const { t, base } = answer.parts;
  const { writing } = t;
  const field = (name: string, label: string, value: string, help: string): Html =>
    html`<p class="desk-field"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="text" required maxlength="500" autocapitalize="off" autocomplete="off" spellcheck="false" value="${value}" aria-describedby="${name}-help"><span class="soft" id="${name}-help">${help}</span></p>`;
  return html`
  ${head(writing.cancelTitle, message)}
  <p>${writing.cancelLead}</p>
  <form class="desk-form" method="post" action="${base}/desk/pages/cancel/">
    ${field('page', writing.cancelOf, page, writing.cancelByHelp)}
    ${field('by', writing.cancelBy, by, writing.cancelByHelp)}
    <p class="desk-field"><label for="since">${writing.since}</label><input id="since" name="since" type="date" value="${since}"></p>
    ${button(writing.cancelDo)}
  </form>
  ${canUndo ? html`<form class="desk-part" method="post" action="${base}/desk/pages/cancel/">${hidden('page', page)}${hidden('do', 'undo')}${button(writing.undo(writing.did['cancel-page']))}</form>` : ''}
  <p class="desk-part"><a href="${base}/desk/pages/">${writing.back}</a></p>`;
};

/** The path of a page whose address was pasted or written. */
const pathOf = (text: string, portal: string): string =>
  (text.startsWith(portal) ? text.slice(portal.length) : text)
    .trim()
    .replace(/[?#].*$/, '')
    .replaceAll(/^\/+|\/+$/g, '');

/** The page on which a letter is marked as cancelled by a later one. */
export const cancelRoutes = (
  app: Hono,
  acting: Acting & { readonly guarded: ReturnType<typeof pageGuard> },
): void => {
  const { desk, work, queue, guarded } = acting;
  const { base, origin } = desk.settings;
  const at = `${base}/desk/pages/cancel/`;
  const portal = `${origin}${base}`;
  const show = async (
    request: PageRequest,
    given: Omit<CancelView, 'canUndo'>,
    message?: FormMessage,
    status: 200 | 409 | 422 = 200,
  ) => {
    const { answer } = request;
    const last = lastChange(await changesOfPage(desk.database.db, given.page));
    const view = { ...given, canUndo: last?.action === 'cancel-page' };
    const page = cancelPage(request, view, message);
    return answer.page(answer.parts.t.writing.cancelTitle, page, status);
  };
  app.get(
    at,
    guarded(
      'publish',
      orProblems((request) => {
        const { c, answer } = request;
        const page = pathOf(c.req.query('page') ?? '', portal);
        const { writing } = answer.parts.t;
        const did: Readonly<Record<string, string>> = {
          cancelled: writing.cancelled,
          undone: writing.undone,
        };
        const said = did[c.req.query('did') ?? ''];
        return show(
          request,
          { page, by: '', since: '' },
          said === undefined ? undefined : done(said),
        );
      }),
    ),
  );
  app.post(
    at,
    guarded(
      'publish',
      orProblems(async (request) => {
        const { c, member } = request;
        const body = await c.req.parseBody();
        const text = (name: string) => (typeof body[name] === 'string' ? body[name].trim() : '');
        const page = pathOf(text('page'), portal);
        const later = pathOf(text('by'), portal);
        for (const one of [page, later]) {
          const no = await request.refusal('publish', one.split('/')[0]);
          if (no) return no;
        }
        if (text('do') === 'undo') {
          const isThere = page !== '' && existingFile(desk.root, page) !== null;
          const by = { actor: member.id, now: new Date() };
          if (isThere && (await work.undo(page, by))) await queue.ask(page, by);
          return c.redirect(`${at}?page=${page}&did=undone`, 303);
        }
        const since = text('since');
        try {
          if (since !== '' && !(isFullDate(since) && parseIsoDate(since) !== null)) {
            throw new ProblemError([
              {
                file: null,
                what: `"${since}" is not known to the day`,
                fix: 'Write YYYY-MM-DD; leave the field out where the day is not known.',
              },
            ]);
          }
          await carryOut(acting, request, {
            do: 'cancel',
            page,
            by: later,
            since: since === '' ? undefined : since,
          });
        } catch (error) {
          const said = reasonOf(request, error);
          return show(request, { page, by: later, since }, refused(said.text), said.status);
        }
        return c.redirect(`${at}?page=${page}&did=cancelled`, 303);
      }),
    ),
  );
};
