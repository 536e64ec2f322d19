import { html } from 'hono/html';
import { type Grant, highestRole, mayDo } from '#core/board/role.ts';
import { mayAnywhere, mayWrite } from '#core/desk/rights.ts';
import { button, type FormMessage, type Html, head, hidden } from './form-parts.ts';
import {
  consentField,
  emailField,
  nameField,
  newPassword,
  oldPassword,
  type PageParts,
} from './member-fields.ts';
import { signInByPasskey, signInByProvider, type WaysView, waysPart } from './ways-pages.ts';

const outboxNote = ({ t, outbox }: PageParts): Html =>
  html`${outbox ? html`<p class="desk-message desk-note">${t.said.outbox}</p>` : ''}`;

/** The form to sign in, with the ways to sign up and to a new password. */
export const signInPage = (
  { t, at, provider, passkeys }: PageParts,
  message?: FormMessage,
  typed: { readonly email?: string; readonly next?: string } = {},
): Html => html`
  ${head(t.pages.signIn, message)}
  <form class="desk-form" method="post" action="${at}/sign-in/">
    ${typed.next ? hidden('next', typed.next) : ''}
    ${emailField(t, typed.email)} ${oldPassword(t)} ${button(t.does.signIn)}
  </form>
  ${provider === null ? '' : signInByProvider({ t, at }, provider, typed.next)}
  ${passkeys ? signInByPasskey({ t, at }, typed.next) : ''}
  <ul class="desk-ways">
    <li><a href="${at}/sign-up/">${t.pages.signUp}</a></li>
    <li><a href="${at}/forgot/">${t.pages.forgot}</a></li>
    <li><a href="${at}/privacy/">${t.pages.privacy}</a></li>
  </ul>`;

/** The form to sign up, with what was typed before. */
export const signUpPage = (
  parts: PageParts,
  message?: FormMessage,
  typed: { readonly name?: string; readonly email?: string } = {},
): Html => {
  const { t, at, provider } = parts;
  return html`
  ${head(t.pages.signUp, message)} ${outboxNote(parts)}
  <form class="desk-form" method="post" action="${at}/sign-up/">
    ${nameField(t, typed.name)} ${emailField(t, typed.email)}
    ${newPassword(t, t.fields.password)}
    ${consentField(parts)} ${button(t.does.signUp)}
  </form>
  ${provider === null ? '' : html`<p><a class="button" href="${at}/provider/">${t.ways.provider.signUp(provider)}</a></p>`}`;
};

/** What is said after mail was asked for: the same for known and unknown addresses. */
export const sentPage = (parts: PageParts): Html => html`
  ${head(parts.t.pages.sent, { kind: 'done', text: parts.t.said.sent })} ${outboxNote(parts)}`;

/** The form that asks for a new password by mail. */
export const forgotPage = (parts: PageParts, message?: FormMessage): Html => html`
  ${head(parts.t.pages.forgot, message)} ${outboxNote(parts)}
  <form class="desk-form" method="post" action="${parts.at}/forgot/">
    ${emailField(parts.t)} ${button(parts.t.does.forgot)}
  </form>`;

/** The form behind the link of a letter; a press is asked for, as programs that check mail follow links. */
export const tokenPage = (
  { t, at }: PageParts,
  which: 'confirm' | 'reset',
  token: string,
  message?: FormMessage,
): Html => html`
  ${head(t.pages[which], message)}
  <form class="desk-form" method="post" action="${at}/${which}/">
    <input type="hidden" name="token" value="${token}">
    ${which === 'confirm' ? html`<p>${t.said.confirmAsk}</p>` : newPassword(t, t.fields.newPassword)}
    ${button(t.does[which])}
  </form>`;

/** A member as the page of one's own shows it. */
export interface MemberView extends WaysView {
  readonly name: string;
  /** Null for a member who has given none. */
  readonly email: string | null;
  readonly grants: readonly Grant[];
  /** What they get mail about, ready to be shown. */
  readonly subscriptions: Html;
  readonly sessions: readonly {
    readonly id: string;
    /** When and with what, ready to be read. */
    readonly since: string;
    readonly browser: string;
    readonly current: boolean;
  }[];
}

const detailsPart = ({ t, at }: PageParts, { name, email, hasPassword }: MemberView): Html => html`
  <section class="stack desk-part">
    <h2>${t.details.title}</h2>
    <form class="desk-form" method="post" action="${at}/name/">
      ${nameField(t, name, 'change')} ${button(t.details.changeName)}
    </form>
    <form class="desk-form" method="post" action="${at}/email/">
      ${emailField(t, email ?? '', 'change')}
      <p class="soft">${t.details.emailHelp}</p>
      ${hasPassword ? oldPassword(t, 'change') : html`<p class="soft">${t.ways.freshHelp}</p>`}
      ${button(email === null ? t.details.addEmail : t.details.changeEmail)}
    </form>
  </section>`;

