import { circularOf } from '#core/embed/embed-address.ts';
import { type EmbedKind, partSnippet } from '#core/embed/snippet.ts';

/** Puts what was chosen into the code and into the example. */
const choose = (part: HTMLElement, attributes: Readonly<Record<string, string>>): void => {
  const kind = part.dataset.embedPart as EmbedKind;
  const code = part.querySelector('textarea');
  const example = part.querySelector('.embed-example');
  if (!code || !example) return;
  // The link of the example that the page was made with, for readers without JavaScript.
  const link = new DOMParser().parseFromString(code.defaultValue, 'text/html').querySelector('a');
  const href = attributes.circular ?? link?.href ?? '';
  code.value = partSnippet(kind, attributes, { href, label: link?.textContent ?? '' });
  for (const name of ['section', 'office', 'circular']) {
    const value = attributes[name];
    if (value === undefined) example.removeAttribute(name);
    else if (example.getAttribute(name) !== value) example.setAttribute(name, value);
  }
};

for (const choice of document.querySelectorAll<HTMLElement>('[data-embed-choice]')) {
  const part = choice.closest<HTMLElement>('[data-embed-part]');
  if (part === null) continue;
  choice.hidden = false;
  choice.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) {
      const [name = '', value = ''] = target.value.split('=');
      choose(part, { [name]: value });
    } else if (target instanceof HTMLInputElement && circularOf(target.value) !== null) {
      choose(part, { circular: target.value.trim() });
    }
  });
}
