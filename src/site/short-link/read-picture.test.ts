import { afterEach, describe, expect, it } from 'vitest';
import { encodeQr } from '#output/qr/encode.ts';
import { readPicture } from './read-picture.ts';

/** A picture as the fake of the browser decodes it: opaque dots. */
class Picture extends Blob {
  readonly dots: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(dots: Uint8ClampedArray, width: number, height: number) {
    super([dots as Uint8ClampedArray<ArrayBuffer>]);
    this.dots = dots;
    this.width = width;
    this.height = height;
  }
}

/** A picture at whose left is a code with 5 dots a module and 4 light modules around; without a text it is white. */
const pictureOf = (text: string | null, width?: number): Picture => {
  const symbol = text === null ? null : encodeQr(text);
  const scale = 5;
  const size = symbol?.size ?? 25;
  const height = (size + 8) * scale;
  const dots = new Uint8ClampedArray((width ?? height) * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < height; x++) {
      const [column, row] = [Math.floor(x / scale) - 4, Math.floor(y / scale) - 4];
      const inside = column >= 0 && row >= 0 && column < size && row < size;
      if (!inside || symbol?.modules[row * size + column] !== 1) continue;
      const at = (y * (width ?? height) + x) * 4;
      dots.fill(0, at, at + 3);
    }
  }
  return new Picture(dots, width ?? height, height);
};

/** A canvas that scales by taking the nearest dot, and tells the largest side that it was asked for. */
const putBrowser = (draws: boolean) => {
  const asked: number[] = [];
  class Canvas {
    #drawn: ImageData | null = null;
    constructor(width: number, height: number) {
      asked.push(Math.max(width, height));
    }
    getContext() {
      if (!draws) return null;
      return {
        drawImage: (picture: Picture, _x: number, _y: number, width: number, height: number) => {
          const data = new Uint8ClampedArray(width * height * 4);
          for (let y = 0; y < height; y++) {
            for (let x = 0; x < width; x++) {
              const fromX = Math.floor((x * picture.width) / width);
              const fromY = Math.floor((y * picture.height) / height);
              const from = (fromY * picture.width + fromX) * 4;
              data.set(picture.dots.subarray(from, from + 4), (y * width + x) * 4);
            }
          }
          this.#drawn = { data, width, height } as ImageData;
        },
        getImageData: () => this.#drawn,
      };
    }
  }
  Object.assign(globalThis, {
    createImageBitmap: async (picture: Picture) => picture,
    OffscreenCanvas: Canvas,
  });
  return asked;
};

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'createImageBitmap');
  Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
});

describe('a picture from a telephone', () => {
  const ADDRESS = 'HTTPS://WIAN.EXAMPLE/Q/FVD2YV';

  it('is read as it is where it is small', async () => {
    const asked = putBrowser(true);
    const picture = pictureOf(ADDRESS);
    expect(await readPicture(picture)).toBe(ADDRESS);
    expect(asked).toEqual([picture.width]);
  });

  it('is made smaller first where it is larger than a code needs', async () => {
    const asked = putBrowser(true);
    expect(await readPicture(pictureOf(ADDRESS, 2000))).toBe(ADDRESS);
    expect(asked).toEqual([1600]);
  });

  it('without a code gives nothing', async () => {
    putBrowser(true);
    expect(await readPicture(pictureOf(null))).toBe(null);
  });

  it('fails plainly in a browser that draws no pictures', async () => {
    putBrowser(false);
    await expect(readPicture(pictureOf(ADDRESS))).rejects.toThrow('draws no pictures');
  });
});
