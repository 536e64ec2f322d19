import { html } from 'hono/html';
import type { RegisterUpload } from '#store/desk/register-uploads.ts';
import type { RegisterProgress } from '../track/import/classify.ts';
import { button, choiceField, type FormMessage, type Html, head, hidden } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';
import { problemList, type Words } from './movement-pages.ts';
import type { RegisterJob, RegisterLine, RegisterResult } from './register-jobs.ts';
import { uploadAttributes, uploadProgress } from './upload-parts.ts';

/** Where the pages about registers are. */
export const registersAt = ({ base }: Pick<PageParts, 'base'>): string => `${base}/desk/registers`;

/** The form by which a register is sent, with those that were. */
export const sendPage = (
  parts: PageParts,
  { office, uploads }: { office: string; uploads: readonly RegisterUpload[] },
  { timeOf, nameOf }: Words,
  message?: FormMessage,
): Html => {
  const { registers: t, moves } = parts.t;
  const at = registersAt(parts);
  const kinds = ['', 'received', 'sent'] as const;
  return html`
  ${head(t.title, message)}
  <p>${t.lead}</p>
  <form class="desk-form" method="post" action="${at}/"${uploadAttributes(`${at}/upload/`, t)}>
    <p class="desk-field"><label for="office">${t.office}</label>
      <input id="office" name="office" type="text" required maxlength="200" autocomplete="off" value="${office}" aria-describedby="office-help">
      <span class="soft" id="office-help">${moves.officeHelp}</span></p>
    ${choiceField(
      'kind',
      t.kind,
      '',
      kinds.map((kind) => [kind, t.kinds[kind || 'auto']]),
    )}
    <p class="desk-field"><label for="file">${t.file}</label>
      <input id="file" name="file" type="file" required aria-describedby="file-help">
      <span class="soft" id="file-help">${t.fileHelp}</span></p>
    ${button(t.send)}
    ${uploadProgress(parts.base, t)}
  </form>
  ${
    uploads.length === 0
      ? ''
      : html`<section class="stack desk-part"><h2>${t.yours}</h2><ul class="desk-list">${uploads.map((one) => html`<li><a href="${at}/${one.id}/">${one.name}</a> · ${nameOf(one.office)} · <span class="soft">${timeOf(one.at)}</span></li>`)}</ul></section>`
  }
  <p class="desk-part"><a href="${parts.base}/desk/movements/">${t.backToMovements}</a></p>`;
};

/** How a page writes the texts of rows. */
export interface RegisterWords extends Words {
  readonly reasonOf: (reason: string) => string;
  readonly circularOf: (id: string) => string;
}

const lineText = (
  parts: PageParts,
  { circular, movement }: RegisterLine,
  words: RegisterWords,
): Html =>
  html`${circular === null ? '' : html`<a href="${parts.base}/circulars/${circular}/">${words.circularOf(circular)}</a>`}${movement === null ? '' : html`<br>${words.textOf({ ...movement, no: 0 })}`}`;

const more = (t: PageParts['t']['registers'], all: number, listed: number): Html | '' =>
  all > listed ? html`<p class="soft">${t.more(all - listed)}</p>` : '';

const doubtfulItem = (
  parts: PageParts,
  one: RegisterLine,
  at: number,
  words: RegisterWords,
): Html => {
  const { registers: t } = parts.t;
  const id = `take-${at}`;
  const cells = one.cells.filter((cell) => cell.trim() !== '').join(' · ');
  return html`
      <li><p><strong>${t.row(one.place)}</strong>: ${one.reasons.map(words.reasonOf).join('; ')}</p>
        <p class="soft">${cells}</p>
        <p>${lineText(parts, one, words)}</p>
        ${
          one.movement === null
            ? html`<p class="soft">${t.notTakeable}</p>`
            : html`<p class="desk-consent"><input id="${id}" name="take" type="checkbox" value="${one.place}"> <label for="${id}">${t.take(one.place)}</label></p>`
        }</li>`;
};

