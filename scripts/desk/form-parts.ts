import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** A message above a form: that something was done, or why it was not. */
export interface FormMessage {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

/** The heading of a page, with the message above its form. */
export const head = (title: string, message?: FormMessage): Html => html`
  <div class="page-head"><h1>${title}</h1></div>${messageHtml(message)}`;

/** A message, for those who see it and those who hear it. */
export const messageHtml = (message?: FormMessage): Html =>
  html`${message ? html`<p class="desk-message desk-${message.kind}" role="${message.kind === 'refused' ? 'alert' : 'status'}">${message.text}</p>` : ''}`;

/** The button that sends a form. */
export const button = (label: string): Html =>
  html`<p><button class="button" type="submit">${label}</button></p>`;

/** A hidden field. */
export const hidden = (name: string, value: string | number): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

/** A line of text in a form. */
export const lineField = (
  name: string,
  label: string,
  value: string,
  more: { readonly help?: string; readonly most?: number } = {},
): Html => html`
  <p class="desk-field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="text" required maxlength="${more.most ?? 254}" autocomplete="off"
      value="${value}"${more.help ? html` aria-describedby="${name}-help"` : ''}>
    ${more.help ? html`<span class="soft" id="${name}-help">${more.help}</span>` : ''}
  </p>`;

/** A text of several lines in a form. */
export const textField = (
  name: string,
  label: string,
  value: string,
  more: { readonly help?: string; readonly most: number },
): Html => html`
  <p class="desk-field">
    <label for="${name}">${label}</label>
    <textarea id="${name}" name="${name}" required rows="8" maxlength="${more.most}"${more.help ? html` aria-describedby="${name}-help"` : ''}>
${value}</textarea>
    ${more.help ? html`<span class="soft" id="${name}-help">${more.help}</span>` : ''}
  </p>`;

/** A choice of one of several; each has its value and what is shown. */
export const choiceField = (
  name: string,
  label: string,
  chosen: string,
  options: readonly (readonly [value: string, text: string])[],
): Html => html`
  <p class="desk-field">
    <label for="${name}">${label}</label>
    <select id="${name}" name="${name}">
      ${options.map(([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`)}
    </select>
  </p>`;
