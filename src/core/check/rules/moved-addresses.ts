import { isPagePath, MOVED_ADDRESSES_FILE } from '#core/address/moved.ts';
import type { Problem } from '#core/problem.ts';
import { RECORD_KINDS, type Rule } from '../content.ts';
import { addressFaults } from './file-names.ts';

const OF_RECORD = new RegExp(
  String.raw`^/(?:circulars/2[4-6]\d\d/[^/]+|(?:${RECORD_KINDS.filter((kind) => kind !== 'circulars').join('|')})/[^/]+)/$`,
);

/** Whether an address is one of those that the program makes from content: a list, a year of circulars, an office. */
const makerOf = (pages: readonly string[]): ((address: string) => boolean) => {
  const patterns = pages
    .filter((page) => page.includes('*') && !page.startsWith('/*'))
    .map((page) => new RegExp(`^${page.split('*').map(RegExp.escape).join('.+')}$`));
  const lists = new Set<string>(RECORD_KINDS.map((kind) => `/${kind}/`));
  return (address) =>
    lists.has(address) ||
    (!OF_RECORD.test(address) && patterns.some((pattern) => pattern.test(address)));
};

/** Addresses that moved can be pages of their own: none is that of something else, or would be on some systems. */
export const movedAddresses: Rule = function* ({ moved, records, pages }) {
  const isMade = makerOf(pages);
  const fixed = [...records.map(({ path }) => `/${path}/`), ...pages];
  const spelt = new Map(fixed.map((address) => [address.toLowerCase(), address]));
  for (const [index, { from }] of (moved ?? []).entries()) {
    // What can be no path at all is reported with the short codes.
    if (!isPagePath(from)) continue;
    const said = addressFaults(from)[0] ?? problemOf(from, isMade, spelt);
    if (said) yield { file: MOVED_ADDRESSES_FILE, line: index + 2, field: 'from', ...said };
    else spelt.set(from.toLowerCase(), from);
  }
};

const problemOf = (
  from: string,
  isMade: (address: string) => boolean,
  spelt: ReadonlyMap<string, string>,
): Pick<Problem, 'what' | 'why' | 'fix'> | null => {
  const fix = 'Write the former address of the page, or remove the row.';
  const lower = from.toLowerCase();
  if (isMade(lower)) {
    return {
      what: `${from} is an address that the program makes itself`,
      why: 'One page would hide the other.',
      fix,
    };
  }
  const twin = spelt.get(lower);
  if (twin === undefined || twin === from) return null;
  return {
    what: `${from} differs only in case from ${twin}`,
    why: 'Some systems take both for one.',
    fix,
  };
};
