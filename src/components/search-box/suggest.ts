import { element, fill, textNodes } from '#browser/dom.ts';
import { endSeeking } from '#browser/line/seeking.ts';
import { SearchClient } from '#browser/search/client.ts';
import { excerptNodes, factNodes, statusText } from '#browser/search/nodes.ts';
import { readAnswers } from '#core/search/answers.ts';
import type { Chosen, Result, SearchResponse } from '#core/search/respond.ts';
import type { BoxTexts } from '#i18n/box-texts.ts';
import { writeAddress } from '../search-page/address.ts';

const TEXTS: BoxTexts = import.meta.env.BOX_TEXTS;
const PAUSE = 150;
/** How long an answer may take before the reader sees that the search is running. */
const PATIENCE = 600;
const MOST = 6;

const part = <Part extends HTMLElement>(form: HTMLFormElement, selector: string): Part => {
  const found = form.querySelector<Part>(selector);
  if (!found) throw new Error(`the search box has no ${selector}`);
  return found;
};

const hrefs = (meta: Result['meta']): string[] => readAnswers(meta).map(({ href }) => href);

/** The hidden fields of the form are filters, such as the one kind of page that a box seeks. */
const chosenIn = (form: HTMLFormElement): Chosen =>
  Object.fromEntries(
    [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name, value }) => [
      name,
      value,
    ]),
  );

const addressOf = (form: HTMLFormElement, text: string): string =>
  `${form.getAttribute('action')}${writeAddress({ text, chosen: chosenIn(form) })}`;

/**
 * The list of first results under a search box, after the ARIA pattern of an editable combobox with list autocomplete:
 * the focus stays in the box, arrows choose, Enter opens what is chosen or else searches, Escape closes.
 */
class Suggestions {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #addressOf: (text: string) => string;
  #chosen = -1;

  constructor(form: HTMLFormElement, input: HTMLInputElement) {
    this.#input = input;
    this.#list = part(form, '[data-suggestions]');
    this.#status = part(form, '[data-suggest-status]');
    this.#addressOf = (text) => addressOf(form, text);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.#list.id);
    input.setAttribute('aria-expanded', 'false');
  }

  get isOpen(): boolean {
    return !this.#list.hidden;
  }

  get #options(): HTMLElement[] {
    return [...this.#list.children] as HTMLElement[];
  }

  /** Address of the chosen result, or null where none is chosen. */
  get chosenAddress(): string | null {
    return this.#options[this.#chosen]?.dataset.href ?? null;
  }

