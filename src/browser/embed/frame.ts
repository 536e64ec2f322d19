/**
 * Tells the page around a frame how high the part within it is, and where its links lead, in the words of WordPress's own embeds
 * (wp-includes/js/wp-embed.js), whose frames may not lead the page elsewhere by themselves.
 */
export const reportToHost = (part: HTMLElement): void => {
  document.body.style.margin = '0';
  const secret = /[?&]secret=([\w-]+)/.exec(location.hash)?.[1];
  if (secret === undefined || parent === window) return;
  // Whoever frames the page is not known; there is nothing secret in a height.
  const tell = (message: string, value: number | string) =>
    parent.postMessage({ message, value, secret }, '*');
  new ResizeObserver(() =>
    tell('height', Math.ceil(document.documentElement.scrollHeight)),
  ).observe(part);
  part.shadowRoot?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (link === null) return;
    event.preventDefault();
    tell('link', link.href);
  });
};
