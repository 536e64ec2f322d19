import type { Colour, Grey } from './picture.ts';

/** How far apart the channels of a pixel are where its colour is no mere tint of paper or JPEG. */
const TINTED = 18;
/** Of a pixel of a stamp's strokes. */
const COLOURED = 38;
/** Of a pixel that nothing but coloured ink makes. */
const PLAINLY_COLOURED = 60;
/** Share of such pixels from which on a page has a stamp. */
const LEAST_SHARE = 0.0004;
/** How fast colour fades from the text: a dark blue stroke becomes as bright as paper. */
const FADING = 1.6;
/** Pixels around coloured strokes that belong to them. */
const REACH = 2;
const PAPER = 250;

/** A page in two layers: what is printed in black, and what is stamped or written in colour; null where nothing is. */
export interface Layers {
  readonly text: Grey;
  readonly stamp: Grey | null;
}

/** The brightness of each pixel, as the eye weighs the channels (Rec. 601). */
export const greyOf = ({ width, height, pixels }: Colour): Grey => {
  const grey = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < grey.length; at++, from += 3) {
    grey[at] =
      ((pixels[from] as number) * 77 +
        (pixels[from + 1] as number) * 150 +
        (pixels[from + 2] as number) * 29) >>
      8;
  }
  return { width, height, pixels: grey };
};

/** What is added to each channel, so that paper has none. */
type Tint = readonly [red: number, green: number, blue: number];

/** The middle of the differences that paper has between its channels: a lamp tints a whole page. */
const tintOf = (pixels: Uint8Array): Tint => {
  const sums = [0, 0, 0];
  let count = 0;
  for (let at = 0; at + 2 < pixels.length; at += 3 * 97) {
    const [r, g, b] = [pixels[at], pixels[at + 1], pixels[at + 2]] as [number, number, number];
    if (r + g + b < 360) continue;
    const middle = (r + g + b) / 3;
    sums[0] = (sums[0] as number) + middle - r;
    sums[1] = (sums[1] as number) + middle - g;
    sums[2] = (sums[2] as number) + middle - b;
    count++;
  }
  const [r = 0, g = 0, b = 0] = sums.map((sum) => (count === 0 ? 0 : sum / count));
  return [r, g, b];
};

/** Whether enough pixels are plainly coloured for something to be stamped there. */
const hasColour = (pixels: Uint8Array, [red, green, blue]: Tint): boolean => {
  // As far as a tint can move channels apart; pixels that are closer together need no look at it.
  const near = PLAINLY_COLOURED - Math.max(red, green, blue) + Math.min(red, green, blue);
  let coloured = 0;
  for (let from = 0; from + 2 < pixels.length; from += 3) {
    const r = pixels[from] as number;
    const g = pixels[from + 1] as number;
    const b = pixels[from + 2] as number;
    const most = r > g ? (r > b ? r : b) : g > b ? g : b;
    const least = r < g ? (r < b ? r : b) : g < b ? g : b;
    if (most - least <= near) continue;
    const [ownRed, ownGreen, ownBlue] = [r + red, g + green, b + blue];
    const apart = Math.max(ownRed, ownGreen, ownBlue) - Math.min(ownRed, ownGreen, ownBlue);
    if (apart > PLAINLY_COLOURED) coloured++;
  }
  return coloured >= (pixels.length / 3) * LEAST_SHARE;
};

/**
 * Parts a page into black print and coloured stamps. In the layer of print, colour is faded to paper, so that a stamp over a
 * line doesn't hide it; in the layer of stamps nothing black is left.
 */
export const layersOf = (picture: Colour): Layers => {
  const { width, height, pixels } = picture;
  const plain = greyOf(picture);
  const tint = tintOf(pixels);
  // Most pages have no stamp, which is seen without keeping anything of each pixel.
  if (!hasColour(pixels, tint)) return { text: plain, stamp: null };
  const [red, green, blue] = tint;
  const strength = new Uint8Array(width * height);
  const bright = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < strength.length; at++, from += 3) {
    const r = (pixels[from] as number) + red;
    const g = (pixels[from + 1] as number) + green;
    const b = (pixels[from + 2] as number) + blue;
    const most = Math.max(r, g, b);
    strength[at] = Math.min(255, most - Math.min(r, g, b));
    bright[at] = Math.max(0, Math.min(255, most));
  }
  const text = new Uint8Array(plain.pixels.length);
  for (let at = 0; at < text.length; at++) {
    const apart = strength[at] as number;
    const faded = (bright[at] as number) + (apart - TINTED) * FADING;
    text[at] = apart < TINTED ? (plain.pixels[at] as number) : Math.min(255, faded);
  }
  return { text: { width, height, pixels: text }, stamp: strokesOf(plain, strength) };
};

const strokesOf = ({ width, height, pixels }: Grey, strength: Uint8Array): Grey => {
  const strokes = new Uint8Array(pixels.length).fill(PAPER);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((strength[y * width + x] as number) <= COLOURED) continue;
      const [left, right] = [Math.max(0, x - REACH), Math.min(width - 1, x + REACH)];
      for (let ny = Math.max(0, y - REACH); ny <= Math.min(height - 1, y + REACH); ny++) {
        for (let at = ny * width + left; at <= ny * width + right; at++) {
          strokes[at] = pixels[at] as number;
        }
      }
    }
  }
  return { width, height, pixels: strokes };
};
