import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawingToSvg } from './drawing.ts';
import { dotsPerModule, drawLabel, type OutlineText } from './label.ts';
import { pagesToPdf } from './pdf.ts';
import { A4, gridOf, gridPage, onePerPage } from './sheet.ts';
import {
  printedSymbol,
  type QrSymbol,
  QUIET_ZONE,
  sizeWithQuietZone,
  smallestPrintMm,
  symbolPath,
} from './symbol.ts';

const symbolOf = (size: number, modules: ArrayLike<number>): QrSymbol => ({
  size,
  version: 1,
  level: 'Q',
  modules: Uint8Array.from(modules),
});
const anySymbol = fc
  .integer({ min: 1, max: 12 })
  .chain((size) =>
    fc
      .array(fc.constantFrom(0, 1), { minLength: size * size, maxLength: size * size })
      .map((modules) => symbolOf(size, modules)),
  );

/** Whether a point lies inside the outlines by the even-odd rule: an upright ray crosses them an odd number of times. */
const isInside = (path: ReturnType<typeof symbolPath>, x: number, y: number): boolean => {
  let crossings = 0;
  let start: readonly number[] = [];
  let at: readonly number[] = [];
  const edge = (to: readonly number[]) => {
    const [fromX, fromY] = at as [number, number];
    const [toX, toY] = to as [number, number];
    if (fromY === toY && fromY < y && Math.min(fromX, toX) < x && Math.max(fromX, toX) > x) {
      crossings++;
    }
    at = to;
  };
  for (const { type, values } of path) {
    if (type === 'M') {
      start = values;
      at = values;
    } else edge(type === 'Z' ? start : values);
  }
  return crossings % 2 === 1;
};

describe('symbolPath', () => {
  it('covers exactly the dark modules', () => {
    fc.assert(
      fc.property(anySymbol, (symbol) => {
        const path = symbolPath(symbol);
        symbol.modules.forEach((dark, index) => {
          const [x, y] = [index % symbol.size, Math.floor(index / symbol.size)];
          expect(isInside(path, x + 0.5, y + 0.5)).toBe(dark === 1);
        });
      }),
    );
  });
});

const checkers = symbolOf(
  21,
  Array.from({ length: 441 }, (_, index) => index % 2),
);
const square: OutlineText = (text) => ({
  advance: 600 * text.length,
  glyphs: [
    {
      x: 0,
      y: 0,
      path: [
        { type: 'M', values: [0, 0] },
        { type: 'Q', values: [0, -500, 500, -500] },
        { type: 'L', values: [500, 0] },
        { type: 'Z', values: [] },
      ],
    },
  ],
});
const label = (lines: string[]) => ({
  symbol: checkers,
  title: 'a "title" & <more>',
  caption: lines.map((text) => ({ text, weight: 'regular' as const })),
});

describe('a printed symbol', () => {
  it('is readable from the smallest print on', () => {
    const mm = smallestPrintMm(checkers);
    expect(printedSymbol(checkers, mm).readable).toBe(true);
    expect(printedSymbol(checkers, mm - 1).readable).toBe(false);
  });
});

describe('drawLabel', () => {
  it('makes the symbol as wide as asked for, with its quiet zone, on whole modules', () => {
    const drawing = drawLabel(label(['x'.repeat(40)]), 20, square);
    expect(drawing.unitMm * sizeWithQuietZone(checkers)).toBeCloseTo(20, 9);
    expect(Number.isInteger(drawing.width)).toBe(true);
    expect(Number.isInteger(drawing.height)).toBe(true);
    const [code] = drawing.shapes;
    expect(Number.isInteger(code?.x)).toBe(true);
    expect(code?.x).toBeGreaterThanOrEqual(QUIET_ZONE);
    expect(drawing.width - 21 - (code?.x as number)).toBe(code?.x);
  });

  it('keeps every line of the caption inside, and clear of the quiet zone', () => {
    const drawing = drawLabel(label(['a', 'x'.repeat(30), 'b']), 25, square);
    for (const { x, y, scale } of drawing.shapes.slice(1)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThan(drawing.height);
      expect(y - 1000 * scale).toBeGreaterThan(21 + QUIET_ZONE);
    }
  });

  it('is the symbol alone where there is no caption', () => {
    const { width, height } = drawLabel(label([]), 20, square);
    expect([width, height]).toEqual([29, 29]);
  });

  it('has at least the dots that are asked for, and a whole number of them', () => {
    const drawing = drawLabel(label([]), 20, square);
    const dots = dotsPerModule(drawing, 300);
    expect(Number.isInteger(dots)).toBe(true);
    expect((dots / drawing.unitMm) * 25.4).toBeGreaterThanOrEqual(300);
    expect(((dots - 1) / drawing.unitMm) * 25.4).toBeLessThan(300);
  });
});

describe('drawingToSvg', () => {
  const drawing = drawLabel(label(['ab']), 29, square);

  it('has its true size and needs no font', () => {
    const svg = drawingToSvg(drawing);
    expect(svg).toMatch(/^<svg xmlns="[^"]+" width="29mm" height="\d+mm" viewBox="0 0 29 \d+"/);
    expect(svg).not.toContain('<text');
    expect(svg).toContain('<title>a &quot;title&quot; &amp; &lt;more&gt;</title>');
  });

  it('has the dots that a picture of it needs', () => {
    expect(drawingToSvg(drawing, 8)).toMatch(/width="232" height="\d+"/);
  });
});

describe('sheets', () => {
  const drawing = drawLabel(label(['ab']), 20, square);

  it('fill a page, inside its margins, without overlapping', () => {
    const { columns, rows } = gridOf(drawing);
    const { placed } = gridPage(drawing);
    expect(placed).toHaveLength(columns * rows);
    expect(columns).toBe(Math.floor((186 + 4) / 24));
    for (const { x, y } of placed) {
      expect(x).toBeGreaterThanOrEqual(A4.margin - 1e-6);
      expect(y).toBeGreaterThanOrEqual(A4.margin - 1e-6);
      expect(x + 20).toBeLessThanOrEqual(A4.width - A4.margin + 1e-6);
      expect(y + drawing.height * drawing.unitMm).toBeLessThanOrEqual(285 + 1e-6);
    }
    expect((placed[1]?.x ?? 0) - (placed[0]?.x ?? 0)).toBeCloseTo(24, 9);
  });

  it('say when a label is too big for a page', () => {
    expect(gridOf(drawLabel(label([]), 190, square)).columns).toBe(0);
  });

  it('become the same PDF each time, of A4, printed unscaled', () => {
    const pages = [gridPage(drawing), onePerPage(drawing)];
    const text = new TextDecoder().decode(pagesToPdf(pages, 'ทดสอบ'));
    expect(text).toBe(new TextDecoder().decode(pagesToPdf(pages, 'ทดสอบ')));
    expect(text).toContain('/MediaBox[0 0 595.275591 841.889764]');
    expect(text).toContain('/PrintScaling/None');
    expect(text.match(/\/Subtype\/Form/g)).toHaveLength(1);
    expect(text.match(/ Do Q/g)).toHaveLength((pages[0]?.placed.length ?? 0) + 1);
    const offsets = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset));
    offsets.forEach((offset, index) => {
      expect(text.slice(offset, offset + 10)).toMatch(new RegExp(`^${index + 1} 0 obj`));
    });
  });
});
