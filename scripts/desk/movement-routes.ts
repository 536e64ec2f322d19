import type { Hono } from 'hono';
import type { OfficeAction } from '#core/desk/rights.ts';
import { ProblemError } from '#core/problem.ts';
import type { Movement } from '#core/tracking/movement.ts';
import { undoRows } from '#core/tracking/undo.ts';
import { changesOf } from '#store/desk/content-changes.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import type { GivenCells } from '../track/recording.ts';
import type { Desk } from './app.ts';
import { done, readId } from './board-desk.ts';
import type { ContentWork } from './content-work.ts';
import type { FormMessage, Html } from './form-parts.ts';
import { FORM_KINDS, type FormKind } from './movement-forms.ts';
import {
  circularAt,
  circularPage,
  listPage,
  type ShownChange,
  type Words,
} from './movement-pages.ts';
import { alertOf, save } from './movement-saving.ts';
import {
  listCirculars,
  movementText,
  type OfficeCircular,
  officeCircular,
} from './movement-view.ts';
import {
  type OfficeRequest,
  officeAsked,
  officeInAddress,
  sayNo,
  withOffices,
} from './office-request.ts';
import { dateTime } from './times.ts';
import type { DeskTracking } from './track-context.ts';

/** What the routes about movements work with. */
export interface MovementParts {
  readonly work: ContentWork;
  readonly tracking: () => Promise<DeskTracking>;
}

/** Changes that a page lists, the newest. */
const MOST_CHANGES = 20;

/** Words of pages about movements, in the language of the portal. */
export const wordsOf = ({ answer, language, tracking }: OfficeRequest): Words => {
  const { nameOf } = tracking.context;
  const time = dateTime(language);
  return {
    nameOf,
    textOf: (one) => movementText(answer.parts.t.moves, language, nameOf, one),
    timeOf: (iso) => time.format(new Date(iso)),
  };
};

/** A circular that a request is about, at an office; or the page that says why there is none. */
export const circularAsked = async (
  request: OfficeRequest,
  asked: string,
  action: OfficeAction,
): Promise<{ office: string; record: CircularRecord; found: OfficeCircular } | Response> => {
  const { c, answer, tracking } = request;
  const { refused: t } = answer.parts.t.moves;
  const id = `${c.req.param('year')}/${c.req.param('id')}`;
  const record = tracking.context.records.find((one) => one.id === id);
  if (!record) return sayNo(answer, t.noCircular, 404);
  const office = await officeAsked(request, asked, `/desk/movements/${id}/`);
  if ('said' in office) return office.said;
  const refusal = await request.refusal(action, [office.office]);
  if (refusal) return refusal;
  try {
    const found = officeCircular(tracking.context, record, office.office);
    if (found === null) return sayNo(answer, t.notOnRoute, 404);
    return { office: office.office, record, found };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return sayNo(answer, answer.parts.t.moves.broken, 422);
  }
};

/** Cells of a movement from the fields of a form: groups that are ticked, doubts that are, and the texts. */
export const cellsOfForm = (
  form: (name: string) => string,
  kind: string,
  groups: OfficeCircular['groups'],
): GivenCells => {
  const to = groups.filter(({ name }) => form(`to-${name}`) !== '').map(({ name }) => name);
  const doubts = ['date', 'number'].filter((name) => form(`doubt-${name}`) !== '');
  const isSent = kind === 'sent';
  return {
    date: form('date'),
    time: form('time'),
    number: form('number'),
    desk: form('desk'),
    to: isSent ? [...to, form('to')].filter(Boolean).join(';') : '',
    read: form('read'),
    doubt: doubts.join(' '),
    note: form('note'),
  };
};

/** The number of the last row that the person saw when they opened a form. */
export const seenIn = (form: (name: string) => string): number =>
  form('seen') === '0' ? 0 : (readId(form('seen')) ?? 0);

const DID = ['recorded', 'corrected', 'undone'] as const;

