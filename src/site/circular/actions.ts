import { type CalendarSource as DatedActions, parseEvery } from '#core/calendar/event.ts';
import { itemKeys } from '#core/checklist/item-keys.ts';
import type { Action } from '#core/letter/circular.ts';
import { possibleValues } from '#core/letter/fact.ts';
import { type FactView, type NameSource, viewDate } from '../fact-view.ts';
import { calendarOfAction } from '../follow/calendar-path.ts';
import { messages } from '../i18n.ts';

/** One thing to do, with the times that the letter states for it. */
export interface ActionView {
  /** By which a browser remembers that it was ticked; another one once the text or its dates are changed. */
  readonly tick: string;
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

/** All that an action says, whose change makes it another thing to do. */
const textsOf = ({ role, what, deadline, window, every, due }: Action) => [
  role,
  what,
  deadline && possibleValues(deadline).join(' '),
  window?.from,
  window?.to,
  every,
  due && JSON.stringify(due),
];

const viewAction = (
  action: Action,
  tick: string,
  circular: DatedActions,
  nameSource: NameSource,
): ActionView => ({
  tick,
  what: action.what,
  deadline: action.deadline ? viewDate(action.deadline, nameSource) : null,
  window: action.window ? messages.format.period(action.window.from, action.window.to) : null,
  every: intervalText(action),
  askedBy: action.source === 'letter' ? null : nameSource(action.source),
  withdrawn: action.cancelled,
  calendar: calendarOfAction(action, circular),
});

/** What to do, by role, roles and actions in the order in which the record gives them. */
export const viewActions = (circular: DatedActions, nameSource: NameSource): RoleActions[] => {
  const keys = itemKeys(circular.actions.map(textsOf));
  const views = circular.actions.map((action, index) => ({
    role: action.role,
    view: viewAction(action, keys[index] as string, circular, nameSource),
  }));
  return [...Map.groupBy(views, ({ role }) => role)].map(([role, ofRole]) => ({
    role: messages.role[role],
    actions: ofRole.map(({ view }) => view),
  }));
};
