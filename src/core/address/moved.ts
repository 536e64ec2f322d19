import type { Problem } from '#core/problem.ts';

/** Where addresses that are no longer the address of their page are kept, so that they go on working. */
export const MOVED_ADDRESSES_FILE = 'content/moved-addresses.csv';

/** One row: an address that pages no longer have, and where its reader is to go. Both begin and end with a slash. */
export interface MovedAddress {
  readonly from: string;
  readonly to: string;
  /** ISO date. */
  readonly since: string;
  /** Thai, for the reader who waits for the page to change. */
  readonly why: string;
}

/**
 * Where an address leads in the end, after any number of moves; null where they run in a circle. All moves are
 * followed in a time that grows as they do, also where each leads to the next.
 */
export const followMoves = (moves: readonly MovedAddress[]): ((from: string) => string | null) => {
  const next = new Map(moves.map((move) => [move.from, move.to]));
  const ends = new Map<string, string | null>();
  return (from) => {
    const passed = new Set<string>();
    let at = from;
    while (!ends.has(at) && next.has(at) && !passed.has(at)) {
      passed.add(at);
      at = next.get(at) as string;
    }
    const end = ends.get(at);
    const found = end !== undefined ? end : passed.has(at) ? null : at;
    for (const one of passed) ends.set(one, found);
    return found;
  };
};

/** Without dots: a step with one would be a file, or lead out of the portal. */
const PATH = /^\/(?:[A-Za-z0-9_-]+\/)+$/;

/** Whether an address can be that of a page. */
export const isPagePath = (address: string): boolean => PATH.test(address);

/** Everything wrong with the moved addresses. `pages` are the addresses that pages have. */
export const movedAddressProblems = (
  moves: readonly MovedAddress[],
  pages: ReadonlySet<string>,
): Problem[] => {
  const lines = new Map<string, number>();
  const endOf = followMoves(moves);
  return moves.flatMap((move, index) => {
    const line = index + 2;
    const fault = (field: string, what: string, fix: string): Problem[] => [
      { file: MOVED_ADDRESSES_FILE, line, field, what, fix },
    ];
    const twin = lines.get(move.from);
    lines.set(move.from, twin ?? line);
    if (!isPagePath(move.from)) {
      const fix =
        'Write the old path with slashes at both ends, of letters, digits, hyphens and underscores: /circulars/2567/old-id/.';
      return fault('from', `"${move.from}" is not the path of a page.`, fix);
    }
    if (twin !== undefined) {
      const fix = 'Keep one of the two rows.';
      return fault('from', `${move.from} is moved twice (also on line ${twin}).`, fix);
    }
    if (pages.has(move.from)) {
      const fix = 'Remove the row, or the page.';
      return fault('from', `${move.from} still is the address of a page.`, fix);
    }
    const end = endOf(move.from);
    if (end === null) {
      return fault('to', `${move.from} moves in a circle.`, 'Let the last row lead to a page.');
    }
    if (!pages.has(end)) {
      return fault('to', `${move.from} leads to ${end}, which is no page.`, 'Name a page.');
    }
    return [];
  });
};
