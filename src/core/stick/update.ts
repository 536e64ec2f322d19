/** What is known of the stick before it is written. */
export interface FormerStick {
  /** Digests by path, of what an earlier run wrote whole. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths that a run which broke off may have written: some of them half. */
  readonly begun: ReadonlySet<string>;
}

/** A file that is on the stick. */
export interface Lying {
  /** Bytes. */
  readonly size: number;
  /** Whether it was changed after the list of digests was written. */
  readonly isNewer: boolean;
}

/** The folder of the stick that holds nothing but what the program made. */
export const OWN_FOLDER = 'stick/';

/** Whether a name on the stick is ours to write over. */
export const isOurs = (former: FormerStick, path: string): boolean =>
  former.files.has(path) ||
  former.begun.has(path) ||
  (path.startsWith(OWN_FOLDER) && former.files.size + former.begun.size > 0);

/**
 * What is done with a file that is to be on the stick. `read`: whether what is there is the same has to be seen by its
 * digest.
 */
export const stepFor = (
  former: FormerStick,
  path: string,
  next: { readonly size: number; readonly sha256: string },
  lying: Lying | null,
): 'write' | 'keep' | 'read' => {
  if (lying === null || lying.size !== next.size) return 'write';
  const isDoubtful = former.begun.has(path) || lying.isNewer || !former.files.has(path);
  if (isDoubtful) return 'read';
  return former.files.get(path) === next.sha256 ? 'keep' : 'write';
};

/** Paths of the former stick that the next one has no more, in order. `lying`: what is there. */
export const goneFrom = (
  former: FormerStick,
  next: ReadonlySet<string>,
  lying: Iterable<string>,
): string[] => {
  const gone = new Set([...former.files.keys(), ...former.begun]);
  // A run that broke off did not know the names of its scripts when it began.
  if (former.begun.size > 0) {
    for (const path of lying) if (path.startsWith(OWN_FOLDER)) gone.add(path);
  }
  return [...gone].filter((path) => !next.has(path)).sort();
};
