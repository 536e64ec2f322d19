/** What Chromium reports of the connection: milliseconds to an answer, megabits a second, whether people ask for few bytes. */
interface Connection {
  readonly rtt: number;
  readonly downlink: number;
  readonly saveData: boolean;
}

/**
 * Runs in the head of every page, before anything else is there (components/policy). Every page holds it as text, minified: it is
 * to stay short.
 *
 * A stylesheet or module that could not be loaded is requested again, up to three times, which browsers leave to the page. Where
 * the browser keeps the failure of a module as long as the page is there (Chromium before 156), the page is loaded again, once
 * in a minute, unless somebody types in it. And
 * where the browser says that the line is slow (Chromium knows) the page is set in the fonts of the device until all else has
 * come (`data-line`, fonts.css): fonts are half of the bytes of a page, and compete with what it says. Where the styles were
 * in the cache the fonts are, too, and are used at once.
 */
export const watchLine = (): void => {
  const root = document.documentElement;
  const { connection } = navigator as { connection?: Connection };
  if (connection && (connection.saveData || connection.rtt > 300 || connection.downlink < 0.5)) {
    root.dataset.line = 'slow';
  }

  const isSheet = (target: unknown): target is HTMLLinkElement =>
    target instanceof HTMLLinkElement && target.rel === 'stylesheet';
  const reloadOnce = (): void => {
    const isTyping = document.activeElement?.matches('input, textarea, select');
    try {
      const key = `wian-reloaded ${location.pathname}`;
      const since = Date.now() - Number(sessionStorage.getItem(key));
      if (isTyping || since < 60_000) return;
      sessionStorage.setItem(key, String(Date.now()));
    } catch {
      // Where nothing is remembered it would be loaded again and again.
      return;
    }
    location.reload();
  };
  let asked = 0;
  const retry = (element: HTMLElement): void => {
    const tries = Number(element.dataset.tries || 0) + 1;
    // Too soon for an answer of the host: it was not asked.
    const isKept = tries > 1 && !isSheet(element) && performance.now() - asked < 20;
    if (isKept || tries > 3) {
      if (!isSheet(element)) reloadOnce();
      return;
    }
    setTimeout(
      () => {
        asked = performance.now();
        const again = document.createElement(element.localName);
        for (const { name, value } of element.attributes) again.setAttribute(name, value);
        again.dataset.tries = String(tries);
        element.replaceWith(again);
      },
      400 * 2 ** tries,
    );
  };
  document.addEventListener(
    'error',
    ({ target }) => {
      if (isSheet(target) || (target instanceof HTMLScriptElement && target.src)) retry(target);
    },
    true,
  );
  document.addEventListener(
    'load',
    ({ target }) => {
      if (!isSheet(target)) return;
      const [sheet] = performance.getEntriesByName(target.href) as PerformanceResourceTiming[];
      if (sheet && sheet.transferSize === 0) delete root.dataset.line;
    },
    true,
  );
  // What still seeks on its own account says so (seeking.ts).
  addEventListener('load', () => {
    if (!root.dataset.seeking) delete root.dataset.line;
  });
};