/** Pages on which officers see what is expected of their office and record it. */
export const movementRoutes = (app: Hono, desk: Desk, { work, tracking }: MovementParts): void => {
  const { base } = desk.settings;
  const { db } = desk.database;
  const at = `${base}/desk/movements`;
  const one = `${at}/:year{[0-9]{4}}/:id{[a-z0-9-]+}/`;

  const shownChanges = async ({ record, recorded, own }: OfficeCircular, office: string) => {
    const changes = await changesOf(db, record.id);
    const undone = new Set(changes.map(({ undoes }) => undoes));
    const rows = new Set(own.map(({ movement }) => movement.no));
    const isAbout = ({ office: whose, first_no: first, count }: (typeof changes)[number]) =>
      whose === office || [...rows].some((no) => no >= first && no < first + count);
    return changes
      .filter(isAbout)
      .slice(-MOST_CHANGES)
      .reverse()
      .map((change): ShownChange => {
        const isUndone = undone.has(change.id);
        const canUndo = !isUndone && undoRows(recorded, change.first_no, change.count) !== null;
        return { change, canUndo, isUndone };
      });
  };
  const show = async (
    request: OfficeRequest,
    { office, found }: { office: string; found: OfficeCircular },
    {
      sent = null,
      alert = '',
      message,
      status = 200,
    }: {
      sent?: { kind: string; value: (name: string) => string } | null;
      alert?: Html | '';
      message?: FormMessage;
      status?: 200 | 409 | 422;
    },
  ) => {
    const changes = await shownChanges(found, office);
    const view = { office, found, changes, sent, alert };
    const page = circularPage(request.answer.parts, view, wordsOf(request), message);
    return request.answer.page(found.record.circular.title, page, status);
  };

  app.get(`${base}/desk/`, (c) => c.redirect(`${at}/`, 302));
  app.get(
    `${at}/`,
    withOffices(desk, tracking, 'see', async (request) => {
      const { c, answer, own } = request;
      const query = c.req.query('q')?.trim().slice(0, 100) ?? '';
      const isOpen = !c.req.query('all');
      const from = Number(c.req.query('from') ?? 0);
      const asked = officeInAddress(request);
      const words = wordsOf(request);
      const { title } = answer.parts.t.moves;
      const nothing = { office: null, own, query, isOpen, list: null };
      if (asked === '') return answer.page(title, listPage(answer.parts, nothing, words));
      const office = await officeAsked(request, asked, '/desk/movements/');
      if ('said' in office) return office.said;
      const refusal = await request.refusal('see', [office.office]);
      if (refusal) return refusal;
      const start = Number.isInteger(from) && from > 0 ? from : 0;
      const list = await listCirculars(request.tracking.context, office.office, {
        query,
        isOpen,
        from: start,
      });
      return answer.page(
        title,
        listPage(answer.parts, { office: office.office, own, query, isOpen, list }, words),
      );
    }),
  );
  app.get(
    one,
    withOffices(desk, tracking, 'see', async (request) => {
      const asked = await circularAsked(request, officeInAddress(request), 'see');
      if (asked instanceof Response) return asked;
      const did = DID.find((name) => name === request.c.req.query('did'));
      const { moves } = request.answer.parts.t;
      const { buildMinutes } = desk.settings;
      const soon = buildMinutes === 0 ? '' : ` ${moves.builtWithin(buildMinutes)}`;
      const message = did && done(moves[did] + soon);
      return show(request, asked, message ? { message } : {});
    }),
  );
  app.post(
    one,
    withOffices(desk, tracking, 'record', async (request) => {
      const { c, answer, member, tracking: read, actingFor } = request;
      const form = await answer.form();
      const asked = await circularAsked(request, form('office'), 'record');
      if (asked instanceof Response) return asked;
      const { office, record, found } = asked;
      const kind = FORM_KINDS.find((name) => name === form('kind')) ?? ('received' as FormKind);
      const cells = cellsOfForm(form, kind, found.groups);
      const given = { ...cells, kind, office, source: `register:${actingFor(office)}` };
      try {
        const fieldOf = (column: string): string => column;
        const saving = { action: 'record', record, office, given: [given], fieldOf } as const;
        await save(work, read.context, { ...saving, seen: seenIn(form) }, member.id);
      } catch (error) {
        const { alert, status } = alertOf(request, error, wordsOf(request));
        const now = officeCircular(read.context, record, office) ?? found;
        return show(
          request,
          { office, found: now },
          { sent: { kind, value: form }, alert, status },
        );
      }
      return c.redirect(`${circularAt(answer.parts, record, office)}&did=recorded`, 303);
    }),
  );
  app.post(
    `${one}undo/`,
    withOffices(desk, tracking, 'undo', async (request) => {
      const { c, answer, member } = request;
      const form = await answer.form();
      const asked = await circularAsked(request, form('office'), 'undo');
      if (asked instanceof Response) return asked;
      const { office, record, found } = asked;
      const { cannotUndo } = answer.parts.t.moves;
      const change = (await changesOf(db, record.id)).find(
        ({ id }) => id === readId(form('change')),
      );
      if (!change) return sayNo(answer, cannotUndo, 409);
      const { first_no: first, count, id } = change;
      const offices = new Set(
        found.recorded.slice(first - 1, first - 1 + count).map((row) => row.office),
      );
      const refusal = await request.refusal('undo', [...offices]);
      if (refusal) return refusal;
      try {
        const change = { record, office, first, count, undoes: id };
        if (!(await undoChange(work, change, member.id))) return sayNo(answer, cannotUndo, 409);
      } catch (error) {
        return show(request, asked, alertOf(request, error, wordsOf(request)));
      }
      return c.redirect(`${circularAt(answer.parts, record, office)}&did=undone`, 303);
    }),
  );
};

class CannotUndo extends Error {
  override readonly name = 'CannotUndo';
}

/** Takes a change back by corrections; false where it was corrected since, or taken back already. */
const undoChange = async (
  work: ContentWork,
  {
    record,
    office,
    first,
    count,
    undoes,
  }: { record: CircularRecord; office: string; first: number; count: number; undoes: number },
  actor: string,
): Promise<boolean> => {
  const plan = (recorded: readonly Movement[]) => {
    const rows = undoRows(recorded, first, count);
    if (rows === null) throw new CannotUndo();
    return rows;
  };
  const { id: circular, ledger: file } = record;
  try {
    const change = { action: 'undo', circular, file, office, undoes, plan };
    await work.apply(change, { actor, now: new Date() });
    return true;
  } catch (error) {
    if (error instanceof CannotUndo) return false;
    throw error;
  }
};
