import { carryFragment } from '#core/short-link/fragment.ts';

const link = document.querySelector<HTMLAnchorElement>('a[data-forward]');
if (link) {
  const { forward, to = '/', anchor = null } = link.dataset;
  const target = to + carryFragment(location.hash, anchor);
  link.href = target;
  // Replaced, not visited: going back skips this page.
  if (forward === 'go') location.replace(target);
}
