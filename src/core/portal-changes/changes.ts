/** What a file of a portal holds. */
export interface FileState {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** One thing to do on a host that serves a copy of the portal. Paths are within the portal, without a slash in front. */
export type PortalChange = {
  readonly step: Step;
  readonly path: string;
} & ((FileState & { readonly action: 'add' | 'change' }) | { readonly action: 'remove' });

/** Steps of an upload; see {@link stepOf}. */
export type Step = 1 | 2 | 3 | 4;

/** A path that differs between two portals: what it holds in the later one, null where that has it no more. */
export interface Difference {
  readonly path: string;
  readonly wasThere: boolean;
  readonly now: FileState | null;
}

const HASHED = /^(?:_astro|search-index\/[0-9a-f]{12})\//;
const ENTRY =
  /^(?:search-index\/[^/]+|feeds\/.*|calendar\/.*|sitemap-[^/]*|robots\.txt|opensearch\.xml)$/;

/**
 * The step in which a file is uploaded, so that whatever is served names only what is there: 1 what pages load (scripts,
 * styles, parts of the index, data, files beside pages), 2 pages, 3 what leads people and programs to pages (the entry of the
 * index, feeds, calendars, the map of the site). What is removed comes last, in step 4.
 */
const stepOf = (path: string): Step => {
  if (!HASHED.test(path) && ENTRY.test(path)) return 3;
  return path.endsWith('.html') ? 2 : 1;
};

/** Added before changed: a changed page may lead to a new one. */
const RANK = { add: 0, change: 1, remove: 2 } as const;

const byOrder = (a: PortalChange, b: PortalChange): number =>
  a.step - b.step || RANK[a.action] - RANK[b.action] || (a.path < b.path ? -1 : 1);

/**
 * The changes in the order of an upload. `pending` is an earlier list that was not uploaded; what it names is part of the new
 * list, with what those files hold now: `differences` holds each of its paths.
 */
export const planUpload = (
  differences: readonly Difference[],
  pending: readonly PortalChange[],
): PortalChange[] => {
  const waiting = new Map(pending.map(({ path, action }) => [path, action]));
  return differences
    .flatMap(({ path, wasThere, now }): PortalChange[] => {
      const before = waiting.get(path);
      // A file that waits to be added is not on the host, though the portal before had it.
      const isOnHost = before === undefined ? wasThere : before !== 'add';
      if (now) {
        return [{ step: stepOf(path), action: isOnHost ? 'change' : 'add', path, ...now }];
      }
      // It may be there after all, if an upload was broken off.
      return isOnHost || before !== undefined ? [{ step: 4, action: 'remove', path }] : [];
    })
    .sort(byOrder);
};

/** The list as JSON Lines, one change a line. */
export const printChanges = (changes: readonly PortalChange[]): string =>
  changes
    .map(
      ({ step, action, path, ...state }) => `${JSON.stringify({ step, action, path, ...state })}\n`,
    )
    .join('');
