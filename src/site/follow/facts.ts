import type { FeedFact } from '#core/feed/item.ts';
import { isWithdrawn, type LegalForce } from '#core/force/force.ts';
import type { Action, Circular } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';
import type { Office } from '#core/office/office.ts';
import { intervalText } from '../circular/actions.ts';
import type { CircularEntry, DocumentEntry } from '../content.ts';
import { type FactView, type NameSource, viewDate, viewPrintedNumber } from '../fact-view.ts';
import { messages } from '../i18n.ts';
import { officeName } from '../offices.ts';

const { letter: l, deadline: within, window: period, every: recurring } = messages.circular;

/** A fact in one line of plain text; a doubtful one is said to be doubtful, with everything that was read. */
export const factInWords = ({ text, doubt }: FactView): string => {
  if (!doubt) return text ?? '';
  const readings = doubt.readings.map(({ read }) => messages.doubt.read(read)).join(' ');
  const why = [doubt.kind, readings].filter(Boolean).join(' ');
  return `${text ?? doubt.nothing} (${messages.doubt.check}: ${why})`;
};

const brief = (label: string, text: string): FeedFact => ({ label, text, isBrief: true });

interface Lettered {
  readonly number?: Fact<string> | undefined;
  readonly date?: Fact<IsoDate> | undefined;
  readonly issuer?: string | undefined;
  readonly force: LegalForce;
}

const letterFacts = (
  { number, date, issuer, force }: Lettered,
  offices: ReadonlyMap<string, Office>,
  nameSource: NameSource,
): FeedFact[] => [
  ...(number ? [brief(l.number, factInWords(viewPrintedNumber(number, nameSource)))] : []),
  ...(date ? [brief(messages.circular.date, factInWords(viewDate(date, nameSource)))] : []),
  ...(issuer === undefined ? [] : [brief(l.issuer, officeName(offices, issuer))]),
  brief(messages.force.heading, messages.force.status[force.status]),
];

const timesOf = (action: Action, nameSource: NameSource): string[] => [
  ...(action.deadline ? [`${within} ${factInWords(viewDate(action.deadline, nameSource))}`] : []),
  ...(action.window
    ? [`${period} ${messages.format.period(action.window.from, action.window.to)}`]
    : []),
  ...(action.every ? [`${recurring} ${intervalText(action)}`] : []),
];

const actionFacts = (
  { actions, force }: Pick<Circular, 'actions' | 'force'>,
  nameSource: NameSource,
): FeedFact[] => {
  const isOver = isWithdrawn(force);
  const title = isOver ? messages.circular.actionsOnce : messages.circular.actions;
  const status = actions.filter(({ cancelled }) => !cancelled);
  const deadlines = status.flatMap((action) =>
    action.deadline || action.window || action.due ? timesOf(action, nameSource) : [],
  );
  return [
    ...(deadlines.length > 0 && !isOver
      ? [brief(messages.follow.feed.deadlines, [...new Set(deadlines)].join(', '))]
      : []),
    ...status.map((action) => ({
      label: `${title} (${messages.role[action.role]})`,
      text: [action.what, ...timesOf(action, nameSource)].join(' · '),
      isBrief: false,
    })),
  ];
};

/** Reading sources are not named in feeds: the page does that. */
const unnamed: NameSource = (key) => key;

/** The facts of a circular that each of its entries repeats. */
export const factsOfCircular = (
  { data: { circular } }: CircularEntry,
  offices: ReadonlyMap<string, Office>,
): FeedFact[] => [
  ...letterFacts({ ...circular.letter, force: circular.force }, offices, unnamed),
  ...actionFacts(circular, unnamed),
];

/** The facts of another page: those of its letter, where it has one. */
export const factsOfDocument = (
  { data }: DocumentEntry,
  offices: ReadonlyMap<string, Office>,
): FeedFact[] => ('force' in data ? letterFacts(data, offices, unnamed) : []);
