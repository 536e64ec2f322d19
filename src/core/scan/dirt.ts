import type { Component } from './components.ts';

// All sizes are pixels at 300 dots per inch.
/** Larger components are letters; dots, tone marks and the heads of vowels are smaller. */
const LETTER = 90;
/** How far from a letter a mark or a dot may stand. */
const REACH = 26;
/** Side of the squares in which letters are looked up. */
const SQUARE = 8;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whether a component is a ruled line, a frame, the dark edge of a copy or the desk around a photographed page. */
export const isFrame = (component: Component, { width, height }: Size): boolean => {
  const [w, h] = [component.right - component.left, component.bottom - component.top];
  const touches =
    component.left <= 2 ||
    component.top <= 2 ||
    component.right >= width - 2 ||
    component.bottom >= height - 2;
  return (
    (w > 260 && h > 90 && component.area < w * h * 0.3) ||
    (w > 600 && h < 14) ||
    (h > 300 && w < 40) ||
    (w > width * 0.5 && h > 200) ||
    (w > 1000 && h < 90 && component.area > w * h * 0.6) ||
    (h > 1000 && w < 90) ||
    (touches && (w > 150 || h > 150))
  );
};

/**
 * Components of a page that are no writing: frames, specks of fewer than `speck` pixels, and dots that no letter is near to.
 * A speck may be larger than a tone mark, so that its size alone would not tell.
 */
export const dirtOf = (
  list: readonly Component[],
  size: Size,
  speck: number,
): readonly Component[] => {
  const frames = new Set(list.filter((one) => isFrame(one, size)));
  const [across, down] = [Math.ceil(size.width / SQUARE), Math.ceil(size.height / SQUARE)];
  const near = new Uint8Array(across * down);
  for (const one of list) {
    if (one.area < LETTER || frames.has(one)) continue;
    const left = Math.max(0, Math.floor((one.left - REACH) / SQUARE));
    const right = Math.min(across, Math.ceil((one.right + REACH) / SQUARE));
    const bottom = Math.min(down, Math.ceil((one.bottom + REACH) / SQUARE));
    for (let y = Math.max(0, Math.floor((one.top - REACH) / SQUARE)); y < bottom; y++) {
      near.fill(1, y * across + left, y * across + right);
    }
  }
  const isAlone = ({ left, top, right, bottom }: Component): boolean => {
    const [x, y] = [
      Math.floor((left + right) / 2 / SQUARE),
      Math.floor((top + bottom) / 2 / SQUARE),
    ];
    return near[y * across + x] === 0;
  };
  return list.filter(
    (one) => frames.has(one) || one.area < speck || (one.area < LETTER && isAlone(one)),
  );
};
