import type { Context } from 'hono';
import { html } from 'hono/html';
import { type Answering, answering, type Desk } from './app.ts';
import { type Html, head } from './form-parts.ts';
import {
  isSentByPage,
  lostFiles,
  pathBelow,
  sendAgain,
  type TypedForm,
  typedIn,
} from './kept-form.ts';
import type { PageParts } from './member-fields.ts';
import { signInPage } from './member-pages.ts';
import { wayOn } from './member-requests.ts';

/** Holds what was typed until its writer has signed in, in another tab, and sends it again. */
const againPage = ({ t, at }: PageParts, address: string, typed: TypedForm): Html => {
  const { signedOut } = t;
  return html`
  ${head(t.pages.signIn, { kind: 'refused', text: signedOut.kept })}
  ${lostFiles(t, typed)}
  <ol class="stack">
    <li>${signedOut.first} <a class="button" href="${at}/" target="_blank">${signedOut.signIn}</a></li>
    <li>${signedOut.second}
      ${sendAgain(t, address, typed)}</li>
  </ol>`;
};

/**
 * Answers who asks for what only members may do and is not signed in, as once a session has ended: a form that was sent is
 * kept on the page, to be sent again; a page that was asked for comes behind signing in; a script gets a text.
 */
export const signInFirst = async (
  answer: Answering,
  c: Context,
  why: string,
): Promise<Response> => {
  const { page, parts } = answer;
  const { pages, signedOut } = parts.t;
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!isRead && !isSentByPage(c)) {
    // The rest of a file is not read, so nothing can follow it on this connection.
    c.header('connection', 'close');
    return c.json({ text: signedOut.script }, 403);
  }
  const typed = isRead ? null : await typedIn(c.req.raw);
  if (typed && !typed.isWhole) c.header('connection', 'close');
  const path = pathBelow(c, parts.base);
  if (typed && typed.fields.length + typed.files.length > 0) {
    return page(pages.signIn, againPage(parts, `${parts.base}${path}`, typed), 403);
  }
  const next = path.startsWith('/board/') ? path.slice('/board'.length) : path;
  const refused = { kind: 'refused', text: why } as const;
  const asked = isRead && wayOn(parts, next) !== null ? { next } : {};
  return page(pages.signIn, signInPage(parts, refused, asked), 403);
};

/** Answers somebody who sends files to the board and is not signed in. */
export const toStranger =
  (desk: Desk) =>
  async (c: Context): Promise<Response> => {
    const answer = await answering(desk, c);
    return signInFirst(answer, c, answer.parts.t.board.refused.signIn);
  };
