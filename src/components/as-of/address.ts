import { BUDDHIST_ERA_OFFSET, type IsoDate } from '#core/letter/date.ts';
import { readDateCell } from '#core/tracking/register/date-cell.ts';

/** What is chosen on the page, as it is in the address. */
export interface Chosen {
  /** As typed, or as an address has it: `2568-10-01`. */
  readonly day: string;
  readonly section: string;
  readonly topic: string;
}

/** The day that a text means, however it is written; null for anything that may mean another or none. */
export const readDay = (text: string): IsoDate | null => {
  const { value, doubt } = readDateCell(text.trim().slice(0, 60));
  return doubt === null ? value : null;
};

/** A day as addresses have it, in the Buddhist era: `2568-10-01`. */
export const buddhistDay = (day: IsoDate): string =>
  `${Number(day.slice(0, 4)) + BUDDHIST_ERA_OFFSET}${day.slice(4)}`;

/** The choices in the query part of an address, each cut to 60 UTF-16 units; empty texts where it has none. */
export const readChosen = (query: string): Chosen => {
  const parameters = new URLSearchParams(query);
  const value = (name: string): string => parameters.get(name)?.slice(0, 60) ?? '';
  return { day: value('day'), section: value('section'), topic: value('topic') };
};

/** The query part of the address, with its question mark. */
export const writeChosen = (day: IsoDate, { section, topic }: Omit<Chosen, 'day'>): string =>
  `?${new URLSearchParams([
    ['day', buddhistDay(day)],
    ...(section ? [['section', section]] : []),
    ...(topic ? [['topic', topic]] : []),
  ])}`;
