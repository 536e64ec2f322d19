import { type Box, heightOf, type Ink, widthOf } from './picture.ts';

/** Where one line of a page stands, or one of the pieces of it that wide gaps part. */
export interface LinePlace extends Box {
  /** The row of pixels through the middle of its consonants. */
  readonly middle: number;
  /** Number of the row of the page, from 0; pieces beside each other share it. */
  readonly row: number;
}

// All lengths are pixels at 300 dots per inch, where TH Sarabun of 16 points has lines 75 pixels apart.
/** Blank columns that part two pieces of a line: no space between words is as wide. */
const COLUMN_GAP = 170;
/** Blank rows that part two bands: marks above and below stand closer to their consonants. */
const BAND_GAP = 7;
/** Lines are further apart, from middle to middle. */
const LEAST_PITCH = 44;
/** Bands that are lower hold one line. */
const ONE_LINE = 95;
const DEEPEST = 6;
/** Rows over which the ink of a line is averaged to find its middle. */
const SMOOTHING = 7;
const LEAST_WIDTH = 12;
const LEAST_HEIGHT = 14;
const LEAST_INK = 70;
/** Ink that this many blank columns part from the end of a line, and less of it than a letter has, is dust. */
const DUST_GAP = 40;
const DUST_INK = 60;
/** Middles that are closer belong to one row of the page. */
const ONE_ROW = 26;

/** Ink in each row of a box. */
const rowCounts = ({ width, pixels }: Ink, box: Box): Int32Array => {
  const counts = new Int32Array(heightOf(box));
  for (let y = box.top; y < box.bottom; y++) {
    let count = 0;
    for (let at = y * width + box.left; at < y * width + box.right; at++) {
      count += pixels[at] as number;
    }
    counts[y - box.top] = count;
  }
  return counts;
};

/** Ink in each column of a box. */
const columnCounts = ({ width, pixels }: Ink, box: Box): Int32Array => {
  const counts = new Int32Array(widthOf(box));
  for (let y = box.top; y < box.bottom; y++) {
    for (let x = 0; x < counts.length; x++) {
      counts[x] = (counts[x] as number) + (pixels[y * width + box.left + x] as number);
    }
  }
  return counts;
};

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Stretches with ink that more than `gap` empty places part. */
const inkedSpans = (counts: Int32Array, gap: number): Span[] => {
  const spans: Span[] = [];
  let from = -1;
  let last = -1;
  for (let at = 0; at < counts.length; at++) {
    if (counts[at] === 0) continue;
    if (from < 0) from = at;
    else if (at - last - 1 > gap) {
      spans.push({ from, to: last + 1 });
      from = at;
    }
    last = at;
  }
  if (from >= 0) spans.push({ from, to: last + 1 });
  return spans;
};

const smoothed = (counts: Int32Array): Float32Array => {
  const means = new Float32Array(counts.length);
  let sum = 0;
  for (let at = -SMOOTHING; at < counts.length; at++) {
    sum += counts[at + SMOOTHING] ?? 0;
    sum -= counts[at - SMOOTHING - 1] ?? 0;
    if (at >= 0) means[at] = sum / (2 * SMOOTHING + 1);
  }
  return means;
};

/** Middles of the lines of a band: peaks of its ink that are far enough apart. */
const middlesOf = (means: Float32Array): number[] => {
  const least = Math.max(2, Math.min(40, 0.22 * means.reduce((a, b) => Math.max(a, b), 0)));
  const middles: number[] = [];
  for (let at = 0; at < means.length; at++) {
    const here = means[at] as number;
    if (here < least || here < (means[at - 1] ?? 0) || here <= (means[at + 1] ?? 0)) continue;
    const before = middles.at(-1);
    if (before === undefined || at - before >= LEAST_PITCH) middles.push(at);
    else if (here > (means[before] as number)) middles[middles.length - 1] = at;
  }
  return middles;
};

/** The emptiest place of a stretch, the first where several are. */
const emptiest = (means: Float32Array, { from, to }: Span): number => {
  let best = from;
  for (let at = from; at <= to; at++) {
    if ((means[at] as number) < (means[best] as number)) best = at;
  }
  return best;
};

