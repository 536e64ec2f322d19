import { html } from 'hono/html';
import { ACTION_ROLES } from '#core/letter/circular.ts';
import { formatThaiDueDay } from '#core/letter/recurrence.ts';
import type { AttachedFile } from '#core/letter/settling/page.ts';
import { isOpen } from '#core/letter/settling/question.ts';
import type { LetterUpload } from '#store/desk/letter-uploads.ts';
import type { PageChange } from '#store/desk/page-changes.ts';
import { button, type FormMessage, type Html, head, hidden } from '../form-parts.ts';
import type { PageParts } from '../member-fields.ts';
import { uploadAttributes, uploadProgress } from '../upload-parts.ts';
import { actionName, actionRows, recursValue } from './actions.ts';
import { clearField, type FieldWords, openField, pagesOf } from './field-parts.ts';
import { detachName, fileName } from './form.ts';
import type { FormFault } from './form-values.ts';
import type { Standing } from './standing.ts';
import { type MatterView, titleOf } from './view.ts';

/** Where the pages about letters are. */
export const lettersAt = ({ base }: Pick<PageParts, 'base'>): string => `${base}/desk/letters`;

/** A letter that was sent, with the circular that it went into. */
export interface SentLetter extends LetterUpload {
  readonly standing: Standing | null;
  /** Title of the circular; null where it has none yet. */
  readonly title: string | null;
  /** Whether it could not be read, as far as it was looked at since the desk was started. */
  readonly isRefused: boolean;
}

const standingText = (
  t: PageParts['t']['letters'],
  { standing, isRefused }: Pick<SentLetter, 'standing' | 'isRefused'>,
): string =>
  standing === null
    ? isRefused
      ? t.states.refused
      : t.states.open
    : standing.isDraft
      ? t.states.draft
      : t.states.published;

/** The form by which a letter is sent, with those that were. */
export const lettersPage = (
  parts: PageParts,
  {
    uploads,
    nameOf,
    timeOf,
  }: {
    readonly uploads: readonly SentLetter[];
    readonly nameOf: (member: string) => string;
    readonly timeOf: (iso: string) => string;
  },
  message?: FormMessage,
): Html => {
  const { letters: t, publishing } = parts.t;
  const at = lettersAt(parts);
  return html`
  ${head(t.title, message)}
  <p>${t.lead}</p>
  <form class="desk-form" method="post" action="${at}/"${uploadAttributes(`${at}/upload/`, t)}>
    <p class="desk-field"><label for="file">${t.file}</label>
      <input id="file" name="file" type="file" multiple required accept=".pdf,.docx,.txt,.jpg,.jpeg,.png,.tif,.tiff,.webp" aria-describedby="file-help">
      <span class="soft" id="file-help">${t.fileHelp}</span></p>
    ${button(t.send)}
    ${uploadProgress(parts.base, t)}
  </form>
  ${
    uploads.length === 0
      ? ''
      : html`<section class="stack desk-part"><h2>${t.yours}</h2><ul class="desk-list">${uploads.map(({ id, title, files, member, at: sent, ...one }) => html`<li><a href="${at}/${id}/">${title ?? files.join(', ')}</a> · ${standingText(t, one)}<br><span class="soft">${title === null ? '' : html`${files.join(', ')} · `}${t.by(nameOf(member))} · ${timeOf(sent)}</span></li>`)}</ul></section>`
  }
  <p class="desk-part"><a href="${parts.base}/desk/publishing/">${publishing.title}</a></p>`;
};

/** A letter that is being read, or was refused. */
export const waitingPage = (
  parts: PageParts,
  at: string,
  {
    title,
    text,
    problems,
  }: { readonly title: string; readonly text: string; readonly problems: readonly string[] },
): Html => {
  const { letters: t } = parts.t;
  return html`
  ${head(title)}
  ${
    problems.length === 0
      ? html`<p role="status">${text}</p><p><a class="button" href="${at}">${t.reload}</a></p>`
      : html`<section class="desk-message desk-refused" role="alert"><p>${text}</p><ul class="desk-list">${problems.map((one) => html`<li>${one}</li>`)}</ul></section>`
  }
  <p class="desk-part"><a href="${lettersAt(parts)}/">${t.back}</a></p>`;
};

