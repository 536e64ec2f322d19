import type { Context } from 'hono';
import { html } from 'hono/html';
import { type PostFault, postFaults } from '#core/board/post.ts';
import { mayDo, type Permission } from '#core/board/role.ts';
import { postHtml } from '#output/markdown/post-html.ts';
import { type ReadPost, readPost, readThread } from '#store/desk/board-reading.ts';
import { takeTry } from '#store/desk/members.ts';
import { type Answering, answering, type Desk, type SignedIn } from './app.ts';
import { boardTexts } from './board-pages.ts';
import type { FormMessage, Html } from './form-parts.ts';
import { plainPage } from './member-pages.ts';
import { noteRefusal } from './refusals.ts';
import { signInFirst } from './signed-out.ts';

export const refused = (text: string): FormMessage => ({ kind: 'refused', text });
export const done = (text: string): FormMessage => ({ kind: 'done', text });

/** Characters of HTML that are kept, so that what is read often is made once. */
const MOST_KEPT = 4_000_000;

/** Makes the HTML of posts, and keeps what was made last for as long as the portal is the same. */
export const postRenderer = (desk: Desk) => {
  const kept = new Map<string, string>();
  let size = 0;
  let keptWith: unknown;
  const keep = (key: string, made: string): void => {
    kept.set(key, made);
    size += made.length;
    for (const [oldest, html] of kept) {
      if (size <= MOST_KEPT) return;
      kept.delete(oldest);
      size -= html.length;
    }
  };
  return async (posts: readonly Pick<ReadPost, 'id' | 'body' | 'edited_at'>[]) => {
    const { letters } = await desk.facts();
    if (keptWith !== letters) {
      kept.clear();
      size = 0;
    }
    keptWith = letters;
    return posts.map(({ id, body, edited_at }) => {
      const key = `${id} ${edited_at ?? ''}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const made = postHtml(body, letters, desk.settings.base);
      keep(key, made);
      return made;
    });
  };
};
export type PostRenderer = ReturnType<typeof postRenderer>;

/** What somebody typed, to be selected and copied. */
const typedPart = (parts: Answering['parts'], typed: string): Html => html`
  <p class="desk-field"><label for="typed">${boardTexts(parts).typed}</label>
    <textarea id="typed" rows="8" readonly>
${typed}</textarea></p>`;

type BoardTexts = ReturnType<typeof boardTexts>;

/** Why a post was refused, in words: the reason, and the place where there is one. */
export const faultText = (t: BoardTexts, fault: PostFault): string => {
  if (fault.kind !== 'personal') return t.refused[fault.kind];
  const part = fault.in === 'title' ? t.fields.title : t.fields.body;
  return t.refused.personal(t.personal[fault.data], part, fault.place.line, fault.place.column);
};

/** The message where a post cannot be taken; null where it can. */
export const refusalOf = (
  t: BoardTexts,
  draft: { readonly title: string | null; readonly body: string },
): string | null => {
  const faults = postFaults(draft);
  return faults.length === 0 ? null : faults.map((one) => faultText(t, one)).join(' ');
};

/** A number in an address or form; null where it is none that an id can be. */
export const readId = (text: string): number | null =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;

/** Random marks of forms have this form. */
export const isOnce = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** A page that says why nothing was done, with what was typed to be copied, where there is no form that it could stand in. */
export const sayRefused = (
  { page, parts }: Answering,
  text: string,
  status: 400 | 403 | 404 | 422 | 429,
  typed = '',
): Promise<Response> => {
  const { refused: title } = parts.t.pages;
  const said = plainPage(parts, title, refused(text));
  const content = typed === '' ? said : html`${said}${typedPart(parts, typed)}`;
  return page(title, content, status);
};

/** A request of a member who may do something, as its handler gets it. */
export interface MemberRequest {
  readonly c: Context;
  readonly answer: Answering;
  readonly member: SignedIn;
  readonly t: BoardTexts;
}

/** Wraps what only a member with a permission may do: others get a refusal, and nothing is done. */
export const asMember =
  (desk: Desk, permission: Permission, handle: (request: MemberRequest) => Promise<Response>) =>
  async (c: Context): Promise<Response> => {
    const answer = await answering(desk, c);
    const t = boardTexts(answer.parts);
    const member = await answer.member();
    if (!member) return signInFirst(answer, c, t.refused.signIn);
    if (!mayDo(member.grants, permission)) {
      await noteRefusal(desk, member, permission, '');
      return sayRefused(answer, t.refused.may, 403);
    }
    return handle({ c, answer, member, t });
  };

/** The thread and post that an address and a form name; null where there is no such post in that thread. */
export const namedPost = async (desk: Desk, c: Context, post: string) => {
  const { db } = desk.database;
  const [threadId, postId] = [readId(c.req.param('id') ?? ''), readId(post)];
  if (threadId === null || postId === null) return null;
  const [thread, found] = [await readThread(db, threadId), await readPost(db, postId)];
  return thread && found?.thread === threadId ? { thread, post: found } : null;
};

/** Counts a post or report of a member; the message where they have to wait, else null. */
export const postWait = async (
  desk: Desk,
  member: SignedIn,
  wait: (minutes: number) => string,
): Promise<string | null> => {
  const who = desk.digest(member.id);
  const seconds = await takeTry(desk.database.db, 'post-account', who, new Date());
  return seconds > 0 ? wait(Math.ceil(seconds / 60)) : null;
};
