import { html } from 'hono/html';
import { button, type FormMessage, type Html, head, hidden } from './form-parts.ts';
import { consentField, nameField, oldPassword, type PageParts } from './member-fields.ts';

/** By what a member signs in. */
export interface WaysView {
  readonly hasPassword: boolean;
  /** Since when the identity provider is connected, ready to be read; null where it is not. */
  readonly connected: string | null;
}

/** The button by which one signs in by the identity provider. */
export const signInByProvider = (
  { t, at }: Pick<PageParts, 't' | 'at'>,
  provider: string,
  next?: string,
): Html => html`
  <form class="desk-form" method="post" action="${at}/provider/">
    ${next ? hidden('next', next) : ''} ${button(t.ways.provider.signIn(provider))}
  </form>`;

/** The form to become a member by the identity provider, with what was typed before. */
export const providerSignUpPage = (
  parts: PageParts,
  provider: string,
  message?: FormMessage,
  name?: string,
): Html => {
  const { t, at } = parts;
  const { signUp, signUpLead } = t.ways.provider;
  return html`
  ${head(signUp(provider), message)}
  <p class="desk-wide">${signUpLead(provider)}</p>
  <form class="desk-form" method="post" action="${at}/provider/sign-up/">
    ${nameField(t, name)} ${consentField(parts)} ${button(signUp(provider))}
  </form>
  <p><a href="${at}/">${t.pages.signIn}</a></p>`;
};

/** The page between the desk and the identity provider, for browsers that do not go on by themselves. */
export const goPage = ({ t }: PageParts, provider: string, url: string): Html => html`
  ${head(t.ways.provider.go(provider))}
  <p><a href="${url}">${t.ways.provider.goHelp(provider)}</a></p>`;

const providerItem = ({ t, at, provider }: PageParts, member: WaysView): Html => {
  if (provider === null) return html``;
  const { connected, unconnected, onlyWay, connect, disconnect } = t.ways.provider;
  if (member.connected === null) {
    return html`
      <li><span>${unconnected(provider)}</span>
        <form method="post" action="${at}/provider/connect/">${button(connect(provider))}</form></li>`;
  }
  return html`
      <li><span>${connected(provider, member.connected)}${member.hasPassword ? '' : html`<br><span class="soft">${onlyWay(provider)}</span>`}</span>
        ${member.hasPassword ? html`<form class="desk-form" method="post" action="${at}/provider/disconnect/">${oldPassword(t, 'disconnect')} ${button(disconnect(provider))}</form>` : ''}</li>`;
};

/** By what a member signs in. */
export const waysPart = (parts: PageParts, member: WaysView): Html => {
  const { t } = parts;
  return html`
  <section class="stack desk-part">
    <h2>${t.ways.title}</h2>
    <ul class="desk-sessions">
      <li><span>${member.hasPassword ? t.ways.hasPassword : t.ways.noPassword}</span></li>
      ${providerItem(parts, member)}
    </ul>
  </section>`;
};
