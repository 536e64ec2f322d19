import { html } from 'hono/html';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import { button, type Html, hidden } from './form-parts.ts';

type MoveTexts = DeskTexts['moves'];

/** Kinds that a form records; a correction has a form of its own. */
export const FORM_KINDS = ['received', 'sent', 'acknowledged', 'done'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** Groups to which an office may pass a circular on, by the names that ledgers have for them. */
export type GroupName = keyof MoveTexts['groups'];

/** What a form of one movement shows. */
export interface MovementFields {
  /** Told apart from other forms of the page. */
  readonly form: string;
  readonly kind: FormKind;
  readonly groups: readonly GroupName[];
  /** What stands in a field, '' for nothing. */
  readonly value: (name: string) => string;
}

const textInput = (
  form: string,
  name: string,
  label: string,
  value: string,
  help?: string,
): Html => {
  const id = `${form}-${name}`;
  return html`
  <p class="desk-field">
    <label for="${id}">${label}</label>
    <input id="${id}" name="${name}" type="text" maxlength="500" autocomplete="off" value="${value}"${help ? html` aria-describedby="${id}-help"` : ''}>
    ${help ? html`<span class="soft" id="${id}-help">${help}</span>` : ''}
  </p>`;
};

/** A box to tick. */
export const tick = (form: string, name: string, label: string, isChecked: boolean): Html => {
  const id = `${form}-${name}`;
  return html`<p class="desk-consent"><input id="${id}" name="${name}" type="checkbox" value="yes"${isChecked ? html` checked` : ''}> <label for="${id}">${label}</label></p>`;
};

const doubtFields = (t: MoveTexts, { form, kind, value }: MovementFields): Html => {
  const isMore = ['note', 'read', 'doubt-date', 'doubt-number', 'desk'].some(
    (name) => value(name) !== '',
  );
  return html`
  <details class="desk-more"${isMore ? html` open` : ''}>
    <summary>${t.moreFields}</summary>
    <div class="desk-form">
      ${kind === 'received' ? textInput(form, 'desk', t.columns.desk, value('desk')) : ''}
      <p class="soft">${t.doubtHelp}</p>
      ${tick(form, 'doubt-date', t.unclear(t.columns.date), value('doubt-date') !== '')}
      ${tick(form, 'doubt-number', t.unclear(t.columns.number), value('doubt-number') !== '')}
      ${textInput(form, 'read', t.columns.read, value('read'))}
      ${textInput(form, 'note', t.columns.note, value('note'))}
    </div>
  </details>`;
};

const toFields = (t: MoveTexts, { form, groups, value }: MovementFields): Html => html`
  ${
    groups.length === 0
      ? ''
      : html`
  <fieldset class="desk-pictures">
    <legend>${t.toGroups}</legend>
    ${groups.map((group) => tick(form, `to-${group}`, t.groups[group], value(`to-${group}`) !== ''))}
  </fieldset>`
  }
  ${textInput(form, 'to', groups.length === 0 ? t.columns.to : t.toOthers, value('to'), t.toOthersHelp)}`;

/** The fields of one movement: day, number, and what else its kind has. */
export const movementFields = (t: MoveTexts, fields: MovementFields): Html => {
  const { form, kind, value } = fields;
  return html`
  ${textInput(form, 'date', t.columns.date, value('date'), t.dateHelp)}
  ${kind === 'received' ? textInput(form, 'time', t.columns.time, value('time'), t.timeHelp) : ''}
  ${textInput(form, 'number', t.numberOf[kind], value('number'))}
  ${kind === 'sent' ? toFields(t, fields) : ''}
  ${doubtFields(t, fields)}`;
};

/** A form that records one movement, folded away unless it is the one to fill in. */
export const recordForm = (
  t: MoveTexts,
  action: string,
  fields: MovementFields,
  { office, seen, isOpen }: { office: string; seen: number; isOpen: boolean },
): Html => html`
  <details class="desk-kind"${isOpen ? html` open` : ''}>
    <summary>${t.record(t.kinds[fields.kind])}</summary>
    <form class="desk-form" method="post" action="${action}">
      ${hidden('office', office)}${hidden('seen', seen)}${hidden('kind', fields.kind)}
      ${movementFields(t, fields)}
      ${button(t.record(t.kinds[fields.kind]))}
    </form>
  </details>`;

/** An office in a form for several of them. */
export interface BulkOffice {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly isChosen: boolean;
  readonly number: string;
}

/** A form that records the same of several offices, each with a number of its own. */
export const bulkForm = (
  t: MoveTexts,
  action: string,
  {
    office,
    branch,
    seen,
    kind,
    date,
    offices,
  }: {
    office: string;
    branch: string;
    seen: number;
    kind: string;
    date: string;
    offices: readonly BulkOffice[];
  },
): Html => html`
  <form class="desk-form desk-wide" method="post" action="${action}">
    ${hidden('office', office)}${hidden('branch', branch)}${hidden('seen', seen)}
    <p class="desk-field"><label for="bulk-kind">${t.columns.kind}</label>
      <select id="bulk-kind" name="kind">${FORM_KINDS.filter((one) => one !== 'sent').map((one) => html`<option value="${one}"${one === kind ? html` selected` : ''}>${t.kinds[one]}</option>`)}</select></p>
    ${textInput('bulk', 'date', t.columns.date, date, t.dateHelp)}
    <ul class="desk-offices">
      ${offices.map(
        (one) => html`
      <li>${tick('take', `take-${one.id}`, one.name, one.isChosen)}
        <p class="soft">${one.state}</p>
        <p class="desk-field"><label for="number-${one.id}">${t.numberOf.received}<span class="visually-hidden"> ${one.name}</span></label>
          <input id="number-${one.id}" name="number-${one.id}" type="text" maxlength="100" autocomplete="off" value="${one.number}"></p></li>`,
      )}
    </ul>
    ${button(t.bulkRecord)}
  </form>`;
