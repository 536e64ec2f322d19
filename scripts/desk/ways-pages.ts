import { html } from 'hono/html';
import { button, type FormMessage, type Html, head, hidden, lineField } from './form-parts.ts';
import { consentField, nameField, oldPassword, type PageParts } from './member-fields.ts';

/** By what a member signs in. */
export interface WaysView {
  readonly hasPassword: boolean;
  /** Since when the identity provider is connected, ready to be read; null where it is not. */
  readonly connected: string | null;
  readonly passkeys: readonly {
    readonly id: string;
    readonly name: string;
    readonly since: string;
  }[];
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

/** What the script of passkeys shows; without scripts, or where the browser knows no passkeys, a line says so. */
const passkeyBox = (
  { t, at }: Pick<PageParts, 't' | 'at'>,
  what: 'add' | 'sign-in',
  fields: Html | '',
): Html => {
  const { passkey } = t.ways;
  return html`
  <noscript><p class="soft">${passkey.noScript}</p></noscript>
  <div class="stack" data-passkeys="${what}" data-at="${at}" data-unable="${passkey.unable}"
    data-cancelled="${passkey.cancelled}" data-has="${passkey.has}" hidden>
    <form class="desk-form" method="post">${fields} ${button(what === 'add' ? passkey.add : passkey.signIn)}</form>
    <p class="desk-message desk-refused" role="alert" hidden></p>
  </div>
  <script type="module" src="${at}/passkeys.js"></script>`;
};

/** The button by which one signs in by a passkey. */
export const signInByPasskey = (parts: Pick<PageParts, 't' | 'at'>, next?: string): Html =>
  passkeyBox(parts, 'sign-in', next ? hidden('next', next) : '');

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

const passkeyItem = (
  { t, at }: PageParts,
  { id, name, since }: WaysView['passkeys'][number],
): Html => {
  const { passkey } = t.ways;
  return html`
      <li><span>${passkey.since(name, since)}</span>
        <form method="post" action="${at}/passkeys/remove/">${hidden('id', id)}<button class="button" type="submit" aria-label="${passkey.remove}: ${name}">${passkey.remove}</button></form>
        <details><summary>${passkey.rename}<span class="visually-hidden">: ${name}</span></summary>
          <form class="desk-form" method="post" action="${at}/passkeys/rename/">${hidden('id', id)}
            <p class="desk-field"><label for="passkey-${id}">${passkey.name}</label>
              <input id="passkey-${id}" name="name" type="text" required maxlength="60" autocomplete="off" value="${name}"></p>
            <p><button class="button" type="submit" aria-label="${passkey.rename}: ${name}">${passkey.rename}</button></p>
          </form></details></li>`;
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
      ${member.passkeys.map((one) => passkeyItem(parts, one))}
    </ul>
    ${parts.passkeys ? passkeyBox(parts, 'add', lineField('name', t.ways.passkey.name, t.ways.passkey.firstName, { help: t.ways.passkey.nameHelp, most: 60 })) : ''}
  </section>`;
};
