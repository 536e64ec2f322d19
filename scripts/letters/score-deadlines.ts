import type { StatedDeadline } from '#core/letter/reading/deadlines.ts';
import type { Field } from '#core/letter/reading/field.ts';
import type { DueDay } from '#core/letter/recurrence.ts';
import { addOutcome, type Score } from './tally.ts';
import type { TrueDeadline } from './truth.ts';

const spanOf = ({ from, to }: TrueDeadline | StatedDeadline): string =>
  `${from === null ? '' : `${from}..`}${to}`;

/** The parts of a recurring day in a fixed order. */
const dueText = (due: DueDay | null): string =>
  Object.entries(due ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([part, value]) => `${part} ${value}`)
    .sort()
    .join(' ');

/** When a time limit ends, by which a reading is compared with the truth; its kind is scored apart. */
const endOf = (limit: TrueDeadline | StatedDeadline): string => {
  const { kind, within, workdays, every, due } = limit;
  if (kind === 'within') return `within ${within}${workdays ? ' of working days' : ''}`;
  return kind === 'every' ? `every ${every} ${dueText(due)} ${spanOf(limit)}` : spanOf(limit);
};

/** Whether a kind is the true one; in running text "ด่วนภายใน" is as good as ภายใน. */
const isKind = (read: string, truth: string): boolean =>
  read === truth || (truth === 'by' && read === 'urgent');

const described = (value: TrueDeadline | StatedDeadline | null): string =>
  value === null ? 'null' : [value.kind, endOf(value), value.time].filter(Boolean).join(' ');

/**
 * Scores the time limits of a letter: `deadline` counts the true ones, `deadline kind`, `counted from` and `deadline time` how those
 * that were found are listed, and `no deadline` what was read that the letter does not set (right where that is nothing).
 */
export const scoreDeadlines = (
  score: Score,
  fields: readonly Field<StatedDeadline>[],
  truths: readonly TrueDeadline[],
  where: string,
): void => {
  const rest = [...fields].sort((a, b) => a.doubts.length - b.doubts.length);
  const counts = score.deadlines;
  counts.true += truths.length;
  counts.read += fields.length;
  counts.readSure += fields.filter(({ doubts }) => doubts.length === 0).length;
  for (const truth of truths) {
    const at = rest.findIndex(({ value }) => value !== null && endOf(value) === endOf(truth));
    const [field] = at < 0 ? [] : rest.splice(at, 1);
    const value = field?.value ?? null;
    if (!field || value === null) {
      const message = () => `${where} deadline: truly ${described(truth)}`;
      addOutcome(score, 'deadline', 'missed', message);
      continue;
    }
    const isSure = field.doubts.length === 0;
    counts.found++;
    if (isSure) counts.foundSure++;
    const message = () => `${where} deadline: read ${described(value)}, which is true`;
    addOutcome(score, 'deadline', isSure ? 'right' : 'doubtful', message);
    const part = (name: string, isRight: boolean) =>
      addOutcome(
        score,
        name,
        isRight ? 'right' : isSure ? 'wrong' : 'doubtful',
        () => `${where} ${name}: read ${described(value)}, truly ${described(truth)}`,
      );
    part('deadline kind', isKind(value.kind, truth.kind));
    if (truth.kind === 'within') part('counted from', value.countedFrom === truth.countedFrom);
    if (truth.time !== null && value.time === null) {
      addOutcome(
        score,
        'deadline time',
        'missed',
        () => `${where} deadline time: truly ${truth.time}`,
      );
    } else if (value.time !== null) part('deadline time', value.time === truth.time);
  }
  if (rest.length === 0) addOutcome(score, 'no deadline', 'right', () => '');
  for (const { value, doubts, read } of rest) {
    addOutcome(
      score,
      'no deadline',
      doubts.length > 0 ? 'doubtful' : 'wrong',
      () => `${where} deadline: read ${described(value)} ("${read}"), truly none of this letter's`,
    );
  }
};