  #option(href: string, ...children: HTMLElement[]): HTMLElement {
    const option = element('li', {}, ...children);
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.dataset.href = href;
    return option;
  }

  #result(result: Result): HTMLElement {
    const { near } = TEXTS;
    const facts = [
      ...(result.full ? [] : [element('span', { className: 'near' }, near)]),
      ...factNodes(result, TEXTS),
    ];
    return this.#option(
      result.url,
      element('span', { className: 'title' }, ...textNodes(result.title)),
      element('span', { className: 'facts' }, ...facts),
      element('span', { className: 'excerpt' }, ...excerptNodes(result.excerpt)),
    );
  }

  /** What answers the questions that were found, each once, below the first of them. */
  #answers(results: readonly Result[], index: number): HTMLElement[] {
    const before = new Set(
      results.slice(0, index).flatMap(({ url, meta }) => [url, ...hrefs(meta)]),
    );
    return readAnswers(results[index]?.meta ?? {})
      .filter(({ href }) => !before.has(href))
      .map(({ href, title }) =>
        this.#option(href, element('span', { className: 'answer' }, ...textNodes(title))),
      );
  }

  #lastLine({ total, lost }: SearchResponse): string {
    if (lost.pages > 0) return TEXTS.partialInBox;
    return total > 0 ? TEXTS.allResults : TEXTS.nothing;
  }

  show(response: SearchResponse): void {
    const text = this.#input.value;
    const all = this.#option(
      this.#addressOf(text),
      element(
        'span',
        { className: 'all' },
        fill(this.#lastLine(response), { query: response.text.slice(0, 60) }),
      ),
    );
    const { results } = response;
    const options = [
      ...results.flatMap((result, index) => [
        this.#result(result),
        ...this.#answers(results, index),
      ]),
      all,
    ];
    this.#open(options);
    this.say(statusText(response, TEXTS));
  }

  /** An answer that comes while somebody chooses keeps what they chose, where it is still among the options. */
  #open(options: readonly HTMLElement[]): void {
    const chosen = this.chosenAddress;
    options.forEach((option, index) => {
      option.id = `${this.#list.id}-${index}`;
    });
    this.#list.replaceChildren(...options);
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.choose(chosen ? options.findIndex(({ dataset }) => dataset.href === chosen) : -1);
  }

  /** One line instead of results: that the search is running, or that they cannot be loaded. It leads to the search page. */
  tell(text: string): void {
    const address = this.#addressOf(this.#input.value);
    this.#open([this.#option(address, element('span', { className: 'all' }, text))]);
    this.say(text);
  }

  /** Read out by screen readers. */
  say(text: string): void {
    this.#status.textContent = text;
  }

  close(): void {
    this.choose(-1);
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
  }

  choose(index: number): void {
    this.#chosen = index;
    this.#options.forEach((option, at) => {
      option.setAttribute('aria-selected', String(at === index));
    });
    const option = this.#options[index];
    if (!option) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    this.#input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  /** Chooses the next or the one before; after the last and before the first comes the box itself. */
  step(by: 1 | -1): void {
    const places = this.#options.length + 1;
    this.choose(((this.#chosen + 1 + by + places) % places) - 1);
  }
}

/** Shows the first results under a search box while somebody types in it. */
export const suggestIn = (form: HTMLFormElement, input: HTMLInputElement): void => {
  const list = new Suggestions(form, input);
  const client = new SearchClient({
    begun: (response) => {
      clearTimeout(waiting);
      list.show(response);
    },
    answered: (response) => {
      clearTimeout(waiting);
      endSeeking();
      list.show(response);
    },
    failed: () => {
      clearTimeout(waiting);
      endSeeking();
      list.tell(TEXTS.failedInBox);
    },
    slow: () => list.tell(TEXTS.slowInBox),
  });
  let pause: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(pause);
    clearTimeout(waiting);
    client.forget();
    endSeeking();
    list.close();
  };
  const ask = (): void => {
    if (input.value.trim() === '') {
      stop();
      list.say('');
      return;
    }
    client.ask(input.value, MOST, chosenIn(form));
    clearTimeout(waiting);
    waiting = setTimeout(() => list.tell(TEXTS.searching), PATIENCE);
  };
  const askSoon = (): void => {
    clearTimeout(pause);
    pause = setTimeout(ask, PAUSE);
  };

  input.addEventListener('input', () => {
    // Who types is back in the box: Enter searches for what is typed, not for what was chosen before.
    list.choose(-1);
    askSoon();
  });
  input.addEventListener('keydown', (event) => {
    // Enter and arrows belong to an input method while it composes.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.isOpen) list.step(event.key === 'ArrowDown' ? 1 : -1);
      else ask();
    } else if (event.key === 'Escape' && list.isOpen) stop();
    else if (event.key === 'Enter' && list.chosenAddress) location.assign(list.chosenAddress);
    else return;
    event.preventDefault();
  });
  form.addEventListener('submit', stop);
  input.addEventListener('blur', stop);
  const results = part<HTMLElement>(form, '[data-suggestions]');
  // The focus stays in the box, as the pattern has it.
  results.addEventListener('mousedown', (event) => event.preventDefault());
  results.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[data-href]');
    if (!option?.dataset.href) return;
    if (event.ctrlKey || event.metaKey) open(option.dataset.href, '_blank', 'noopener');
    else location.assign(option.dataset.href);
  });

  client.makeReady();
  // What was typed before this script had come.
  if (input.value !== input.defaultValue) askSoon();
};