/** One's own page. */
export const memberPage = (parts: PageParts, member: MemberView, message?: FormMessage): Html => {
  const { t, at, board, base } = parts;
  return html`
  ${head(member.name, message)}
  <dl class="desk-facts">
    <div><dt>${t.fields.email}</dt><dd>${member.email ?? t.ways.noMail}</dd></div>
    <div><dt>${t.role}</dt><dd>${t.roles[highestRole(member.grants)]}</dd></div>
  </dl>
  <ul class="desk-ways">
    <li><a href="${board}/">${t.board.title}</a></li>
    <li><a href="${at}/offices/">${t.board.pages.offices}</a></li>
    ${mayAnywhere(member.grants, 'see') ? html`<li><a href="${base}/desk/movements/">${t.moves.title}</a></li>` : ''}
    ${mayWrite(member.grants, 'take-letters') ? html`<li><a href="${base}/desk/letters/">${t.letters.title}</a></li>` : ''}
    ${mayWrite(member.grants, 'write-pages') ? html`<li><a href="${base}/desk/pages/">${t.writing.title}</a></li>` : ''}
    ${mayWrite(member.grants, 'publish') ? html`<li><a href="${base}/desk/publishing/">${t.publishing.title}</a></li>` : ''}
    ${mayDo(member.grants, 'grant-role') ? html`<li><a href="${at}/roles/">${t.grants.title}</a></li>` : ''}
    ${mayDo(member.grants, 'moderate') ? html`<li><a href="${board}/queue/">${t.board.pages.queue}</a></li>` : ''}
  </ul>
  <form method="post" action="${at}/sign-out/">${button(t.does.signOut)}</form>
  ${member.subscriptions}
  ${waysPart(parts, member)}
  ${detailsPart(parts, member)}
  <section class="stack desk-part">
    <h2>${t.sessions}</h2>
    <ul class="desk-sessions">
      ${member.sessions.map(
        ({ id, since, browser, current }) => html`
      <li>
        <span>${t.since(since)}${current ? html` <strong>${t.here}</strong>` : ''}<br><span class="soft">${browser}</span></span>
        ${current ? '' : html`<form method="post" action="${at}/end-session/"><input type="hidden" name="id" value="${id}"><button class="button" type="submit" aria-label="${t.does.endSession}: ${t.since(since)}">${t.does.endSession}</button></form>`}
      </li>`,
      )}
    </ul>
    <form method="post" action="${at}/sign-out-everywhere/">${button(t.does.signOutEverywhere)}</form>
  </section>
  <section class="stack desk-part">
    <h2>${t.myData}</h2>
    <p><a href="${at}/privacy/">${t.pages.privacy}</a></p>
    <p><a class="button" href="${at}/export/" download="wian-member.json">${t.does.export}</a></p>
    <form class="desk-form" method="post" action="${at}/delete/">
      <p>${t.deleteHelp}</p>
      ${member.hasPassword ? oldPassword(t, 'delete') : html`<p class="soft">${t.ways.freshHelp}</p>`} ${button(t.does.delete)}
    </form>
  </section>`;
};

/** What is kept, why, for how long, and what rights one has. */
export const privacyPage = ({ t, at, provider, passkeys }: PageParts): Html => {
  const { lead, kept, rights, name, email, password, sessions, tries, audit, posts, follows } =
    t.privacy;
  const byProvider = provider === null ? [] : [t.ways.provider.privacy(provider)];
  const byPasskey = passkeys ? [t.ways.passkey.privacy] : [];
  const items = (texts: readonly string[]) => texts.map((text) => html`<li>${text}</li>`);
  return html`
  <div class="page-head"><h1>${t.pages.privacy}</h1><p class="lead">${lead}</p></div>
  <section class="stack desk-part"><h2>${kept}</h2><ul class="desk-list">${items([name, email, password, ...byProvider, ...byPasskey, sessions, posts, follows, t.moves.privacy, t.letters.privacy, tries, audit])}</ul></section>
  <section class="stack desk-part"><h2>${rights}</h2><ul class="desk-list">${items([t.privacy.export, t.privacy.delete])}</ul></section>
  <p><a href="${at}/">${t.pages.members}</a></p>`;
};

/** A page that says one thing. */
export const plainPage = ({ t, at }: PageParts, title: string, message: FormMessage): Html => html`
  ${head(title, message)}<p><a href="${at}/">${t.pages.members}</a></p>`;
