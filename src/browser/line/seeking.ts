/** Says that the page waits for more than it is made of: on a slow line its fonts come behind that (watch-line.ts). */
export const beginSeeking = (): void => {
  document.documentElement.dataset.seeking = 'yes';
};

/** What was sought is there, or cannot be loaded. */
export const endSeeking = (): void => {
  const { dataset } = document.documentElement;
  delete dataset.seeking;
  if (document.readyState === 'complete') delete dataset.line;
};
