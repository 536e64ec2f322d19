import { formatNumber, isKnownFormat } from './number-format.ts';
import type { List, ListLevel } from './numbering.ts';

const LEVELS = 9;

/** Counts the paragraphs of lists, in the order of the text. */
export interface ListCounter {
  /** The number of the next paragraph of a list, with the gap behind it, as printed; empty where none is printed. */
  readonly next: (listId: string, level: number) => string;
  /** The level of a list that belongs to the first of these paragraph styles that has one. */
  readonly levelOfStyle: (listId: string, styles: readonly string[]) => number | undefined;
}

const labelOf = (
  { levels }: List,
  at: number,
  level: ListLevel,
  counts: readonly (number | undefined)[],
): string => {
  if (level.isHidden) return '';
  const text =
    level.format === 'bullet'
      ? level.text
      : level.text.replace(/%([1-9])/g, (_, digit: string) => {
          const index = Number(digit) - 1;
          const count = counts[index];
          const shown = levels[index];
          if (count === undefined || !shown) return '';
          const isLegal = level.isLegal && index <= at && shown.format !== 'none';
          return formatNumber(count, isLegal ? 'decimal' : shown.format, shown.example);
        });
  // Numbers stand a short way before their text; a tab there would look like the gap between two columns.
  return text === '' || level.gap === 'nothing' ? text : `${text} `;
};

/** A new count of all lists, each level from its start. `onUnknown` hears of numbers in a format that is not known. */
export const countLists = (
  lists: ReadonlyMap<string, List>,
  onUnknown: () => void = () => undefined,
): ListCounter => {
  const counts = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();
  const step = (listId: string, list: List, at: number, count: (number | undefined)[]): void => {
    const override = list.starts.get(at);
    const place = `${listId} ${at}`;
    const start = override ?? list.levels[at]?.start ?? 0;
    if (override !== undefined && !begun.has(place)) count[at] = start;
    else count[at] = count[at] === undefined ? start : (count[at] as number) + 1;
    begun.add(place);
    for (let below = at + 1; below < LEVELS; below++) {
      const after = list.levels[below]?.restartsAfter ?? null;
      if (after === null || at < after) count[below] = undefined;
    }
  };
  return {
    levelOfStyle: (listId, styles) => {
      const levels = lists.get(listId)?.levels ?? [];
      return styles
        .map((style) => levels.findIndex((level) => level?.style === style))
        .find((at) => at >= 0);
    },
    next: (listId, at) => {
      const list = lists.get(listId);
      const level = list?.levels[at];
      if (!list || !level) return '';
      const count = counts.get(list.key) ?? new Array<number | undefined>(LEVELS).fill(undefined);
      counts.set(list.key, count);
      for (let above = 0; above < at; above++) {
        count[above] ??= list.starts.get(above) ?? list.levels[above]?.start ?? 0;
      }
      step(listId, list, at, count);
      if (!isKnownFormat(level.format)) onUnknown();
      return labelOf(list, at, level, count);
    },
  };
};
