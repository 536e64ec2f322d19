import { importAgain } from '#browser/import-again.ts';
import { MAKER_ANCHOR } from '#core/short-link/address.ts';

/** Fetches what makes labels only where that part of the page is opened: no page waits for it. */
const wake = (): void => {
  if (location.hash !== `#${MAKER_ANCHOR}`) return;
  importAgain(() => import('./footer-maker.ts')).then(
    // What the page has shown meanwhile may have moved the place away.
    () => document.getElementById(MAKER_ANCHOR)?.scrollIntoView(),
    // Without it the code stands there as it was served; opened anew it is tried again.
    (error) => console.error(error),
  );
};

addEventListener('hashchange', wake);
wake();