/** Notes that are shown without being asked for. */
const FEW_NOTES = 4;

/** What the page of a letter shows. */
export interface LetterPage {
  readonly upload: LetterUpload;
  readonly matter: MatterView;
  readonly matters: readonly MatterView[];
  /** A mark of the answers that the form was made from. */
  readonly mark: string;
  readonly attached: readonly AttachedFile[];
  readonly refused: readonly string[];
  readonly notes: readonly string[];
  readonly redactions: number;
  readonly faults: readonly FormFault[];
  readonly history: readonly PageChange[];
  /** The circular that the matter went into. */
  readonly standing: Standing | null;
  readonly roles: Readonly<Record<string, string>>;
  readonly timeOf: (iso: string) => string;
}

const faultList = (t: PageParts['t']['letters'], faults: readonly FormFault[]): Html | '' =>
  faults.length === 0
    ? ''
    : html`<section class="desk-message desk-refused" role="alert"><p>${t.faults}</p><ul class="desk-list">${faults.map(({ name, label, text }) => html`<li><a href="#${name}">${label}</a>: ${text}</li>`)}</ul></section>`;

const standingPart = ({ standing }: LetterPage, parts: PageParts): Html | '' => {
  const { letters: t, publishing } = parts.t;
  if (standing === null || standing.isDraft) return '';
  return html`<p class="desk-message desk-done">${t.isPublished} <a href="${parts.base}/circulars/${standing.circular}/">${t.onPortal}</a> · <a href="${parts.base}/desk/publishing/">${publishing.title}</a></p>`;
};

const openPart = ({ matter }: LetterPage, words: FieldWords): Html => {
  const { t } = words;
  const open = matter.letters.flatMap((letter) =>
    letter.questions.filter(isOpen).map((question) => ({ letter, question })),
  );
  return html`<section class="stack"><h2>${t.open(open.length)}</h2>
    ${open.length === 0 ? '' : html`<p>${t.openLead}</p>`}
    ${matter.letters.map((letter) => {
      const own = open.filter((one) => one.letter === letter);
      if (own.length === 0) return '';
      const title = letter.isOriginal ? t.original : t.covering;
      return html`${matter.letters.length > 1 ? html`<h3>${title}: ${letter.file}</h3>` : ''}${own.map(({ question }) => openField(letter, question, words))}`;
    })}</section>`;
};

const textPart = ({ matter }: LetterPage, { t, typed, faults }: FieldWords): Html => {
  const [original] = matter.letters;
  const { title, summary, sample } = original.answered.page;
  const value = (name: string, stored: string): string => typed?.(name) ?? stored;
  const [wrong, fault] = [faults.get('title'), faults.get('summary')];
  return html`<section class="stack"><h2>${t.page}</h2>
    <p class="desk-field"><label for="title">${t.pageTitle}</label>
      <input id="title" name="title" type="text" maxlength="500" autocomplete="off" aria-describedby="title-help" value="${value('title', title ?? '')}"${wrong === undefined ? '' : html` aria-invalid="true"`}>
      <span class="${wrong === undefined ? 'soft' : 'letter-fault'}" id="title-help">${wrong ?? t.titleHelp}</span></p>
    <p class="desk-field"><label for="summary">${t.summary}</label>
      <textarea id="summary" name="summary" rows="3" maxlength="500" aria-describedby="summary-help"${fault === undefined ? '' : html` aria-invalid="true"`}>
${value('summary', summary ?? '')}</textarea>
      <span class="${fault === undefined ? 'soft' : 'letter-fault'}" id="summary-help">${fault ?? t.summaryHelp}</span></p>
    <p class="desk-consent"><input id="sample" name="sample" type="checkbox" value="1"${(typed ? typed('sample') !== '' : sample) ? html` checked` : ''}> <label for="sample">${t.sample}</label></p>
  </section>`;
};

