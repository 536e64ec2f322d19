import { html } from 'hono/html';
import { possibleValues } from '#core/letter/fact.ts';
import type { Movement } from '#core/tracking/movement.ts';
import type { AppliedChange } from '#store/desk/content-changes.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { button, type FormMessage, type Html, head, hidden } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';
import { FORM_KINDS, type MovementFields, movementFields, recordForm } from './movement-forms.ts';
import type { CircularList, OfficeCircular } from './movement-view.ts';

/** How pages about movements write offices, movements and times. */
export interface Words {
  readonly nameOf: (office: string) => string;
  readonly textOf: (movement: Movement) => string;
  readonly timeOf: (iso: string) => string;
}

/** Where the pages about movements are. */
export const movementsAt = ({ base }: Pick<PageParts, 'base'>): string => `${base}/desk/movements`;

/** The address of a circular at the desk, for an office. */
export const circularAt = (
  parts: Pick<PageParts, 'base'>,
  { id }: Pick<CircularRecord, 'id'>,
  office: string,
  part = '',
): string => `${movementsAt(parts)}/${id}/${part}?office=${encodeURIComponent(office)}`;

/** Why something was not recorded, as a list. */
export const problemList = (title: string, texts: readonly string[]): Html => html`
  <div class="desk-message desk-refused" role="alert"><p>${title}</p><ul class="desk-list">${texts.map((text) => html`<li>${text}</li>`)}</ul></div>`;

const numberText = ({ circular }: CircularRecord): string =>
  possibleValues(circular.letter.number).join(' / ') || circular.id;

/** What is shown of the list of circulars of an office. */
export interface ListView {
  /** Null where none was chosen yet. */
  readonly office: string | null;
  readonly own: readonly string[];
  readonly query: string;
  readonly isOpen: boolean;
  readonly list: CircularList | null;
}

const expectedText = (
  t: PageParts['t']['moves'],
  { state, missing }: { state: keyof typeof t.states; missing: readonly ('received' | 'sent')[] },
): string =>
  [
    t.states[state],
    ...(missing.length === 0 ? [t.complete] : missing.map((one) => t.missing[one])),
  ].join(' · ');

/** The form in which an office is named, and the offices of the member. */
export const officeChooser = (
  { t: { moves: t }, base }: PageParts,
  {
    own,
    asked,
    action,
    nameOf,
  }: {
    own: readonly string[];
    asked: string;
    action: string;
    nameOf: (office: string) => string;
  },
): Html => html`
  ${
    own.length === 0
      ? ''
      : html`<p>${t.yours}:</p><ul class="desk-list">${own.map((one) => html`<li><a href="${base}${action}?office=${one}">${nameOf(one)}</a></li>`)}</ul>`
  }
  <form class="desk-filter" method="get" action="${base}${action}">
    <p class="desk-field"><label for="office">${t.office}</label>
      <input id="office" name="office" type="text" maxlength="200" autocomplete="off" value="${asked}" aria-describedby="office-help">
      <span class="soft" id="office-help">${t.officeHelp}</span></p>
    ${button(t.choose)}
  </form>`;

/** The circulars of an office, with what is expected of it. */
export const listPage = (
  parts: PageParts,
  { office, own, query, isOpen, list }: ListView,
  { nameOf }: Pick<Words, 'nameOf'>,
  message?: FormMessage,
): Html => {
  const { moves: t } = parts.t;
  const at = movementsAt(parts);
  const chooser = officeChooser(parts, {
    own,
    asked: office === null ? '' : nameOf(office),
    action: '/desk/movements/',
    nameOf,
  });
  if (office === null || list === null) {
    return html`${head(t.title, message)}<p>${t.lead}</p>${chooser}`;
  }
  const search = new URLSearchParams({ office, q: query, ...(isOpen ? {} : { all: '1' }) });
  return html`
  ${head(`${t.title}: ${nameOf(office)}`, message)}
  <p class="soft">${t.noRecordMeans}</p>
  <form class="desk-filter" method="get" action="${at}/">
    ${hidden('office', office)}
    <p class="desk-field"><label for="q">${t.search}</label>
      <input id="q" name="q" type="search" maxlength="100" autocomplete="off" value="${query}"></p>
    <p class="desk-field"><label for="all">${t.shown}</label>
      <select id="all" name="all"><option value=""${isOpen ? html` selected` : ''}>${t.open}</option><option value="1"${isOpen ? '' : html` selected`}>${t.all}</option></select></p>
    ${button(t.find)}
  </form>
  ${list.items.length === 0 ? html`<p role="status">${t.none}</p>` : ''}
  <ul class="desk-threads">
    ${list.items.map(
      ({ record, expected }) => html`
    <li><a class="desk-thread" href="${circularAt(parts, record, office)}">${record.circular.title}</a><br>
      <span class="soft">${numberText(record)}</span><br>
      <span>${expected === null ? t.broken : expectedText(t, expected)}</span></li>`,
    )}
  </ul>
  <p class="soft">${t.looked(list.looked)}</p>
  ${list.next === null ? '' : html`<p><a class="button" href="${at}/?${search}&amp;from=${list.next}">${t.more}</a></p>`}
  <p><a href="${parts.base}/desk/registers/?office=${office}">${parts.t.registers.title}</a></p>
  <details class="desk-more"><summary>${t.office}</summary>${chooser}</details>`;
};

/** A change that can be taken back, or was. */
export interface ShownChange {
  readonly change: AppliedChange;
  readonly canUndo: boolean;
  readonly isUndone: boolean;
}

