import type { Messages } from './messages.ts';

const OF_BOX = [
  'searching',
  'found',
  'foundOnly',
  'nearOnly',
  'nothing',
  'failedInBox',
  'slowInBox',
  'partialInBox',
  'number',
  'near',
  'allResults',
  'numberLost',
] as const;

export type BoxTexts = Pick<Messages['searchPage'], (typeof OF_BOX)[number]>;

/**
 * The texts that the search box of any page needs once somebody types in it; the others are the search page's. They are part
 * of its script, which comes then, and not of each page.
 */
export const boxTexts = ({ searchPage }: Messages): BoxTexts =>
  Object.fromEntries(OF_BOX.map((name) => [name, searchPage[name]])) as BoxTexts;
