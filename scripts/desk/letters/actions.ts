import { ACTION_ROLES } from '#core/letter/circular.ts';
import { isFullDate } from '#core/letter/date.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import type { ActionAnswer } from '#core/letter/settling/page.ts';
import { dayOf, type FormFault, type FormValue, oneLine, type Texts } from './form-values.ts';
import type { MatterView } from './view.ts';

/** Name of a field of the form for something to be done. */
export const actionName = (index: number, part: string): string => `a:${index}:${part}`;

/** A row of the form for something to be done. */
export interface ActionRow {
  /** The words of the letter that state its day; '' where it states none. */
  readonly words: string;
  readonly day: string;
  readonly role: ActionAnswer['role'];
  readonly what: string;
  readonly isDoubtful: boolean;
}

const NO_ACTION: ActionRow = {
  words: '',
  day: '',
  role: 'local-authority',
  what: '',
  isDoubtful: false,
};

/** Rows for what is to be done: one for each day that the letter states, those written besides, and an empty one. */
export const actionRows = ({ letters: [original] }: MatterView): ActionRow[] => {
  const left = [...(original.answered.page.actions ?? [])];
  const rowOf = (
    words: string,
    { role, what, deadline = '', doubtful }: ActionAnswer,
  ): ActionRow => ({
    words,
    role,
    what,
    day: deadline,
    isDoubtful: doubtful !== undefined,
  });
  const stated = original.reading.deadlines.map(({ value, read, doubts }): ActionRow => {
    const day = value?.to && isFullDate(value.to) ? value.to : '';
    const words = oneLine(read ?? '');
    const at = left.findIndex(
      ({ deadline, doubtful }) => doubtful === words || (day !== '' && deadline === day),
    );
    const [saved] = at < 0 ? [] : left.splice(at, 1);
    return saved
      ? rowOf(words, saved)
      : { ...NO_ACTION, words, day, isDoubtful: doubts.length > 0 };
  });
  return [...stated, ...left.map((one) => rowOf('', one)), NO_ACTION];
};

/** Rows that a form may have. */
const MOST_ROWS = 60;

/** What is to be done, as the form says it, and what of it cannot be taken. */
export const readActions = (
  value: FormValue,
  t: Texts,
): { readonly actions: ActionAnswer[]; readonly faults: FormFault[] } => {
  const actions: ActionAnswer[] = [];
  const faults: FormFault[] = [];
  for (let row = 0; row < MOST_ROWS; row += 1) {
    const role = ACTION_ROLES.find((one) => one === value(actionName(row, 'role')));
    const what = oneLine(value(actionName(row, 'what')));
    // A day that nobody says anything of is not shown; the form offers it each time.
    if (role === undefined || what === '') continue;
    const typed = oneLine(value(actionName(row, 'day')));
    const day = typed === '' ? undefined : dayOf(typed);
    if (day === null) {
      faults.push({ name: actionName(row, 'day'), label: t.day, text: t.wrong.date });
      continue;
    }
    if (findPersonalData(what).length > 0) {
      faults.push({ name: actionName(row, 'what'), label: t.what, text: t.wrong.personal });
      continue;
    }
    const isDoubtful = day !== undefined && value(actionName(row, 'doubtful')) !== '';
    actions.push({
      role,
      what,
      ...(day === undefined ? {} : { deadline: day }),
      ...(isDoubtful ? { doubtful: oneLine(value(actionName(row, 'words'))) || typed } : {}),
    });
  }
  return { actions, faults };
};
