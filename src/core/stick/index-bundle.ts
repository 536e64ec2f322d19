/**
 * Numbered files of the index of search, by the letter that their names begin with (src/core/search/layout.ts), and how many
 * of them a script of a stick holds: some 100 kB. Each is read by a script element of its own otherwise, which costs a browser
 * more than to read its neighbours as well. Texts of pages are not among them: a question wants some from all over.
 */
const FILES_A_BUNDLE: Readonly<Record<string, number>> = {
  b: 64,
  c: 512,
  f: 64,
  l: 64,
  n: 64,
  p: 8,
};
const NUMBERED = /^(search-index\/)[^/]+\/([bcflnp])(\d+)\.bin$/;

/**
 * The bundle that a file of the portal is in on a stick, by its path; null for a file with a script of its own. Whatever folder a
 * file lies in: its number is its own, and a stick has one index.
 */
export const bundleOf = (path: string): string | null => {
  const [, folder, kind = '', number] = NUMBERED.exec(path) ?? [];
  const files = FILES_A_BUNDLE[kind];
  return files ? `${folder}${kind}-${Math.floor(Number(number) / files)}` : null;
};

/** What the lists of a stick name for data at `path`: its bundle, or itself. Its script is there, with `.js` behind it. */
export const dataPlaceOf = (path: string): string => bundleOf(path) ?? path;
