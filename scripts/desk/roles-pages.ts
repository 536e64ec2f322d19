import { html } from 'hono/html';
import { ROLES, type Role, WRITTEN_SECTIONS } from '#core/board/role.ts';
import { button, type FormMessage, type Html, head, hidden } from './form-parts.ts';
import type { PageParts } from './member-fields.ts';

/** Roles as the page shows them: who holds which, and whom a search has found. */
export interface RolesView {
  readonly held: readonly {
    readonly member: string;
    readonly name: string;
    readonly role: Role;
    /** Id of the office, or the section, '' for neither. */
    readonly office: string;
    /** Name of the office or section, '' for neither. */
    readonly scope: string;
    readonly since: string;
  }[];
  /** What was searched for, '' for nothing. */
  readonly query: string;
  readonly found: readonly {
    readonly id: string;
    readonly name: string;
    readonly since: string;
  }[];
}

const heldItem = ({ t, at }: PageParts, one: RolesView['held'][number]): Html => {
  const what = [t.roles[one.role], one.scope].filter(Boolean).join(' ');
  const isOfSection = one.role === 'editor' && one.office !== '';
  return html`
      <li><span>${one.name} · ${what}<br><span class="soft">${t.grants.since(one.since)}</span></span>
        <form method="post" action="${at}/roles/">${hidden('do', 'revoke')}${hidden('member', one.member)}${hidden('role', isOfSection ? `editor:${one.office}` : one.role)}${hidden('office', isOfSection ? '' : one.office)}<button class="button" type="submit" aria-label="${t.grants.revoke}: ${one.name}, ${what}">${t.grants.revoke}</button></form></li>`;
};

const foundItem = ({ t, at }: PageParts, { id, name, since }: RolesView['found'][number]): Html => {
  const roles = ROLES.filter((role) => role !== 'member' && role !== 'officer');
  const choices = roles.flatMap((role) => [
    { value: role as string, text: t.roles[role] },
    ...(role === 'editor'
      ? WRITTEN_SECTIONS.map((section) => ({
          value: `editor:${section}`,
          text: t.grants.editorOf(t.writing.sections[section]),
        }))
      : []),
  ]);
  return html`
      <li><span>${name}<br><span class="soft">${t.grants.joined(since)}</span></span>
        <form class="desk-form" method="post" action="${at}/roles/">${hidden('do', 'grant')}${hidden('member', id)}
          <p class="desk-field"><label for="role-${id}">${t.grants.roleOf(name)}</label>
            <select id="role-${id}" name="role">${choices.map(({ value, text }) => html`<option value="${value}">${text}</option>`)}</select></p>
          ${button(t.grants.grant)}</form></li>`;
};

/** The page on which an administrator sees who holds which role, takes roles away and grants them. */
export const rolesPage = (parts: PageParts, view: RolesView, message?: FormMessage): Html => {
  const { t, at } = parts;
  const { held, query, found } = view;
  return html`
  ${head(t.grants.title, message)}
  <ul class="desk-sessions">${held.map((one) => heldItem(parts, one))}</ul>
  <section class="stack desk-part">
    <h2>${t.grants.find}</h2>
    <form class="desk-form" method="get" action="${at}/roles/">
      <p class="desk-field"><label for="q">${t.fields.name}</label>
        <input id="q" name="q" type="search" required maxlength="60" autocomplete="off" value="${query}"></p>
      ${button(t.grants.find)}
    </form>
    ${query === '' ? '' : html`<p role="status">${t.grants.found(found.length)}</p>`}
    <ul class="desk-sessions">${found.map((one) => foundItem(parts, one))}</ul>
  </section>
  <p><a href="${at}/offices/">${t.grants.offices}</a></p>`;
};
