import { html, raw } from 'hono/html';
import { LONGEST_TITLE } from '#core/board/post.ts';
import type { PictureTable } from '#store/desk/tables.ts';
import { askAddress, boardTexts, sectionOptions, systemOptions } from './board-pages.ts';
import {
  button,
  choiceField,
  type FormMessage,
  type Html,
  head,
  hidden,
  lineField,
  textField,
} from './form-parts.ts';
import type { PageParts } from './member-fields.ts';
import { pictureChoices, pictureFields } from './picture-parts.ts';
import { followBox } from './subscription-pages.ts';

const LONGEST_REASON = 500;

/** What was typed into the form of a question. */
export interface TypedQuestion {
  readonly title: string;
  readonly body: string;
  readonly section: string;
  readonly system: string;
  readonly page: string;
  readonly once: string;
  /** Whether who asks wants mail about answers; null for somebody whom none can be sent to. */
  readonly follow: boolean | null;
}

/** The form of a question; `about` is the title of the page that it is about. */
export const askPage = (
  parts: PageParts,
  typed: TypedQuestion,
  about: string | null,
  message?: FormMessage,
): Html => {
  const t = boardTexts(parts);
  return html`
  ${head(t.pages.ask, message)}
  ${about === null ? '' : html`<p>${t.about} <a href="${parts.base}${typed.page}">${about}</a></p>`}
  <form class="desk-form desk-wide" method="post" enctype="multipart/form-data" action="${askAddress(parts.board, '')}">
    ${hidden('once', typed.once)} ${hidden('page', typed.page)}
    ${lineField('title', t.fields.title, typed.title, { most: LONGEST_TITLE })}
    <div class="desk-similar" data-desk-similar data-base="${parts.base}" aria-live="polite" hidden><h2>${t.similar}</h2><ul></ul></div>
    ${textField('body', t.fields.body, typed.body, { help: t.fields.bodyHelp, most: 20_000 })}
    ${pictureFields(t)}
    ${choiceField('section', t.fields.section, typed.section, sectionOptions(t))}
    ${choiceField('system', t.fields.system, typed.system, systemOptions(t.fields.anySystem))}
    ${typed.follow === null ? '' : followBox(parts, typed.follow)}
    ${button(t.does.ask)}
  </form>
  <script type="module" src="${parts.board}/ask.js"></script>`;
};

/** The form that changes a post. */
export const editPage = (
  parts: PageParts,
  thread: number,
  {
    id,
    body,
    pictures,
  }: {
    readonly id: number;
    readonly body: string;
    readonly pictures: readonly PictureTable[];
  },
  message?: FormMessage,
): Html => {
  const t = boardTexts(parts);
  return html`
  ${head(t.pages.edit, message)}
  <form class="desk-form desk-wide" method="post" enctype="multipart/form-data" action="${parts.board}/${thread}/edit/">
    ${hidden('post', id)}
    ${textField('body', t.fields.body, body, { help: t.fields.bodyHelp, most: 20_000 })}
    ${pictureChoices(t, parts.board, pictures)}
    ${pictureFields(t)}
    ${button(t.does.save)}
  </form>
  <p><a href="${parts.board}/${thread}/#p${id}">${t.title}</a></p>`;
};

/** What a post says and said before, the newest first. */
export const historyPage = (
  parts: PageParts,
  thread: number,
  versions: readonly { readonly html: string; readonly until: string | null }[],
): Html => {
  const t = boardTexts(parts);
  return html`
  ${head(t.pages.history)}
  <p><a href="${parts.board}/${thread}/">${t.title}</a></p>
  <ol class="desk-posts">
    ${versions.map(
      ({ html: shown, until }) => html`
    <li class="desk-post"><p class="desk-by"><strong>${until === null ? t.now : t.until(until)}</strong></p><div class="prose">${raw(shown)}</div></li>`,
    )}
  </ol>`;
};

/** The form that reports a post to moderators. */
export const reportPage = (
  parts: PageParts,
  thread: number,
  post: number,
  shown: string,
  message?: FormMessage,
): Html => {
  const t = boardTexts(parts);
  return html`
  ${head(t.pages.report, message)}
  <blockquote class="prose">${raw(shown)}</blockquote>
  <form class="desk-form desk-wide" method="post" action="${parts.board}/${thread}/report/">
    ${hidden('post', post)}
    ${textField('reason', t.fields.reason, '', { most: LONGEST_REASON })} ${button(t.does.report)}
  </form>`;
};

/** The forms by which a moderator moves, merges and locks a thread. */
export const moderatePage = (
  parts: PageParts,
  thread: {
    readonly id: number;
    readonly title: string;
    readonly section: string;
    readonly system: string;
    readonly locked: number;
  },
  message?: FormMessage,
): Html => {
  const t = boardTexts(parts);
  const at = `${parts.board}/${thread.id}`;
  return html`
  ${head(t.pages.move, message)}
  <p><a href="${at}/">${thread.title}</a></p>
  <form class="desk-form" method="post" action="${at}/lock/">
    ${hidden('locked', thread.locked === 0 ? 'yes' : 'no')}
    ${button(thread.locked === 0 ? t.does.lock : t.does.unlock)}
  </form>
  <form class="desk-form desk-part" method="post" action="${at}/move/">
    ${choiceField('section', t.fields.section, thread.section, sectionOptions(t))}
    ${choiceField('system', t.fields.system, thread.system, systemOptions(t.fields.anySystem))}
    ${button(t.does.move)}
  </form>
  <form class="desk-form desk-part" method="post" action="${at}/merge/">
    ${lineField('into', t.fields.into, '', { most: 10 })} ${button(t.does.merge)}
  </form>`;
};

/** A post that waits or was reported. */
export interface WaitingPost {
  readonly thread: number;
  readonly post: number;
  readonly title: string;
  readonly html: string;
  readonly note: string;
}

/** What waits for a moderator: first posts, and reports. */
export const queuePage = (
  parts: PageParts,
  queued: readonly WaitingPost[],
  reported: readonly WaitingPost[],
): Html => {
  const t = boardTexts(parts);
  const item = (one: WaitingPost, acts: readonly (readonly [string, string])[]) => html`
    <li class="desk-post">
      <p class="desk-by"><a href="${parts.board}/${one.thread}/#p${one.post}"><strong>${one.title}</strong></a> <span class="soft">${one.note}</span></p>
      <div class="prose">${raw(one.html)}</div>
      <div class="desk-acts">${acts.map(
        ([what, label]) => html`
        <form method="post" action="${parts.board}/${one.thread}/${what}/">${hidden('post', one.post)}${hidden('back', 'queue')}<button class="button" type="submit">${label}</button></form>`,
      )}</div>
    </li>`;
  const show = ['show', t.does.show] as const;
  const remove = ['remove', t.does.remove] as const;
  const close = ['close-reports', t.does.close] as const;
  return html`
  ${head(t.pages.queue)}
  <section class="desk-part"><h2>${t.queued}</h2>
    ${queued.length === 0 ? html`<p>${t.nothingWaits}</p>` : html`<ol class="desk-posts">${queued.map((one) => item(one, [show, remove]))}</ol>`}</section>
  <section class="desk-part"><h2>${t.reports}</h2>
    ${reported.length === 0 ? html`<p>${t.noReports}</p>` : html`<ol class="desk-posts">${reported.map((one) => item(one, [remove, close]))}</ol>`}</section>`;
};
