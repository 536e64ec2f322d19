import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { APP_ICONS, drawAppIcon } from './app-icon.ts';

const SIGN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><style>rect{fill:#1f4488}@media (prefers-color-scheme:dark){rect{fill:#ff0000}}</style><rect width="64" height="64"/></svg>';

describe.each(APP_ICONS)('$file', (icon) => {
  it('is a square with the sign in the middle, on white, in its colours for light screens', async () => {
    const { data, info } = await sharp(await drawAppIcon(SIGN, icon))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([icon.side, icon.side]);
    const at = (x: number, y: number) => [...data.subarray(3 * (y * icon.side + x)).subarray(0, 3)];
    expect(at(0, 0)).toEqual([255, 255, 255]);
    const [red = 0, , blue = 0] = at(icon.side / 2, icon.side / 2);
    expect(blue).toBeGreaterThan(red);
  });

  it('keeps the sign within what every device shows', () => {
    if (icon.file === 'maskable.png') expect(icon.share * Math.SQRT2).toBeLessThan(0.83);
  });
});
