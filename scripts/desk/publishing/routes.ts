import type { Hono } from 'hono';
import { html } from 'hono/html';
import { buildDueAt } from '#core/desk/build-due.ts';
import type { Problem } from '#core/problem.ts';
import { movementsBehind, newestBuilds, type PortalBuild } from '#store/desk/portal-builds.ts';
import type { Desk } from '../app.ts';
import { done } from '../board-desk.ts';
import { button, type FormMessage, type Html, head } from '../form-parts.ts';
import { type ContentRequest, withContent } from '../letters/request.ts';
import { problemTexts } from '../movement-view.ts';
import { dateTime } from '../times.ts';
import type { DeskTracking } from '../track-context.ts';
import { BY_ITSELF } from './movement-builds.ts';
import type { BuildQueue } from './queue.ts';

/** Builds that the page lists. */
const MOST_LISTED = 30;
/** A circular by year and id, or a page by section and address. */
const PAGE = /^(?:\d{4}|[a-z]+)\/[a-z0-9-]+$|^circulars\/\d{4}\/[a-z0-9-]+$/;
/** The path of a page on the portal. */
const pathOf = (page: string): string => (/^\d/.test(page) ? `circulars/${page}` : page);
const LETTER = /^[0-9a-f-]{36}$/;

const secondsOf = ({ at, ended_at: ended }: PortalBuild): number =>
  ended === null ? 0 : Math.max(0, Math.round((Date.parse(ended) - Date.parse(at)) / 1000));

interface View {
  readonly builds: readonly PortalBuild[];
  /** What is recorded and not on the portal yet, and when that is built by itself; '' where there is nothing. */
  readonly behind: string;
  /** The circular that somebody waits for, and the letter that it came of. */
  readonly circular: string | null;
  readonly letter: string | null;
  readonly phase: string | null;
}

const buildItem = (
  { answer, language, tracking }: ContentRequest,
  one: PortalBuild,
  phase: string | null,
): Html => {
  const { publishing: t, moves } = answer.parts.t;
  const { base } = answer.parts;
  const time = dateTime(language);
  const problems = one.problems === '' ? [] : (JSON.parse(one.problems) as Problem[]);
  const said = problemTexts(moves, language, problems, tracking.context.nameOf);
  const places = problems.map(({ file, line }) =>
    file === null ? '' : `${file}${line === undefined ? '' : `:${line}`}: `,
  );
  const state =
    one.state === 'building' && phase !== null
      ? `${t.states.building}: ${t.phases[phase as keyof typeof t.phases] ?? phase}`
      : one.state === 'live' && one.ended_at !== null
        ? t.liveSince(time.format(new Date(one.ended_at)), secondsOf(one))
        : t.states[one.state];
  return html`
    <li><span><strong data-build="${one.state}">${state}</strong><br>
      ${one.circular === '' ? '' : html`${one.state === 'live' ? html`<a href="${base}/${pathOf(one.circular)}/">${one.circular}</a>` : one.circular} · `}${one.member === BY_ITSELF ? t.byItself : t.by(one.name ?? t.gone)} · ${time.format(new Date(one.at))}
      ${said.length === 0 ? '' : html`<br>${t.why}</span><ul class="desk-list">${said.map((text, at) => html`<li>${places[at]}${text}</li>`)}</ul><span>`}</span></li>`;
};

const statusPage = (request: ContentRequest, view: View, message?: FormMessage): Html => {
  const { parts } = request.answer;
  const { publishing: t } = parts.t;
  const { builds, behind, circular, letter, phase } = view;
  const own = circular === null ? undefined : builds.find((one) => one.circular === circular);
  return html`
  ${head(t.title, message)}
  <p>${t.lead}</p>
  ${
    own
      ? html`<section class="stack desk-message ${own.state === 'live' ? 'desk-done' : own.state === 'failed' ? 'desk-refused' : ''}" role="status"><h2>${t.newest}</h2><ul class="desk-sessions">${buildItem(request, own, phase)}</ul>
        ${own.state === 'live' ? html`<p><a class="button" href="${parts.base}/${pathOf(circular ?? '')}/">${t.page}</a></p>` : ''}
        ${letter === null ? '' : html`<p><a href="${parts.base}/desk/letters/${letter}/">${t.letter}</a></p>`}</section>`
      : ''
  }
  <div class="stack desk-part">${behind === '' ? '' : html`<p>${behind}</p>`}<form method="post" action="${parts.base}/desk/publishing/">${button(t.build)}</form>
  ${builds.length === 0 ? html`<p>${t.none}</p>` : html`<ul class="desk-sessions">${builds.map((one) => buildItem(request, one, phase))}</ul>`}</div>
  <p class="desk-part"><a href="${parts.base}/desk/letters/">${parts.t.letters.title}</a></p>`;
};

/** The page that shows what is being published, and since when it is live. */
export const publishingRoutes = (
  app: Hono,
  desk: Desk,
  {
    queue,
    tracking,
  }: { readonly queue: BuildQueue; readonly tracking: () => Promise<DeskTracking> },
): void => {
  const at = `${desk.settings.base}/desk/publishing/`;
  const { db } = desk.database;
  const { buildMinutes } = desk.settings;
  const behindText = async ({ answer, language }: ContentRequest): Promise<string> => {
    const { publishing: t } = answer.parts.t;
    const behind = await movementsBehind(db);
    if (behind.unseen === 0) return '';
    const now = Date.now();
    const due = buildDueAt(behind, { first: now, last: now }, buildMinutes);
    const when = due === null ? '' : t.dueAt(dateTime(language).format(new Date(due)));
    return [t.behind(behind.unseen), when].filter((text) => text !== '').join(' ');
  };
  app.get(
    at,
    withContent(desk, tracking, 'publish', async (request) => {
      const { c, answer } = request;
      const builds = await newestBuilds(db, MOST_LISTED);
      const of = c.req.query('of') ?? '';
      const letter = c.req.query('letter') ?? '';
      const view = {
        builds,
        behind: await behindText(request),
        circular: PAGE.test(of) ? of : null,
        letter: LETTER.test(letter) ? letter : null,
        phase: queue.now()?.phase ?? null,
      };
      const isOpen = builds.some(({ state }) => state === 'waiting' || state === 'building');
      const { publishing: t } = answer.parts.t;
      const message = c.req.query('did') === 'asked' && isOpen ? done(t.asked) : undefined;
      const again = isOpen ? html`<meta http-equiv="refresh" content="2">` : undefined;
      return answer.page(t.title, statusPage(request, view, message), 200, again);
    }),
  );
  app.post(
    at,
    withContent(desk, tracking, 'publish', async ({ c, member }) => {
      await queue.ask('', { actor: member.id, now: new Date() });
      return c.redirect(`${at}?did=asked`, 303);
    }),
  );
};
