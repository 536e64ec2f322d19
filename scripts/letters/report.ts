import { OUTCOMES, type Score, sharesOf, sumOf, type Tally } from './tally.ts';

/** Scores of one row, one a reader. */
export interface Row {
  readonly name: string;
  readonly scores: readonly Score[];
}

const cell = (value: string | number): string => String(value).padStart(9);

const tallyCells = (tally: Tally): string => OUTCOMES.map((one) => cell(tally[one])).join('');

const percent = (part: number | null): string =>
  part === null ? '-' : `${(part * 100).toFixed(1)}%`;

/** Share of the fields that are right, which may not be rounded up to all. */
export const rightShare = (tally: Tally): number => {
  const all = OUTCOMES.reduce((sum, one) => sum + tally[one], 0);
  return all === 0 ? 1 : Math.floor((tally.right / all) * 1000) / 1000;
};

/** A heading over columns of outcomes, those of each reader side by side. */
const heading = (first: string, width: number, readers: readonly string[]): string[] => {
  const block = OUTCOMES.length * 9 + 9;
  return [
    `${''.padEnd(width)}${readers.map((name) => name.padStart(block)).join('  |')}`,
    `${first.padEnd(width)}${readers.map(() => `${OUTCOMES.map(cell).join('')}${cell('right')}`).join('  |')}`,
  ];
};

const outcomeRow = (name: string, width: number, tallies: readonly Tally[]): string =>
  `${name.padEnd(width)}${tallies.map((tally) => `${tallyCells(tally)}${cell(percent(rightShare(tally)))}`).join('  |')}`;

const widthOf = (names: readonly string[]): number =>
  Math.max(...names.map(({ length }) => length)) + 1;

/** Outcomes of all fields of each row, a row a line. */
export const kindTable = (title: string, rows: readonly Row[], readers: readonly string[]) => {
  const width = widthOf([title, ...rows.map(({ name }) => name)]);
  return [
    ...heading(title, width, readers),
    ...rows.map(({ name, scores }) =>
      outcomeRow(
        name,
        width,
        scores.map((one) => sumOf(one)),
      ),
    ),
  ];
};

/** Outcomes of each field, all fields together last. */
export const fieldTable = (title: string, scores: readonly Score[], readers: readonly string[]) => {
  const names = [...new Set(scores.flatMap(({ tallies }) => [...tallies.keys()]))];
  const width = widthOf([title, ...names]);
  return [
    ...heading(title, width, readers),
    ...names.map((name) =>
      outcomeRow(
        name,
        width,
        scores.map((one) => sumOf(one, [name])),
      ),
    ),
    outcomeRow(
      'all',
      width,
      scores.map((one) => sumOf(one)),
    ),
  ];
};

/** Precision and recall of time limits, a reader a line. */
export const deadlineLines = (scores: readonly Score[], readers: readonly string[]): string[] =>
  scores.flatMap(({ deadlines }, at) => {
    if (deadlines.true + deadlines.read === 0) return [];
    const { precision, recall, surePrecision, sureRecall } = sharesOf(deadlines);
    return [
      `deadlines, ${readers[at]}: ${deadlines.true} true; without doubt: precision ${percent(surePrecision)}, recall ${percent(sureRecall)}; with those in doubt: precision ${percent(precision)}, recall ${percent(recall)}`,
    ];
  });

/** One score as JSON: outcomes by field, precision and recall, and what was not right. */
export const scoreToJson = (score: Score) => ({
  fields: Object.fromEntries(score.tallies),
  all: sumOf(score),
  deadlines: { ...score.deadlines, ...sharesOf(score.deadlines) },
  wrong: score.wrong,
  lacking: score.lacking,
});

/** One goal of the readers, and how far each of them is. */
export interface Goal {
  readonly what: string;
  /** Share of right fields that is wanted. */
  readonly least: number;
  readonly tallies: readonly Tally[];
}

/** The goals, a line each, with what each reader reaches. */
export const goalLines = (goals: readonly Goal[], readers: readonly string[]): string[] =>
  goals.map(({ what, least, tallies }) => {
    const reached = tallies.map((tally, at) => {
      const share = rightShare(tally);
      return `${readers[at]} ${percent(share)}${share >= least ? '' : ' (short of it)'}`;
    });
    return `${what}, goal ${percent(least)}: ${reached.join(', ')}`;
  });
