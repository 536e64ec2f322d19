/** What makes half a download most useful: the frame, then search, then pages with their data, attachments at last. */
const rankOf = (path: string): number => {
  if (path.startsWith('_astro/')) return 0;
  // It says which index is in force, so it has to come when all of that index is there.
  if (path === 'search-index/index.json') return 3;
  if (path.startsWith('search-index/')) return path.includes('/page/') ? 2 : 1;
  if (path.endsWith('.html')) return 4;
  return /\.(?:json|svg)$/.test(path) ? 5 : 6;
};

/** Files in the order in which they are most needed, those of one kind by their paths. */
export const mostNeededFirst = <File extends readonly [path: string, ...unknown[]]>(
  files: readonly File[],
): File[] =>
  files
    .map((file) => ({ file, rank: rankOf(file[0]) }))
    .sort((a, b) => a.rank - b.rank || (a.file[0] < b.file[0] ? -1 : 1))
    .map(({ file }) => file);
