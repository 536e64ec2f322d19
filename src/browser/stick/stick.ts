/**
 * Runs first on every page of a stick. Scripts of the portal are bundled with `fetch`, `Worker`, `location`, `history` and
 * `open` replaced by what is here, so that they work with the addresses of the host while the pages are files.
 */
import { handOver, handOverBundle, readData, runScript } from './data-scripts.ts';
import { stickFetch } from './fetch.ts';
import { registerWorker, StickWorker } from './in-page-worker.ts';
import { watchLinks } from './links.ts';
import {
  BASE,
  IS_PARTIAL,
  isHere,
  localAddress,
  onlineHref,
  pathOf,
  placeOf,
  SITE,
} from './places.ts';

const go = async (address: string | URL, leave: (to: string) => void): Promise<void> => {
  const path = pathOf(address);
  // What was left out has its note on the page: the browser's own page of errors would help nobody.
  if (IS_PARTIAL && path?.endsWith('.html') && (await isHere(path)) === false) return;
  leave(localAddress(address));
};

const online = (): URL => new URL(onlineHref());

const stickLocation = {
  get href() {
    return onlineHref();
  },
  get origin() {
    return online().origin;
  },
  get protocol() {
    return online().protocol;
  },
  get host() {
    return online().host;
  },
  get hostname() {
    return online().hostname;
  },
  get pathname() {
    return online().pathname;
  },
  get search() {
    return location.search;
  },
  get hash() {
    return location.hash;
  },
  set hash(value: string) {
    location.hash = value;
  },
  assign: (address: string | URL) => void go(address, (to) => location.assign(to)),
  replace: (address: string | URL) => void go(address, (to) => location.replace(to)),
  reload: () => location.reload(),
  toString: onlineHref,
};

const inHistory =
  (name: 'pushState' | 'replaceState') =>
  (state: unknown, title: string, address?: string | URL | null): void =>
    history[name](state, title, address == null ? address : localAddress(address));

const stickHistory = {
  pushState: inHistory('pushState'),
  replaceState: inHistory('replaceState'),
  back: () => history.back(),
  forward: () => history.forward(),
  go: (delta?: number) => history.go(delta),
  get state() {
    return history.state;
  },
  get length() {
    return history.length;
  },
};

const shapes = (svg: string): void => {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const box = document.createElement('div');
  box.hidden = true;
  box.append(root);
  document.body.append(box);
};

/** The day of the portal's data, which changes with every stick: pages, which may stay the same, do not name it. */
const showDay = async (): Promise<void> => {
  const place = document.querySelector('[data-stick-day]');
  const day = place && (await readData('day', placeOf('stick/js/day.js')));
  if (place && typeof day === 'string') place.textContent = day;
};

const stick = {
  fetch: stickFetch,
  Worker: StickWorker,
  location: stickLocation,
  history: stickHistory,
  open: (address?: string | URL, target?: string, features?: string) =>
    open(address && localAddress(address), target, features),
  /** Address on the host of the module that a bundled script was made of. */
  module: `${SITE.origin}${BASE}/_astro/module.js`,
  data: handOver,
  bundle: handOverBundle,
  worker: registerWorker,
  shapes,
  readData,
  runScript,
  placeOf,
};

/** What scripts of the stick find as `wianStick`. */
export type Stick = typeof stick;

Object.assign(globalThis, { wianStick: stick });
watchLinks();
showDay();

// A stick is kept as it is; the script of every page would offer to keep its pages in the browser as well.
for (const box of document.querySelectorAll('.keep-box')) box.remove();
