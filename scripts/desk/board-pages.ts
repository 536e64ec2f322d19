import { html, raw } from 'hono/html';
import { BOARD_SECTIONS, type BoardSection } from '#core/board/post.ts';
import { SYSTEMS, systemName } from '#core/system.ts';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import type { ListedThread, ThreadChoice } from '#store/desk/board-reading.ts';
import type { PictureTable } from '#store/desk/tables.ts';
import {
  button,
  choiceField,
  type FormMessage,
  type Html,
  head,
  hidden,
  textField,
} from './form-parts.ts';
import type { PageParts } from './member-fields.ts';
import { pictureFields, pictureList } from './picture-parts.ts';

/** The board's own texts. */
export const boardTexts = ({ t }: PageParts): DeskTexts['board'] => t.board;

/** Name of a section by its key; the key itself where the section is no more. */
export const sectionName = (t: DeskTexts['board'], key: string): string =>
  (BOARD_SECTIONS as readonly string[]).includes(key) ? t.sections[key as BoardSection] : key;

/** Choices of sections and systems, the first for all or none where there is one. */
export const sectionOptions = (t: DeskTexts['board'], first?: string) => [
  ...(first === undefined ? [] : [['', first] as const]),
  ...BOARD_SECTIONS.map((key) => [key, t.sections[key]] as const),
];
export const systemOptions = (first: string) => [
  ['', first] as const,
  ...SYSTEMS.map((key) => [key, systemName(key)] as const),
];

/** What a list of threads needs besides them. */
export interface ListView {
  readonly choice: ThreadChoice;
  /** Title of the page of the portal that the list is about, where it is about one. */
  readonly about: string | null;
  readonly threads: readonly ListedThread[];
  /** Address of the next part of the list, null where this is the last. */
  readonly older: string | null;
  readonly isFirst: boolean;
  readonly time: Intl.DateTimeFormat;
  readonly moderates: boolean;
  /** How one gets mail about the section that was chosen; nothing where none was. */
  readonly follow: Html | '';
}

const marksOf = (t: DeskTexts['board'], thread: ListedThread): Html => html`
  ${thread.accepted === null ? '' : html`<span class="desk-mark desk-solved">${t.solved}</span>`}
  ${thread.locked === 0 ? '' : html`<span class="desk-mark">${t.locked}</span>`}`;

const threadItem = (parts: PageParts, thread: ListedThread, time: Intl.DateTimeFormat): Html => {
  const t = boardTexts(parts);
  const { system } = thread;
  return html`
  <li>
    <a class="desk-thread" href="${parts.board}/${thread.id}/">${thread.title}</a>
    ${marksOf(t, thread)}
    <p class="soft">${t.answers(thread.answers)} · ${sectionName(t, thread.section)}${system ? html` · ${systemName(system)}` : ''} · ${thread.author ?? t.formerMember} · <time datetime="${thread.active_at}">${time.format(new Date(thread.active_at))}</time></p>
  </li>`;
};

/** The address of a form that asks, about a page where one is given. */
export const askAddress = (board: string, page: string): string =>
  `${board}/ask/${page ? `?page=${encodeURIComponent(page)}` : ''}`;

/** The list of threads, with the form that chooses among them. */
export const listPage = (parts: PageParts, view: ListView): Html => {
  const t = boardTexts(parts);
  const { choice, about, threads, older, isFirst, time, moderates, follow } = view;
  return html`
  <div class="page-head"><h1>${t.title}</h1><p class="lead">${t.lead}</p></div>
  ${about === null ? '' : html`<p>${t.about} <a href="${parts.base}${choice.page}">${about}</a></p>`}
  <p><a class="button" href="${askAddress(parts.board, choice.page)}">${t.pages.ask}</a></p>
  ${moderates ? html`<p><a href="${parts.board}/queue/">${t.pages.queue}</a></p>` : ''}
  <form class="desk-filter" method="get" action="${parts.board}/">
    ${choiceField('section', t.fields.section, choice.section, sectionOptions(t, t.fields.all))}
    ${choiceField('system', t.fields.system, choice.system, systemOptions(t.fields.all))}
    ${choice.page ? hidden('page', choice.page) : ''}
    <p class="desk-consent"><input id="unanswered" name="unanswered" type="checkbox" value="1"${choice.unanswered ? html` checked` : ''}> <label for="unanswered">${t.fields.unanswered}</label></p>
    ${button(t.does.filter)}
  </form>
  ${threads.length === 0 ? html`<p>${t.empty}</p>` : html`<ul class="desk-threads">${threads.map((one) => threadItem(parts, one, time))}</ul>`}
  <ul class="desk-ways">
    ${isFirst ? '' : html`<li><a href="${parts.board}/">${t.does.newest}</a></li>`}
    ${older === null ? '' : html`<li><a rel="next" href="${older}">${t.does.older}</a></li>`}
  </ul>
  ${follow}`;
};

/** One post as it is shown. */
export interface PostView {
  readonly id: number;
  readonly isQuestion: boolean;
  /** Null where the member is gone. */
  readonly author: string | null;
  /** Name of the office for which its writer was verified. */
  readonly office: string | null;
  readonly official: boolean;
  readonly html: string;
  readonly pictures: readonly PictureTable[];
  readonly at: string;
  readonly editedAt: string | null;
  readonly waits: boolean;
  readonly accepted: boolean;
  readonly mayEdit: boolean;
  readonly mayAccept: boolean;
}

