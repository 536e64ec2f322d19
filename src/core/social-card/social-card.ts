import type { OutlineText } from '#core/qr/label.ts';
import { TEXT_UNITS } from '#core/qr/label.ts';
import { shortNumber, svgPathData } from '#core/qr/path.ts';
import { drawWordmark } from './wordmark.ts';

/** What a card says. */
export interface SocialCard {
  readonly title: string;
  /** Line above the title: kind of page, or letter number. */
  readonly kicker: string;
  /** Lines at the foot: name of the portal, and that it is no office. */
  readonly foot: string;
  readonly note: string;
  /** Whether the letter holds no more, which the colour of the band then says too. */
  readonly withdrawn: boolean;
}

/** Size of a card in dots, as Open Graph readers show it. */
export const CARD_SIZE = { width: 1200, height: 630 } as const;

const MARGIN = 72;
const INDIGO = '#17356e';
const VERMILION = '#a02a18';
const LOOPS = '#ffcf5c';
const PAPER = '#f7f9fb';
const INK = '#1c2433';
const BAND = 132;
const TITLE_SIZES = [76, 64, 54, 46] as const;
const LEADING = 1.5;
/** Middle of the route that is drawn below the title, and the lowest that the title may reach. */
const ROUTE = CARD_SIZE.height - 130;
const TITLE_END = ROUTE - 16;
/** How far letters reach below their line, as a part of the size. */
const DESCENT = 0.35;

const firstLine = (size: number): number => 250 + size * 0.2;

/** Lines of a size that fit between the band and the route. */
const linesOf = (size: number): number =>
  1 + Math.floor((TITLE_END - firstLine(size) - size * DESCENT) / (size * LEADING));

/** Cuts a text into parts between which a line may end; joined, they are the text. */
export type BreakText = (text: string) => readonly string[];

const widthOf = (text: string, size: number, outline: OutlineText): number =>
  (outline(text.trimEnd(), 'bold').advance / TEXT_UNITS) * size;

/** The text in lines no wider than `width`; a part that is wider by itself has a line by itself. */
const wrapLines = (
  text: string,
  size: number,
  width: number,
  breakText: BreakText,
  outline: OutlineText,
): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const part of breakText(text)) {
    if (line.trim() && widthOf(line + part, size, outline) > width) {
      lines.push(line.trim());
      line = part.trimStart();
    } else line += part;
  }
  return line.trim() ? [...lines, line.trim()] : lines;
};

const cutLines = (lines: readonly string[], most: number): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`];

/** The title in the largest type in which it fits; cut at the last line where it never does. */
const fitTitle = (title: string, breakText: BreakText, outline: OutlineText) => {
  const width = CARD_SIZE.width - 2 * MARGIN;
  const tries = TITLE_SIZES.map((size) => ({
    size,
    lines: wrapLines(title, size, width, breakText, outline),
  }));
  const fitting = tries.find(({ size, lines }) => lines.length <= linesOf(size));
  const { size, lines } = fitting ?? (tries.at(-1) as (typeof tries)[number]);
  return { size, lines: cutLines(lines, linesOf(size)) };
};

const svgLine = (
  text: string,
  place: { readonly x: number; readonly y: number; readonly size: number; readonly fill: string },
  outline: OutlineText,
  weight: 'regular' | 'bold',
): string => {
  const data = outline(text, weight).glyphs.map(
    (part) => `M${shortNumber(part.x)} ${shortNumber(part.y)}${svgPathData(part.path)}`,
  );
  const scale = place.size / TEXT_UNITS;
  return `<path fill="${place.fill}" transform="translate(${place.x} ${place.y})scale(${scale})" d="${data.join('')}"/>`;
};

/** Draws a card as SVG without fonts. */
export const drawSocialCard = (
  { title, kicker, foot, note, withdrawn }: SocialCard,
  breakText: BreakText,
  outline: OutlineText,
): string => {
  const { width, height } = CARD_SIZE;
  const { size, lines } = fitTitle(title, breakText, outline);
  const first = firstLine(size);
  const stops = [0, 1, 2, 3, 4].map(
    (stop) => `<circle cx="${MARGIN + 14 + stop * 96}" cy="${ROUTE}" r="11"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<path fill="${PAPER}" d="M0 0h${width}v${height}H0z"/>`,
    `<path fill="${withdrawn ? VERMILION : INDIGO}" d="M0 0h${width}v${BAND}H0z"/>`,
    drawWordmark({ x: width - MARGIN - 150, y: 26, scale: 0.46 }, { line: '#fff', loop: LOOPS }),
    svgLine(kicker, { x: MARGIN, y: 84, size: 42, fill: '#fff' }, outline, 'bold'),
    ...lines.map((line, index) =>
      svgLine(
        line,
        { x: MARGIN, y: first + index * size * LEADING, size, fill: INK },
        outline,
        'bold',
      ),
    ),
    `<g fill="${PAPER}" stroke="${INDIGO}" stroke-width="5"><path d="M${MARGIN + 14} ${ROUTE}h384"/>${stops.join('')}</g>`,
    svgLine(foot, { x: MARGIN, y: height - 74, size: 30, fill: INK }, outline, 'regular'),
    svgLine(note, { x: MARGIN, y: height - 32, size: 26, fill: INK }, outline, 'regular'),
    '</svg>',
  ].join('');
};
