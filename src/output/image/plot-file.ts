import { escapeMarkup } from '#core/text/escape.ts';
import { PLOT_WIDTH } from './plots.ts';

/** What is written around a drawing that is a file by itself. */
export interface PlotWords {
  /** What it finds. */
  readonly title: string;
  /** Bars and line, where it has both. */
  readonly legend: readonly string[];
  /** Unit, source, day, and that the figures are made up where they are. */
  readonly caption: readonly string[];
}

/** Style of a plot that is a file by itself, where no style sheet of the portal reaches it. */
const FILE_STYLE =
  'svg{color-scheme:light dark;color:#17212b;font:14px "Noto Sans Thai Looped","Noto Sans Thai","Leelawadee UI",Thonburi,Loma,sans-serif}' +
  'text{fill:currentColor}.title{font-weight:700}.ground{fill:#fff}.bar{fill:#1f4488}.grid{stroke:#d3dbe2}.before{fill:none;stroke:#a85d00;stroke-width:2.5}.halo{fill:none;stroke:#fff;stroke-width:5.5}.dot{fill:#a85d00;stroke:#fff}' +
  '.map{stroke:#76838f;stroke-width:.5}.share-none,.lake{fill:#fff}.share-some{fill:#c0cbde}.share-most{fill:#8399c0}.share-all{fill:#365796}' +
  '@media (prefers-color-scheme:dark){svg{color:#e6ebf0}.ground{fill:#0f151c}.bar{fill:#a3c1f7}.grid{stroke:#2f3c4a}.before{stroke:#f2cb74}.halo{stroke:#0f151c}.dot{fill:#f2cb74;stroke:#0f151c}.share-none,.lake{fill:#171f29}.share-some{fill:#3c4c62}.share-most{fill:#637896}.share-all{fill:#92aede}}' +
  '@media print{svg{color:#000}.ground{fill:#fff}.bar{fill:#bbb;stroke:#000}.before{stroke:#000}.halo{stroke:#fff}.dot{fill:#fff;stroke:#000}.share-none,.lake{fill:#fff}.share-some{fill:#ddd}.share-most{fill:#aaa}.share-all{fill:#555}}';

const LINE = 22;
const MARGIN = 12;
/** Letters of a line, those above and below others not counted, which take no width. */
const LINE_LETTERS = 74;

const widthOf = (words: string): number => words.replace(/\p{Mn}/gu, '').length;

/** A text in lines that fit the width of a plot, broken between words. */
export const wrapWords = (words: string): string[] => {
  const lines = [''];
  for (const { segment } of new Intl.Segmenter('th', { granularity: 'word' }).segment(words)) {
    const last = lines.at(-1) as string;
    if (widthOf(last) + widthOf(segment) > LINE_LETTERS && last !== '') lines.push(segment.trim());
    else lines[lines.length - 1] = last + segment;
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
};

const legendOf = ([bars, line]: readonly string[], y: number): string =>
  `<rect class="bar" x="0" y="${y - 11}" width="18" height="12"/><text x="26" y="${y}">${escapeMarkup(bars ?? '')}</text>` +
  `<path class="before" d="M320 ${y - 5}h22"/><circle class="dot" cx="331" cy="${y - 5}" r="4"/><text x="352" y="${y}">${escapeMarkup(line ?? '')}</text>`;

/**
 * A drawing (an SVG with a `viewBox` of the width of plots) as a file of its own: with its style, its title above and its
 * caption below.
 */
export const plotFile = (drawing: string, { title, legend, caption }: PlotWords): string => {
  const [, box = '', height = '0'] = /viewBox="(0 0 \d+ (\d+))"/.exec(drawing) ?? [];
  const body = drawing.slice(drawing.indexOf('>') + 1, drawing.lastIndexOf('</svg>'));
  const texts = (lines: readonly string[], from: number, more = ''): string =>
    lines
      .map(
        (words, at) => `<text${more} x="0" y="${from + LINE * at}">${escapeMarkup(words)}</text>`,
      )
      .join('');
  const heads = wrapWords(title);
  const feet = caption.flatMap(wrapWords);
  const legendAt = LINE * (heads.length + 1);
  const top = legendAt + (legend.length > 0 ? LINE / 2 : -LINE / 2);
  const bottom = top + Number(height) + LINE;
  const whole = [PLOT_WIDTH + 2 * MARGIN, bottom + LINE * feet.length + MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} 0 ${whole.join(' ')}" width="${whole[0]}" height="${whole[1]}" role="img" aria-label="${escapeMarkup(title)}">`,
    `<title>${escapeMarkup(title)}</title><style>${FILE_STYLE}</style>`,
    `<rect class="ground" x="${-MARGIN}" width="100%" height="100%"/>`,
    texts(heads, LINE, ' class="title"'),
    legend.length > 0 ? legendOf(legend, legendAt) : '',
    `<svg x="0" y="${top}" width="${PLOT_WIDTH}" height="${height}" viewBox="${box}">${body}</svg>`,
    texts(feet, bottom),
    '</svg>\n',
  ].join('');
};
