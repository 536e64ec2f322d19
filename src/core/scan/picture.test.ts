import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutOut, type Grey, quarterTurned, quarterTurnedColour, withMargin } from './picture.ts';
import { colourPicture, greyPicture } from './testing/drawn.ts';

const grey = fc
  .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 9 }) })
  .chain(({ width, height }) =>
    fc
      .uint8Array({ minLength: width * height, maxLength: width * height })
      .map((pixels): Grey => ({ width, height, pixels })),
  );

describe('quarterTurned', () => {
  it('comes back after four turns, and two are a half turn', () => {
    fc.assert(
      fc.property(grey, fc.integer({ min: -7, max: 7 }), (picture, turns) => {
        expect(quarterTurned(quarterTurned(picture, turns), -turns)).toEqual(picture);
        const half = quarterTurned(picture, 2);
        expect([...half.pixels]).toEqual([...picture.pixels].reverse());
      }),
    );
  });

  it('turns clockwise', () => {
    const turned = quarterTurned({ width: 2, height: 1, pixels: Uint8Array.of(1, 2) }, 1);
    expect(turned).toEqual({ width: 1, height: 2, pixels: Uint8Array.of(1, 2) });
    const back = quarterTurned({ width: 1, height: 2, pixels: Uint8Array.of(1, 2) }, 1);
    expect([...back.pixels]).toEqual([2, 1]);
  });

  it('turns colours as it turns greys', () => {
    fc.assert(
      fc.property(grey, fc.integer({ min: 0, max: 3 }), (picture, turns) => {
        expect(quarterTurnedColour(colourPicture(picture), turns)).toEqual(
          colourPicture(quarterTurned(picture, turns)),
        );
      }),
    );
  });
});

describe('cutOut', () => {
  it('takes the pixels of the box', () => {
    const picture = greyPicture(6, 5, [{ left: 2, top: 1, right: 4, bottom: 3 }]);
    const part = cutOut(picture, { left: 1, top: 1, right: 4, bottom: 3 });
    expect(part).toEqual({ width: 3, height: 2, pixels: Uint8Array.of(255, 0, 0, 255, 0, 0) });
  });
});

describe('withMargin', () => {
  it('stays inside the picture', () => {
    const box = { left: 3, top: 1, right: 8, bottom: 9 };
    expect(withMargin(box, 4, { width: 10, height: 10 })).toEqual({
      left: 0,
      top: 0,
      right: 10,
      bottom: 10,
    });
  });
});
