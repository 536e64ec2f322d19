/** A grey picture: 0 black to 255 white, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A picture in colour: red, green and blue of each pixel, row by row. */
export interface Colour {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Where a picture has ink: 1 for ink, 0 for paper, row by row. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A rectangle in pixels; `right` and `bottom` are the first column and row behind it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const widthOf = ({ left, right }: Box): number => right - left;
export const heightOf = ({ top, bottom }: Box): number => bottom - top;

/** The smallest box around two. */
export const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  top: Math.min(one.top, other.top),
  right: Math.max(one.right, other.right),
  bottom: Math.max(one.bottom, other.bottom),
});

/** Whether two boxes share a pixel. */
export const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right &&
  other.left < one.right &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** A box with `margin` more pixels at each side, as far as a picture of this size reaches. */
export const withMargin = (
  { left, top, right, bottom }: Box,
  margin: number,
  { width, height }: { readonly width: number; readonly height: number },
): Box => ({
  left: Math.max(0, left - margin),
  top: Math.max(0, top - margin),
  right: Math.min(width, right + margin),
  bottom: Math.min(height, bottom + margin),
});

/** The part of a grey picture within a box, which lies inside it. */
export const cutOut = ({ width, pixels }: Grey, box: Box): Grey => {
  const part = new Uint8Array(widthOf(box) * heightOf(box));
  for (let y = box.top; y < box.bottom; y++) {
    const row = pixels.subarray(y * width + box.left, y * width + box.right);
    part.set(row, (y - box.top) * widthOf(box));
  }
  return { width: widthOf(box), height: heightOf(box), pixels: part };
};

/** A copy of a picture in which the inside of a box has one value. */
export const filled = <Picture extends Grey | Ink>(
  picture: Picture,
  boxes: readonly Box[],
  value: number,
): Picture => {
  if (boxes.length === 0) return picture;
  const pixels = picture.pixels.slice();
  for (const one of boxes) {
    const { left, top, right, bottom } = withMargin(one, 0, picture);
    for (let y = top; y < bottom; y++) {
      pixels.fill(value, y * picture.width + left, y * picture.width + right);
    }
  }
  return { ...picture, pixels };
};

/** The pixels of a picture of `channels` bytes each, by one to three quarter turns clockwise. */
const turnedPixels = (
  { width, height, pixels }: Grey,
  times: number,
  channels: number,
): Uint8Array => {
  const turned = new Uint8Array(pixels.length);
  // Where the first pixel goes, and how far apart two neighbours of a row and of a column lie then.
  const [first, right, down] =
    times === 1
      ? [height - 1, height, -1]
      : times === 2
        ? [width * height - 1, -1, -width]
        : [(width - 1) * height, -height, 1];
  let from = 0;
  for (let y = 0; y < height; y++) {
    let to = (first + y * down) * channels;
    for (let x = 0; x < width; x++, to += (right - 1) * channels) {
      for (let end = from + channels; from < end; from++, to++) {
        turned[to] = pixels[from] as number;
      }
    }
  }
  return turned;
};

const turnedBy = <T extends Grey>(picture: T, turns: number, channels: number): T => {
  const times = ((turns % 4) + 4) % 4;
  if (times === 0) return picture;
  const [width, height] =
    times === 2 ? [picture.width, picture.height] : [picture.height, picture.width];
  return { ...picture, width, height, pixels: turnedPixels(picture, times, channels) };
};

/** A picture by `turns` quarter turns clockwise; any whole number of them. With none it is the same object. */
export const quarterTurned = (picture: Grey, turns: number): Grey => turnedBy(picture, turns, 1);

/** As {@link quarterTurned}, for a picture in colour. */
export const quarterTurnedColour = (picture: Colour, turns: number): Colour =>
  turnedBy(picture, turns, 3);
