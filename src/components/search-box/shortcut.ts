import { BASE } from '#browser/portal-base.ts';

/** The slash key leads to the search box of any page, unless a person is writing. */
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  if (
    event.target instanceof Element &&
    event.target.closest('input, textarea, select, [contenteditable]')
  )
    return;
  const boxes = document.querySelectorAll<HTMLInputElement>('[data-search-box] input[type=search]');
  const visible = [...boxes].find((box) => box.getClientRects().length > 0);
  event.preventDefault();
  // On a phone the header has a link to the search page instead of a box.
  if (!visible) {
    location.assign(`${BASE}/search/`);
    return;
  }
  visible.focus();
  visible.select();
});
