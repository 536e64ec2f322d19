import { html } from 'hono/html';
import { ROLES } from '#core/board/role.ts';
import { boardTexts } from './board-pages.ts';
import { button, choiceField, type FormMessage, type Html, head, lineField } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';

/** Characters of an office: a full name has up to a hundred. */
const LONGEST_OFFICE = 200;

/** What was typed into a form of the page, to be shown again. */
export interface TypedOffices {
  readonly code?: string;
  /** The office of a code to be made. */
  readonly codeOffice?: string;
  readonly grant?: { readonly email: string; readonly role: string; readonly office: string };
}

/** What the page about offices offers to whoever looks. */
export interface OfficesView {
  /** Full names of offices for which the member is verified. */
  readonly offices: readonly string[];
  readonly mayGrantOffice: boolean;
  readonly mayGrantRole: boolean;
  readonly typed?: TypedOffices | undefined;
}

const grantForm = (
  parts: PageParts,
  roles: readonly (readonly [string, string])[],
  typed: TypedOffices['grant'],
): Html => {
  const t = boardTexts(parts);
  return html`
  <section class="stack desk-part">
  <h2>${t.grantTitle}</h2>
  <form class="desk-form" method="post" action="${parts.at}/grant/">
    ${lineField('email', t.fields.email, typed?.email ?? '')} ${choiceField('role', t.fields.role, typed?.role ?? 'officer', roles)}
    <p class="desk-field"><label for="grant-office">${t.fields.grantOffice}</label>
      <input id="grant-office" name="office" type="text" maxlength="${LONGEST_OFFICE}" autocomplete="off" value="${typed?.office ?? ''}" aria-describedby="grant-office-help">
      <span class="soft" id="grant-office-help">${t.fields.officeHelp}</span></p>
    <div class="desk-acts"><button class="button" name="do" value="grant" type="submit">${t.does.grant}</button>
      <button class="button" name="do" value="revoke" type="submit">${t.does.revoke}</button></div>
  </form>
  </section>`;
};

const codeForm = (parts: PageParts, office: string): Html => {
  const t = boardTexts(parts);
  return html`
  <section class="stack desk-part">
  <h2>${t.codeTitle}</h2>
  <form class="desk-form" method="post" action="${parts.at}/office-code/">
    ${lineField('office', t.fields.office, office, { help: t.fields.officeHelp, most: LONGEST_OFFICE })} ${button(t.does.makeCode)}
  </form>
  </section>`;
};

/** The page on which a member becomes an officer by a code, and on which roles are granted. */
export const officesPage = (parts: PageParts, view: OfficesView, message?: FormMessage): Html => {
  const t = boardTexts(parts);
  const { typed } = view;
  const granted = ROLES.filter(
    (role) => role === 'officer' || (role !== 'member' && view.mayGrantRole),
  ).map((role) => [role, parts.t.roles[role]] as const);
  return html`
  ${head(t.pages.offices, message)}
  ${view.offices.length === 0 ? '' : html`<ul class="desk-list">${view.offices.map((name) => html`<li>${t.officer(name)}</li>`)}</ul>`}
  <section class="stack">
  <h2>${t.verifyTitle}</h2>
  <form class="desk-form" method="post" action="${parts.at}/offices/">
    ${lineField('code', t.fields.code, typed?.code ?? '', { help: t.fields.codeHelp, most: 40 })} ${button(t.does.useCode)}
  </form>
  </section>
  ${view.mayGrantOffice ? html`${codeForm(parts, typed?.codeOffice ?? '')}${grantForm(parts, granted, typed?.grant)}` : ''}`;
};

/** The sheet that is printed and sent to an office. */
export const sheetPage = (
  parts: PageParts,
  sheet: {
    /** Full name, as several offices share a name. */
    readonly office: string;
    readonly code: string;
    readonly until: string;
    readonly address: string;
  },
): Html => {
  const { sheet: t, pages } = boardTexts(parts);
  return html`
  ${head(pages.sheet, { kind: 'done', text: t.once })}
  <p>${t.to(sheet.office)}</p><p>${t.text}</p>
  <p class="desk-code">${sheet.code}</p>
  <p>${t.how(sheet.address)}</p><p>${t.until(sheet.until)}</p>`;
};
