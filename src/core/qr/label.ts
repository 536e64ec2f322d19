import type { Drawing, Shape, ShapePart } from './drawing.ts';
import { type QrSymbol, QUIET_ZONE, sizeWithQuietZone, symbolPath } from './symbol.ts';

export type TextWeight = 'regular' | 'bold';

/** Units of outlined text to the size of the type. */
export const TEXT_UNITS = 1000;

/** A line of text as outlines in thousandths of the size of the type: y grows downwards, the baseline is at 0. */
export interface OutlinedText {
  readonly glyphs: readonly ShapePart[];
  readonly advance: number;
}

/** Turns a line of text, Thai and Latin mixed, into outlines. */
export type OutlineText = (text: string, weight: TextWeight) => OutlinedText;

export interface CaptionLine {
  readonly text: string;
  readonly weight: TextWeight;
}

/** A QR code with the lines that are under it. */
export interface Label {
  readonly symbol: QrSymbol;
  readonly caption: readonly CaptionLine[];
  /** What the code leads to, in words. */
  readonly title: string;
}

/** Height of capital letters and Thai consonants is about 0.6 of the size of the type; marks and tails need the rest. */
const LINE_HEIGHT = 1.5;
const FIRST_BASELINE = 0.6;
const TAIL = 0.55;

/** Size of the type in millimetres for a symbol of `mm`: 8 points at least, so that captions stay legible in print. */
export const captionSizeMm = (mm: number): number => Math.min(Math.max(mm * 0.11, 2.82), 8);

/**
 * Draws a label whose symbol is `mm` wide, quiet zone included. The unit is one module, and the symbol is on whole
 * units, so that a picture with a whole number of dots a module has sharp edges.
 */
export const drawLabel = (label: Label, mm: number, outline: OutlineText): Drawing => {
  const modules = sizeWithQuietZone(label.symbol);
  const unitMm = mm / modules;
  const type = captionSizeMm(mm) / unitMm;
  const lines = label.caption.map(({ text, weight }) => outline(text, weight));
  const widest = Math.max(0, ...lines.map(({ advance }) => (advance / TEXT_UNITS) * type)) + 2;
  const side = Math.max(0, Math.ceil((widest - modules) / 2));
  const width = modules + 2 * side;
  const lineShapes = lines.map(({ glyphs, advance }, index): Shape => {
    const scale = type / TEXT_UNITS;
    const x = (width - advance * scale) / 2;
    const y = modules + (FIRST_BASELINE + index * LINE_HEIGHT) * type;
    return { parts: glyphs, x, y, scale, fill: 'non-zero' };
  });
  const code: Shape = {
    parts: [{ path: symbolPath(label.symbol), x: 0, y: 0 }],
    x: side + QUIET_ZONE,
    y: QUIET_ZONE,
    scale: 1,
    fill: 'even-odd',
  };
  const captionHeight =
    lines.length === 0 ? 0 : (FIRST_BASELINE + (lines.length - 1) * LINE_HEIGHT + TAIL) * type;
  return {
    width,
    height: modules + Math.ceil(captionHeight),
    unitMm,
    title: label.title,
    shapes: [code, ...lineShapes],
  };
};

/**
 * Dots for one module so that a picture of `drawing` has at least `dotsPerInch` on paper. A whole number: a module
 * of 7.2 dots would be 7 in one place and 8 in another.
 */
export const dotsPerModule = ({ unitMm }: Drawing, dotsPerInch: number): number =>
  Math.ceil((unitMm / 25.4) * dotsPerInch - 1e-9);