const resultParts = (
  parts: PageParts,
  upload: RegisterUpload,
  result: RegisterResult,
  hasRest: boolean,
  words: RegisterWords,
): Html => {
  const { registers: t } = parts.t;
  const { counts, added, doubtful, unknown, hidden: unseen, skipped, recorded, isDryRun } = result;
  const at = `${registersAt(parts)}/${upload.id}/`;
  const names = ['matched', 'recorded', 'doubtful', 'unknown', 'refused'] as const;
  const canApply = recorded > 0 || doubtful.some(({ movement }) => movement !== null);
  return html`
  <p class="desk-message ${isDryRun ? '' : 'desk-done'}" role="status">${isDryRun ? t.would(recorded) : t.did(recorded)}</p>
  <dl class="desk-facts">${names.map((name) => html`<div><dt>${t.counts[name]}</dt><dd>${counts[name]}</dd></div>`)}</dl>
  ${!isDryRun && hasRest ? html`<p><a class="button" href="${at}rest/" download="${upload.name}.rest.csv">${t.rest}</a></p>` : ''}
  ${unseen === 0 ? '' : html`<p>${t.hiddenRows(unseen)}</p>`}
  ${skipped.length === 0 ? '' : html`<section class="stack desk-part"><h2>${t.skipped}</h2><ul class="desk-list">${skipped.map(({ name, reason }) => html`<li>${name}: ${words.reasonOf(reason)}</li>`)}</ul></section>`}
  <form class="desk-wide" method="post" action="${at}">
    ${hidden('do', 'apply')}
    ${
      counts.doubtful === 0
        ? ''
        : html`<section class="stack desk-part"><h2>${t.doubtful} (${counts.doubtful})</h2><p>${t.doubtfulLead}</p>
      <ul class="desk-offices">${doubtful.map((one, at) => doubtfulItem(parts, one, at, words))}</ul>${more(t, counts.doubtful, doubtful.length)}</section>`
    }
    ${canApply && (isDryRun || counts.doubtful > 0) ? button(t.apply) : ''}
  </form>
  ${
    added.length === 0
      ? ''
      : html`<section class="stack desk-part"><h2>${t.matched} (${recorded})</h2>
    <ul class="desk-sessions">${added.map((one) => html`<li><span>${t.row(one.place)}: ${lineText(parts, one, words)}</span></li>`)}</ul>${more(t, recorded, added.length)}${isDryRun ? '' : html`<p class="soft">${t.undoHelp}</p>`}</section>`
  }
  ${unknown.length === 0 ? '' : html`<section class="stack desk-part"><h2>${t.unknown} (${counts.unknown})</h2><ul class="desk-list">${unknown.map(([reason, { count, places }]) => html`<li>${words.reasonOf(reason)}: ${t.rows(count)}<br><span class="soft">${t.row(places.join(', '))}${count > places.length ? ' …' : ''}</span></li>`)}</ul></section>`}`;
};

/** How far a register is; nothing before it was begun. */
const progressPart = ({ t }: PageParts, progress: RegisterProgress | null): Html | '' => {
  if (progress === null) return '';
  const { step, done, of } = progress;
  const text = t.registers.steps[step](done, of);
  return html`<p><label for="progress">${text}</label><br>
      ${of === null ? html`<progress id="progress"></progress>` : html`<progress id="progress" max="${of}" value="${done}"></progress>`}</p>`;
};

/** A register that was sent: what became of its rows, or would, and the forms to settle and record them. */
export const registerPage = (
  parts: PageParts,
  {
    upload,
    job,
    hasRest,
    problems,
  }: {
    upload: RegisterUpload;
    job: RegisterJob;
    hasRest: boolean;
    problems: readonly string[];
  },
  words: RegisterWords,
): Html => {
  const { registers: t } = parts.t;
  const at = `${registersAt(parts)}/${upload.id}/`;
  const press = (what: string, label: string): Html =>
    html`<form method="post" action="${at}">${hidden('do', what)}${button(label)}</form>`;
  return html`
  ${head(`${t.title}: ${upload.name}`)}
  <p>${t.office} ${words.nameOf(upload.office)}</p>
  ${
    job.state === 'running'
      ? html`<p role="status">${t.reading}</p>${progressPart(parts, job.progress)}<p><a class="button" href="${at}">${t.reload}</a></p>`
      : job.state === 'refused'
        ? problemList(t.refusedFile, problems)
        : resultParts(parts, upload, job.result, hasRest, words)
  }
  <div class="desk-acts">${job.state === 'running' ? '' : html`${press('again', t.again)}${press('remove', t.remove)}`}</div>
  <p class="desk-part"><a href="${registersAt(parts)}/">${t.title}</a></p>`;
};
