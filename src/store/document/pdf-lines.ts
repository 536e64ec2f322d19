import type { Piece } from './pdf-pieces.ts';

/** Pieces that were drawn one behind the other on one baseline; x to the right, y upwards, as a reader sees them. */
interface Run {
  text: string;
  readonly x: number;
  end: number;
  readonly y: number;
  readonly size: number;
}

const STARTS_WITH_MARK = /^[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\uF701-\uF70E\uF710-\uF71A]/;

// In parts of the size of the font. A space is a quarter of it; columns are further apart than the widest justified space.
const SPACE = 0.25;
const COLUMN = 2;
const OVERLAP = 0.3;
const SAME_LINE = 0.5;
const MARK_REACH = 1.2;

const normalAngle = (angle: number): number => ((angle % 360) + 360) % 360;

/** The direction to which an angle belongs: a quarter turn where it is near to one, for pages are scanned askew. */
const directionOf = (angle: number): number => {
  const quarter = Math.round(angle / 90) * 90;
  return normalAngle(Math.abs(angle - quarter) <= 15 ? quarter : Math.round(angle / 10) * 10);
};

/** Pieces by the direction in which they read, the direction with the most text first. */
const byDirection = (pieces: readonly Piece[]): [direction: number, pieces: Piece[]][] => {
  const groups = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const direction = directionOf(piece.angle);
    const group = groups.get(direction);
    if (group) group.push(piece);
    else groups.set(direction, [piece]);
  }
  const length = (group: readonly Piece[]): number =>
    group.reduce((sum, { text }) => sum + text.trim().length, 0);
  return [...groups].sort(([, a], [, b]) => length(b) - length(a));
};

/**
 * The angle of most of the text that reads in a direction (its median): the lines of a page askew run aslant, and a stamp
 * set at an angle of its own must not tilt them.
 */
const mainAngle = (direction: number, pieces: readonly Piece[]): number => {
  const turns = pieces
    .map(({ angle, text }) => ({
      turn: normalAngle(angle - direction + 180) - 180,
      length: text.trim().length,
    }))
    .sort((a, b) => a.turn - b.turn);
  const half = turns.reduce((sum, { length }) => sum + length, 0) / 2;
  let passed = 0;
  for (const { turn, length } of turns) {
    passed += length;
    if (passed >= half) return direction + turn;
  }
  return direction;
};

/** Whether one of two is raised or lowered beside the other in smaller type: the number of a footnote is no digit of a date. */
const isRaised = (aY: number, aSize: number, bY: number, bSize: number): boolean =>
  Math.min(aSize, bSize) < 0.8 * Math.max(aSize, bSize) &&
  Math.abs(aY - bY) > 0.15 * Math.max(aSize, bSize);

const continues = (run: Run, text: string, x: number, y: number, size: number): boolean => {
  if (Math.abs(run.y - y) >= SAME_LINE * Math.min(run.size, size)) return false;
  if (isRaised(run.y, run.size, y, size)) return false;
  const gap = (x - run.end) / size;
  return STARTS_WITH_MARK.test(text) ? Math.abs(gap) < MARK_REACH : gap > -OVERLAP && gap <= SPACE;
};

/**
 * Whether a piece is the tone mark of the cluster before it, under the name of the whole cluster: Typst draws raised marks
 * by themselves, and its fonts name them so. What has a consonant has a width.
 */
const isEcho = (before: Piece | undefined, piece: Piece): boolean =>
  before !== undefined &&
  before.text === piece.text &&
  /[ก-ฮ]/.test(piece.text) &&
  Math.hypot(piece.endX - piece.x, piece.endY - piece.y) < piece.size / 10 &&
  Math.hypot(piece.x - before.endX, piece.y - before.endY) < OVERLAP * piece.size;

