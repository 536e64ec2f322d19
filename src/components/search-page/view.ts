import { element, fill, textNodes } from '#browser/dom.ts';
import { BASE } from '#browser/portal-base.ts';
import type { FaultKind } from '#browser/search/index-files.ts';
import { answerLinks, excerptNodes, factNodes, statusText } from '#browser/search/nodes.ts';
import type { Chosen, Result, SearchResponse } from '#core/search/respond.ts';
import type { Messages } from '#i18n/messages.ts';
import { FILTERS, writeAddress } from './address.ts';

export type SearchPageTexts = Messages['searchPage'];

const sectionItem = (url: string, { section, excerpt }: Result['sections'][number]): HTMLElement =>
  element(
    'li',
    {},
    element('a', { href: `${url}#${encodeURIComponent(section.id)}` }, ...textNodes(section.title)),
    // The title of a row is its whole text.
    ...(section.level === undefined
      ? []
      : [element('p', { className: 'small' }, ...excerptNodes(excerpt))]),
  );

const resultItem = (result: Result, texts: SearchPageTexts): HTMLElement => {
  const { url, title, excerpt, sections } = result;
  const item = element(
    'li',
    {},
    element('h3', {}, element('a', { href: url }, ...textNodes(title))),
    element('p', { className: 'facts small' }, ...factNodes(result, texts)),
    element('p', { className: 'search-excerpt' }, ...excerptNodes(excerpt)),
  );
  const answers = answerLinks(result);
  if (answers.length > 0) {
    item.append(element('p', { className: 'search-offers' }, ...answers));
  }
  if (sections.length > 0) {
    const list = element(
      'ul',
      { className: 'search-sections' },
      ...sections.map((section) => sectionItem(url, section)),
    );
    item.append(list);
  }
  return item;
};

type NoteParts = readonly (readonly (string | Node)[])[];

const searchLink = (text: string, label: string, className = ''): HTMLElement =>
  element(
    'a',
    { className, href: `${BASE}/search/${writeAddress({ text, chosen: {} })}` },
    ...textNodes(label),
  );

/** What is said of the letter numbers of a query: where they are, what is near them, and whether they are in force. */
const numberNotes = (
  { numbers, letters }: SearchResponse,
  texts: SearchPageTexts,
): (readonly (string | Node)[])[] => [
  ...letters.map(({ url, title, meta }) => [
    element(
      'a',
      { href: url },
      ...textNodes(fill(texts.numberForce, { number: meta.number ?? '', title })),
    ),
    ' ',
    element('span', { className: `search-force ${meta.force}` }, meta.forceLabel ?? ''),
  ]),
  ...numbers.flatMap(({ text, near, written, found }) =>
    near.length === 0 || (!written && found)
      ? []
      : [
          [
            element(
              'span',
              {},
              ...textNodes(written ? texts.numberNear : fill(texts.numberWith, { number: text })),
            ),
            element(
              'span',
              { className: 'search-offers' },
              ...near.map((number) => searchLink(number, number, 'button')),
            ),
          ],
        ],
  ),
  ...numbers
    .slice(0, 1)
    .map(({ text }) => [
      element(
        'a',
        { href: `${BASE}/trace/?${new URLSearchParams({ n: text })}` },
        ...textNodes(fill(texts.follow, { number: text })),
      ),
    ]),
];

const otherReading = (
  { text, instead, suggestion }: SearchResponse,
  texts: SearchPageTexts,
): NoteParts => [
  ...(instead === null ? [] : [[fill(texts.instead, { from: text, to: instead })]]),
  ...(suggestion === null
    ? []
    : [
        [
          ...textNodes(fill(texts.suggestion, { from: text, to: suggestion })),
          ' ',
          searchLink(suggestion, fill(texts.suggestionLink, { to: suggestion })),
        ],
      ]),
];

const actionButton = (label: string, onclick: () => void): HTMLElement =>
  element('button', { className: 'button', type: 'button', onclick }, label);

/** Faults that asking once more does not help against: the script of the page is of another version. */
const NEEDS_RELOAD: ReadonlySet<FaultKind> = new Set(['newer', 'program']);

/** What the results lack because a file could not be had. */
const lossNotes = (
  { lost }: SearchResponse,
  texts: SearchPageTexts,
  retry: () => void,
): NoteParts => {
  const notes = [
    ...(lost.pages > 0 ? [fill(texts.lostPages, { count: lost.pages })] : []),
    ...(lost.filters ? [texts.lostFilters] : []),
  ];
  return notes.length === 0 ? [] : [[notes.join(' '), actionButton(texts.retry, retry)]];
};

const isNumber = ({ numbers }: SearchResponse, word: string): boolean =>
  numbers.some(({ text, written }) => written && text === word);

const noteTexts = (response: SearchResponse, chosen: Chosen, texts: SearchPageTexts): string[] => [
  ...(response.truncated
    ? [fill(texts.truncated, { query: `${response.text.slice(0, 60)}…` })]
    : []),
  ...response.corrected.map(({ from, to }) => fill(texts.corrected, { from, to })),
  ...[...new Set(response.missing)]
    .filter((word) => !isNumber(response, word))
    .slice(0, 5)
    .map((word) => fill(texts.missing, { word })),
  ...(response.total === 0
    ? [Object.keys(chosen).length > 0 ? texts.nothingFiltered : texts.nothingTry]
    : []),
];

