import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { mayWritePage } from '#core/desk/rights.ts';
import type { TextOf } from '#core/page-form/field.ts';
import { afterRowAct, readRowAct } from '#core/page-form/rows.ts';
import { ProblemError } from '#core/problem.ts';
import { todayInThailand } from '#store/clock.ts';
import type { By } from '#store/desk/members.ts';
import { existingFile, SECTIONS } from '../../pages/kinds.ts';
import type { PageOrder, PagePlan } from '../../pages/orders.ts';
import type { Desk } from '../app.ts';
import { done, refused } from '../board-desk.ts';
import { filesOf } from '../letters/files.ts';
import type { ContentRequest } from '../letters/request.ts';
import { sayNo } from '../office-request.ts';
import type { BuildQueue } from '../publishing/queue.ts';
import type { DeskTracking } from '../track-context.ts';
import { carryOut, cleanedFile, notWritten, replaceFile } from './acting.ts';
import { cancelRoutes } from './cancel-routes.ts';
import { checkRoute } from './check-route.ts';
import { editForm } from './form.ts';
import type { PageProcess } from './in-process.ts';
import { pageLister } from './list.ts';
import { changedBetween, changedBy, FIELD, readSeen, readTexts, seenOf } from './model.ts';
import { formKey, onceOnly } from './once.ts';
import { countSaid, type Said } from './problems.ts';
import { orProblems, type PageRequest, pageGuard, sentence, withNote } from './request.ts';
import { type FormState, pageState, planOf, slugAsked, type Typed } from './state.ts';
import { listPage } from './views.ts';
import type { PageWork } from './work.ts';

/** What the routes about pages work with. */
export interface PagesPart {
  readonly work: PageWork;
  readonly queue: BuildQueue;
  readonly process: PageProcess;
  readonly tracking: () => Promise<DeskTracking>;
}

/** What a page says that one is led to once something was done. */
const DID = {
  drafted: 'drafted',
  same: 'same',
  undone: 'undone',
  withdrawn: 'withdrawnNow',
  restored: 'restored',
  replaced: 'replaced',
} as const;

