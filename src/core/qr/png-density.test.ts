import sharp from 'sharp';
import { expect, it } from 'vitest';
import { withPrintSize } from './png-density.ts';

it('gives a picture its size in print', async () => {
  const image = sharp({ create: { width: 259, height: 20, channels: 3, background: '#fff' } });
  const png = new Uint8Array(await image.png().toBuffer());
  const sized = withPrintSize(png, 259 / 20);
  const { width, density } = await sharp(sized).metadata();
  expect(width).toBe(259);
  expect(density).toBe(Math.round((259 / 20) * 25.4));
  expect(await sharp(sized).raw().toBuffer()).toEqual(await sharp(png).raw().toBuffer());
});
