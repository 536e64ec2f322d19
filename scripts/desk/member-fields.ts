import { html } from 'hono/html';
import type { DeskTexts } from '#i18n/desk-texts.ts';
import type { Html } from './form-parts.ts';

/** What all pages of members need. */
export interface PageParts {
  readonly t: DeskTexts;
  /** Address of the pages of members, without a slash at the end. */
  readonly at: string;
  /** Address of the board, without a slash at the end. */
  readonly board: string;
  /** Path under which portal and desk stand, '' at the root. */
  readonly base: string;
  /** Whether letters land in the outbox, which pages then say. */
  readonly outbox: boolean;
  /** Name of the identity provider by which members may sign in, null where there is none. */
  readonly provider: string | null;
  /** Whether members may have passkeys. */
  readonly passkeys: boolean;
}

interface Field {
  /** Told apart from another field of the same name on the page. */
  readonly form?: string | undefined;
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password';
  readonly autocomplete: string;
  readonly value?: string | undefined;
  readonly help?: string;
}

/** A line of a form that browsers may fill in by themselves. */
const memberField = ({ form, name, label, type, autocomplete, value, help }: Field): Html => {
  const id = [form, name].filter(Boolean).join('-');
  return html`
  <p class="desk-field">
    <label for="${id}">${label}</label>
    <input id="${id}" name="${name}" type="${type}" autocomplete="${autocomplete}" required
      maxlength="254" value="${value ?? ''}"${help ? html` aria-describedby="${id}-help"` : ''}>
    ${help ? html`<span class="soft" id="${id}-help">${help}</span>` : ''}
  </p>`;
};

/** The address of a member. */
export const emailField = (t: DeskTexts, value?: string, form?: string) =>
  memberField({
    form,
    name: 'email',
    label: t.fields.email,
    type: 'email',
    autocomplete: 'email',
    value,
  });

/** A password that is being set. */
export const newPassword = (t: DeskTexts, label: string) =>
  memberField({
    name: 'password',
    label,
    type: 'password',
    autocomplete: 'new-password',
    help: t.fields.passwordHelp,
  });

/** The password that a member has. */
export const oldPassword = (t: DeskTexts, form?: string) =>
  memberField({
    form,
    name: 'password',
    label: t.fields.password,
    type: 'password',
    autocomplete: 'current-password',
  });

/** The name that others see. */
export const nameField = (t: DeskTexts, value?: string, form?: string): Html =>
  memberField({
    form,
    name: 'name',
    label: t.fields.name,
    type: 'text',
    autocomplete: 'nickname',
    value,
  });

/** The consent without which nobody becomes a member. */
export const consentField = ({ t, at }: PageParts): Html => html`
  <p class="desk-consent">
    <input id="consent" name="consent" type="checkbox" value="yes" required>
    <label for="consent">${t.fields.consent}</label> <a href="${at}/privacy/">${t.pages.privacy}</a>
  </p>`;
