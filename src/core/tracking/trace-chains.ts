import { spread } from '#core/text/spread.ts';

/**
 * Where the page that follows a number finds the chain of a circular. Chains are mostly of a few offices, and lie some together
 * in one file: a host is given fewer files, and a reader still fetches a few kilobytes. A long one has a file of its own.
 */

/** Files of one year: of a thousand circulars eight lie together. */
const PARTS = 128;

/** Name of the file in which the short chain of a circular lies, by its id: `2568-17` for `2568/dla-x-wx-0325`. */
export const sharedChainsName = (circular: string): string => {
  const [year, id = ''] = circular.split('/');
  return `${year}-${spread(id, PARTS)}`;
};

/** Address of a file of short chains, each under the id of its circular. */
export const sharedChainsPath = (name: string): string => `/trace/chains/${name}.json`;

/** Address of a long chain, by the id of its circular. */
export const longChainPath = (circular: string): string => `/trace/chain/${circular}.json`;
