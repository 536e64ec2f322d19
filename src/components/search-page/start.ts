import type { Chosen } from '#core/search/respond.ts';
import { SearchClient } from '../search-results/client.ts';
import { readAddress, writeAddress } from './address.ts';
import { addRecent, forgetRecent, readRecent } from './recent.ts';
import { SearchView } from './view.ts';

const PAUSE = 150;
const STEP = 10;
const MOST = 100;

/** Binds the search page: typing, filters, keys and the address on one side, the worker on the other. */
const bind = (root: HTMLElement): void => {
  const view = new SearchView(root);
  let limit = STEP;
  let chosen: Chosen = {};
  let pause: ReturnType<typeof setTimeout> | undefined;
  const client = new SearchClient({
    answered: (response, id) => {
      view.show(response, chosen);
      root.dataset.answered = String(id);
    },
    failed: (id) => {
      view.failed(ask);
      root.dataset.answered = String(id);
    },
  });

  const ask = (): void => {
    const text = view.input.value;
    history.replaceState(null, '', `/search/${writeAddress({ text, chosen })}`);
    if (text.trim() === '') {
      client.forget();
      view.empty(readRecent(localStorage));
      return;
    }
    view.status(view.texts.searching);
    root.dataset.asked = String(client.ask(text, limit, chosen));
  };

  const askSoon = (): void => {
    clearTimeout(pause);
    limit = STEP;
    pause = setTimeout(ask, PAUSE);
  };

  const fromAddress = (): void => {
    const address = readAddress(location.search);
    view.input.value = address.text;
    chosen = address.chosen;
    ask();
  };

  const moveAmongLinks = (step: number): void => {
    const { links } = view;
    const here = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (here + step < 0) view.input.focus();
    else links[Math.min(links.length - 1, here + step)]?.focus();
  };

  view.input.addEventListener('input', askSoon);
  view.form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    addRecent(localStorage, view.input.value);
    ask();
  });
  view.filters.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const { [target.name]: _, ...others } = chosen;
    chosen = target.value === '' ? others : { ...others, [target.name]: target.value };
    limit = STEP;
    ask();
  });
  view.more.addEventListener('click', () => {
    limit = Math.min(MOST, limit + STEP);
    ask();
  });
  view.recent.querySelector('button')?.addEventListener('click', () => {
    forgetRecent(localStorage);
    view.empty([]);
  });
  root.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.search-results a'))
      addRecent(localStorage, view.input.value);
  });
  root.addEventListener('keydown', (event) => {
    const onResult = document.activeElement?.closest('.search-results') !== null;
    const atInput = document.activeElement === view.input;
    if (event.key === 'ArrowDown' && (onResult || atInput)) moveAmongLinks(1);
    else if (event.key === 'ArrowUp' && onResult) moveAmongLinks(-1);
    else if (event.key === 'Escape' && onResult) view.input.focus();
    else if (event.key === 'Escape' && atInput && view.input.value !== '') {
      view.input.value = '';
      ask();
    } else return;
    event.preventDefault();
  });
  addEventListener('popstate', fromAddress);
  fromAddress();
};

const root = document.querySelector<HTMLElement>('[data-search-page]');
if (root) bind(root);