/** A thread as its page shows it. */
export interface ThreadView {
  readonly id: number;
  readonly title: string;
  readonly section: string;
  readonly system: string;
  readonly page: string;
  readonly about: string | null;
  readonly locked: boolean;
  readonly posts: readonly PostView[];
  readonly former: string | null;
  readonly next: string | null;
  readonly moderates: boolean;
  /** Whether it can be made a question of the portal by who looks. */
  readonly mayPromote: boolean;
  readonly signedIn: boolean;
  readonly time: Intl.DateTimeFormat;
  /** How one gets mail about the thread. */
  readonly follow: Html | '';
  /** What was typed as an answer, where it was refused, and the mark of the form. */
  readonly typed: string;
  readonly once: string;
}

const act = (address: string, label: string, post: number, more: Html | '' = ''): Html => html`
  <form method="post" action="${address}">${hidden('post', post)}${more}<button class="desk-act" type="submit">${label}</button></form>`;

const postItem = (parts: PageParts, thread: ThreadView, post: PostView): Html => {
  const t = boardTexts(parts);
  const at = `${parts.board}/${thread.id}`;
  const author = post.author ?? t.formerMember;
  const kind = post.isQuestion ? t.question : post.accepted ? t.accepted : '';
  return html`
  <li id="p${post.id}" class="desk-post${post.accepted ? ' desk-chosen' : ''}">
    <p class="desk-by"><strong>${author}</strong>${post.office ? html` <span class="desk-mark">${t.officer(post.office)}</span>` : ''}${post.official ? html` <span class="desk-mark desk-official">${t.official}</span>` : ''}${kind ? html` <span class="desk-mark${post.accepted ? ' desk-solved' : ''}">${kind}</span>` : ''}
      <span class="soft"><a href="#p${post.id}"><time datetime="${post.at}">${thread.time.format(new Date(post.at))}</time></a>${post.editedAt ? html` · <a href="${at}/history/?post=${post.id}">${t.edited(thread.time.format(new Date(post.editedAt)))}</a>` : ''}</span></p>
    ${post.waits ? html`<p class="desk-message">${t.waiting}</p>` : ''}
    <div class="prose">${raw(post.html)}</div>
    ${pictureList(parts.board, post.pictures)}
    <div class="desk-acts">
      ${post.mayAccept ? act(`${at}/accept/`, post.accepted ? t.does.unaccept : t.does.accept, post.id, hidden('accepted', post.accepted ? 'no' : 'yes')) : ''}
      ${post.mayEdit ? html`<a href="${at}/edit/?post=${post.id}">${t.does.edit}</a>` : ''}
      ${thread.signedIn ? html`<a href="${at}/report/?post=${post.id}">${t.does.report}</a>` : ''}
      ${thread.moderates && post.waits ? act(`${at}/show/`, t.does.show, post.id) : ''}
      ${thread.moderates ? act(`${at}/remove/`, t.does.remove, post.id) : ''}
    </div>
  </li>`;
};

const answerForm = (parts: PageParts, thread: ThreadView): Html => {
  const t = boardTexts(parts);
  if (thread.locked) return html`<p class="desk-message">${t.locked}</p>`;
  if (!thread.signedIn) {
    return html`<p><a class="button" href="${parts.at}/?next=/${thread.id}/">${t.signIn}</a></p>`;
  }
  return html`
  <form class="desk-form desk-wide" id="answer" method="post" enctype="multipart/form-data" action="${parts.board}/${thread.id}/answer/">
    ${hidden('once', thread.once)}
    ${textField('body', t.fields.answer, thread.typed, { help: t.fields.bodyHelp, most: 20_000 })}
    ${pictureFields(t)}
    ${button(t.does.answer)}
  </form>`;
};

/** A thread: the question, its answers, and the form for another. */
export const threadPage = (parts: PageParts, thread: ThreadView, message?: FormMessage): Html => {
  const t = boardTexts(parts);
  return html`
  ${head(thread.title, message)}
  <p class="soft"><a href="${parts.board}/">${t.title}</a> · <a href="${parts.board}/?section=${thread.section}">${sectionName(t, thread.section)}</a>${thread.system ? html` · <a href="${parts.board}/?system=${thread.system}">${systemName(thread.system)}</a>` : ''}</p>
  ${thread.about === null ? '' : html`<p>${t.about} <a href="${parts.base}${thread.page}">${thread.about}</a></p>`}
  ${thread.former === null ? '' : html`<p><a rel="prev" href="${thread.former}">${t.does.formerPosts}</a></p>`}
  <ol class="desk-posts">${thread.posts.map((post) => postItem(parts, thread, post))}</ol>
  ${thread.next === null ? '' : html`<p><a rel="next" href="${thread.next}">${t.does.nextPosts}</a></p>`}
  ${answerForm(parts, thread)}
  ${thread.follow}
  ${thread.moderates ? html`<p><a href="${parts.board}/${thread.id}/moderate/">${t.pages.move}</a></p>` : ''}
  ${thread.mayPromote ? html`<p><a href="${parts.board}/${thread.id}/promote/">${parts.t.promote.title}</a></p>` : ''}`;
};
