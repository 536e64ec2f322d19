import type { Component } from './components.ts';
import { isFrame } from './dirt.ts';
import type { Box } from './picture.ts';

/** A side of a page. */
export type PageSide = 'left' | 'top' | 'right' | 'bottom';

interface Size {
  readonly width: number;
  readonly height: number;
}

// All lengths are pixels at 300 dots per inch.
/** Ink touches an edge where it is as near to it as this. */
const EDGE = 2;
/** Sides of a letter, and of the part of one that is left at an edge. */
const LETTER = { least: 12, part: 5, most: 90 } as const;
/** How far apart two letters of a line are at most. */
const NEXT = 40;
/** Lines that run out of a side, and letters of one line that is cut along, from which on a page counts as cut off. */
const LINES = 3;
const LETTERS = 6;

const widthOf = ({ left, right }: Box): number => right - left;
const heightOf = ({ top, bottom }: Box): number => bottom - top;

const isLetter = (one: Box): boolean =>
  heightOf(one) >= LETTER.least && heightOf(one) <= LETTER.most && widthOf(one) <= LETTER.most;

/** Whether two pieces of ink stand side by side in one line. */
const isBeside = (one: Box, other: Box): boolean => {
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  const gap = Math.max(one.left, other.left) - Math.min(one.right, other.right);
  return shared * 2 >= Math.min(heightOf(one), heightOf(other)) && gap <= NEXT;
};

/** Rows that a list of boxes stands on, those that overlap as one. */
const countRows = (boxes: readonly Box[]): number => {
  let [count, end] = [0, -1];
  for (const { top, bottom } of boxes.toSorted((a, b) => a.top - b.top)) {
    if (top >= end) count++;
    end = Math.max(end, bottom);
  }
  return count;
};

/**
 * Sides at which a page is cut off: several lines run out of the picture there, or a line is cut along. `list` is the ink of
 * the page as it was photographed or scanned, not turned yet. Dark edges and dust touch edges as well, but no letters stand
 * beside them.
 */
export const cutSides = (list: readonly Component[], size: Size): PageSide[] => {
  const letters = list.filter((one) => isLetter(one) && !isFrame(one, size));
  const acrossOf = (touches: (one: Box) => boolean): Component[] =>
    letters.filter(
      (one) =>
        touches(one) &&
        widthOf(one) >= LETTER.part &&
        letters.some((other) => other !== one && !touches(other) && isBeside(one, other)),
    );
  const alongOf = (touches: (one: Box) => boolean): Component[] => {
    const parts = list.filter(
      (one) =>
        touches(one) &&
        !isFrame(one, size) &&
        heightOf(one) >= LETTER.part &&
        heightOf(one) <= LETTER.most &&
        widthOf(one) >= LETTER.part &&
        widthOf(one) <= LETTER.most,
    );
    return parts.filter((one) => parts.some((other) => other !== one && isBeside(one, other)));
  };
  const sides: readonly (readonly [PageSide, boolean])[] = [
    ['left', countRows(acrossOf(({ left }) => left <= EDGE)) >= LINES],
    ['top', alongOf(({ top }) => top <= EDGE).length >= LETTERS],
    ['right', countRows(acrossOf(({ right }) => right >= size.width - EDGE)) >= LINES],
    ['bottom', alongOf(({ bottom }) => bottom >= size.height - EDGE).length >= LETTERS],
  ];
  return sides.filter(([, isCut]) => isCut).map(([side]) => side);
};

/** How far from a cut side a line of it may stand, before the page is straightened. */
const REACH = 14;

/** Whether a line of the straightened page runs out of a side at which the page is cut off. */
export const runsOut = (
  line: Box,
  sides: readonly PageSide[],
  { width, height }: Size,
  skew: number,
): boolean => {
  const slope = Math.tan((Math.abs(skew) * Math.PI) / 180);
  const [across, along] = [REACH + (slope * height) / 2, REACH + (slope * width) / 2];
  const near: Readonly<Record<PageSide, boolean>> = {
    left: line.left <= across,
    top: line.top <= along,
    right: line.right >= width - across,
    bottom: line.bottom >= height - along,
  };
  return sides.some((side) => near[side]);
};
