import { html } from 'hono/html';
import type { KeptSlip } from '#store/desk/slips.ts';
import { button, type FormMessage, type Html, head, hidden } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';
import { circularAt } from './movement-pages.ts';
import type { OfficeCircular } from './movement-view.ts';

/** What is shown of the slips of a circular at an office. */
export interface SlipsView {
  readonly office: string;
  readonly found: OfficeCircular;
  /** How many offices there are to print for: all, and those that have not acknowledged it. */
  readonly count: number;
  /** Slips that are good, of this office and those below it. */
  readonly live: readonly KeptSlip[];
  readonly days: string;
  /** Whether the address of the portal can be opened on this machine alone. */
  readonly isLoopback: boolean;
  readonly dayText: (day: string) => string;
  readonly nameOf: (office: string) => string;
}

/** Slips that a page lists. */
const MOST_LISTED = 300;

const slipItem = (
  { slips: t }: PageParts['t'],
  action: string,
  view: SlipsView,
  slip: KeptSlip,
): Html => html`
      <li><span>${t.slip(slip.id, view.nameOf(slip.office), view.dayText(slip.expires))}</span>
        <form method="post" action="${action}">${hidden('office', view.office)}${hidden('do', 'revoke')}${hidden('slip', slip.id)}<button class="button" type="submit" aria-label="${t.revokeOf(slip.id)}">${t.revoke}</button></form></li>`;

/** The page on which slips of a circular are printed and revoked. */
export const slipsPage = (parts: PageParts, view: SlipsView, message?: FormMessage): Html => {
  const { slips: t, moves } = parts.t;
  const { office, found, live } = view;
  const action = circularAt(parts, found.record, office, 'slips/');
  return html`
  ${head(t.title, message)}
  <p>${found.record.circular.title} · ${view.nameOf(office)}</p>
  <p>${t.lead}</p>
  ${view.isLoopback ? html`<p class="desk-message desk-refused">${t.loopback}</p>` : ''}
  <form class="desk-form" method="post" action="${action}" data-download="${action}&did=print">
    ${hidden('office', office)}${hidden('do', 'print')}
    <p>${t.count(view.count)}</p>
    <p class="desk-field"><label for="days">${t.days}</label>
      <input id="days" name="days" type="text" inputmode="numeric" required maxlength="3" autocomplete="off" value="${view.days}" aria-describedby="days-help">
      <span class="soft" id="days-help">${t.daysHelp}</span></p>
    <p class="desk-consent"><input id="missing" name="missing" type="checkbox" value="yes" checked> <label for="missing">${t.onlyMissing}</label></p>
    <p class="desk-consent"><input id="renew" name="renew" type="checkbox" value="yes"> <label for="renew">${t.renew}</label></p>
    <p class="soft">${t.once}</p>
    ${button(t.print)}
    <script type="module" src="${parts.base}/desk/download.js"></script>
  </form>
  <section class="stack desk-part"><h2>${t.live}</h2>
    ${live.length === 0 ? html`<p>${t.noLive}</p>` : ''}
    <ul class="desk-sessions">${live.slice(0, MOST_LISTED).map((slip) => slipItem(parts.t, action, view, slip))}</ul>
    ${live.length > MOST_LISTED ? html`<p class="soft">${t.more(live.length - MOST_LISTED)}</p>` : ''}
    ${live.length > 1 ? html`<form method="post" action="${action}">${hidden('office', office)}${hidden('do', 'revoke-all')}${button(t.revokeAll(live.length))}</form>` : ''}
  </section>
  <p class="desk-part"><a href="${circularAt(parts, found.record, office)}">${moves.backToCircular}</a></p>`;
};
