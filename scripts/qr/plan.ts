import type { Problem } from '#core/problem.ts';
import { type Drawing, drawingToSvg } from '#core/qr/drawing.ts';
import { dotsPerModule, drawLabel, type OutlineText } from '#core/qr/label.ts';
import { pagesToPdf } from '#core/qr/pdf.ts';
import { gridOf, gridPage, onePerPage } from '#core/qr/sheet.ts';
import {
  type CorrectionLevel,
  printedSymbol,
  type QrSymbol,
  SMALLEST_MODULE_MM,
  smallestPrintMm,
} from '#core/qr/symbol.ts';
import { type ShortAddress, shortAddress } from '#core/short-link/address.ts';
import { captionOf } from '#core/short-link/caption.ts';
import { encodeQr } from '#output/qr/encode.ts';
import { drawingToPng } from '#output/qr/png.ts';
import type { CodedCircular, NamedOffice } from './records.ts';

export const FORMATS = ['svg', 'png', 'sheet'] as const;
export type Format = (typeof FORMATS)[number];

/** What is wanted of each circular. */
export interface Wanted {
  readonly siteUrl: string;
  readonly format: Format;
  /** Width of the code with its quiet zone, in millimetres; for a sheet null makes one large code. */
  readonly mm: number | null;
  readonly level: CorrectionLevel;
  readonly office?: NamedOffice | undefined;
  readonly attachment?: number | undefined;
}

/** A file that is to be written. */
export interface PlannedFile {
  readonly name: string;
  readonly make: () => Promise<Uint8Array>;
}

export const DEFAULT_MM = 20;
const LARGE_MM = 120;
const PRINT_DPI = 300;
/** Widths of pictures for screens: a telephone, and a projector. */
const SCREEN_WIDTHS = [320, 1080] as const;

const millimetres = (mm: number): string => `${Number(mm.toFixed(2))} mm`;

const tooLong = ({ href }: ShortAddress, mm: number, symbol: QrSymbol | null): Problem => ({
  file: null,
  what: symbol
    ? `the code of ${href} would have modules of ${printedSymbol(symbol, mm).moduleMm.toFixed(3)} mm at ${millimetres(mm)}`
    : `no QR code holds ${href}`,
  why: `Telephones read modules from ${SMALLEST_MODULE_MM} mm on.`,
  fix: symbol
    ? `Print it at ${smallestPrintMm(symbol)} mm or more (--size ${smallestPrintMm(symbol)}), or let the portal stand at a shorter address.`
    : 'Let the portal stand at a shorter address.',
});

const noAttachment = ({ path, circular }: CodedCircular, asked: number): Problem => ({
  file: `content/circulars/${path}/index.mdx`,
  field: 'attachments',
  what: `the circular has no attachment ${asked}: it has ${circular.attachments.length}`,
  fix:
    circular.attachments.length === 0
      ? 'Leave out --attachment.'
      : `Give a number from 1 to ${circular.attachments.length}.`,
});

const baseName = ({ path }: CodedCircular, { attachment, office }: Wanted): string =>
  [path.replace('/', '-'), attachment && `attachment-${attachment}`, office?.id]
    .filter(Boolean)
    .join('-');

const picturesOf = (name: string, draw: () => Drawing): PlannedFile[] => [
  {
    name: `${name}.png`,
    make: () => {
      const drawing = draw();
      return drawingToPng(drawing, dotsPerModule(drawing, PRINT_DPI));
    },
  },
  ...SCREEN_WIDTHS.map((width) => ({
    name: `${name}-screen-${width}.png`,
    make: () => {
      const drawing = draw();
      return drawingToPng(drawing, Math.max(1, Math.round(width / drawing.width)));
    },
  })),
];

const sheetOf = (drawing: Drawing, large: boolean): Uint8Array =>
  pagesToPdf([large ? onePerPage(drawing) : gridPage(drawing)], drawing.title);

const tooBig = (mm: number): Problem => ({
  file: null,
  what: `a label of ${millimetres(mm)} does not fit on A4`,
  fix: 'Give a smaller --size, or leave it out for one large code.',
});

/** The files for one circular, or every reason why they cannot be made. Nothing is drawn before `make` is called. */
export const planFiles = (
  coded: CodedCircular,
  wanted: Wanted,
  outline: OutlineText,
): { readonly files: readonly PlannedFile[]; readonly problems: readonly Problem[] } => {
  const { attachment, office, format } = wanted;
  const { circular, code, path } = coded;
  if (attachment !== undefined && !circular.attachments[attachment - 1]) {
    return { files: [], problems: [noAttachment(coded, attachment)] };
  }
  const address = shortAddress(wanted.siteUrl, { code, attachment, office: office?.id });
  const symbol = encodeQr(address.encoded, wanted.level);
  const large = format === 'sheet' && wanted.mm === null;
  const mm = wanted.mm ?? (large ? LARGE_MM : DEFAULT_MM);
  if (!symbol || !printedSymbol(symbol, mm).readable) {
    return { files: [], problems: [tooLong(address, mm, symbol)] };
  }
  const caption = captionOf({
    number: circular.letter.number,
    year: path.slice(0, 4),
    hasFile: circular.attachments.map(({ file }) => file !== undefined),
    hasLetter: circular.letterFile?.file !== undefined,
    attachment,
    address: address.printed,
    office: office?.name,
  });
  const draw = () => drawLabel({ symbol, caption, title: address.href }, mm, outline);
  const name = baseName(coded, wanted);
  if (format === 'png') return { files: picturesOf(name, draw), problems: [] };
  if (format === 'svg') {
    const make = async () => new TextEncoder().encode(drawingToSvg(draw()));
    return { files: [{ name: `${name}.svg`, make }], problems: [] };
  }
  const drawing = draw();
  const { columns, rows } = gridOf(drawing);
  if (columns * rows === 0) return { files: [], problems: [tooBig(mm)] };
  const sheet = large ? 'sheet' : `labels-${mm}mm`;
  const make = async () => sheetOf(drawing, large);
  return { files: [{ name: `${name}-${sheet}.pdf`, make }], problems: [] };
};
