import type { Drawing, Shape } from '#core/qr/drawing.ts';
import { type OutlineText, TEXT_UNITS, type TextWeight } from '#core/qr/label.ts';
import type { Path } from '#core/qr/path.ts';
import { A4, type Page } from '#core/qr/sheet.ts';
import {
  printedSymbol,
  type QrSymbol,
  QUIET_ZONE,
  sizeWithQuietZone,
  symbolPath,
} from '#core/qr/symbol.ts';

/** A text on a slip: broken at spaces where it is too wide. */
export interface SlipText {
  readonly text: string;
  readonly weight: TextWeight;
  /** Size of the type in millimetres. */
  readonly mm: number;
}

/** What all slips of a sheet show alike: texts at the top, above the short code, and under the QR code. */
export interface SlipForm {
  readonly top: readonly SlipText[];
  readonly above: readonly SlipText[];
  readonly under: readonly SlipText[];
}

/** What one slip shows of its own. */
export interface SlipFace {
  readonly symbol: QrSymbol;
  readonly office: SlipText;
  readonly code: SlipText;
  readonly number: SlipText;
}

/** Slips on a sheet of A4, with a line to cut along around each. */
const [COLUMNS, ROWS] = [2, 6] as const;
const WIDTH = (A4.width - 2 * A4.margin - A4.gap) / COLUMNS;
const HEIGHT = 42;
/** Side of the code with its quiet zone, all in millimetres. */
export const SLIP_SYMBOL_MM = 32;
/** Size of the type of short codes. */
export const CODE_MM = 4.6;
const EDGE = 1;
const FRAME = 0.15;
/** Distance of two baselines, in the size of the type: marks above and below Thai letters need that much. */
const LINE = 1.45;

/** Whether telephones read the code of that size from paper. */
export const isSlipReadable = (symbol: QrSymbol): boolean =>
  printedSymbol(symbol, SLIP_SYMBOL_MM).readable;

interface Line {
  readonly glyphs: ReturnType<OutlineText>['glyphs'];
  /** In millimetres. */
  readonly width: number;
  readonly mm: number;
}

const lineOf = (
  text: string,
  { weight, mm }: SlipText,
  room: number,
  outline: OutlineText,
): Line => {
  const { glyphs, advance } = outline(text, weight);
  const width = (advance / TEXT_UNITS) * mm;
  // One word that is wider than the slip is set smaller: cut short it could be another office.
  const fit = Math.min(1, room / width);
  return { glyphs, width: width * fit, mm: mm * fit };
};

const linesOf = (texts: readonly SlipText[], room: number, outline: OutlineText): Line[] =>
  texts.flatMap((one) => {
    const widthOf = (text: string): number =>
      (outline(text, one.weight).advance / TEXT_UNITS) * one.mm;
    const lines: string[] = [];
    for (const word of one.text.split(' ')) {
      const last = lines.at(-1);
      const longer = `${last} ${word}`;
      if (last !== undefined && widthOf(longer) <= room) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines.map((line) => lineOf(line, one, room, outline));
  });

const placed = (lines: readonly Line[], x: number, top: number): Shape[] => {
  let y = top;
  return lines.map(({ glyphs, mm }) => {
    y += mm * LINE;
    const scale = mm / TEXT_UNITS;
    return { parts: glyphs, x, y: y - mm * 0.4, scale, fill: 'non-zero' };
  });
};

const rectangle = (x: number, y: number, width: number, height: number): Path => [
  { type: 'M', values: [x, y] },
  { type: 'L', values: [x + width, y] },
  { type: 'L', values: [x + width, y + height] },
  { type: 'L', values: [x, y + height] },
  { type: 'Z', values: [] },
];

const FRAME_SHAPE: Shape = {
  parts: [
    {
      path: [
        ...rectangle(0, 0, WIDTH, HEIGHT),
        ...rectangle(FRAME, FRAME, WIDTH - 2 * FRAME, HEIGHT - 2 * FRAME),
      ],
      x: 0,
      y: 0,
    },
  ],
  x: 0,
  y: 0,
  scale: 1,
  fill: 'even-odd',
};

const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((height, { mm }) => height + mm * LINE, 0);

const drawing = (shapes: readonly Shape[]): Drawing => ({
  width: WIDTH,
  height: HEIGHT,
  unitMm: 1,
  title: '',
  shapes,
});

/** Left edge and width of the texts beside the code. */
const LEFT = EDGE + SLIP_SYMBOL_MM;
const ROOM = WIDTH - LEFT - 2 * EDGE;
/** Where the texts under the code begin, and the room for them. */
const UNDER = { left: 3 * EDGE, top: SLIP_SYMBOL_MM - EDGE, width: SLIP_SYMBOL_MM - 2 * EDGE };

/** Draws slips of one form, in millimetres: each as what all have, which a file holds once, and what it has of its own. */
export const slipDrawer = (
  form: SlipForm,
  outline: OutlineText,
): ((face: SlipFace) => readonly Drawing[]) => {
  const top = linesOf(form.top, ROOM, outline);
  const above = linesOf(form.above, ROOM, outline);
  const under = linesOf(form.under, UNDER.width, outline);
  const foot = HEIGHT - 2 * EDGE;
  const codeHeight = CODE_MM * LINE;
  const common = drawing([
    FRAME_SHAPE,
    ...placed(top, LEFT, EDGE),
    ...placed(above, LEFT, foot - codeHeight - heightOf(above)),
    ...placed(under, UNDER.left, UNDER.top),
  ]);
  return ({ symbol, office, code, number }) => {
    const module = SLIP_SYMBOL_MM / sizeWithQuietZone(symbol);
    const shape: Shape = {
      parts: [{ path: symbolPath(symbol), x: 0, y: 0 }],
      x: EDGE + QUIET_ZONE * module,
      y: QUIET_ZONE * module,
      scale: module,
      fill: 'even-odd',
    };
    const room = foot - codeHeight - heightOf(above) - EDGE - heightOf(top);
    let name = linesOf([office], ROOM, outline);
    // A name of many lines is set smaller, so that it stays whole.
    if (heightOf(name) > room) {
      name = linesOf([{ ...office, mm: (office.mm * room) / heightOf(name) }], ROOM, outline);
    }
    const own = drawing([
      shape,
      ...placed(name, LEFT, EDGE + heightOf(top)),
      ...placed(linesOf([code], ROOM, outline), LEFT, foot - codeHeight),
      ...placed(linesOf([number], UNDER.width, outline), UNDER.left, UNDER.top + heightOf(under)),
    ]);
    return [common, own];
  };
};

/** Sheets of A4 with slips, twelve on each. */
export const slipPages = (slips: readonly (readonly Drawing[])[]): Page[] => {
  const perPage = COLUMNS * ROWS;
  const top = (A4.height - ROWS * HEIGHT - (ROWS - 1) * A4.gap) / 2;
  return Array.from({ length: Math.ceil(slips.length / perPage) }, (_, page) => ({
    width: A4.width,
    height: A4.height,
    placed: slips.slice(page * perPage, (page + 1) * perPage).flatMap((drawings, at) => {
      const x = A4.margin + (at % COLUMNS) * (WIDTH + A4.gap);
      const y = top + Math.floor(at / COLUMNS) * (HEIGHT + A4.gap);
      return drawings.map((one) => ({ drawing: one, x, y }));
    }),
  }));
};
