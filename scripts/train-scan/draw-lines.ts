import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import type { LinePicture } from '#core/scan/line.ts';
import type { Random } from '../lib/random.ts';
import type { LineFont } from './fonts.ts';
import { pickWeighted } from './weighted.ts';

/** How one line is set. */
export interface LineSetting {
  readonly text: string;
  /** Name of the family as the style sheet has it. */
  readonly family: string;
  readonly weight: number;
  /** Pixels of the em at 300 dpi. */
  readonly size: number;
  /** Width of its characters, 1 as designed. */
  readonly stretch: number;
  readonly spacing: number;
  /** Underlined with dots, as blanks of stamps are. */
  readonly dotted: boolean;
  /** Pixels by which strokes are bolder than designed, or thinner below 0. */
  readonly stroke?: number;
  /** Slanted, by about 14 degrees. */
  readonly slanted?: boolean;
}

const ROW = 3;
const LEFT = 60;
const WIDTH = 3000;

/** Picks how a line is set: fonts as often as their shares say, sizes about those of 16 pt of TH Sarabun. */
export const setLine = (
  text: string,
  fonts: readonly LineFont[],
  random: Random,
  isStamp = false,
): LineSetting => {
  const pool = isStamp && random.chance(0.4) ? fonts.filter(({ look }) => look === 'hand') : fonts;
  const font = pickWeighted(pool, ({ share }) => share, random);
  const size = random.chance(0.85) ? random.int(36, 54) : random.int(30, 80);
  return {
    text,
    family: font.name,
    weight: random.pick(font.weights),
    size: font.name === 'sarabun' ? size : Math.round(size * 0.95),
    stretch: random.chance(0.5) ? 1 : 0.84 + random.next() * 0.3,
    spacing: random.chance(0.8) ? 0 : Math.round(random.next() * 30 - 8) / 10,
    dotted: isStamp && random.chance(0.3),
  };
};

const BLOCKS = {
  thai: 'U+0E01-0E5B,U+200C-200D,U+25CC',
  latin: 'U+0000-00FF,U+2000-2018,U+201B-2E7F',
};

/** Style sheet that holds the fonts themselves, so that the browser fetches nothing. `folder` holds `@fontsource`. */
export const fontSheet = async (folder: string, fonts: readonly LineFont[]): Promise<string> => {
  const faces: string[] = [];
  for (const { name, weights } of fonts) {
    for (const weight of new Set(weights)) {
      for (const block of ['latin', 'thai'] as const) {
        const path = join(
          folder,
          '@fontsource',
          name,
          'files',
          `${name}-${block}-${weight}-normal.woff2`,
        );
        const data = (await readFile(path)).toString('base64');
        faces.push(
          `@font-face{font-family:"${name}";font-weight:${weight};unicode-range:${BLOCKS[block]};src:url(data:font/woff2;base64,${data})}`,
        );
      }
    }
  }
  return faces.join('\n');
};

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Style of strokes of another weight, which are drawn over in black or white, and of slanted ones. */
const strokeOf = ({ stroke = 0, slanted = false }: LineSetting): string =>
  [
    ...(stroke === 0
      ? []
      : [`-webkit-text-stroke:${Math.abs(stroke)}px ${stroke < 0 ? '#fff' : '#000'}`]),
    ...(slanted ? ['font-style:italic'] : []),
  ]
    .map((style) => `;${style}`)
    .join('');

/** A drawn line, and the sides of each of its characters (UTF-16) in pixels of the picture. */
export interface DrawnLine {
  readonly picture: LinePicture;
  readonly places: readonly (readonly [left: number, right: number])[];
}

/** Draws lines in black on white, each with much paper around it. A line too wide for the page is null. */
export const lineDrawer = async (browser: Browser, sheet: string) => {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 1000 } });
  await page.setContent(
    `<style>${sheet}\nbody{margin:0;background:#fff;color:#000}p{margin:0;position:absolute;white-space:pre;transform-origin:0 0}</style><div id="lines"></div>`,
  );
  const drawPlaced = async (settings: readonly LineSetting[]): Promise<(DrawnLine | null)[]> => {
    let top = 0;
    const rows = settings.map((setting) => {
      const height = setting.size * ROW;
      top += height;
      return { ...setting, top: top - height, height };
    });
    const html = rows
      .map(
        (row) =>
          `<p style="top:${row.top}px;left:${LEFT}px;line-height:${row.height}px;font:${row.weight} ${row.size}px/${row.height}px '${row.family}';letter-spacing:${row.spacing}px;transform:scaleX(${row.stretch.toFixed(3)})${strokeOf(row)}"><span${row.dotted ? ' style="border-bottom:3px dotted #000"' : ''}>${escapeHtml(row.text)}</span></p>`,
      )
      .join('');
    const placed = await page.evaluate(async (lines) => {
      const holder = document.getElementById('lines') as HTMLElement;
      holder.innerHTML = lines;
      await document.fonts.ready;
      return Array.from(holder.querySelectorAll('span'), (span) => {
        const text = span.firstChild as Text;
        const range = document.createRange();
        const places = Array.from({ length: text.length }, (_, at): [number, number] => {
          range.setStart(text, at);
          range.setEnd(text, at + 1);
          const { left, right } = range.getBoundingClientRect();
          return [left, right];
        });
        return { end: span.getBoundingClientRect().right, places };
      });
    }, html);
    await page.setViewportSize({ width: WIDTH, height: top });
    const { data, info } = await sharp(await page.screenshot())
      .toColourspace('b-w')
      .removeAlpha()
      .extractChannel(0)
      .raw()
      .toBuffer({ resolveWithObject: true });
    return rows.map((row, at) => {
      const { end, places } = placed[at] as (typeof placed)[number];
      const width = Math.ceil(end) + LEFT;
      if (width > info.width) return null;
      const pixels = new Uint8Array(width * row.height);
      for (let y = 0; y < row.height; y++) {
        const from = (row.top + y) * info.width;
        pixels.set(data.subarray(from, from + width), y * width);
      }
      return { picture: { width, height: row.height, pixels }, places };
    });
  };
  const draw = async (settings: readonly LineSetting[]): Promise<(LinePicture | null)[]> =>
    (await drawPlaced(settings)).map((line) => line?.picture ?? null);
  return { draw, drawPlaced, close: () => page.close() };
};
