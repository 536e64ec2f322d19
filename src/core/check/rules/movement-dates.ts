import type { Problem } from '#core/problem.ts';
import {
  afterRecording,
  beforeIssue,
  beforeSending,
  type ImpossibleDate,
  type KnownOffices,
} from '#core/tracking/impossible-dates.ts';
import { effectiveMovements } from '#core/tracking/movement.ts';
import type { ContentRecord, Rule } from '../content.ts';

const problemsOf = (
  { fields, movements }: ContentRecord,
  offices: KnownOffices,
  today: string,
): Problem[] => {
  if (!movements || movements.rows.length === 0) return [];
  const lineOf = new Map(movements.rows.map(({ line, movement }) => [movement.no, line]));
  const standing = effectiveMovements(movements.rows.map(({ movement }) => movement));
  const date = fields.letter?.date;
  const unsent = beforeSending(standing, offices);
  const reported = new Set(unsent.map(({ no }) => no));
  const unissued = date ? beforeIssue(standing, date).filter(({ no }) => !reported.has(no)) : [];
  const found: ImpossibleDate[] = [...unissued, ...unsent, ...afterRecording(standing, today)];
  return found.map(({ no, what }) => ({
    file: movements.file,
    line: lineOf.get(no),
    field: 'date',
    what,
    why: 'Time cannot run backwards: one of the two dates is not right.',
    fix: 'Compare with the stamp or letter; correct it with npm run track -- record --kind corrected, or mark it as doubtful.',
  }));
};

/** No movement is dated before its letter was issued or sent, nor after today. */
export const movementDates: Rule = ({ records, offices }, today) =>
  records.flatMap((record) => problemsOf(record, offices ?? new Map(), today));
