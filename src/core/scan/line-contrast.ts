import type { LinePicture } from './line.ts';

/** Levels of ink and paper of a line, so that pale print looks like dark print. */
export interface LineContrast {
  readonly ink: number;
  readonly paper: number;
}

/** Shares of a line's pixels, from the darkest, at which the level of ink and of paper is taken. */
const INK_SHARE = 0.03;
const PAPER_SHARE = 0.75;
const LEAST_CONTRAST = 24;

export const contrastOf = ({ pixels }: LinePicture): LineContrast => {
  const counts = new Uint32Array(256);
  for (let at = 0; at < pixels.length; at++) {
    const level = pixels[at] as number;
    counts[level] = (counts[level] as number) + 1;
  }
  const levelAt = (share: number): number => {
    let left = share * pixels.length;
    for (let level = 0; level < 256; level++) {
      left -= counts[level] as number;
      if (left < 0) return level;
    }
    return 255;
  };
  const ink = levelAt(INK_SHARE);
  return { ink, paper: Math.max(ink + LEAST_CONTRAST, levelAt(PAPER_SHARE)) };
};
