import { html } from 'hono/html';
import { possibleValues } from '#core/letter/fact.ts';
import type { Acknowledged } from '#core/slip/slip.ts';
import type { CircularRecord } from '#store/ledger/tracked.ts';
import { button, type FormMessage, type Html, head, hidden, lineField } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';
import type { Words } from './movement-pages.ts';

/** The page for those who type the code of a slip. What was typed is not shown again: it may have been another's. */
export const codePage = (parts: PageParts, path: string, message?: FormMessage): Html => {
  const { ack: t } = parts.t.slips;
  return html`
  ${head(t.title, message)}
  <p>${t.lead}</p>
  <form class="desk-form" method="post" action="${path}">
    ${lineField('code', t.code, '', { help: t.codeHelp, most: 40 })}
    ${button(t.open)}
  </form>`;
};

/** What is shown of a slip. */
export interface AckView {
  readonly action: string;
  readonly office: string;
  readonly record: CircularRecord;
  /** Last day on which it is good, as people write it. */
  readonly until: string;
  /** What is on record of the office; null for nothing. */
  readonly known: Acknowledged | null;
  /** Number of the newest row of the ledger. */
  readonly seen: number;
  /** What stands in a field of the form. */
  readonly value: (name: string) => string;
  /** Why it was not recorded. */
  readonly alert: Html | '';
}

/** The page of a slip: which office acknowledges what, what is recorded, and the form. */
export const ackPage = (
  parts: PageParts,
  view: AckView,
  { textOf, nameOf }: Pick<Words, 'textOf' | 'nameOf'>,
  message?: FormMessage,
): Html => {
  const { ack: t, sheet } = parts.t.slips;
  const { dateHelp } = parts.t.moves;
  const { record, known } = view;
  const number = possibleValues(record.circular.letter.number).join(' / ') || record.id;
  const canRecord = known === null || known.isOfSlip;
  return html`
  ${head(t.title, message)}
  ${view.alert}
  ${record.circular.sample ? html`<p class="soft">${sheet.sample}</p>` : ''}
  <dl class="desk-facts">
    <div><dt>${t.office}</dt><dd><strong>${nameOf(view.office)}</strong></dd></div>
    <div><dt>${t.circular}</dt><dd><a href="${parts.base}/circulars/${record.id}/">${record.circular.title}</a><br>${number}</dd></div>
    ${known === null ? '' : html`<div><dt>${t.recorded}</dt><dd>${textOf(known.movement)}</dd></div>`}
  </dl>
  ${known === null ? '' : html`<p>${canRecord ? t.ifWrong : t.byOfficer}</p>`}
  ${
    canRecord
      ? html`
  <form class="desk-form" method="post" action="${view.action}">
    ${hidden('seen', view.seen)}
    ${lineField('number', t.number, view.value('number'), { most: 100 })}
    ${lineField('date', t.date, view.value('date'), { help: dateHelp, most: 100 })}
    <p class="soft">${t.published}</p>
    ${button(known === null ? t.send : t.correct)}
  </form>`
      : ''
  }
  <p class="soft desk-part">${t.until(view.until)}</p>`;
};