const actionPart = ({ matter, roles }: LetterPage, words: FieldWords): Html => {
  const { t, typed, faults, textOf } = words;
  return html`<section class="stack"><h2>${t.actions}</h2><p>${t.actionsLead}</p>
  ${actionRows(matter).map((row, index) => {
    const name = (part: string) => actionName(index, part);
    const value = (part: string, stored: string): string => typed?.(name(part)) ?? stored;
    const fault = faults.get(name('day')) ?? faults.get(name('what'));
    const role = value('role', row.role);
    return html`<fieldset class="letter-field"><legend>${row.words === '' ? t.anotherAction : t.stated(row.words)}</legend>
      ${hidden(name('words'), row.words)}${row.recurs === null ? '' : html`${hidden(name('recurs'), recursValue(row))}<p>${row.recurs.due === undefined ? '' : html`<strong>${formatThaiDueDay(row.recurs.every, row.recurs.due)}</strong> `}${t.recurs}</p>`}
      <p class="desk-field"><label for="${name('role')}">${t.role}</label>
        <select id="${name('role')}" name="${name('role')}">${ACTION_ROLES.map((one) => html`<option value="${one}"${one === role ? html` selected` : ''}>${roles[one] ?? one}</option>`)}</select></p>
      <p class="desk-field"><label for="${name('what')}">${t.what}</label>
        <input id="${name('what')}" name="${name('what')}" type="text" maxlength="500" autocomplete="off" value="${value('what', row.what)}"></p>
      <p class="desk-field"><label for="${name('day')}">${t.day}</label>
        <input id="${name('day')}" name="${name('day')}" type="text" maxlength="120" autocomplete="off" value="${value('day', row.day === '' ? '' : textOf('date', row.day))}" aria-describedby="${name('day')}-help">
        <span class="${fault === undefined ? 'soft' : 'letter-fault'}" id="${name('day')}-help">${fault ?? (row.recurs === null ? t.dayHelp : t.recursDayHelp)}</span></p>
      <p class="desk-consent"><input id="${name('doubtful')}" name="${name('doubtful')}" type="checkbox" value="1"${(typed ? typed(name('doubtful')) !== '' : row.isDoubtful) ? html` checked` : ''}> <label for="${name('doubtful')}">${t.doubtful}</label></p>
    </fieldset>`;
  })}</section>`;
};

const filePart = ({ matter, attached }: LetterPage, { t }: FieldWords): Html => {
  const [{ reading }] = matter.letters;
  const listed = reading.attachments.map(({ field }) => field.value ?? '');
  const there = (at: number | undefined) => attached.filter((one) => one.at === at);
  const shown = (files: readonly AttachedFile[]) =>
    files.map(
      ({ file, size, sha256 }) =>
        html`<p>${t.attached(file, Math.ceil(size / 1000), sha256)}</p><p class="desk-consent"><input id="${detachName(file)}" name="${detachName(file)}" type="checkbox" value="1"> <label for="${detachName(file)}">${t.detach(file)}</label></p>`,
    );
  return html`<section class="stack"><h2>${t.files}</h2><p>${t.filesLead}</p>
    ${listed.map((title, at) => html`${shown(there(at))}<p class="desk-field"><label for="${fileName(at)}">${t.attach(title)}</label><input id="${fileName(at)}" name="${fileName(at)}" type="file"></p>`)}
    ${shown(there(undefined))}
    <p class="desk-field"><label for="${fileName(listed.length)}">${t.attachOther}</label><input id="${fileName(listed.length)}" name="${fileName(listed.length)}" type="file"></p>
    <p class="desk-field"><label for="attach-title">${t.attachTitle}</label><input id="attach-title" name="attach-title" type="text" maxlength="300" autocomplete="off"></p>
  </section>`;
};

const clearPart = ({ matter, faults }: LetterPage, words: FieldWords): Html => {
  const clear = matter.letters.flatMap((letter) =>
    letter.questions.filter((one) => !isOpen(one)).map((question) => ({ letter, question })),
  );
  return html`<details class="letter-rest"${faults.length > 0 ? html` open` : ''}><summary>${words.t.clear(clear.length)}</summary>
    ${clear.map(({ letter, question }) => clearField(letter, question, words))}</details>`;
};

const press = (at: string, what: string, label: string): Html =>
  html`<form method="post" action="${at}">${hidden('do', what)}${button(label)}</form>`;

