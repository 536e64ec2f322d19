import type { Hono } from 'hono';
import { ProblemError } from '#core/problem.ts';
import { readSlipDays, SLIP_DAYS } from '#core/slip/slip.ts';
import { slipsToMake } from '#core/slip/wanted.ts';
import { todayInThailand } from '#store/clock.ts';
import { liveSlipsOf, refuseTooManySlips, revokeSlips } from '#store/desk/slips.ts';
import { atOnce } from '../lib/at-once.ts';
import { officesForSlips } from '../slips/offices.ts';
import { withoutAcknowledged } from '../slips/unacknowledged.ts';
import type { Desk } from './app.ts';
import { done, readId, refused } from './board-desk.ts';
import type { FormMessage } from './form-parts.ts';
import { circularAsked, type MovementParts } from './movement-routes.ts';
import { dayText, inLanguage } from './movement-view.ts';
import { type OfficeRequest, officeInAddress, sayNo, withOffices } from './office-request.ts';
import { isLoopback } from './settings.ts';
import type { SlipKeys } from './slip-keys.ts';
import { slipsPage } from './slip-pages.ts';

/** Slips that one press makes at most: more than any province has offices. */
const MOST_AT_ONCE = 1000;

/** Pages on which officers print and revoke slips for their office and those below it. */
export const slipRoutes = (
  app: Hono,
  desk: Desk,
  { tracking }: Pick<MovementParts, 'tracking'>,
  keys: SlipKeys,
): void => {
  const { db } = desk.database;
  const at = `${desk.settings.base}/desk/movements/:year{[0-9]{4}}/:id{[a-z0-9-]+}/slips/`;
  /** Of a button that is pressed twice, the second press sees the slips of the first. */
  const oneByOne = atOnce(1);
  type Asked = Exclude<Awaited<ReturnType<typeof circularAsked>>, Response>;

  const officesOf = ({ tracking: read }: OfficeRequest, { record, office }: Asked): string[] =>
    officesForSlips(read.context, read.senders, record, office);
  const liveOf = async (request: OfficeRequest, asked: Asked) => {
    const offices = new Set(officesOf(request, asked));
    const live = await liveSlipsOf(db, asked.record.id, todayInThailand());
    return live.filter(({ office }) => offices.has(office));
  };
  const show = async (
    request: OfficeRequest,
    asked: Asked,
    { message, days = String(SLIP_DAYS) }: { message?: FormMessage; days?: string } = {},
  ) => {
    const { answer, language, tracking: read } = request;
    const view = {
      office: asked.office,
      found: asked.found,
      count: officesOf(request, asked).length,
      live: await liveOf(request, asked),
      days,
      isLoopback: isLoopback(desk.settings.origin),
      dayText: (day: string) => dayText(language, day),
      nameOf: read.context.nameOf,
    };
    const status = message?.kind === 'refused' ? 422 : 200;
    return answer.page(answer.parts.t.slips.title, slipsPage(answer.parts, view, message), status);
  };

  const print = async (request: OfficeRequest, asked: Asked, form: (name: string) => string) => {
    const { c, answer, member, language, tracking: read } = request;
    const { slips: t } = answer.parts.t;
    const days = readSlipDays(form('days'));
    if (days === null) {
      return show(request, asked, { message: refused(t.wrongDays), days: form('days') });
    }
    const all = officesOf(request, asked);
    const { record, office } = asked;
    const wanted = form('missing') === '' ? all : withoutAcknowledged(read.context, record, all);
    if (wanted.length === 0) return show(request, asked, { message: refused(t.nobody) });
    const toMake = slipsToMake(wanted, await liveOf(request, asked), form('renew') !== '');
    const count = toMake.offices.length;
    if (count === 0) return show(request, asked, { message: refused(t.allHave) });
    if (count > MOST_AT_ONCE) return show(request, asked, { message: refused(t.atOnce) });
    const today = todayInThailand();
    const { texts } = await desk.frame();
    const sheet = { keys, texts, language, nameOf: read.context.nameOf, record };
    try {
      await refuseTooManySlips(db, count, today);
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return show(request, asked, { message: refused(t.tooMany) });
    }
    try {
      const order = { toMake, above: office, today, days };
      const by = { actor: member.id, now: new Date() };
      // What draws sheets takes 8 MB, and few visits print any.
      const { printSlips } = await import('../slips/print.ts');
      const { kept } = await printSlips(db, sheet, order, by, (pdf) => pdf);
      c.header(
        'content-disposition',
        `attachment; filename="slips-${record.id.replace('/', '-')}-${office}.pdf"`,
      );
      return c.body(new Uint8Array(kept), 200, { 'content-type': 'application/pdf' });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const text = error.problems.map(({ what }) => inLanguage(language, what)).join(' ');
      return show(request, asked, { message: refused(text) });
    }
  };

  app.get(
    at,
    withOffices(desk, tracking, 'print-slips', async (request) => {
      const asked = await circularAsked(request, officeInAddress(request), 'print-slips');
      if (asked instanceof Response) return asked;
      const isPrinted = request.c.req.query('did') === 'print';
      const message = isPrinted ? { message: done(request.answer.parts.t.slips.printed) } : {};
      return show(request, asked, message);
    }),
  );
  app.post(
    at,
    withOffices(desk, tracking, 'print-slips', async (request) => {
      const { answer, member } = request;
      const { slips: t, moves } = answer.parts.t;
      const form = await answer.form();
      const asked = await circularAsked(request, form('office'), 'print-slips');
      if (asked instanceof Response) return asked;
      if (form('do') === 'print') return oneByOne(() => print(request, asked, form));
      const live = await liveOf(request, asked);
      const one = form('do') === 'revoke' ? readId(form('slip')) : null;
      const chosen = form('do') === 'revoke-all' ? live : live.filter(({ id }) => id === one);
      if (chosen.length === 0) return sayNo(answer, moves.cannotUndo, 409);
      const ids = chosen.map(({ id }) => id);
      const count = await revokeSlips(db, ids, { actor: member.id, now: new Date() });
      return show(request, asked, { message: done(t.revoked(count)) });
    }),
  );
};
