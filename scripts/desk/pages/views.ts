import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { PageField } from '#core/page-form/field.ts';
import type { PageChange } from '#store/desk/page-changes.ts';
import { button, type FormMessage, type Html, head, hidden } from '../form-parts.ts';
import type { PageParts } from '../member-fields.ts';
import { SNIPPETS } from './components.ts';
import { type FormWords, faultOf, fieldHtml, isFilled } from './field-html.ts';
import type { ListedPage } from './list.ts';
import { BODY, FIELD } from './model.ts';
import { countSaid } from './problems.ts';

type Sections = PageParts['t']['writing']['sections'];

/** The name of a section for people. */
export const sectionName = ({ t }: Pick<PageParts, 't'>, section: string): string =>
  t.writing.sections[section as keyof Sections] ?? section;

/** Pages of a section that a list shows at most. */
const MOST_SHOWN = 100;

/** What the list of pages shows. */
export interface PageList {
  readonly pages: readonly ListedPage[];
  /** Sections whose pages the member may write. */
  readonly sections: readonly string[];
  /** The section that is looked at, '' for all. */
  readonly section: string;
  readonly query: string;
  readonly mayCancel: boolean;
}

const item = (
  { t, base }: PageParts,
  { page, title, isDraft, isWithdrawn, isRead }: ListedPage,
): Html => {
  const { writing } = t;
  const mark = isWithdrawn ? writing.withdrawn : isDraft ? writing.isDraft : '';
  return html`<li><span><a href="${base}/desk/pages/${page}/">${title}</a><br><span class="soft">${page}</span>${mark === '' ? '' : html` <span class="desk-mark">${mark}</span>`}${isRead ? '' : html` <span class="desk-mark">${writing.unread}</span>`}</span></li>`;
};

const items = (parts: PageParts, pages: readonly ListedPage[]): Html => html`
  <ul class="desk-sessions">${pages.slice(0, MOST_SHOWN).map((one) => item(parts, one))}</ul>
  ${pages.length > MOST_SHOWN ? html`<p>${parts.t.writing.more(pages.length - MOST_SHOWN)}</p>` : ''}`;

const plain = (text: string): string => text.toLowerCase().replaceAll(/\s/g, '');

/** The list of all pages that are written here. */
export const listPage = (
  parts: PageParts,
  { pages, sections, section, query, mayCancel }: PageList,
  message?: FormMessage,
): Html => {
  const { t, base } = parts;
  const { writing } = t;
  const at = `${base}/desk/pages`;
  const found = pages.filter(
    (one) =>
      (section === '' ? sections.includes(one.section) : one.section === section) &&
      (query === '' || plain(`${one.title} ${one.page}`).includes(plain(query))),
  );
  const drafts = found.filter(({ isDraft }) => isDraft);
  const others = found.filter(({ isDraft }) => !isDraft);
  const isSearch = query !== '' || section !== '';
  return html`
  ${head(writing.title, message)}
  <p>${writing.lead}</p>
  <section class="stack desk-part"><h2>${writing.begin}</h2>
  <p class="desk-acts">${sections.map((one) => html`<a class="button" href="${at}/new/${one}/">${sectionName(parts, one)}</a>`)}</p>
  ${mayCancel ? html`<p><a href="${at}/cancel/">${writing.cancelTitle}</a></p>` : ''}</section>
  <form class="desk-filter" method="get" action="${at}/">
    <p class="desk-field"><label for="q">${writing.find}</label><input id="q" name="q" type="search" maxlength="200" value="${query}"></p>
    <p class="desk-field"><label for="in">${writing.kind}</label><select id="in" name="in"><option value="">-</option>${sections.map((one) => html`<option value="${one}"${one === section ? html` selected` : ''}>${sectionName(parts, one)}</option>`)}</select></p>
    ${button(writing.search)}
  </form>
  ${isSearch ? html`<p role="status">${writing.found(found.length)}</p>` : ''}
  ${drafts.length === 0 ? '' : html`<section class="stack desk-part"><h2>${writing.drafts(drafts.length)}</h2>${items(parts, drafts)}</section>`}
  ${sections.map((one) => {
    const own = others.filter((page) => page.section === one);
    return own.length === 0
      ? ''
      : html`<details class="desk-kind"${isSearch ? html` open` : ''}><summary>${sectionName(parts, one)} (${own.length})</summary>${items(parts, own)}</details>`;
  })}`;
};

