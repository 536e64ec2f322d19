import { type CalendarSource as DatedActions, parseEvery } from '#core/calendar/event.ts';
import type { Action } from '#core/letter/circular.ts';
import { type FactView, type NameSource, viewDate } from '../fact-view.ts';
import { calendarOfAction } from '../follow/calendar-path.ts';
import { messages } from '../i18n.ts';

/** One thing to do, with the times that the letter states for it. */
export interface ActionView {
  readonly what: string;
  readonly deadline: FactView | null;
  readonly window: string | null;
  readonly every: string | null;
  /** The copy that asks for it, where that is not the letter itself. */
  readonly askedBy: string | null;
  /** Withdrawn by a later letter. */
  readonly withdrawn: boolean;
  /** Calendar file of its dates, where a letter states any. */
  readonly calendar: string | null;
}

/** What one role has to do. */
export interface RoleActions {
  readonly role: string;
  readonly actions: readonly ActionView[];
}

/** A recurring duty in words: `ทุก 6 เดือน`, `วันที่ 5 ของทุกเดือน`; null where there is none. */
export const intervalText = ({ every, due }: Pick<Action, 'every' | 'due'>): string | null => {
  if (every === undefined) return null;
  if (due) return messages.format.dueDay(every, due);
  const { count, unit } = parseEvery(every);
  return messages.format.every(count, unit);
};

const viewAction = (
  action: Action,
  circular: DatedActions,
  nameSource: NameSource,
): ActionView => ({
  what: action.what,
  deadline: action.deadline ? viewDate(action.deadline, nameSource) : null,
  window: action.window ? messages.format.period(action.window.from, action.window.to) : null,
  every: intervalText(action),
  askedBy: action.source === 'letter' ? null : nameSource(action.source),
  withdrawn: action.cancelled,
  calendar: calendarOfAction(action, circular),
});

/** What to do, by role, roles and actions in the order in which the record gives them. */
export const viewActions = (circular: DatedActions, nameSource: NameSource): RoleActions[] =>
  [...Map.groupBy(circular.actions, ({ role }) => role)].map(([role, ofRole]) => ({
    role: messages.role[role],
    actions: ofRole.map((action) => viewAction(action, circular, nameSource)),
  }));
