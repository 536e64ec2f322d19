import type { Hono } from 'hono';
import { html } from 'hono/html';
import { buddhistYear, isFullDate } from '#core/letter/date.ts';
import { officeNamed } from '#core/office/find.ts';
import { isGroup, type Movement } from '#core/tracking/movement.ts';
import { newestOf } from '#core/tracking/undo.ts';
import type { GivenCells } from '../track/recording.ts';
import type { Desk } from './app.ts';
import { readId } from './board-desk.ts';
import { type Html, head } from './form-parts.ts';
import { bulkForm, type FormKind, type GroupName } from './movement-forms.ts';
import { circularAt, correctPage } from './movement-pages.ts';
import {
  cellsOfForm,
  circularAsked,
  type MovementParts,
  seenIn,
  wordsOf,
} from './movement-routes.ts';
import { AddedMeanwhile, alertOf, save } from './movement-saving.ts';
import { type OfficeCircular, officeCircular, statesOf } from './movement-view.ts';
import { type OfficeRequest, officeInAddress, sayNo, withOffices } from './office-request.ts';

/** A day as a person types it: in the Buddhist era for readers of Thai, as far as it is known. */
export const typedDay = (language: string, day: string): string => {
  if (language !== 'th' || !isFullDate(day)) return day;
  return `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${buddhistYear(day)}`;
};

/** What a form shows of a movement that is corrected: each field as it is recorded. */
const recordedIn =
  (
    { language, tracking: { context } }: OfficeRequest,
    { date, time, number, desk, to, read, doubt, note }: Movement,
  ) =>
  (name: string): string => {
    const [, group] = /^to-(.+)$/.exec(name) ?? [];
    if (group !== undefined) return to.includes(group) ? 'yes' : '';
    const offices = to
      .filter((one) => !isGroup(one))
      .map((one) => {
        const full = context.nameOf(one);
        return officeNamed(context.registry, full)?.id === one ? full : one;
      });
    const texts: Readonly<Record<string, string | undefined>> = {
      to: offices.join('; '),
      'doubt-date': doubt.date && 'yes',
      'doubt-number': doubt.number && 'yes',
      date: date && typedDay(language, date),
      time,
      number,
      desk,
      read,
      note,
    };
    return texts[name] ?? '';
  };