/** What the form of a page shows. */
export interface EditView {
  readonly section: string;
  /** Address of the page within its section; null for one that is begun. */
  readonly slug: string | null;
  readonly title: string;
  readonly fields: readonly PageField[];
  /** Names of fields that stand before the text of the page. */
  readonly first: readonly string[];
  readonly names: readonly string[];
  readonly seen: string;
  readonly isDraft: boolean;
  /** Why it was withdrawn; null where it was not. */
  readonly withdrawn: string | null;
  readonly isPublisher: boolean;
  readonly files: readonly ReplaceableFile[];
  readonly history: readonly PageChange[];
  readonly last: PageChange | undefined;
  readonly timeOf: (iso: string) => string;
}

const saidPart = ({ t, said }: FormWords): Html | '' => {
  const count = countSaid(said);
  if (count === 0) return '';
  return html`<section class="desk-message desk-refused" role="alert"><p>${t.problems(count)} ${t.notWritten}</p>
    <ul class="desk-list">${[...said.at].map(([name, texts]) => html`<li><a href="#${name}">${texts.join(' ')}</a></li>`)}${said.others.map((text) => html`<li>${text}</li>`)}</ul></section>`;
};

const bodyPart = (words: FormWords): Html => {
  const { t, text, said } = words;
  return html`<div class="desk-field"><label for="${BODY}">${t.body}</label>
    <p class="desk-acts" data-insert role="group" aria-label="${t.parts}" hidden>${SNIPPETS.map(([name, snippet]) => html`<button class="button page-part" type="button" data-snippet="${snippet}">${t.partNames[name]}</button>`)}</p>
    <textarea id="${BODY}" name="${BODY}" rows="16" aria-describedby="${BODY}-help ${BODY}-fault"${said.at.has(BODY) ? html` aria-invalid="true"` : ''}>
${text(BODY)}</textarea>
    <span class="soft" id="${BODY}-help">${t.bodyHelp}</span>
    ${faultOf(BODY, words)}
    <details class="desk-more" id="picture-part"${text('alt') === '' ? '' : html` open`}><summary>${t.picture}</summary>
      <p class="desk-field"><label for="picture">${t.pictureFile}</label><input id="picture" name="picture" type="file" accept=".avif,.gif,.jpeg,.jpg,.png,.webp" aria-describedby="picture-help"><span class="soft" id="picture-help">${t.pictureHelp}</span></p>
      <p class="desk-field"><label for="alt">${t.alt}</label><input id="alt" name="alt" type="text" maxlength="300" autocomplete="off" value="${text('alt')}"></p></details>
    <details class="desk-more"><summary>${t.parts}</summary><p class="soft">${t.partsHelp}</p>
      <dl class="desk-facts">${SNIPPETS.map(([name, snippet]) => html`<div><dt>${t.partNames[name]}</dt><dd><code class="page-code">${snippet.trim().replace('|', '…')}</code></dd></div>`)}</dl></details></div>`;
};

const act = (name: string, label: string, more: Html | '' = ''): Html =>
  html`<button class="button" type="submit" name="do" value="${name}"${more}>${label}</button>`;

const historyPart = (
  { t }: PageParts,
  { history, last, timeOf, isPublisher }: EditView,
): Html | '' => {
  const { writing, publishing } = t;
  if (history.length === 0) return '';
  const nameOf = (action: string): string =>
    writing.did[action as keyof typeof writing.did] ?? action;
  return html`<section class="stack desk-part"><h2>${writing.history}</h2>
    ${last && isPublisher ? html`<form method="post">${hidden('do', 'undo')}${button(writing.undo(nameOf(last.action)))}</form>` : ''}
    <ul class="desk-list">${history.toReversed().map((one) => html`<li>${nameOf(one.action)} · ${one.name ?? publishing.gone} · ${timeOf(one.at)}</li>`)}</ul></section>`;
};

const withdrawPart = (
  { t }: PageParts,
  { isDraft, withdrawn, slug, isPublisher }: EditView,
): Html | '' => {
  const { writing } = t;
  if (slug === null || !isPublisher) return '';
  if (withdrawn !== null) {
    return html`<form class="desk-part" method="post">${hidden('do', 'restore')}${button(writing.restore)}</form>`;
  }
  if (isDraft) return '';
  return html`<details class="desk-kind desk-part"><summary>${writing.withdraw}</summary>
    <p>${writing.withdrawLead}</p>
    <form class="desk-form" method="post">${hidden('do', 'withdraw')}
      <p class="desk-field"><label for="reason">${writing.reason}</label><textarea id="reason" name="reason" rows="2" maxlength="500" required></textarea></p>
      ${button(writing.withdraw)}</form></details>`;
};

/** A file of a form that another can take the place of. */
export interface ReplaceableFile {
  /** Its place in the list, from 0. */
  readonly at: number;
  readonly title: string;
}

