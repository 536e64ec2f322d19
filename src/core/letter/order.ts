import type { Circular } from './circular.ts';

type Dated = Pick<Circular, 'id' | 'letter' | 'published'>;

const dayOf = ({ letter, published }: Dated): string => letter.date.value ?? published;

/**
 * Newest letter first, by the date on the letter; one whose date is unreadable stands by the day on which it was
 * published. Letters of one day stand in the order of their ids, so that the order never depends on chance.
 */
export const byNewestLetter = (a: Dated, b: Dated): number => {
  const [dayA, dayB] = [dayOf(a), dayOf(b)];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};
