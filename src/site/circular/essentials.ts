import { recurringDuties } from '#core/deadline/deadline.ts';
import { nearestDeadline, unclearDeadline } from '#core/deadline/nearest-deadline.ts';
import type { Circular } from '#core/letter/circular.ts';
import { asOf } from '../as-of.ts';
import { type FactView, type NameSource, viewDate, viewPrintedNumber } from '../fact-view.ts';
import { messages } from '../i18n.ts';
import { intervalText } from './actions.ts';
import { type ForceView, viewForce } from './force.ts';
import { viewUrgentUntil } from './letter-face.ts';

/** A deadline on top of a page. */
export interface DueView {
  /** The day, or what is certain of it. */
  readonly fact: FactView;
  /** How many days are left, or that it is past; null where no day can be determined. */
  readonly left: string | null;
  readonly needsCheck: boolean;
  /** Whether there are other deadlines to be looked up. */
  readonly hasOthers: boolean;
}

/** What a reader needs of a letter before anything else: whether it is the right one, whether it holds, and until when. */
export interface EssentialsView {
  readonly number: FactView;
  readonly date: FactView;
  readonly force: Pick<ForceView, 'status' | 'label'>;
  readonly due: DueView | null;
  /** "ด่วนภายใน" on the head of the letter. */
  readonly urgentUntil: string | null;
}

/** The day of each round of the first duty for which a letter states one; null where none does. */
const viewRound = (circular: Circular): FactView | null => {
  const duty = recurringDuties([{ circular }]).find(({ action }) => action.due);
  return duty ? { text: intervalText(duty.action), doubt: null } : null;
};

const viewDue = (circular: Circular, nameSource: NameSource): DueView | null => {
  const nearest = nearestDeadline(circular, asOf);
  if (nearest) {
    const { date, daysLeft, needsCheck, hasOthers } = nearest;
    return {
      fact: { text: messages.format.date(date), doubt: null },
      left: daysLeft < 0 ? messages.circular.deadlinePast : messages.format.daysLeft(daysLeft),
      needsCheck,
      hasOthers,
    };
  }
  const unclear = unclearDeadline(circular);
  const fact = unclear ? viewDate(unclear, nameSource) : viewRound(circular);
  return fact && { fact, left: null, needsCheck: false, hasOthers: false };
};

/** Number, date, legal force and nearest deadline of a circular on the day of the data. */
export const viewEssentials = (circular: Circular, nameSource: NameSource): EssentialsView => ({
  number: viewPrintedNumber(circular.letter.number, nameSource),
  date: viewDate(circular.letter.date, nameSource),
  force: viewForce(circular.force, new Map()),
  due: viewDue(circular, nameSource),
  urgentUntil: viewUrgentUntil(circular.letter.urgentUntil),
});
