import { element, fill, textNodes } from '#browser/dom.ts';
import { BASE } from '#browser/portal-base.ts';
import type { FaultKind } from '#browser/search/index-files.ts';
import {
  answerLinks,
  doubtNode,
  excerptNodes,
  factNodes,
  statusText,
} from '#browser/search/nodes.ts';
import { doubtOfNumber } from '#core/search/number-doubt.ts';
import type {
  Chosen,
  FacetCounts,
  NamedLetter,
  Result,
  SearchResponse,
} from '#core/search/respond.ts';
import { isMisreadCode } from '#core/short-link/misread-code.ts';
import { FILTERS, writeAddress } from './address.ts';
import type { SearchPageTexts, SearchView } from './view.ts';
import './mark-kept.ts';

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

/** Items of the answer that is shown, by what they show. */
let shownItems: ReadonlyMap<string, HTMLElement> = new Map();

/** The items of an answer; those that are shown already are taken again, as the first results are in the whole answer. */
const itemsOf = (results: readonly Result[], texts: SearchPageTexts): HTMLElement[] => {
  const items = results.map((result): [key: string, item: HTMLElement] => {
    const { url, title, meta, excerpt, sections } = result;
    const key = JSON.stringify([url, title, meta, excerpt, sections]);
    return [key, shownItems.get(key) ?? resultItem(result, texts)];
  });
  shownItems = new Map(items);
  return items.map(([, item]) => item);
};

type NoteParts = readonly (readonly (string | Node)[])[];

const searchLink = (text: string, label: string, className = ''): HTMLElement =>
  element(
    'a',
    { className, href: `${BASE}/search/${writeAddress({ text, chosen: {} })}` },
    ...textNodes(label),
  );

/** What is said of a letter that has a number of a query: its number, or what is in doubt of it, which is no link. */
const letterParts = ({ url, title, meta }: NamedLetter, texts: SearchPageTexts): HTMLElement[] => {
  const doubt = doubtOfNumber(meta);
  const text =
    doubt === null ? fill(texts.numberForce, { number: meta.number ?? '', title }) : title;
  return [
    element('a', { href: url }, ...textNodes(text)),
    ...(doubt === null ? [] : [doubtNode(doubt)]),
    element('span', { className: `search-force ${meta.force}` }, meta.forceLabel ?? ''),
  ];
};

/** What is said of the letter numbers of a query: where they are, what is near them, and whether they are in force. */
const numberNotes = (
  { numbers, letters }: SearchResponse,
  texts: SearchPageTexts,
): (readonly (string | Node)[])[] => [
  ...letters.map((letter) =>
    letterParts(letter, texts).flatMap((part, at) => (at === 0 ? [part] : [' ', part])),
  ),
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
  { text, full, instead, suggestion }: SearchResponse,
  texts: SearchPageTexts,
): NoteParts => [
  ...(instead === null ? [] : [[fill(texts.instead, { from: text, to: instead })]]),
  ...(suggestion === null
    ? []
    : [
        [
          // Pages that have every word of it are counted as such above.
          ...textNodes(
            full > 0
              ? fill(texts.suggestionBeside, { to: suggestion })
              : fill(texts.suggestion, { from: text, to: suggestion }),
          ),
          ' ',
          searchLink(suggestion, fill(texts.suggestionLink, { to: suggestion })),
        ],
      ]),
];

/** What is said of a code that nobody can have: no page has it, and the words near to it help no one. */
const codeNotes = ({ text, full }: SearchResponse, texts: SearchPageTexts): NoteParts =>
  full > 0 || !isMisreadCode(text)
    ? []
    : [
        [
          ...textNodes(fill(texts.codeSlip, { code: text })),
          ' ',
          element('a', { href: `${BASE}/q/` }, ...textNodes(texts.codeAgain)),
        ],
      ];

const actionButton = (label: string, onclick: () => void): HTMLElement =>
  element('button', { className: 'button', type: 'button', onclick }, label);

/** Faults that asking once more does not help against: the script of the page is of another version. */
const NEEDS_RELOAD: ReadonlySet<FaultKind> = new Set(['newer', 'program']);

