import type { Messages } from '#i18n/messages.ts';
import { messages } from '../i18n.ts';

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

/** The texts that the search box of any page needs once somebody types in it; the others are the search page's. */
export const getBoxTexts = (): BoxTexts =>
  Object.fromEntries(OF_BOX.map((name) => [name, messages.searchPage[name]])) as BoxTexts;
