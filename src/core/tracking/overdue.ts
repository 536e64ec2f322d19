import type { Circular } from '#core/letter/circular.ts';
import { dateOfDayNumber, daysBetween, type IsoDate } from '#core/letter/date.ts';
import { NOBODY, type Route } from '#core/office/route.ts';
import { LEVEL_OF_ROLE, type StatedDeadline, statedDeadlines } from './deadlines.ts';
import type { Folded } from './fold.ts';
import { dayAfter, type OfficeRule } from './office-rules.ts';
import { CERTAIN, NOT_RECORDED } from './table.ts';
import type { CountedLevel } from './tally.ts';

/** A deadline that a letter states and that has passed, with what is on record of the offices it binds. */
export interface PassedDeadline extends StatedDeadline {
  readonly daysPast: number;
  readonly level: CountedLevel;
  /** Offices of that level on the route, as far as the registry lists them. */
  readonly onRoute: number;
  readonly done: number;
  /** Offices of which nothing at all was reported; that says nothing about what they did. */
  readonly withoutRecord: number;
}

/** The stated deadlines of a circular that have passed on a day; the last day itself is still in time. */
export const passedDeadlines = (
  circular: Pick<Circular, 'actions'>,
  route: Route,
  folded: Folded,
  asOf: IsoDate,
): PassedDeadline[] =>
  statedDeadlines(circular)
    .filter(({ last }) => last < asOf)
    .map((deadline) => {
      const level = LEVEL_OF_ROLE[deadline.role];
      let [onRoute, done, withoutRecord] = [0, 0, 0];
      for (const [at, office] of route.registry.offices.entries()) {
        if (route.sender[at] === NOBODY || office.level !== level) continue;
        onRoute++;
        if (folded.done.trust[at] !== NOT_RECORDED) done++;
        else if (
          [folded.received, folded.sent, folded.acknowledged].every(
            ({ trust }) => trust[at] === NOT_RECORDED,
          )
        )
          withoutRecord++;
      }
      const daysPast = daysBetween(deadline.last, asOf);
      return { ...deadline, daysPast, level, onRoute, done, withoutRecord };
    });

/** An office that has not kept a rule that it set for itself. */
export interface BrokenRule {
  readonly office: string;
  readonly rule: OfficeRule;
  readonly received: IsoDate;
  /** Last day on which the rule would have been kept. */
  readonly due: IsoDate;
  /** Null where no letter of the office is recorded. */
  readonly sent: IsoDate | null;
}

/**
 * Offices that passed the circular on later than by their own rule, or have not yet. `leftOut` are offices with a
 * rule whose dates are doubtful, so that nobody can tell.
 */
export const brokenRules = (
  rules: readonly OfficeRule[],
  route: Route,
  folded: Folded,
  asOf: IsoDate,
): { readonly broken: readonly BrokenRule[]; readonly leftOut: readonly string[] } => {
  const broken: BrokenRule[] = [];
  const leftOut: string[] = [];
  for (const rule of rules) {
    const at = route.indexOf.get(rule.office);
    if (at === undefined || !route.duty[at]) continue;
    const [receipt, onward] = [folded.received.trust[at], folded.sent.trust[at]];
    if (receipt === NOT_RECORDED) continue;
    if (receipt !== CERTAIN || (onward !== NOT_RECORDED && onward !== CERTAIN)) {
      leftOut.push(rule.office);
      continue;
    }
    const received = dateOfDayNumber(folded.received.day[at] as number);
    if (received < rule.from) continue;
    const due = dayAfter(received, rule);
    const sent = onward === CERTAIN ? dateOfDayNumber(folded.sent.day[at] as number) : null;
    if ((sent ?? asOf) > due) broken.push({ office: rule.office, rule, received, due, sent });
  }
  return { broken, leftOut };
};