/** The parts of the search page that its script fills. */
export class SearchView {
  readonly root: HTMLElement;
  readonly texts: SearchPageTexts;
  readonly input: HTMLInputElement;
  readonly form: HTMLFormElement;
  readonly more: HTMLButtonElement;
  readonly recent: HTMLElement;
  readonly filters: HTMLDetailsElement;

  constructor(root: HTMLElement) {
    this.root = root;
    this.texts = JSON.parse(root.dataset.texts ?? '{}') as SearchPageTexts;
    this.form = this.#part('[data-search-box]');
    this.input = this.#part('input[type=search]');
    this.more = this.#part('[data-more]');
    this.recent = this.#part('[data-recent]');
    this.filters = this.#part('[data-filters]');
  }

  #part<Part extends HTMLElement>(selector: string): Part {
    const part = this.root.querySelector<Part>(selector);
    if (!part) throw new Error(`the search page has no ${selector}`);
    return part;
  }

  /** Links of all results, in order. */
  get links(): HTMLAnchorElement[] {
    return [...this.root.querySelectorAll<HTMLAnchorElement>('.search-results a')];
  }

  status(text: string): void {
    this.#part('[data-status]').textContent = text;
  }

  #notes(notes: NoteParts): void {
    this.#part('[data-notes]').replaceChildren(
      ...notes.map((parts) => element('p', { className: 'search-note' }, ...parts)),
    );
  }

  /** Nothing is searched: recent searches and the sections are offered. */
  empty(recent: readonly string[]): void {
    this.status('');
    this.#notes([]);
    this.#results([], []);
    this.filters.hidden = true;
    this.more.hidden = true;
    this.#part('[data-browse]').hidden = false;
    this.recent.hidden = recent.length === 0;
    const items = recent.map((text) =>
      element(
        'li',
        {},
        element('a', { href: `${BASE}/search/?${new URLSearchParams({ q: text })}` }, text),
      ),
    );
    this.recent.querySelector('ul')?.replaceChildren(...items);
  }

  /** The index cannot be had: why, and what can be done instead. */
  failed(kind: FaultKind, retry: () => void): void {
    this.status('');
    this.#results([], []);
    this.filters.hidden = true;
    this.more.hidden = true;
    const { texts } = this;
    const again = NEEDS_RELOAD.has(kind)
      ? actionButton(texts.reload, () => location.reload())
      : actionButton(texts.retry, retry);
    this.#offerOthers([texts.failures[kind], again]);
  }

  /** An answer takes long. What was found before stays, as the answer may still come. */
  slow(retry: () => void): void {
    this.#offerOthers([this.texts.slow, actionButton(this.texts.retry, retry)]);
  }

  /** A note, with the ways to a circular that need no index. */
  #offerOthers(note: readonly (string | Node)[]): void {
    const trace = element(
      'a',
      { className: 'button', href: `${BASE}/trace/` },
      this.texts.byNumber,
    );
    this.#notes([[...note, trace]]);
    this.#part('[data-browse]').hidden = false;
  }

  show(response: SearchResponse, chosen: Chosen, retry: () => void): void {
    this.recent.hidden = true;
    this.status(statusText(response, this.texts));
    this.#notes([
      ...lossNotes(response, this.texts, retry),
      ...otherReading(response, this.texts),
      ...noteTexts(response, chosen, this.texts).map((text) => [text]),
      ...numberNotes(response, this.texts),
    ]);
    const items = (full: boolean) =>
      response.results
        .filter((result) => result.full === full)
        .map((result) => resultItem(result, this.texts));
    this.#results(items(true), items(false));
    this.more.hidden = response.results.length >= response.total;
    this.#part('[data-browse]').hidden = response.total > 0;
    this.#showFilters(response, chosen);
  }

  #results(full: HTMLElement[], near: HTMLElement[]): void {
    this.#part('[data-results]').replaceChildren(...full);
    const section = this.#part('[data-near]');
    section.hidden = near.length === 0;
    section.querySelector('ol')?.replaceChildren(...near);
  }

  #showFilters({ facets }: SearchResponse, chosen: Chosen): void {
    const fields = FILTERS.flatMap((name) => {
      const counted = facets[name] ?? [];
      if (counted.length < 2 && !chosen[name]) return [];
      const options = counted.map(({ value, count }) =>
        element('option', { value }, `${value} (${count})`),
      );
      const select = element(
        'select',
        { name },
        element('option', { value: '' }, this.texts.all),
        ...options,
      );
      select.value = chosen[name] ?? '';
      return [element('label', {}, element('span', {}, this.texts.filterNames[name]), select)];
    });
    // Rebuilding would take the focus from a filter in use.
    const focused =
      document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : null;
    this.filters.querySelector('div')?.replaceChildren(...fields);
    // On a phone the results come before the filters; a filter in force is never out of sight.
    if (this.filters.hidden) this.filters.open = matchMedia('(min-width: 48rem)').matches;
    if (Object.keys(chosen).length > 0) this.filters.open = true;
    this.filters.hidden = fields.length === 0;
    if (focused)
      this.filters.querySelector<HTMLSelectElement>(`select[name="${focused}"]`)?.focus();
  }
}
