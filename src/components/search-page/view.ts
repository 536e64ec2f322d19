import { BASE } from '#browser/portal-base.ts';
import type { Messages } from '#i18n/messages.ts';

export type SearchPageTexts = Messages['searchPage'];

const recentItem = (text: string): HTMLElement => {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `${BASE}/search/?${new URLSearchParams({ q: text })}`;
  link.textContent = text;
  item.append(link);
  return item;
};

/** Makes `wanted` the children of a list. Those that it has already are not moved, so that they are not laid out again. */
const setChildren = (list: Element, wanted: readonly Element[]): void => {
  const kept = new Set(wanted);
  for (const child of [...list.children]) if (!kept.has(child)) child.remove();
  for (const [at, item] of wanted.entries()) {
    const there = list.children[at] ?? null;
    if (there !== item) list.insertBefore(item, there);
  }
};

/**
 * The parts of the search page that its script fills. How an answer is shown is in answer-view.ts, which is not needed before
 * there is one: the engine comes first.
 */
export class SearchView {
  readonly root: HTMLElement;
  readonly texts: SearchPageTexts;
  readonly input: HTMLInputElement;
  readonly form: HTMLFormElement;
  readonly more: HTMLButtonElement;
  readonly recent: HTMLElement;
  readonly filters: HTMLDetailsElement;
  readonly browse: HTMLElement;
  /** The notes that are shown, as they were made. */
  #noted = '';

  constructor(root: HTMLElement) {
    this.root = root;
    this.texts = JSON.parse(root.dataset.texts ?? '{}') as SearchPageTexts;
    this.form = this.#part('[data-search-box]');
    this.input = this.#part('input[type=search]');
    this.more = this.#part('[data-more]');
    this.recent = this.#part('[data-recent]');
    this.filters = this.#part('[data-filters]');
    this.browse = this.#part('[data-browse]');
  }

  #part<Part extends HTMLElement>(selector: string): Part {
    const part = this.root.querySelector<Part>(selector);
    if (!part) throw new Error(`the search page has no ${selector}`);
    return part;
  }

  /** Says that this page is a copy of what is stored, where it was shown before the portal could be asked. */
  sayKept(): void {
    document.querySelector('[data-kept-note]')?.removeAttribute('hidden');
  }

  /** Links of all results, in order. */
  get links(): HTMLAnchorElement[] {
    return [...this.root.querySelectorAll<HTMLAnchorElement>('.search-results a')];
  }

  /** Said once by screen readers, however often an answer grows. */
  status(text: string): void {
    const status = this.#part('[data-status]');
    if (status.textContent !== text) status.textContent = text;
  }

  notes(notes: readonly HTMLElement[]): void {
    const noted = notes.map(({ outerHTML }) => outerHTML).join('');
    if (noted === this.#noted) return;
    this.#noted = noted;
    this.#part('[data-notes]').replaceChildren(...notes);
  }

  /** Whoever has walked to a result by the keys stays there when the rest of the answer comes. */
  results(full: readonly HTMLElement[], near: readonly HTMLElement[]): void {
    const focused = this.links.find((link) => link === document.activeElement)?.href;
    setChildren(this.#part('[data-results]'), full);
    const section = this.#part('[data-near]');
    section.hidden = near.length === 0;
    setChildren(section.querySelector('ol') as HTMLOListElement, near);
    if (focused === undefined) return;
    const again = this.links.find(({ href }) => href === focused) ?? this.input;
    again.focus({ preventScroll: true });
  }

  /** No results, and nothing to choose among them. */
  clear(): void {
    this.status('');
    this.notes([]);
    this.results([], []);
    this.filters.hidden = true;
    this.more.hidden = true;
    this.browse.hidden = false;
  }

  /** What shows an answer cannot be loaded: why there is none, with a way on that needs nothing else. */
  withoutAnswerView(retry: () => void): void {
    this.clear();
    const note = document.createElement('p');
    note.className = 'search-note';
    const button = document.createElement('button');
    button.className = 'button';
    button.type = 'button';
    button.textContent = this.texts.retry;
    button.addEventListener('click', retry);
    note.append(this.texts.failures.connection, button);
    this.notes([note]);
  }

  /** Nothing is searched: recent searches and the sections are offered. */
  empty(recent: readonly string[]): void {
    this.clear();
    this.recent.hidden = recent.length === 0;
    this.recent.querySelector('ul')?.replaceChildren(...recent.map(recentItem));
  }
}
