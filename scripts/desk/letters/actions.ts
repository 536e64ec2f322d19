import { ACTION_ROLES } from '#core/letter/circular.ts';
import { isFullDate } from '#core/letter/date.ts';
import { toArabicDigits } from '#core/letter/digits.ts';
import { findPersonalData } from '#core/letter/personal-data.ts';
import { findRecurrences } from '#core/letter/reading/recurring.ts';
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
  /** How often the letter says that it is to be done; null for what is done once. */
  readonly recurs: Recurrence | null;
}

/** How often something is to be done, and on which day of each round. */
type Recurrence = Pick<ActionAnswer, 'due'> & { readonly every: string };

const NO_ACTION: ActionRow = {
  words: '',
  day: '',
  role: 'local-authority',
  what: '',
  isDoubtful: false,
  recurs: null,
};

/** Recurrences as a form carries them, in a field that nobody types. */
const recurrenceText = ({ every, due }: Recurrence): string => JSON.stringify({ every, due });

/** Those that the letter states, or somebody has written, by their texts: a form may name no other. */
const knownRecurrences = ({ letters: [original] }: MatterView): ReadonlyMap<string, Recurrence> => {
  const stated = original.reading.deadlines.map(({ value }) => value);
  const written = original.answered.page.actions ?? [];
  return new Map(
    [...stated, ...written].flatMap((one): [string, Recurrence][] => {
      if (one?.every == null) return [];
      const recurs = { every: one.every, ...(one.due == null ? {} : { due: one.due }) };
      return [[recurrenceText(recurs), recurs]];
    }),
  );
};

/** A day that recurs, as letters print it and somebody has typed it, `ทุกวันที่ 5 ของเดือน`; null where that is not one alone. */
const recurrenceTyped = (typed: string): Recurrence | null => {
  const plain = toArabicDigits(typed).trim();
  const [found, ...more] = findRecurrences(plain);
  if (found === undefined || more.length > 0) return null;
  const rest = plain.slice(0, found.start) + plain.slice(found.end);
  return rest.trim() === '' ? { every: found.every, due: found.due } : null;
};

/** What the field of a form says of how often something is to be done. */
export const recursValue = ({ recurs }: ActionRow): string =>
  recurs === null ? '' : recurrenceText(recurs);

/** Rows for what is to be done: one for each day that the letter states, those written besides, and an empty one. */
export const actionRows = ({ letters: [original] }: MatterView): ActionRow[] => {
  const left = [...(original.answered.page.actions ?? [])];
  const rowOf = (
    words: string,
    { role, what, deadline = '', every, due, doubtful }: ActionAnswer,
  ): ActionRow => ({
    words,
    role,
    what,
    day: deadline,
    isDoubtful: doubtful !== undefined,
    recurs: every === undefined ? null : { every, ...(due === undefined ? {} : { due }) },
  });
  const stated = original.reading.deadlines.map(({ value, read, doubts }): ActionRow => {
    const every = value?.every ?? null;
    const due = value?.due ?? null;
    const recurs = every === null ? null : { every, ...(due === null ? {} : { due }) };
    // The last day of a duty that recurs is that of its last round.
    const day = recurs === null && value?.to && isFullDate(value.to) ? value.to : '';
    const words = oneLine(read ?? '');
    const at = left.findIndex(
      (one) =>
        one.doubtful === words ||
        (day !== '' && one.deadline === day) ||
        (recurs !== null &&
          one.every !== undefined &&
          recurrenceText({ every: one.every, due: one.due }) === recurrenceText(recurs)),
    );
    const [saved] = at < 0 ? [] : left.splice(at, 1);
    return saved
      ? { ...rowOf(words, saved), recurs }
      : { ...NO_ACTION, words, day, recurs, isDoubtful: doubts.length > 0 };
  });
  return [...stated, ...left.map((one) => rowOf('', one)), NO_ACTION];
};

/** Rows that a form may have. */
const MOST_ROWS = 60;

/** What is to be done, as the form of a letter says it, and what of it cannot be taken. */
export const readActions = (
  value: FormValue,
  matter: MatterView,
  t: Texts,
): { readonly actions: ActionAnswer[]; readonly faults: FormFault[] } => {
  const actions: ActionAnswer[] = [];
  const faults: FormFault[] = [];
  const recurrences = knownRecurrences(matter);
  for (let row = 0; row < MOST_ROWS; row += 1) {
    const role = ACTION_ROLES.find((one) => one === value(actionName(row, 'role')));
    const what = oneLine(value(actionName(row, 'what')));
    // A day that nobody says anything of is not shown; the form offers it each time.
    if (role === undefined || what === '') continue;
    const typed = oneLine(value(actionName(row, 'day')));
    const read = typed === '' ? undefined : dayOf(typed);
    const written = read === null ? recurrenceTyped(typed) : null;
    const day = written ? undefined : read;
    if (day === null) {
      faults.push({ name: actionName(row, 'day'), label: t.day, text: t.wrong.day });
      continue;
    }
    if (findPersonalData(what).length > 0) {
      faults.push({ name: actionName(row, 'what'), label: t.what, text: t.wrong.personal });
      continue;
    }
    const isMarked = value(actionName(row, 'doubtful')) !== '';
    const isDoubtful = day !== undefined && isMarked;
    // A page cannot say that a recurrence is in doubt: it then says what is to be done, and no day.
    const recurs =
      day === undefined && !isMarked
        ? (written ?? recurrences.get(value(actionName(row, 'recurs'))))
        : undefined;
    actions.push({
      role,
      what,
      ...(day === undefined ? {} : { deadline: day }),
      ...recurs,
      ...(isDoubtful ? { doubtful: oneLine(value(actionName(row, 'words'))) || typed } : {}),
    });
  }
  return { actions, faults };
};
