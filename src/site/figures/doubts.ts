import { SIDES } from '#core/figures/classification.ts';
import { messages } from '../i18n.ts';
import { getRegistry } from '../tracking/tracked.ts';
import type { FigureArea } from './area.ts';
import { amountCell } from './cell.ts';
import { getFigures } from './data.ts';
import { doubtsOf, subjectText } from './doubt-rows.ts';

const all = messages.figures;

/** The stated totals of an area that are not the sums of their parts, with both numbers; neither is taken to be wrong. */
export const viewDoubts = async (area: FigureArea, folder: 'grants' | 'finance') => {
  const [{ doubts }, { byId }] = await Promise.all([getFigures(), getRegistry()]);
  const ids = new Set([area.id, ...area.authorities.map(({ id }) => id)]);
  if (area.province === null) {
    for (const { province } of area.authorities) if (province) ids.add(province);
  }
  const read = (word: string): string | undefined => {
    if (word === 'th') return all.country;
    if (/^\d{4}-\d{2}$/.test(word)) return messages.format.shortDate(word);
    const side = SIDES.find((one) => one === word);
    return side ? all.finance.side[side] : byId.get(word)?.name;
  };
  return doubtsOf(doubts, folder, ids).map((doubt, at) => ({
    key: String(at),
    name: subjectText(doubt, read),
    cells: [amountCell(doubt.stated, 'baht'), amountCell(doubt.summed, 'baht')],
  }));
};
