import sharp, { type Sharp } from 'sharp';

/** A grey picture: 0 is black, 255 white, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export const fromSharp = async (image: Sharp): Promise<Picture> => {
  const { data, info } = await image
    .flatten({ background: '#fff' })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
};

export const toSharp = ({ width, height, data }: Picture): Sharp =>
  sharp(Buffer.from(data), { raw: { width, height, channels: 1 } });

/** Every dot as `change` makes it from its value and place. */
export const mapDots = (
  { width, height, data }: Picture,
  change: (value: number, x: number, y: number) => number,
): Picture => ({
  width,
  height,
  data: data.map((value, index) =>
    Math.max(0, Math.min(255, Math.round(change(value, index % width, Math.floor(index / width))))),
  ),
});
