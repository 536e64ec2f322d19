import type { Hono } from 'hono';
import { isSection } from '#core/board/post.ts';
import {
  type Ending,
  isPace,
  readEnding,
  type SubscriptionTarget,
} from '#core/board/subscription.ts';
import { readThread } from '#store/desk/board-reading.ts';
import { paceOf, subscribe, unsubscribe, unsubscribeDaily } from '#store/desk/subscriptions.ts';
import { answering, type Desk, type SignedIn } from './app.ts';
import { asMember, done, refused, sayRefused } from './board-desk.ts';
import { boardTexts, sectionName } from './board-pages.ts';
import type { Html } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';
import { endPage, followPart } from './subscription-pages.ts';

const partOf = async (
  { database }: Desk,
  parts: PageParts,
  member: SignedIn | null,
  target: SubscriptionTarget,
  says: string,
): Promise<Html> => {
  const pace = member && (await paceOf(database.db, member.id, target));
  return followPart(parts, target, says, pace, member);
};

/** How one gets mail about a thread; nothing where the thread is not shown. */
export const followThread = async (
  desk: Desk,
  parts: PageParts,
  member: SignedIn | null,
  { id, state }: { readonly id: number; readonly state: string },
): Promise<Html | ''> =>
  state === 'shown'
    ? partOf(desk, parts, member, { kind: 'thread', target: String(id) }, parts.t.follow.thread)
    : '';

/** How one gets mail about a section; nothing where `section` is ''. */
export const followSection = async (
  desk: Desk,
  parts: PageParts,
  member: SignedIn | null,
  section: string,
): Promise<Html | ''> => {
  if (section === '') return '';
  const says = parts.t.follow.section(sectionName(parts.t.board, section));
  return partOf(desk, parts, member, { kind: 'section', target: section }, says);
};

/** The thread of an ending, where what was merged leads on; undefined for other endings. */
const threadOf = async ({ database: { db } }: Desk, ending: Ending) => {
  if (ending === 'daily' || ending.kind !== 'thread') return undefined;
  const thread = await readThread(db, Number(ending.target));
  return thread?.merged_into ? readThread(db, thread.merged_into) : thread;
};

/** Title of the thread of an ending, or its number where nobody sees it. */
const shownTitle = async (desk: Desk, ending: SubscriptionTarget): Promise<string> => {
  const thread = await threadOf(desk, ending);
  return thread?.state === 'shown' ? thread.title : ending.target;
};

const choosing = (app: Hono, desk: Desk): void => {
  const { db } = desk.database;
  app.post(
    `${desk.settings.base}/board/follow/`,
    asMember(desk, 'write', async ({ answer, member, t }) => {
      const form = await answer.form();
      const [target, pace] = [readEnding(form('target')), form('pace')];
      if (target === null || target === 'daily') return sayRefused(answer, t.refused.form, 422);
      const by = { actor: member.id, now: new Date() };
      const back = () =>
        form('back') === 'members'
          ? answer.lead('/#mail')
          : answer.leadBoard(
              target.kind === 'thread' ? `/${target.target}/` : `/?section=${target.target}`,
            );
      if (pace === '') {
        await unsubscribe(db, target, by);
        return back();
      }
      if (!isPace(pace)) return sayRefused(answer, t.refused.form, 422);
      if (!member.hasMail) return sayRefused(answer, answer.parts.t.follow.noMail, 422);
      const isThere =
        target.kind === 'section'
          ? isSection(target.target)
          : (await readThread(db, Number(target.target)))?.state === 'shown';
      if (!isThere) return sayRefused(answer, t.refused.missing, 404);
      await subscribe(db, target, pace, by);
      return back();
    }),
  );
};

/** The page behind the address of a letter. Only a POST changes anything: programs that check mail follow links. */
const ending = (app: Hono, desk: Desk): void => {
  const { db } = desk.database;
  const { path, read, addressOf } = desk.endings;
  app.get(path, async (c) => {
    const { page, parts } = await answering(desk, c);
    const { end } = parts.t.follow;
    const found = read(c.req.query('token') ?? '');
    if (!found) return page(end.title, endPage(parts, '', '', refused(end.wrong)), 400);
    const { member, ending } = found;
    const address = addressOf(member, ending).slice(desk.settings.origin.length);
    if (ending === 'daily') return page(end.title, endPage(parts, address, end.daily));
    const says =
      ending.kind === 'section'
        ? end.section(sectionName(boardTexts(parts), ending.target))
        : end.thread(await shownTitle(desk, ending));
    return page(end.title, endPage(parts, address, says));
  });
  app.post(path, async (c) => {
    const { page, parts } = await answering(desk, c);
    const { end } = parts.t.follow;
    const found = read(c.req.query('token') ?? '');
    if (!found) return page(end.title, endPage(parts, '', '', refused(end.wrong)), 400);
    const by = { actor: found.member, now: new Date() };
    if (found.ending === 'daily') await unsubscribeDaily(db, by);
    else {
      const thread = await threadOf(desk, found.ending);
      const target = thread ? { kind: 'thread' as const, target: String(thread.id) } : found.ending;
      await unsubscribe(db, target, by);
    }
    return page(end.title, endPage(parts, '', '', done(end.done)));
  });
};

/** How members choose the mail that they get about posts, and end it, signed in or by the address of a letter. */
export const subscriptionRoutes = (app: Hono, desk: Desk): void => {
  choosing(app, desk);
  ending(app, desk);
};
