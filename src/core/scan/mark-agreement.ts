import { likelyMark, type ReadingColumn, RING, SARA_AA, SARA_AM } from './columns.ts';
import { MARK_GROUPS } from './line-kinds.ts';
import { markPlace } from './net-reading.ts';

/** How likely the net has to find a mark above or below a letter to settle what readers have otherwise. */
export const CONFIRMS_MARK = 0.97;
/** How unlikely a mark has to be for the net to speak against it, though all readings have it, and to settle that it is none. */
const SPEAKS_AGAINST_MARK = 0.1;
const DENIES_MARK = 0.03;
/** How likely the net has to find a mark that nothing was read for. */
const FINDS_MARK = 0.97;

/** What the net says of a mark: a doubt, none, or nothing at all, as where it does not know the letter below it. */
export type Word = 'doubt' | 'none' | null;

/**
 * The net of a mark that was read: it settles what readers have otherwise where one has it that was trained apart, and speaks
 * against what all have.
 */
export const ofMarkRead = (
  text: string,
  column: ReadingColumn,
  isAlike: readonly boolean[],
  apart: readonly number[],
): Word => {
  const likely = likelyMark(text, column);
  if (likely === null) return null;
  if (likely <= SPEAKS_AGAINST_MARK) return 'doubt';
  if (!isAlike.includes(false)) return 'none';
  return likely >= CONFIRMS_MARK && apart.some((reader) => isAlike[reader]) ? 'none' : null;
};

/** The net of marks that others have and the reading has not: none of them is there, or nothing. */
export const ofMarksOfOthers = (column: ReadingColumn): Word => {
  const found = column.glyphs.flat();
  const isDenied = found.every(({ text }) => (likelyMark(text, column) ?? 1) <= DENIES_MARK);
  return found.length > 0 && isDenied ? 'none' : null;
};

/** Whether readers differ on the ring of sara am, and the net has no sure word on it. */
export const isRingOpen = (text: string, column: ReadingColumn): boolean => {
  if (text !== SARA_AM && (text !== SARA_AA || !column.seen.includes(SARA_AM))) return false;
  const likely = likelyMark(SARA_AM, column);
  if (likely === null) return true;
  return text === SARA_AM ? likely < CONFIRMS_MARK : likely > DENIES_MARK;
};

/**
 * A mark that the net finds on a letter, of a group of which none was read; null for none. `read` are the marks that were read on
 * it, and `next` what follows them.
 */
export const unreadMark = (
  { base }: ReadingColumn,
  read: readonly string[],
  next: string,
): string | null => {
  const own = next === SARA_AM ? [...read, RING] : read;
  for (const [group, likely] of (base?.marks ?? []).entries()) {
    const at = likely.findIndex((one, mark) => mark > 0 && one >= FINDS_MARK);
    if (at > 0 && !own.some((mark) => markPlace(mark)?.[0] === group)) {
      return MARK_GROUPS[group]?.[at] ?? null;
    }
  }
  return null;
};