/** A line without the dust before and behind it. */
const withoutEndDust = (ink: Ink, line: Box): Box => {
  const counts = columnCounts(ink, line);
  const spans = inkedSpans(counts, DUST_GAP);
  const isWriting = ({ from, to }: Span): boolean =>
    counts.subarray(from, to).reduce((sum, count) => sum + count, 0) >= DUST_INK;
  const [first, last] = [spans.find(isWriting), spans.findLast(isWriting)];
  if (first === undefined || last === undefined) return line;
  return { ...line, left: line.left + first.from, right: line.left + last.to };
};

/** The smallest box around the ink in a box; null where there is too little to be writing. */
const tight = (ink: Ink, box: Box): Box | null => {
  const rows = rowCounts(ink, box);
  const total = rows.reduce((sum, count) => sum + count, 0);
  const [span] = inkedSpans(rows, box.bottom);
  const [across] = inkedSpans(columnCounts(ink, box), box.right);
  if (span === undefined || across === undefined || total < LEAST_INK) return null;
  const found = {
    left: box.left + across.from,
    top: box.top + span.from,
    right: box.left + across.to,
    bottom: box.top + span.to,
  };
  return widthOf(found) < LEAST_WIDTH || heightOf(found) < LEAST_HEIGHT ? null : found;
};

type Unnumbered = Omit<LinePlace, 'row'>;

const linesOfBand = (ink: Ink, band: Box, gap: number): Unnumbered[] => {
  const means = smoothed(rowCounts(ink, band));
  const middles = middlesOf(means);
  return middles.flatMap((middle, at): Unnumbered[] => {
    const [before, after] = [middles[at - 1], middles[at + 1]];
    const top =
      before === undefined ? 0 : emptiest(means, { from: before + 16, to: middle - 16 }) + 1;
    const bottom =
      after === undefined ? heightOf(band) : emptiest(means, { from: middle + 16, to: after - 16 });
    const own = { ...band, top: band.top + top, bottom: band.top + bottom + 1 };
    const line = { ...own, bottom: Math.min(own.bottom, band.bottom) };
    return inkedSpans(columnCounts(ink, line), gap).flatMap(({ from, to }) => {
      const piece = withoutEndDust(ink, {
        ...line,
        left: line.left + from,
        right: line.left + to,
      });
      const box = tight(ink, piece);
      return box === null ? [] : [{ ...box, middle: band.top + middle }];
    });
  });
};

/** Whether a box is full as no writing is: a code, a picture, a seal. */
const isBlock = (ink: Ink, box: Box): boolean => {
  const [width, height] = [widthOf(box), heightOf(box)];
  if (width < 100 || height < 100 || width > 8 * height) return false;
  const total = rowCounts(ink, box).reduce((sum, count) => sum + count, 0);
  return total > 0.3 * width * height;
};

const cut = (ink: Ink, box: Box, gap: number, depth: number): Unnumbered[] => {
  const bands = inkedSpans(rowCounts(ink, box), BAND_GAP).map(({ from, to }) => ({
    ...box,
    top: box.top + from,
    bottom: box.top + to,
  }));
  return bands.flatMap((band) => {
    const parts = inkedSpans(columnCounts(ink, band), gap).map(({ from, to }) => ({
      ...band,
      left: band.left + from,
      right: band.left + to,
    }));
    return parts.flatMap((part) => {
      if (isBlock(ink, part)) return [];
      const isWhole = parts.length === 1 && bands.length === 1;
      return !isWhole && depth < DEEPEST && heightOf(part) > ONE_LINE
        ? cut(ink, part, gap, depth + 1)
        : linesOfBand(ink, part, gap);
    });
  });
};

/**
 * The lines of a page that stands upright, from the top, pieces of one row from the left. The page is cut along blank rows and
 * columns in turn (an X-Y cut), so that two columns of a letterhead may stand on different heights; what is left is cut between
 * the peaks of its ink.
 */
export const linePlaces = (ink: Ink, gap = COLUMN_GAP): LinePlace[] => {
  const page = { left: 0, top: 0, right: ink.width, bottom: ink.height };
  const found = cut(ink, page, gap, 0).sort((a, b) => a.middle - b.middle);
  let row = -1;
  let start = Number.NEGATIVE_INFINITY;
  const numbered = found.map((line) => {
    if (line.middle - start > ONE_ROW) {
      row++;
      start = line.middle;
    }
    return { ...line, row };
  });
  return numbered.sort((a, b) => a.row - b.row || a.left - b.left);
};
