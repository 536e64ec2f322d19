import type { Context } from 'hono';
import { html } from 'hono/html';
import { type Html, head } from './form-parts.ts';
import { isSentByPage, lostFiles, sendAgain, type TypedForm, typedIn } from './kept-form.ts';
import type { PageParts } from './member-fields.ts';

/** Part of the query of an address to which a form is sent: for whom the page with the form was made. */
const OWNER = 'as';
const LENGTH = 16;

/** What of a desk stands for its members. */
interface Digesting {
  readonly digest: (text: string) => string;
}

/** Stands for a member in forms of pages that were made for that member. */
export const ownerMark = (desk: Digesting, member: string): string =>
  desk.digest(`forms of ${member}`).slice(0, LENGTH);

const FORM = /<form\b[^>]*\bmethod="post"[^>]*>/g;
const ADDRESS = /\b(action|data-upload)="([^"]*)"/g;

const withOwner = (address: string, mark: string): string => {
  const [path = '', query = ''] = address.split('?');
  const parts = query.split('&amp;').filter((one) => one !== '');
  // What was kept of a form goes on for whom it was made.
  if (parts.some((one) => one.startsWith(`${OWNER}=`))) return address;
  return `${path}?${[...parts, `${OWNER}=${mark}`].join('&amp;')}`;
};

const escaped = (address: string): string =>
  address.replaceAll('&', '&amp;').replaceAll('"', '%22');

/**
 * A page whose forms say for whom they were made: where somebody else has signed in since, as on a computer that several share, what
 * they typed would be sent in the name of the other. `address` is that of the page, to which forms without one of their own are sent.
 */
export const withFormOwner = (page: string, mark: string, address: string): string =>
  page.replace(FORM, (tag) => {
    const own = tag.replace(ADDRESS, (_, name, to) => `${name}="${withOwner(to, mark)}"`);
    const isOwn = /\baction="/.test(tag);
    return isOwn ? own : `${own.slice(0, -1)} action="${withOwner(escaped(address), mark)}">`;
  });

const otherPage = (parts: PageParts, name: string, path: URL, typed: TypedForm): Html => {
  const { formOwner } = parts.t;
  const kept = `${path.pathname}${path.search}`;
  path.searchParams.delete(OWNER);
  return html`
  ${head(parts.t.pages.refused, { kind: 'refused', text: formOwner.other(name) })}
  ${lostFiles(parts.t, typed)}
  <ul class="stack">
    <li class="stack"><p>${formOwner.self}</p>
      <p><a class="button" href="${parts.at}/" target="_blank">${formOwner.account}</a></p>
      ${sendAgain(parts.t, kept, typed)}</li>
    <li class="stack"><p>${formOwner.here(name)}</p>
      ${sendAgain(parts.t, `${path.pathname}${path.search}`, typed, formOwner.send(name))}</li>
  </ul>`;
};

/** Whether a form says for whom its page was made; programs send some that do not. */
export const namesOwner = (c: Context): boolean => c.req.query(OWNER) !== undefined;

/** Whether a form that says so comes from a page that was made for somebody else than `member`. */
export const isOfOther = (desk: Digesting, c: Context, member: { readonly id: string }): boolean =>
  c.req.query(OWNER) !== ownerMark(desk, member.id);

/** Answers such a form: nothing was done, and it can be sent by whom the page was made for, or in the name of who is signed in now. */
export const askOwner = async (
  answer: {
    readonly parts: PageParts;
    readonly page: (title: string, content: Html, status: 409) => Promise<Response>;
  },
  c: Context,
  member: { readonly name: string },
): Promise<Response> => {
  const { page, parts } = answer;
  if (!isSentByPage(c)) {
    // The rest of a file is not read, so nothing can follow it on this connection.
    c.header('connection', 'close');
    return c.json({ text: parts.t.formOwner.script(member.name) }, 409);
  }
  const typed = await typedIn(c.req.raw);
  if (!typed.isWhole) c.header('connection', 'close');
  const content = otherPage(parts, member.name, new URL(c.req.url), typed);
  return page(parts.t.pages.refused, content, 409);
};
