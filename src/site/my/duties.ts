import { deadlineOf } from '#core/deadline/deadline.ts';
import { isWithdrawn } from '#core/force/force.ts';
import type { Action } from '#core/letter/circular.ts';
import { memoizeEach } from '#core/memo.ts';
import type { Duty, Line } from '#core/my-office/area-circulars.ts';
import { intervalText } from '../circular/actions.ts';
import { nameSources } from '../circular/sources.ts';
import type { CircularEntry } from '../content.ts';
import { viewDate } from '../fact-view.ts';
import { calendarOfAction, datedActions } from '../follow/calendar-path.ts';
import { messages } from '../i18n.ts';
import { getOffices } from '../offices.ts';
import { getDependencies } from '../records.ts';
import { joined, lineOf, textOf } from './texts.ts';

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

/**
 * What is to be done by a circular: what the letter itself asks for, and what covering letters do in the areas of their
 * offices. Nothing of a circular that was withdrawn.
 */
export const allDuties = memoizeEach(async (entry: CircularEntry): Promise<readonly Duty[]> => {
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
      const by = issuers.get(action.source);
      return {
        role: action.role,
        what: action.what,
        when: timesOf(action, nameSource),
        ...(due === undefined ? {} : { due }),
        ...(href === null ? {} : { href }),
        ...(action.source === 'letter' ? {} : { asked: nameSource(action.source) }),
        ...(by === undefined ? {} : { by }),
      };
    });
});
