import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { ProblemError } from '#core/problem.ts';
import {
  type Acknowledged,
  acknowledgedIn,
  isGoodOn,
  readSlipToken,
  type Slip,
} from '#core/slip/slip.ts';
import { effectiveMovements, type Movement, SLIP_SOURCE } from '#core/tracking/movement.ts';
import { readDateCell } from '#core/tracking/register/date-cell.ts';
import { todayInThailand } from '#store/clock.ts';
import { giveTryBack, takeTry } from '#store/desk/members.ts';
import { giveDayBack, slipByCode, slipById, takeOfDay } from '#store/desk/slips.ts';
import { ackPage, codePage } from './ack-pages.ts';
import { type Answering, answering, type Desk } from './app.ts';
import { done, refused } from './board-desk.ts';
import { networkOf } from './client-network.ts';
import { typedDay } from './correct-routes.ts';
import type { FormMessage, Html } from './form-parts.ts';
import { problemList } from './movement-pages.ts';
import { type MovementParts, seenIn } from './movement-routes.ts';
import { AddedMeanwhile, alertOf, save } from './movement-saving.ts';
import { dayText, movementText, type OfficeCircular, officeCircular } from './movement-view.ts';
import { sayNo } from './office-request.ts';
import type { SlipKeys } from './slip-keys.ts';
import { type DeskTracking, hasContent } from './track-context.ts';

/** A slip that somebody holds, with what is on record of its office. */
interface Held {
  readonly slip: Slip;
  readonly read: DeskTracking;
  readonly found: OfficeCircular;
  readonly known: Acknowledged | null;
}

/** Search engines are to keep away, wherever somebody may have put the address of a slip. */
const NO_ROBOTS = html`<meta name="robots" content="noindex">`;

const knownIn = (recorded: readonly Movement[], office: string): Acknowledged | null =>
  acknowledgedIn(
    recorded,
    effectiveMovements(recorded).filter((one) => one.office === office),
  );

const heldOf = (slip: Slip, read: DeskTracking): Held | null => {
  const record = read.context.records.find(({ id }) => id === slip.circular);
  const found = record ? officeCircular(read.context, record, slip.office) : null;
  return found && { slip, read, found, known: knownIn(found.recorded, slip.office) };
};

/** Whether what somebody typed is what is recorded: they pressed twice, or came back to look. */
const isSame = (known: Acknowledged, number: string, date: string): boolean =>
  known.movement.number === number && known.movement.date === (readDateCell(date).value ?? date);

