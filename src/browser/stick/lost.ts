/** Names the files of the stick that could not be read, as after it was pulled out, in the note above every page. */

/** Written by the build of the stick, in the language of the portal; `{files}` is filled in. */
declare const STICK_LOST: string;

/** Files that are named; of the others there is only a number. */
const MOST_NAMED = 3;

const lost = new Set<string>();

const show = (): void => {
  const place = document.querySelector('[data-stick-lost]');
  if (!place) return;
  const named = [...lost].slice(0, MOST_NAMED).join(', ');
  const more = lost.size > MOST_NAMED ? ` +${lost.size - MOST_NAMED}` : '';
  const text = lost.size === 0 ? '' : STICK_LOST.replace('{files}', () => named + more);
  // Said by screen readers, and not again for what they have said.
  if (place.textContent !== text) place.textContent = text;
};

/** Notes of a file, by its path on the stick, whether it could be read just now. */
export const noteRead = (path: string, isRead: boolean): void => {
  if (isRead === !lost.has(path)) return;
  if (isRead) lost.delete(path);
  else lost.add(path);
  show();
};
