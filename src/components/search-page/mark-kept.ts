import { element, textNodes } from '#browser/dom.ts';
import { matchIn, storeNames } from '#browser/offline/stores.ts';
import { BASE } from '#browser/portal-base.ts';

/** Whether links can only lead to what is stored: this page itself is a copy, or there is no connection. */
const isOffline = (): boolean =>
  !navigator.onLine || document.querySelector('[data-kept-note]:not([hidden])') !== null;

const isStored = async (address: string): Promise<boolean> => {
  const { seen, kept } = storeNames(BASE);
  const found = await Promise.all([seen, kept].map((name) => matchIn(name, address)));
  return found.some((response) => response !== undefined);
};

/** Says behind a result whose page is not stored that it can't be opened now. */
const mark = async (link: HTMLAnchorElement, text: string): Promise<void> => {
  link.dataset.looked = 'yes';
  if (await isStored(link.href)) return;
  const badge = element('span', { className: 'badge badge-turmeric' }, ...textNodes(text));
  badge.dataset.notKept = '';
  link.after(' ', badge);
};

const root = document.querySelector<HTMLElement>('[data-search-page]');
const text = root?.dataset.notKept;
if (root && text && isSecureContext && 'caches' in globalThis) {
  const look = (): void => {
    if (!isOffline()) return;
    for (const link of root.querySelectorAll<HTMLAnchorElement>(
      '.search-results h3 a:not([data-looked])',
    )) {
      void mark(link, text);
    }
  };
  new MutationObserver(look).observe(root, { childList: true, subtree: true });
}
