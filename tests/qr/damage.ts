import sharp from 'sharp';
import { seededRandom } from '../../scripts/lib/random.ts';
import { fromSharp, mapDots, type Picture, toSharp } from './picture.ts';

/** What happens to a code between the printer and the decoder. Every number 0 (or absent) is no damage. */
export interface Damage {
  /** Degrees by which the paper lies askew on the scanner. */
  readonly degrees?: number;
  /** Standard deviation of the blur, in millimetres of paper. */
  readonly blurMm?: number;
  /** Copies of copies: each spreads and sharpens the toner and adds specks. */
  readonly photocopies?: number;
  /** Standard deviation of the scanner's noise, of 255 greys. */
  readonly noise?: number;
  /** Part of the symbol's area (quiet zone aside) under an opaque stain that spares the three finder patterns. */
  readonly stain?: number;
  /** Part of the light that a transparent stain over half of the symbol takes away. */
  readonly tint?: number;
}

/** A code as it goes to the printer. */
export interface PrintedCode {
  readonly svg: string;
  /** Width with the quiet zone, which the SVG holds. */
  readonly mm: number;
  /** Width without it. */
  readonly symbolMm: number;
}

const PRINTER_DPI = 300;
const SCANNER_DPI = 150;
/** White paper around the code, so that nothing is cut off when it lies askew. */
const PAPER_MM = 8;

const dotsOf = (mm: number, dpi: number): number => Math.round((mm / 25.4) * dpi);

/** The code as a laser printer puts it on paper: dots of 300 to the inch, black or white. */
const print = async ({ svg, mm }: PrintedCode): Promise<Picture> => {
  const side = dotsOf(mm, PRINTER_DPI);
  const page = dotsOf(PAPER_MM, PRINTER_DPI);
  const picture = await fromSharp(
    sharp(Buffer.from(svg), { density: 600 })
      .resize(side, side, { fit: 'fill' })
      .extend({ top: page, bottom: page, left: page, right: page, background: '#fff' }),
  );
  return mapDots(picture, (value) => (value < 128 ? 0 : 255));
};

const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** One pass through a copier: the drum blurs, the toner is black or nothing and runs a little wide, dust falls. */
const photocopy = async (picture: Picture, random: () => number): Promise<Picture> => {
  const blurred = await fromSharp(toSharp(picture).blur(1.6));
  const threshold = 128 + 20 * random();
  const copied = mapDots(blurred, (value) => (value < threshold ? 0 : 255));
  const dust = new Set<number>();
  const specks = Math.round(picture.data.length * 0.0006);
  for (let speck = 0; speck < specks; speck++) {
    const at = Math.floor(random() * picture.data.length);
    for (const offset of [0, 1, picture.width, picture.width + 1]) dust.add(at + offset);
  }
  return mapDots(copied, (value, x, y) => (dust.has(y * picture.width + x) ? 255 - value : value));
};

/** An ellipse of the given part of the symbol's area, off the corners with finder patterns. */
const stained = (
  picture: Picture,
  { mm, symbolMm }: PrintedCode,
  part: number,
  random: () => number,
): Picture => {
  const side = dotsOf(symbolMm, PRINTER_DPI);
  const area = side * side * part;
  const stretch = 0.75 + 0.5 * random();
  const [a, b] = [Math.sqrt(area / Math.PI) * stretch, Math.sqrt(area / Math.PI) / stretch];
  const spot = 0.55 + 0.2 * random();
  const middle = dotsOf(PAPER_MM + (mm - symbolMm) / 2, PRINTER_DPI) + side * spot;
  const edge = 0.04 + 0.04 * random();
  return mapDots(picture, (value, x, y) => {
    const reach = ((x - middle) / a) ** 2 + ((y - middle) / b) ** 2;
    const ripple = 1 + edge * Math.sin(9 * Math.atan2(y - middle, x - middle));
    return reach < ripple ? 70 + (value > 128 ? 25 : 0) : value;
  });
};

/** Weak coffee over the lower half: dark stays dark, paper turns brown. */
const tinted = (picture: Picture, mm: number, part: number): Picture => {
  const half = dotsOf(PAPER_MM + mm / 2, PRINTER_DPI);
  return mapDots(picture, (value, _, y) => (y > half ? value * (1 - part) : value));
};

/** The paper on the scanner: askew, a little out of focus, 150 dots to the inch, with the noise of its sensor. */
const scan = async (picture: Picture, damage: Damage, random: () => number): Promise<Picture> => {
  const sigma = ((damage.blurMm ?? 0) / 25.4) * PRINTER_DPI;
  const turned = await fromSharp(
    toSharp(picture).rotate(damage.degrees ?? 0, { background: '#fff' }),
  );
  const soft = sigma > 0 ? await fromSharp(toSharp(turned).blur(Math.max(0.3, sigma))) : turned;
  const width = Math.round((soft.width * SCANNER_DPI) / PRINTER_DPI);
  const scanned = await fromSharp(toSharp(soft).resize({ width, kernel: 'mitchell' }));
  const noise = damage.noise ?? 0;
  return noise > 0 ? mapDots(scanned, (value) => value + noise * normal(random)) : scanned;
};

/**
 * A code printed at 300 dpi, damaged, and scanned at 150 dpi. The same seed gives the same picture.
 */
export const printAndScan = async (
  code: PrintedCode,
  damage: Damage,
  seed: number,
): Promise<Picture> => {
  const { next: random } = seededRandom(seed);
  let paper = await print(code);
  for (let copy = 0; copy < (damage.photocopies ?? 0); copy++)
    paper = await photocopy(paper, random);
  if (damage.stain) paper = stained(paper, code, damage.stain, random);
  if (damage.tint) paper = tinted(paper, code.mm, damage.tint);
  return scan(paper, damage, random);
};
