import type { Chosen } from '#core/search/respond.ts';
import { readAddress, writeAddress } from './address.ts';
import type { SearchReply, SearchRequest } from './messages.ts';
import { addRecent, forgetRecent, readRecent } from './recent.ts';
import { SearchView } from './view.ts';

const PAUSE = 150;
const STEP = 10;
const MOST = 100;

/** Binds the search page: typing, filters, keys and the address on one side, the worker on the other. */
const bind = (root: HTMLElement): void => {
  const view = new SearchView(root);
  let worker: Worker | undefined;
  let request = 0;
  let limit = STEP;
  let chosen: Chosen = {};
  let pause: ReturnType<typeof setTimeout> | undefined;

  const startWorker = (): Worker => {
    const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', ({ data }: MessageEvent<SearchReply>) => {
      if (data.id !== request) return;
      if ('failure' in data) view.failed(ask);
      else view.show(data.response, chosen);
      root.dataset.answered = String(data.id);
    });
    started.addEventListener('error', () => {
      worker = undefined;
      view.failed(ask);
    });
    return started;
  };

  const ask = (): void => {
    const text = view.input.value;
    request++;
    root.dataset.asked = String(request);
    history.replaceState(null, '', `/search/${writeAddress({ text, chosen })}`);
    if (text.trim() === '') {
      view.empty(readRecent(localStorage));
      return;
    }
    worker ??= startWorker();
    view.status(view.texts.searching);
    worker.postMessage({ id: request, text, chosen, limit } satisfies SearchRequest);
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