/** Pages on which an office acknowledges a circular by a slip of paper: without an account, a password or a cookie. */
export const ackRoutes = (
  app: Hono,
  desk: Desk,
  { work, tracking }: MovementParts,
  keys: SlipKeys,
): void => {
  const { db } = desk.database;
  const { path } = keys;

  /** The one answer to whatever is no slip that is good: forged, guessed, expired, revoked, or of a circular that is gone. */
  const nothing = (answer: Answering): Promise<Response> => {
    const { ack: t } = answer.parts.t.slips;
    return answer.page(t.title, codePage(answer.parts, path, refused(t.nothing)), 404, NO_ROBOTS);
  };
  const wait = (answer: Answering, seconds: number): Promise<Response> => {
    const { refused: t, slips } = answer.parts.t;
    const message = refused(t.wait(Math.ceil(seconds / 60)));
    return answer.page(slips.ack.title, codePage(answer.parts, path, message), 429, NO_ROBOTS);
  };

  app.get(path, async (c) => {
    const answer = await answering(desk, c);
    return answer.page(answer.parts.t.slips.ack.title, codePage(answer.parts, path));
  });
  app.post(path, async (c) => {
    const answer = await answering(desk, c);
    const code = keys.digestOf((await answer.form())('code'));
    // What is no code at all guesses nothing.
    if (code === null) return nothing(answer);
    const [now, today] = [new Date(), todayInThailand()];
    const who = desk.digest(networkOf(answer.client));
    const seconds = await takeTry(db, 'slip-address', who, now);
    if (seconds > 0) return wait(answer, seconds);
    if (!(await takeOfDay(db, today, now))) {
      const { ack: t } = answer.parts.t.slips;
      return answer.page(t.title, codePage(answer.parts, path, refused(t.closed)), 429, NO_ROBOTS);
    }
    const slip = await slipByCode(db, code);
    if (slip === null || !isGoodOn(slip, today)) return nothing(answer);
    await giveTryBack(db, 'slip-address', who);
    await giveDayBack(db, today);
    return c.redirect(keys.pathOf(slip), 303);
  });

  const goodSlip = async (c: Context): Promise<Slip | null> => {
    const token = readSlipToken(c.req.param('token') ?? '');
    const slip = token && (await slipById(db, token.id));
    const isGood =
      slip && keys.isSigned(slip, token.signature) && isGoodOn(slip, todayInThailand());
    return isGood ? slip : null;
  };

  const show = async (
    answer: Answering,
    { slip, read, found, known }: Held,
    {
      alert = '',
      message,
      status = 200,
      value,
    }: {
      alert?: Html | '';
      message?: FormMessage;
      status?: 200 | 409 | 422 | 429;
      value?: (name: string) => string;
    } = {},
  ): Promise<Response> => {
    const { language } = await desk.frame();
    const { nameOf } = read.context;
    const recorded: Readonly<Record<string, string | undefined>> = {
      number: known?.movement.number,
      date: known?.movement.date && typedDay(language, known.movement.date),
    };
    const view = {
      action: keys.pathOf(slip),
      office: slip.office,
      record: found.record,
      until: dayText(language, slip.expires),
      known,
      seen: found.seen,
      value: value ?? ((name: string) => recorded[name] ?? ''),
      alert,
    };
    const textOf = (one: Movement): string =>
      movementText(answer.parts.t.moves, language, nameOf, one);
    const { title } = answer.parts.t.slips.ack;
    const page = ackPage(answer.parts, view, { textOf, nameOf }, message);
    return answer.page(title, page, status, NO_ROBOTS);
  };

  const withSlip =
    (handle: (c: Context, answer: Answering, held: Held) => Promise<Response>) =>
    async (c: Context): Promise<Response> => {
      const answer = await answering(desk, c);
      const { moves: t } = answer.parts.t;
      if (!hasContent(desk.root)) return sayNo(answer, t.refused.noContent, 503);
      const slip = await goodSlip(c);
      if (slip === null) return nothing(answer);
      const read = await tracking();
      let held: Held | null;
      try {
        held = heldOf(slip, read);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return sayNo(answer, t.broken, 422);
      }
      return held === null ? nothing(answer) : handle(c, answer, held);
    };

  const record = async (
    { slip, read, found, known }: Held,
    form: (name: string) => string,
  ): Promise<void> => {
    const { office } = slip;
    const cells = { office, source: SLIP_SOURCE, number: form('number'), date: form('date') };
    const given = known
      ? { ...cells, kind: 'corrected', corrects: String(known.newest) }
      : { ...cells, kind: 'acknowledged' };
    const saving = {
      action: known ? ('correct' as const) : ('acknowledge' as const),
      record: found.record,
      office,
      given: [given],
      fieldOf: (column: string) => column,
      seen: seenIn(form),
      // Whatever the form says it has seen: an officer who corrected it meanwhile is not overruled.
      check: (recorded: readonly Movement[]) => {
        const now = knownIn(recorded, office);
        if (now?.newest !== known?.newest) throw new AddedMeanwhile(now ? [now.movement] : []);
      },
    };
    await save(work, read.context, saving, `slip:${slip.id}`);
  };

  for (const end of ['/', '']) {
    app.get(
      `${path}:token{[0-9A-Za-z-]+}${end}`,
      withSlip((c, answer, held) => {
        const { ack: t } = answer.parts.t.slips;
        const did = c.req.query('did');
        const text = did === 'acknowledge' ? t.thanks : did === 'correct' ? t.corrected : null;
        return show(answer, held, text !== null && held.known ? { message: done(text) } : {});
      }),
    );
  }
  app.post(
    `${path}:token{[0-9A-Za-z-]+}/`,
    withSlip(async (c, answer, held) => {
      const { slip, read, known } = held;
      const { ack: t } = answer.parts.t.slips;
      const form = await answer.form();
      const [number, date] = [form('number'), form('date')];
      const thank = (did: string) => c.redirect(`${keys.pathOf(slip)}?did=${did}`, 303);
      if (known && isSame(known, number, date)) return thank('acknowledge');
      if (known && !known.isOfSlip) return show(answer, held, { status: 409 });
      const empty = [number === '' && t.noNumber, date === '' && t.noDate].filter(
        (text) => text !== false,
      );
      if (empty.length > 0) {
        const alert = problemList(answer.parts.t.moves.problem, empty);
        return show(answer, held, { alert, status: 422, value: form });
      }
      const who = desk.digest(`slip ${slip.id}`);
      const seconds = await takeTry(db, 'slip-use', who, new Date());
      if (seconds > 0) {
        const message = refused(answer.parts.t.refused.wait(Math.ceil(seconds / 60)));
        return show(answer, held, { message, status: 429, value: form });
      }
      try {
        await record(held, form);
      } catch (error) {
        await giveTryBack(db, 'slip-use', who);
        const { language } = await desk.frame();
        const { nameOf } = read.context;
        const textOf = (one: Movement): string =>
          movementText(answer.parts.t.moves, language, nameOf, one);
        const timeOf = (iso: string): string => iso;
        const said = alertOf({ answer, language }, error, { nameOf, textOf, timeOf });
        const now = heldOf(slip, read) ?? held;
        // The same form that was sent twice: the first of them recorded it.
        if (now.known && isSame(now.known, number, date)) return thank('acknowledge');
        return show(answer, now, { ...said, value: form });
      }
      return thank(known ? 'correct' : 'acknowledge');
    }),
  );
};
