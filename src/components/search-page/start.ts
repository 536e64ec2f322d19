import { importAgain } from '#browser/import-again.ts';
import { beginSeeking, endSeeking } from '#browser/line/seeking.ts';
import { BASE } from '#browser/portal-base.ts';
import { type Listener, SearchClient } from '#browser/search/client.ts';
import { searchHead } from '#browser/search/search-head.ts';
import type { Chosen } from '#core/search/respond.ts';
import { FIRST_LIMIT, readAddress, writeAddress } from './address.ts';
import { knowWorker } from './known-worker.ts';
import { addRecent, forgetRecent, readRecent } from './recent.ts';
import { SearchView } from './view.ts';

/** Storage of this browser; one that keeps nothing where storage is forbidden, as even naming it throws then. */
const keptHere = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> => {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  }
};

const PAUSE = 150;
/** How many more results are shown at a time. */
const STEP = FIRST_LIMIT;
const MOST = 100;

type AnswerView = typeof import('./answer-view.ts');

/** What `make` gives, which is asked once; again where that failed. */
const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
};

/** Binds the search page: typing, filters, keys and the address on one side, the worker on the other. */
const bind = (root: HTMLElement): void => {
  const view = new SearchView(root);
  const kept = keptHere();
  const head = searchHead();
  let hasFailed = false;
  let newest = 0;
  let limit = FIRST_LIMIT;
  let chosen: Chosen = {};
  let pause: ReturnType<typeof setTimeout> | undefined;
  /** How answers are shown; on a slow line it comes when the engine is there, which takes longer. */
  const answerView = once(() => importAgain(() => import('./answer-view.ts')));
  // It is in the cache, or the line has room for it: watch-line.ts knows.
  if (document.documentElement.dataset.line !== 'slow') answerView().catch(() => {});
  /** Shows what came last, in order, whatever came first: what shows it may take longer than it. */
  const show = async (id: number, draw: (shown: AnswerView) => void): Promise<void> => {
    newest = id;
    const shown = await answerView().catch(() => null);
    if (newest !== id) return;
    if (shown) draw(shown);
    else {
      hasFailed = true;
      // Asking again is of no use where the browser keeps the failure of a module.
      view.withoutAnswerView(() => location.reload());
    }
  };
  const answered = async (id: number, draw: (shown: AnswerView) => void): Promise<void> => {
    await show(id, draw);
    root.dataset.answered = String(id);
    endSeeking();
  };
  const listener: Listener = {
    unconfirmed: () => view.sayKept(),
    opened: () => {
      answerView().catch(() => {});
    },
    begun: (response, id) => show(id, ({ showAnswer }) => showAnswer(view, response, chosen, ask)),
    answered: (response, id) => {
      hasFailed = false;
      if (head) knowWorker(kept, head.worker);
      answered(id, ({ showAnswer }) => showAnswer(view, response, chosen, ask));
    },
    failed: (kind, id) => {
      hasFailed = true;
      if (head?.isStoredFirst) {
        // A portal of another version has taken its place; loading again asks it for its own page.
        if (kind === 'newer' || kind === 'older') {
          location.reload();
          return;
        }
        view.sayKept();
      }
      answered(id, ({ showFailure }) => showFailure(view, kind, ask));
    },
    slow: (id) => {
      endSeeking();
      show(id, ({ showSlow }) =>
        showSlow(view, () => {
          client.startAnew();
          ask();
        }),
      );
    },
  };
  const client = new SearchClient(listener);

  const ask = (): void => {
    const text = view.input.value;
    history.replaceState(null, '', `${BASE}/search/${writeAddress({ text, chosen })}`);
    if (text.trim() === '') {
      if (!navigator.onLine) view.sayKept();
      newest = client.forget();
      view.empty(readRecent(kept));
      return;
    }
    view.status(view.texts.searching);
    beginSeeking();
    root.dataset.asked = String(client.ask(text, limit, chosen));
  };

  const askSoon = (): void => {
    clearTimeout(pause);
    limit = FIRST_LIMIT;
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
    addRecent(kept, view.input.value);
    ask();
  });
  view.filters.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const { [target.name]: _, ...others } = chosen;
    chosen = target.value === '' ? others : { ...others, [target.name]: target.value };
    limit = FIRST_LIMIT;
    ask();
  });
  view.more.addEventListener('click', () => {
    limit = Math.min(MOST, limit + STEP);
    ask();
  });
  view.recent.querySelector('button')?.addEventListener('click', () => {
    forgetRecent(kept);
    view.empty([]);
  });
  root.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('.search-results a'))
      addRecent(kept, view.input.value);
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
  addEventListener('online', () => {
    if (hasFailed) ask();
  });
  // Where nothing is sought yet, the line is free.
  addEventListener('load', () => {
    if (view.input.value === '') answerView().catch(() => {});
  });
  // On a slow connection people type before this script has come.
  if (view.input.value !== '' && readAddress(location.search).text === '') ask();
  else fromAddress();
};

const root = document.querySelector<HTMLElement>('[data-search-page]');
if (root) bind(root);