/** Pages on which one movement is corrected, and several offices are recorded at once. */
export const correctRoutes = (app: Hono, desk: Desk, { work, tracking }: MovementParts): void => {
  const one = `${desk.settings.base}/desk/movements/:year{[0-9]{4}}/:id{[a-z0-9-]+}/`;

  const showCorrect = (
    request: OfficeRequest,
    { office, found }: { office: string; found: OfficeCircular },
    { movement, newest }: OfficeCircular['own'][number],
    {
      value = recordedIn(request, movement),
      alert = '',
      status = 200,
    }: { value?: (name: string) => string; alert?: Html | ''; status?: 200 | 409 | 422 },
  ) => {
    const { answer } = request;
    const kind = movement.kind as FormKind;
    // Groups that were named and that it has no office in are kept to be unticked.
    const named = movement.to.filter(isGroup) as GroupName[];
    const groups = [...new Set([...found.groups.map(({ name }) => name), ...named])];
    const fields = { form: 'correct', kind, groups, value };
    const page = correctPage(answer.parts, { office, found, fields, no: newest, alert });
    return answer.page(answer.parts.t.moves.correctTitle, page, status);
  };
  app.get(
    `${one}correct/`,
    withOffices(desk, tracking, 'correct', async (request) => {
      const { c, answer } = request;
      const asked = await circularAsked(request, officeInAddress(request), 'correct');
      if (asked instanceof Response) return asked;
      const no = readId(c.req.query('no') ?? '');
      const row = asked.found.own.find(({ newest }) => newest === no);
      if (!row) return sayNo(answer, answer.parts.t.moves.cannotUndo, 404);
      return showCorrect(request, asked, row, {});
    }),
  );
  app.post(
    `${one}correct/`,
    withOffices(desk, tracking, 'correct', async (request) => {
      const { c, answer, member, tracking: read, actingFor } = request;
      const form = await answer.form();
      const asked = await circularAsked(request, form('office'), 'correct');
      if (asked instanceof Response) return asked;
      const { office, record, found } = asked;
      const no = readId(form('no'));
      const row =
        no !== null && no <= found.seen
          ? found.own.find(({ newest }) => newest === newestOf(found.recorded, no))
          : undefined;
      if (!row) return sayNo(answer, answer.parts.t.moves.cannotUndo, 409);
      const isBack = form('back') !== '';
      const groups = [
        ...found.groups,
        ...row.movement.to
          .filter((name) => isGroup(name) && found.groups.every((group) => group.name !== name))
          .map((name) => ({ name: name as GroupName, offices: [] })),
      ];
      const cells: GivenCells = isBack ? {} : cellsOfForm(form, row.movement.kind, groups);
      const source = `register:${actingFor(office)}`;
      const given = { ...cells, kind: 'corrected', office, source, corrects: String(no) };
      const check = (recorded: readonly Movement[]): void => {
        const newest = newestOf(recorded, no ?? 0);
        if (newest !== no) throw new AddedMeanwhile([recorded[newest - 1] as Movement]);
      };
      try {
        const fieldOf = (column: string): string => column;
        const saving = { action: 'correct', record, office, given: [given], fieldOf } as const;
        await save(work, read.context, { ...saving, seen: seenIn(form), check }, member.id);
      } catch (error) {
        const { alert, status } = alertOf(request, error, wordsOf(request));
        const now = officeCircular(read.context, record, office) ?? found;
        const newest = newestOf(now.recorded, no ?? 0);
        const again = now.own.find((own) => own.newest === newest) ?? row;
        const value = isBack ? recordedIn(request, again.movement) : form;
        return showCorrect(request, { office, found: now }, again, { value, alert, status });
      }
      return c.redirect(`${circularAt(answer.parts, record, office)}&did=corrected`, 303);
    }),
  );

  const showBulk = (
    request: OfficeRequest,
    {
      office,
      record,
      found,
    }: { office: string; record: OfficeCircular['record']; found: OfficeCircular },
    branch: GroupName,
    {
      value,
      alert = '',
      status = 200,
    }: { value?: (name: string) => string; alert?: Html | ''; status?: 200 | 409 | 422 },
  ) => {
    const { answer, tracking: read } = request;
    const { moves: t } = answer.parts.t;
    const { nameOf } = wordsOf(request);
    const ids = found.groups.find(({ name }) => name === branch)?.offices ?? [];
    const states = statesOf(read.context, record, ids);
    const offices = ids.map((id) => {
      const expected = states.get(id);
      const isMissing = expected?.missing.includes('received') ?? false;
      return {
        id,
        name: nameOf(id),
        state: expected ? t.states[expected.state] : '',
        isChosen: value ? value(`take-${id}`) !== '' : isMissing,
        number: value?.(`number-${id}`) ?? '',
      };
    });
    const form = bulkForm(t, circularAt(answer.parts, record, office, 'below/'), {
      office,
      branch,
      seen: found.seen,
      kind: value?.('kind') ?? 'received',
      date: value?.('date') ?? '',
      offices,
    });
    const page = html`
  ${head(t.bulkTitle)}
  ${alert}
  <p>${record.circular.title} · ${nameOf(office)} · ${t.groups[branch]}</p>
  <p>${t.bulkLead}</p>
  <p class="soft">${t.noRecordMeans}</p>
  ${form}
  <p class="desk-part"><a href="${circularAt(answer.parts, record, office)}">${t.backToCircular}</a></p>`;
    return answer.page(t.bulkTitle, page, status);
  };
  const branchAsked = (found: OfficeCircular, asked: string): GroupName | null =>
    found.groups.find(({ name }) => name === asked)?.name ?? null;
  app.get(
    `${one}below/`,
    withOffices(desk, tracking, 'record', async (request) => {
      const { c, answer } = request;
      const asked = await circularAsked(request, officeInAddress(request), 'record');
      if (asked instanceof Response) return asked;
      const branch = branchAsked(asked.found, c.req.query('branch') ?? '');
      if (branch === null) return sayNo(answer, answer.parts.t.moves.refused.notOnRoute, 404);
      return showBulk(request, asked, branch, {});
    }),
  );
  app.post(
    `${one}below/`,
    withOffices(desk, tracking, 'record', async (request) => {
      const { c, answer, member, tracking: read, actingFor } = request;
      const { moves: t } = answer.parts.t;
      const form = await answer.form();
      const asked = await circularAsked(request, form('office'), 'record');
      if (asked instanceof Response) return asked;
      const { office, record, found } = asked;
      const branch = branchAsked(found, form('branch'));
      if (branch === null) return sayNo(answer, t.refused.notOnRoute, 404);
      const all = found.groups.find(({ name }) => name === branch)?.offices ?? [];
      const chosen = all.filter((id) => form(`take-${id}`) !== '');
      const refusal = await request.refusal('record', chosen);
      if (refusal) return refusal;
      const words = wordsOf(request);
      const nothing = html`<p class="desk-message desk-refused" role="alert">${t.bulkNone}</p>`;
      if (chosen.length === 0) {
        return showBulk(request, asked, branch, { value: form, alert: nothing, status: 422 });
      }
      const kind = ['acknowledged', 'done'].find((name) => name === form('kind')) ?? 'received';
      const source = `register:${actingFor(office)}`;
      const given = chosen.map((id) => {
        return { kind, office: id, date: form('date'), number: form(`number-${id}`), source };
      });
      try {
        const fieldOf = (column: string, at: number): string =>
          `${column} ${words.nameOf(chosen[at] as string)}`;
        const saving = { action: 'record', record, office, given, fieldOf } as const;
        await save(work, read.context, { ...saving, seen: seenIn(form) }, member.id);
      } catch (error) {
        const { alert, status } = alertOf(request, error, words);
        const now = officeCircular(read.context, record, office) ?? found;
        return showBulk(request, { office, record, found: now }, branch, {
          value: form,
          alert,
          status,
        });
      }
      return c.redirect(`${circularAt(answer.parts, record, office)}&did=recorded`, 303);
    }),
  );
};