/** What the results lack because a file could not be loaded. */
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
  ...response.impossibleDates.slice(0, 5).map((day) => fill(texts.impossibleDate, { day })),
  ...response.corrected.map(({ from, to }) => fill(texts.corrected, { from, to })),
  ...[...new Set(response.missing)]
    .filter((word) => !isNumber(response, word))
    .slice(0, 5)
    .map((word) => fill(texts.missing, { word })),
  ...(response.total === 0
    ? [Object.keys(chosen).length > 0 ? texts.nothingFiltered : texts.nothingTry]
    : []),
];

const makeFilters = (view: SearchView, facets: FacetCounts, chosen: Chosen): void => {
  const fields = FILTERS.flatMap((name) => {
    const counted = facets[name] ?? [];
    if (counted.length < 2 && !chosen[name]) return [];
    const options = counted.map(({ value, count }) =>
      element('option', { value }, `${value} (${count})`),
    );
    const select = element(
      'select',
      { name },
      element('option', { value: '' }, view.texts.all),
      ...options,
    );
    select.value = chosen[name] ?? '';
    return [element('label', {}, element('span', {}, view.texts.filterNames[name]), select)];
  });
  // Rebuilding would take the focus from a filter in use.
  const focused =
    document.activeElement instanceof HTMLSelectElement ? document.activeElement.name : null;
  view.filters.querySelector('div')?.replaceChildren(...fields);
  if (focused) view.filters.querySelector<HTMLSelectElement>(`select[name="${focused}"]`)?.focus();
};

/** The filters that are there, by what they show. */
let madeFilters = '';

const showFilters = (view: SearchView, { facets }: SearchResponse, chosen: Chosen): void => {
  const key = JSON.stringify([facets, chosen]);
  if (key !== madeFilters) makeFilters(view, facets, chosen);
  madeFilters = key;
  for (const select of view.filters.querySelectorAll('select'))
    select.value = chosen[select.name] ?? '';
  // On a phone the results come before the filters; a filter in force is never out of sight.
  if (view.filters.hidden) view.filters.open = matchMedia('(min-width: 48rem)').matches;
  if (Object.keys(chosen).length > 0) view.filters.open = true;
  view.filters.hidden = view.filters.querySelector('select') === null;
};

const noteOf = (parts: readonly (string | Node)[]): HTMLElement =>
  element('p', { className: 'search-note' }, ...parts);

/** A note, with links to circulars that need no index. */
const offerOthers = (view: SearchView, note: readonly (string | Node)[]): void => {
  const trace = element('a', { className: 'button', href: `${BASE}/trace/` }, view.texts.byNumber);
  view.notes([noteOf([...note, trace])]);
  view.browse.hidden = false;
};

/** The index cannot be loaded: why, and what can be done instead. */
export const showFailure = (view: SearchView, kind: FaultKind, retry: () => void): void => {
  view.clear();
  const { texts } = view;
  const again = NEEDS_RELOAD.has(kind)
    ? actionButton(texts.reload, () => location.reload())
    : actionButton(texts.retry, retry);
  offerOthers(view, [texts.failures[kind], again]);
};

/** An answer takes long. What was found before stays, as the answer may still come. */
export const showSlow = (view: SearchView, retry: () => void): void =>
  offerOthers(view, [view.texts.slow, actionButton(view.texts.retry, retry)]);

/** An answer, or its first results. */
export const showAnswer = (
  view: SearchView,
  response: SearchResponse,
  chosen: Chosen,
  retry: () => void,
): void => {
  const { texts } = view;
  view.recent.hidden = true;
  view.status(statusText(response, texts));
  const notes = [
    ...lossNotes(response, texts, retry),
    ...otherReading(response, texts),
    ...codeNotes(response, texts),
    ...noteTexts(response, chosen, texts).map((text) => [text]),
    ...numberNotes(response, texts),
  ];
  view.notes(notes.map(noteOf));
  const items = itemsOf(response.results, texts);
  const those = (full: boolean) => items.filter((_, at) => response.results[at]?.full === full);
  view.results(those(true), those(false));
  view.more.hidden = response.results.length >= response.total;
  view.browse.hidden = response.total > 0;
  showFilters(view, response, chosen);
};
