import { deadlineOf } from '#core/deadline/deadline.ts';
import { isWithdrawn } from '#core/force/force.ts';
import type { Action, ActionRole } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';
import { memoizeEach } from '#core/memo.ts';
import { intervalText } from '../circular/actions.ts';
import { nameSources } from '../circular/sources.ts';
import type { CircularEntry } from '../content.ts';
import { viewDate } from '../fact-view.ts';
import { calendarOfAction, datedActions } from '../follow/calendar-path.ts';
import { messages } from '../i18n.ts';
import { getOffices } from '../offices.ts';
import { getDependencies } from '../records.ts';
import { joined, type Line, lineOf, textOf } from './texts.ts';

/** One thing to do, as a letter states it. */
export interface Duty {
  readonly role: ActionRole;
  readonly what: string;
  /** Times that the letter states. */
  readonly when: readonly Line[];
  /** Last day, where one is stated to the day. */
  readonly due?: IsoDate;
  /** Calendar file of its dates. */
  readonly href?: string;
  /** The copy that asks for it, where that is not the letter itself. */
  readonly asked?: string;
}

const t = messages.circular;

const timesOf = (action: Action, nameSource: (key: string) => string): Line[] => {
  const { deadline, window } = action;
  const every = intervalText(action);
  const last = deadline && viewDate(deadline, nameSource);
  return [
    ...(last ? [lineOf(joined(t.deadline, textOf(last)), last)] : []),
    ...(window ? [lineOf(messages.format.period(window.from, window.to))] : []),
    ...(every === null ? [] : [lineOf(every)]),
  ];
};

/** A thing to do with the office whose covering letter asks for it; none where the letter itself does. */
interface AskedDuty {
  readonly issuer: string | undefined;
  readonly duty: Duty;
}

// Every province and district asks for the same circulars.
const allDuties = memoizeEach(async (entry: CircularEntry): Promise<readonly AskedDuty[]> => {
  const { circular, coveringLetters } = entry.data;
  if (isWithdrawn(circular.force)) return [];
  const { byPath } = await getDependencies(entry);
  const nameSource = nameSources(coveringLetters, await getOffices(), byPath);
  const issuers = new Map(coveringLetters.map(({ key, issuer }) => [key, issuer]));
  const dated = datedActions(entry);
  return circular.actions
    .filter(({ cancelled }) => !cancelled)
    .map((action) => {
      const due = deadlineOf(action)?.date;
      const href = calendarOfAction(action, dated);
      const duty = {
        role: action.role,
        what: action.what,
        when: timesOf(action, nameSource),
        ...(due === undefined ? {} : { due }),
        ...(href === null ? {} : { href }),
        ...(action.source === 'letter' ? {} : { asked: nameSource(action.source) }),
      };
      return { issuer: issuers.get(action.source), duty };
    });
});

/**
 * What is to be done by a circular in the area of some offices: what the letter itself asks for, and what the covering
 * letters of these offices do. Nothing of a circular that was withdrawn.
 */
export const dutiesOf = async (entry: CircularEntry, areas: ReadonlySet<string>): Promise<Duty[]> =>
  (await allDuties(entry))
    .filter(({ issuer }) => issuer === undefined || areas.has(issuer))
    .map(({ duty }) => duty);