const historyPart = ({ history, timeOf }: LetterPage, parts: PageParts, at: string): Html | '' => {
  const { letters: t, publishing } = parts.t;
  if (history.length === 0) return '';
  const undone = new Set(history.map(({ undoes }) => undoes));
  const last = history.findLast(({ id, action }) => action !== 'undo' && !undone.has(id));
  const wasPublished = history.some(({ action }) => action === 'publish');
  const canUndo = last && !(last.action === 'take-letter' && wasPublished);
  return html`<section class="stack desk-part"><h2>${t.history}</h2>
    <ul class="desk-sessions">${history.toReversed().map((one) => html`<li><span>${t.did[one.action as keyof typeof t.did]} · ${one.circular} · ${one.name ?? publishing.gone} · ${timeOf(one.at)}</span>${canUndo && one.id === last.id ? press(at, 'undo', t.undo(t.did[one.action as keyof typeof t.did])) : ''}</li>`)}</ul></section>`;
};

/** A letter with what was read of it, beside its pages, and the form that settles and publishes it. */
export const letterPage = (
  parts: PageParts,
  view: LetterPage,
  words: FieldWords,
  message?: FormMessage | Html,
): Html => {
  const { letters: t } = parts.t;
  const { at } = words;
  const { matter, matters, refused, notes, redactions, mark, faults } = view;
  const isMessage = message !== undefined && 'kind' in message;
  return html`
  ${head(`${t.title}: ${titleOf(matter)}`, isMessage ? (message as FormMessage) : undefined)}
  ${message !== undefined && !isMessage ? message : ''}
  ${faultList(t, faults)}
  ${standingPart(view, parts)}
  ${matters.length > 1 ? html`<nav aria-label="${t.chains}"><p>${t.chains}</p><ul class="desk-list">${matters.map((one) => html`<li>${one.nth === matter.nth ? html`<strong>${t.chain(one.nth + 1)}: ${titleOf(one)}</strong>` : html`<a href="${at}?nth=${one.nth}">${t.chain(one.nth + 1)}: ${titleOf(one)}</a>`}</li>`)}</ul></nav>` : ''}
  ${refused.length === 0 ? '' : html`<section class="desk-message desk-refused"><p>${t.partly}</p><ul class="desk-list">${refused.map((one) => html`<li>${one}</li>`)}</ul></section>`}
  ${redactions === 0 ? '' : html`<p class="desk-message">${t.redactions(redactions)}</p>`}
  ${notes.length === 0 ? '' : html`<details${notes.length > FEW_NOTES ? '' : html` open`}><summary>${t.notes}</summary><ul class="desk-list">${notes.map((one) => html`<li>${one}</li>`)}</ul></details>`}
  <div class="letter-two">
    <form class="desk-form letter-form" method="post" action="${at}" enctype="multipart/form-data" novalidate>
      ${hidden('nth', matter.nth)}${hidden('seen', mark)}
      ${openPart(view, words)}
      ${textPart(view, words)}
      ${actionPart(view, words)}
      ${filePart(view, words)}
      ${clearPart(view, words)}
      <div class="desk-acts letter-acts">
        <button class="button" type="submit" name="do" value="preview">${t.preview}</button>
        <button class="button" type="submit" name="do" value="publish">${t.publish}</button>
        <button class="desk-act" type="submit" name="do" value="save">${t.save}</button>
        <button class="desk-act" type="submit" name="do" value="draft">${t.draft}</button>
      </div>
    </form>
    <section class="letter-pages" aria-label="${t.pages}">${matter.letters.map((letter) => pagesOf(letter, words))}</section>
  </div>
  ${historyPart(view, parts, at)}
  <section class="stack desk-part"><h2>${t.add}</h2><p>${t.addLead}</p>
    <form class="desk-form" method="post" action="${at}"${uploadAttributes(`${lettersAt(parts)}/upload/`, t)}>${hidden('do', 'add')}${hidden('letter', view.upload.id)}
      <p class="desk-field"><label for="more">${t.addFile}</label><input id="more" name="file" type="file" multiple required></p>${button(t.addSend)}${uploadProgress(parts.base, t)}</form></section>
  <div class="desk-acts">${press(at, 'again', t.again)}${press(at, 'remove', t.remove)}</div>
  <p class="desk-part"><a href="${lettersAt(parts)}/">${t.back}</a></p>`;
};
