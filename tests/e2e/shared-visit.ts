import { beforeEach } from 'vitest';

/**
 * Has the tests of a `describe` share one visit; what is returned gives each of them what was seen. A test that is tried
 * again visits anew: what a page showed before it was ready would fail each time.
 */
export const shareVisit = <Seen>(visit: () => Promise<Seen>): (() => Seen) => {
  let last: { readonly seen: Seen } | undefined;
  beforeEach(async ({ task }) => {
    if (last && !task.result?.retryCount) return;
    last = undefined;
    last = { seen: await visit() };
  });
  return () => {
    if (!last) throw new Error('A shared visit is there within tests alone.');
    return last.seen;
  };
};
