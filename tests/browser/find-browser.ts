/** Where tests find the browser that benchmarks use as well. */
export * from '../../scripts/browser/find-browser.ts';