/** Pages on which editors write pages. */
export const pageRoutes = (
  app: Hono,
  desk: Desk,
  { work, queue, process, tracking }: PagesPart,
): void => {
  const { base, data, origin } = desk.settings;
  const { root } = desk;
  const at = `${base}/desk/pages`;
  const pages = pageLister(root);
  const guarded = pageGuard(desk, tracking);
  const form = editForm(desk, pages);
  const task = (plan: PagePlan, language: string) => ({
    root,
    today: todayInThailand(),
    plan: { page: plan.page, texts: plan.texts, bytes: plan.bytes },
    siteUrl: `${origin}${base}`,
    language,
    scratch: join(data, 'preview-page'),
  });

  app.get(
    `${at}/`,
    guarded('write-pages', async ({ c, answer, member }) => {
      const asked = c.req.query('in') ?? '';
      const sections = SECTIONS.filter((one) => mayWritePage(member.grants, 'write-pages', one));
      const section = sections.includes(asked) ? asked : '';
      const query = (c.req.query('q') ?? '').trim().slice(0, 200);
      const { writing } = answer.parts.t;
      const mayCancel = mayWritePage(member.grants, 'publish', 'circulars');
      const view = { pages: pages(), sections, section, query, mayCancel };
      const message = c.req.query('did') === 'undone' ? done(writing.undone) : undefined;
      return answer.page(writing.title, listPage(answer.parts, view, message));
    }),
  );
  app.get(`${at}/pages.js`, async (c) => {
    const script = await readFile(join(import.meta.dirname, '../browser/pages.js'), 'utf8');
    c.header('cache-control', 'no-cache');
    return c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' });
  });

  /** The page that a request is about; null where there is none. */
  const stateOf = ({ section, slug }: Pick<PageRequest, 'section' | 'slug'>): FormState | null => {
    if (!SECTIONS.includes(section)) return null;
    if (slug !== null && existingFile(root, `${section}/${slug}`) === null) return null;
    return pageState(root, section, slug, todayInThailand());
  };
  const missing = ({ answer }: ContentRequest) =>
    sayNo(answer, answer.parts.t.writing.missing, 404);

  const typedOf = (section: string, body: Readonly<Record<string, unknown>>): Typed => {
    // Forms are sent with the line ends of networks.
    const text: TextOf = (name) =>
      typeof body[name] === 'string' ? body[name].replaceAll('\r\n', '\n') : '';
    const values = readTexts(section, text, `${origin}${base}`);
    const seen = readSeen(text('seen'));
    const names = Object.keys(body).filter((name) => name.startsWith(FIELD));
    const [file] = filesOf(body.picture);
    const picture = file ? { file, alt: text('alt') } : null;
    const changed = changedBy(values, seen);
    return { text, names, values, seen, changed, slug: text('slug'), picture };
  };

  /** The plan of a form, and what is said of it; null where none can be made. */
  const looked = async (
    request: PageRequest,
    state: FormState,
    typed: Typed,
    how: { readonly slug: string; readonly publish: boolean; readonly isKept?: boolean },
  ): Promise<{ readonly plan: PagePlan | null; readonly said: Said }> => {
    const named = { page: `${state.section}/${how.slug}` };
    try {
      const today = todayInThailand();
      const picture =
        how.isKept && typed.picture
          ? {
              ...(await cleanedFile({ desk, process }, typed.picture.file, 0)),
              alt: typed.picture.alt,
            }
          : undefined;
      const plan = planOf(root, state, how.slug, typed, { publish: how.publish, today, picture });
      const problems = await process.check(task(plan, request.language));
      return { plan, said: form.said(request, state, typed, problems, { ...named, plan }) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const at = { ...named, plan: null };
      return { plan: null, said: form.said(request, state, typed, error.problems, at) };
    }
  };

  const save = async (
    request: PageRequest,
    state: FormState,
    typed: Typed,
    { does, slug }: { readonly does: string; readonly slug: string },
  ): Promise<Response> => {
    const { answer, c, member } = request;
    const { writing } = answer.parts.t;
    const publish = does === 'publish';
    const isKept = does !== 'check';
    const { plan, said } = await looked(request, state, typed, { slug, publish, isKept });
    if (plan === null || countSaid(said) > 0)
      return form.page(request, state, { typed, said, status: 422 });
    if (does === 'check')
      return form.page(request, state, { typed, notice: done(writing.checked) });
    const here = `${at}/${plan.page}/`;
    if (plan.texts.every(({ before, after }) => before === after))
      return c.redirect(`${here}?did=same`, 303);
    const by = { actor: member.id, now: new Date() };
    try {
      await work.apply(plan, by);
    } catch (error) {
      return notWritten(form, request, { state, now: stateOf(request), typed }, error);
    }
    if (!publish) return c.redirect(`${here}?did=drafted`, 303);
    await queue.ask(plan.page, by);
    return c.redirect(`${base}/desk/publishing/?of=${plan.page}`, 303);
  };

  const preview = async (
    request: PageRequest,
    state: FormState,
    typed: Typed,
    slug: string,
  ): Promise<Response> => {
    const { answer, c, language } = request;
    const { writing } = answer.parts.t;
    // Of a text that is no Markdown of ours no page can be made.
    const how = { slug, publish: false, isKept: true };
    const { plan, said } = await looked(request, state, typed, how);
    if (plan === null || countSaid(said) > 0)
      return form.page(request, state, { typed, said, status: 422 });
    const page = await process.preview(task(plan, language));
    return page === null
      ? sayNo(answer, writing.previewMissing, 503)
      : c.html(withNote(page, writing.previewNote));
  };

  /** Takes back, withdraws or puts back the page that a request names. */
  const act = async (
    request: PageRequest,
    state: FormState,
    does: 'undo' | 'withdraw' | 'restore',
    reason: string,
    by: By,
  ): Promise<Response> => {
    const { c, section, slug } = request;
    const page = `${section}/${slug}`;
    const isNowhere = () => existingFile(root, page) === null;
    if (does === 'undo') {
      if (!(await work.undo(page, by))) return form.page(request, state);
      await queue.ask(page, by);
      return c.redirect(isNowhere() ? `${at}/?did=undone` : `${at}/${page}/?did=undone`, 303);
    }
    const order: PageOrder =
      does === 'withdraw' ? { do: 'withdraw', page, reason } : { do: 'restore', page };
    await carryOut(acting, request, order);
    return c.redirect(`${at}/${page}/?did=${does === 'withdraw' ? 'withdrawn' : 'restored'}`, 303);
  };

  const acting = {
    desk,
    work,
    queue,
    process,
    check: (plan: PagePlan, language: string) => process.check(task(plan, language)),
  };
  cancelRoutes(app, { ...acting, guarded });

  const getForm = guarded(
    'write-pages',
    orProblems(async (request) => {
      const state = stateOf(request);
      if (state === null) return missing(request);
      const { writing } = request.answer.parts.t;
      const did = DID[request.c.req.query('did') as keyof typeof DID];
      return form.page(request, state, did ? { notice: done(writing[did]) } : {});
    }),
  );
  const once = onceOnly();
  /** Writes, checks or shows what a form holds, or changes its rows. */
  const written = async (
    request: PageRequest,
    state: FormState,
    body: Readonly<Record<string, string | File>>,
    does: string,
  ): Promise<Response> => {
    const typed = typedOf(request.section, body);
    const asked = slugAsked(root, state, typed, todayInThailand());
    if ('fault' in asked) {
      const said = { at: new Map([['slug', [sentence(request, asked.fault)]]]), others: [] };
      return form.page(request, state, { typed, said, status: 422 });
    }
    if (does === 'preview') return preview(request, state, typed, asked.slug);
    const now = seenOf(state.section, state.text, state.fields);
    if (typed.seen.file !== now.file)
      return form.conflict(request, state, typed, changedBetween(typed.seen, now));
    const rowAct = readRowAct(typeof body.row === 'string' ? body.row : '');
    if (rowAct !== null) {
      const text = afterRowAct(typed.text, rowAct);
      return form.page(request, state, { typed: { ...typed, text } });
    }
    if (['draft', 'publish', 'check'].includes(does))
      return save(request, state, typed, { does, slug: asked.slug });
    return form.page(request, state, {
      typed,
      notice: refused(request.answer.parts.t.refused.fault),
      status: 422,
    });
  };
  const postForm = guarded(
    'write-pages',
    orProblems(async (request) => {
      const { c, member, section } = request;
      const body = await c.req.parseBody();
      const does = typeof body.do === 'string' ? body.do : '';
      const state = stateOf(request);
      if (state === null) return missing(request);
      if (['publish', 'undo', 'withdraw', 'restore', 'replace'].includes(does)) {
        const no = await request.refusal('publish');
        if (no) return no;
      }
      if (request.slug !== null && (does === 'undo' || does === 'withdraw' || does === 'restore')) {
        const reason = typeof body.reason === 'string' ? body.reason : '';
        return act(request, state, does, reason, { actor: member.id, now: new Date() });
      }
      if (request.slug !== null && does === 'replace') {
        const page = `${section}/${request.slug}`;
        return replaceFile(request, page, body, {
          ...acting,
          refused: () =>
            form.page(request, state, {
              notice: refused(request.answer.parts.t.writing.noFile),
              status: 422,
            }),
        });
      }
      const write = () => written(request, state, body, does);
      const isNew = state.slug === null && (does === 'draft' || does === 'publish');
      return isNew ? once(c, formKey(member.id, body), write) : write();
    }),
  );
  app.get(`${at}/new/:section/`, getForm);
  app.post(`${at}/new/:section/`, postForm);

  checkRoute(app, `${at}/check/`, { guarded, stateOf, typedOf, looked, root });
  app.get(`${at}/:section/:slug/`, getForm);
  app.post(`${at}/:section/:slug/`, postForm);
};