/** Who made a change: a member, or an office by a slip. */
const byOf = ({ t }: PageParts, { member, name }: AppliedChange): string => {
  const [, slip] = /^slip:(\d+)$/.exec(member) ?? [];
  return slip === undefined ? (name ?? t.moves.formerMember) : t.slips.byOffice(slip);
};

const changeItem = (
  parts: PageParts,
  view: OfficeView,
  { change, canUndo, isUndone }: ShownChange,
  words: Words,
): Html => {
  const { moves: t } = parts.t;
  const rows = t.rows(change.first_no, change.first_no + change.count - 1);
  const action = t.actions[change.action as keyof typeof t.actions] ?? change.action;
  const what = `${action} ${rows}`;
  return html`
    <li><span>${what}<br><span class="soft">${t.by(byOf(parts, change), words.timeOf(change.at))}</span></span>
      ${
        canUndo
          ? html`<form method="post" action="${circularAt(parts, view.found.record, view.office, 'undo/')}">${hidden('office', view.office)}${hidden('change', change.id)}<button class="button" type="submit" aria-label="${t.undoOf(what)}">${t.undo}</button></form>`
          : isUndone
            ? html`<span class="soft">${t.isUndone}</span>`
            : ''
      }</li>`;
};

/** What is shown of one circular at an office. */
export interface OfficeView {
  readonly office: string;
  readonly found: OfficeCircular;
  readonly changes: readonly ShownChange[];
  /** The form that was sent and not recorded, by its kind; null where none was. */
  readonly sent: { readonly kind: string; readonly value: (name: string) => string } | null;
  /** What others added meanwhile, and the problems of what was sent. */
  readonly alert: Html | '';
}

const NOTHING = (): string => '';

/** One circular at an office: what is recorded, forms to record, and what the desk recorded. */
export const circularPage = (
  parts: PageParts,
  view: OfficeView,
  words: Words,
  message?: FormMessage,
): Html => {
  const { moves: t } = parts.t;
  const { office, found, sent } = view;
  const { record, expected, own, groups, seen } = found;
  const at = circularAt(parts, record, office);
  const kinds = FORM_KINDS.filter((kind) => kind !== 'sent' || groups.length > 0);
  const next = sent?.kind ?? expected.missing[0] ?? '';
  const fieldsOf = (kind: (typeof kinds)[number]): MovementFields => ({
    form: kind,
    kind,
    groups: groups.map(({ name }) => name),
    value: sent?.kind === kind ? sent.value : NOTHING,
  });
  return html`
  ${head(record.circular.title, message)}
  ${view.alert}
  <dl class="desk-facts">
    <div><dt>${t.columns.number}</dt><dd><a href="${parts.base}/circulars/${record.id}/">${numberText(record)}</a></dd></div>
    <div><dt>${t.office}</dt><dd>${words.nameOf(office)}</dd></div>
    <div><dt>${t.state}</dt><dd>${expectedText(t, expected)}</dd></div>
  </dl>
  <p class="soft">${t.noRecordMeans}</p>
  <section class="stack desk-part"><h2>${t.records}</h2>
    ${own.length === 0 ? html`<p>${t.noRecords}</p>` : ''}
    <ul class="desk-sessions">
      ${own.map(
        ({ movement, newest }) => html`
      <li><span>${words.textOf(movement)}<br><span class="soft">${t.row(movement.no)}</span></span>
        <a href="${circularAt(parts, record, office, 'correct/')}&amp;no=${newest}" aria-label="${t.correct}: ${words.textOf(movement)}">${t.correct}</a></li>`,
      )}
    </ul>
  </section>
  <section class="desk-part">
    ${kinds.map((kind) => recordForm(t, at, fieldsOf(kind), { office, seen, isOpen: kind === next }))}
  </section>
  ${
    groups.length === 0
      ? ''
      : html`<section class="stack desk-part"><h2>${t.below}</h2><ul class="desk-list">
    ${groups.map(({ name }) => html`<li><a href="${circularAt(parts, record, office, 'below/')}&amp;branch=${name}">${t.bulk(t.groups[name])}</a></li>`)}</ul></section>`
  }
  <p class="desk-part"><a href="${circularAt(parts, record, office, 'slips/')}">${parts.t.slips.link}</a></p>
  ${
    view.changes.length === 0
      ? ''
      : html`<section class="stack desk-part"><h2>${t.changes}</h2><ul class="desk-sessions">${view.changes.map((one) => changeItem(parts, view, one, words))}</ul></section>`
  }
  <p class="desk-part"><a href="${movementsAt(parts)}/?office=${office}">${t.back}</a></p>`;
};

/** The form that corrects one movement, or takes it back. */
export const correctPage = (
  parts: PageParts,
  {
    office,
    found,
    fields,
    no,
    alert,
  }: {
    office: string;
    found: OfficeCircular;
    fields: MovementFields;
    no: number;
    alert: Html | '';
  },
  message?: FormMessage,
): Html => {
  const { moves: t } = parts.t;
  const at = circularAt(parts, found.record, office, 'correct/');
  const keep = html`${hidden('office', office)}${hidden('seen', found.seen)}${hidden('no', no)}`;
  return html`
  ${head(t.correctTitle, message)}
  ${alert}
  <p>${found.record.circular.title} · ${t.kinds[fields.kind]} · ${t.row(no)}</p>
  <p>${t.correctLead}</p>
  <form class="desk-form" method="post" action="${at}">${keep}
    ${movementFields(t, fields)}
    ${button(t.save)}
  </form>
  <form class="desk-form desk-part" method="post" action="${at}">${keep}${hidden('back', 'yes')}
    <p class="soft">${t.takeBackHelp}</p>
    ${button(t.takeBack)}
  </form>
  <p class="desk-part"><a href="${circularAt(parts, found.record, office)}">${t.backToCircular}</a></p>`;
};