const replacePart = ({ t }: PageParts, { files, isPublisher }: EditView): Html | '' => {
  const { writing } = t;
  if (files.length === 0 || !isPublisher) return '';
  return html`<details class="desk-kind desk-part"><summary>${writing.replace}</summary><p>${writing.replaceLead}</p>
    ${files.map(
      ({
        at,
        title,
      }) => html`<form class="desk-form" method="post" enctype="multipart/form-data">${hidden('do', 'replace')}${hidden('at', at)}
      <p class="desk-field"><label for="file-${at}">${writing.replaceOf(title)}</label><input id="file-${at}" name="file" type="file" required></p>${button(writing.replace)}</form>`,
    )}</details>`;
};

/** The page on which a page is written. `notice` stands above the form. */
export const editPageHtml = (
  parts: PageParts,
  view: EditView,
  words: FormWords,
  notice?: FormMessage | Html,
): Html => {
  const { t, base } = parts;
  const { writing } = t;
  const { section, slug, title, fields, first, names, isDraft, withdrawn, isPublisher } = view;
  const at = `${base}/desk/pages`;
  const main = fields.filter(({ key }) => first.includes(key));
  const rest = fields.filter(({ key }) => !first.includes(key));
  const hasFault = rest.some(({ key }) =>
    [...words.said.at.keys()].some((name) => name.startsWith(FIELD + key)),
  );
  const isOpen =
    hasFault || rest.some(({ key }) => key === 'notice' && isFilled(FIELD + key, words, names));
  const state =
    withdrawn !== null
      ? writing.isWithdrawn(withdrawn)
      : isDraft
        ? writing.isDraft
        : writing.isPublished;
  return html`
  ${head(title, notice && 'kind' in notice ? notice : undefined)}
  ${notice && !('kind' in notice) ? notice : ''}
  ${slug === null ? '' : html`<p><span class="desk-mark">${state}</span> ${sectionName(parts, section)}${isDraft ? '' : html` · <a href="${base}/${section}/${slug}/">${writing.open}</a>`}</p>`}
  ${saidPart(words)}
  <form class="desk-form letter-form page-form" method="post" enctype="multipart/form-data" data-page-form
    data-check="${at}/check/" data-checking="${writing.checking}">
    ${
      // What Enter in a field presses: the first button of a form.
      html`<button class="visually-hidden" type="submit" name="do" value="check" tabindex="-1" aria-hidden="true">${writing.check}</button>`
    }
    ${hidden('seen', view.seen)}${hidden('in', section)}${hidden('page', slug ?? '')}${slug === null ? hidden('once', words.text('once') || randomUUID()) : ''}
    ${
      slug === null
        ? html`<p class="desk-field"><label for="slug">${writing.slug}</label><input id="slug" name="slug" type="text" maxlength="80" autocapitalize="off" autocomplete="off" spellcheck="false" value="${words.text('slug')}" aria-describedby="slug-help slug-fault"><span class="soft" id="slug-help">${writing.slugHelp}</span>${faultOf('slug', words)}</p>`
        : ''
    }
    ${main.map((field) => fieldHtml(field, words, names))}
    ${bodyPart(words)}
    <details class="desk-kind"${isOpen ? html` open` : ''}><summary>${writing.others}</summary><div class="stack">${rest.map((field) => fieldHtml(field, words, names))}</div></details>
    <p class="soft" role="status" data-page-status></p>
    <p class="desk-acts letter-acts">
      ${isDraft ? act('draft', writing.draft) : ''}
      ${act('check', writing.check)}
      ${act('preview', writing.preview, html` formtarget="_blank"`)}
      ${isPublisher ? act('publish', writing.publish) : ''}
    </p>
  </form>
  ${replacePart(parts, view)}
  ${section === 'laws' && slug !== null && isPublisher ? html`<p class="desk-part"><a href="${at}/cancel/?page=laws/${slug}">${writing.cancelTitle}</a></p>` : ''}
  ${withdrawPart(parts, view)}
  ${historyPart(parts, view)}
  <p class="desk-part"><a href="${at}/">${writing.back}</a></p>
  <script type="module" src="${at}/pages.js"></script>`;
};

/** What somebody else changed, for whoever was writing meanwhile. */
export const conflictHtml = (
  { t }: PageParts,
  changes: readonly { readonly label: string; readonly now: string; readonly both: boolean }[],
): Html => {
  const { writing } = t;
  return html`<section class="desk-message desk-refused" role="alert"><p>${writing.changedBy}</p>
    <ul class="desk-list">${changes.map(({ label, now, both }) => html`<li>${label}: ${now.length > 200 ? html`<details class="desk-more"><summary>${now.slice(0, 120)}…</summary><pre class="page-code">${now}</pre></details>` : now || writing.empty}${both ? html` (${writing.changedBoth})` : ''}</li>`)}</ul>
    <p>${writing.changedAgain}</p></section>`;
};