/** Joins pieces as they were drawn, so that a mark stays behind its consonant wherever its shape is placed. */
const runsOf = (pieces: readonly Piece[], direction: number): Run[] => {
  const turn = (direction * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const runs: Run[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (isEcho(pieces[at - 1], piece)) continue;
    const x = piece.x * cos + piece.y * sin;
    const y = piece.y * cos - piece.x * sin;
    const end = piece.endX * cos + piece.endY * sin;
    const size = piece.size || 10;
    const run = runs.at(-1);
    if (run && continues(run, piece.text, x, y, size)) {
      run.text += piece.text;
      run.end = Math.max(run.end, end);
    } else {
      runs.push({ text: piece.text, x, end, y, size });
    }
  }
  return runs.filter(({ text }) => text !== '');
};

const separator = (before: Run, after: Run): string => {
  const size = Math.min(before.size, after.size);
  const [trailing, leading] = [
    / *$/.exec(before.text)?.[0] ?? '',
    /^ */.exec(after.text)?.[0] ?? '',
  ];
  const gap = (after.x - before.end) / size;
  if (gap + (trailing.length + leading.length) * SPACE >= COLUMN) return '\t';
  const apart = gap > SPACE || isRaised(before.y, before.size, after.y, after.size);
  return apart && trailing === '' && leading === '' ? ' ' : '';
};

/**
 * Runs from left to right, without spaces that are drawn by themselves over a word: LibreOffice draws those of another font
 * before or behind what they are in.
 */
const inOrder = (runs: readonly Run[]): Run[] => {
  let reached = Number.NEGATIVE_INFINITY;
  return [...runs]
    .sort((a, b) => a.x - b.x || b.end - a.end)
    .filter((run) => {
      if (run.text.trim() === '') return run.end > reached;
      reached = Math.max(reached, run.end);
      return true;
    });
};

const textOfLine = (runs: readonly Run[]): string => {
  const sorted = inOrder(runs);
  return sorted
    .map((run, at) => {
      const before = sorted[at - 1];
      return before === undefined ? run.text : separator(before, run) + run.text;
    })
    .join('')
    .replace(/ *\t */g, '\t')
    .trimEnd();
};

/** A line of a page, and where it stands: in points, y upwards, of the page turned so that the line is upright. */
export interface PlacedLine {
  readonly text: string;
  /** Left end, baseline and right end, and the size of its largest type; null where it does not read from left to right. */
  readonly at: {
    readonly left: number;
    readonly right: number;
    readonly y: number;
    readonly size: number;
  } | null;
}

/** Runs on one height are one line, however far apart they were drawn; lines from the top of the page down. */
const linesOf = (runs: readonly Run[], isUpright: boolean): PlacedLine[] => {
  const lines: { base: Run; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && line.base.y - run.y < SAME_LINE * Math.max(line.base.size, run.size)) {
      line.runs.push(run);
      if (run.size > line.base.size) line.base = run;
    } else {
      lines.push({ base: run, runs: [run] });
    }
  }
  return lines
    .map(({ runs: own, base: { y, size } }) => ({
      text: textOfLine(own),
      at: isUpright
        ? {
            left: Math.min(...own.map(({ x }) => x)),
            right: Math.max(...own.map(({ end }) => end)),
            y,
            size,
          }
        : null,
    }))
    .filter(({ text }) => text.trim() !== '');
};

/** The lines of a page in the order of {@link pageLines}, each with its place on the page. */
export const placedLines = (pieces: readonly Piece[]): PlacedLine[] =>
  byDirection(pieces).flatMap(([direction, group]) => {
    const angle = mainAngle(direction, group);
    // Places of lines aslant would be those of another page; a degree moves an end by half a line.
    return linesOf(runsOf(group, angle), Math.abs(normalAngle(angle + 180) - 180) < 1);
  });

/**
 * The lines of a page as a reader sees them who turns it so that most of its text is upright; text in other directions (a
 * note in the margin) follows behind. Columns on one line are separated by a tab.
 */
export const pageLines = (pieces: readonly Piece[]): string[] =>
  placedLines(pieces).map(({ text }) => text);
