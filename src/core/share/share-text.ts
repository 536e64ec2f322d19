import { type ForceStatus, isWithdrawn, type LegalForce } from '#core/force/force.ts';
import type { Action } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { cutEncoded, encodeText, oneLine } from '#core/text/uri-text.ts';

/** What a letter asks for that a shared text of its page mentions. */
export type SharedAction = Pick<
  Action,
  'role' | 'what' | 'deadline' | 'window' | 'every' | 'due' | 'cancelled' | 'source'
>;

/** A page that somebody shares. Only the pages of letters have more than a title and an address. */
export interface SharedPage {
  readonly title: string;
  /** Absolute address, the short one where the page has one. */
  readonly url: string;
  /** What a page that is made up says of itself; null where it is not. */
  readonly sample: string | null;
  readonly number?: Fact<string> | undefined;
  readonly force?: LegalForce | undefined;
  readonly actions?: readonly SharedAction[] | undefined;
}

/** Words of a shared text, in the language of the frame. */
export interface ShareTexts {
  readonly number: (number: string) => string;
  /** A number or day that has to be compared with the original. `readings` is empty where nothing was read. */
  readonly numberUnclear: (readings: string) => string;
  readonly dayUnclear: (readings: string) => string;
  readonly or: string;
  readonly force: (status: ForceStatus) => string;
  readonly until: (day: string) => string;
  readonly date: (date: IsoDate) => string;
  readonly period: (from: IsoDate | undefined, to: IsoDate | undefined) => string;
  /** The round of a recurring action; null where it has none. */
  readonly interval: (action: Pick<Action, 'every' | 'due'>) => string | null;
  readonly role: (role: Action['role']) => string;
  /** Name of the copy that asks, where that is not the letter itself. */
  readonly source: (key: string) => string;
  readonly duty: (role: string, what: string, when: string, source: string | null) => string;
  /** Says that the page names further days. */
  readonly more: (count: number) => string;
}

/** Actions with a time that are listed at the most: a text in a chat is read on one screen. */
const MOST_DUTIES = 3;
const MOST_READINGS = 3;

/** All that was read of a fact that has to be compared with the original, parted by `or`; null where nothing is in doubt. */
export const readingsText = <T>(
  { value, doubt }: Fact<T>,
  print: (value: T) => string,
  or: string,
): string | null => {
  if (!doubt && value !== null) return null;
  const read = doubt?.readings.map((one) => (one.value === null ? one.read : print(one.value)));
  return [...new Set(read)].slice(0, MOST_READINGS).join(or);
};

/** The line of a letter number, with all that was read where it is in doubt. */
export const numberLine = (
  number: Fact<string>,
  texts: Pick<ShareTexts, 'number' | 'numberUnclear' | 'or'>,
): string => {
  const unclear = readingsText(number, printLetterNumber, texts.or);
  return unclear === null
    ? texts.number(printLetterNumber(number.value as string))
    : texts.numberUnclear(unclear);
};

/** The time that a letter sets for an action; null where it sets none. */
const whenOf = (action: SharedAction, texts: ShareTexts): string | null => {
  const { deadline, window } = action;
  const rounds = texts.interval(action);
  if (deadline) {
    const unclear = readingsText(deadline, texts.date, texts.or);
    const day =
      unclear === null
        ? texts.until(texts.date(deadline.value as IsoDate))
        : texts.dayUnclear(unclear);
    return rounds === null ? day : `${day} ${rounds}`;
  }
  return window ? texts.period(window.from, window.to) : rounds;
};

/** Sorts what is due next before what recurs or has no certain day, and what is past last. */
const placeOf = (
  { deadline, window }: Pick<SharedAction, 'deadline' | 'window'>,
  asOf: IsoDate,
): string => {
  const day = deadline ? deadline.value : (window?.to ?? null);
  if (day === null) return '1';
  return day >= asOf.slice(0, day.length) ? `0 ${day}` : '2';
};

/** How many of some actions have a time that is not past: days with the same number give the same lines. */
export const countAhead = (
  actions: readonly Pick<SharedAction, 'deadline' | 'window'>[],
  asOf: IsoDate,
): number => actions.filter((action) => placeOf(action, asOf).startsWith('0')).length;

const dutyLines = (page: SharedPage, asOf: IsoDate, texts: ShareTexts): string[] => {
  if (page.force && isWithdrawn(page.force)) return [];
  return (page.actions ?? [])
    .filter(({ cancelled }) => !cancelled)
    .map((action) => ({ action, place: placeOf(action, asOf) }))
    .sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)))
    .flatMap(({ action }) => {
      const when = whenOf(action, texts);
      if (when === null) return [];
      const source = action.source === 'letter' ? null : texts.source(action.source);
      return texts.duty(texts.role(action.role), oneLine(action.what), when, source);
    });
};

/** Length of lines in an address. */
const lengthOf = (lines: readonly string[]): number => encodeText(lines.join('\n')).length;

/**
 * The lines to share a page with, its address left out: that it is made up, its title, that its letter holds no more, its
 * number (with all that was read where it is in doubt), and what to do by when, only where a letter sets a time. `asOf` decides
 * which times come first. The lines take at most `longest` characters of an address: times are left out first, then the title is cut.
 */
export const shareLines = (
  page: SharedPage,
  asOf: IsoDate,
  texts: ShareTexts,
  longest = Number.POSITIVE_INFINITY,
): string[] => {
  const duties = dutyLines(page, asOf, texts);
  const { force, number } = page;
  const head = (title: string): string[] => [
    ...(page.sample === null ? [] : [page.sample]),
    ...(force && isWithdrawn(force) ? [texts.force(force.status)] : []),
    ...(title === '' ? [] : [title]),
    ...(number ? [numberLine(number, texts)] : []),
  ];
  const withDuties = (title: string, count: number): string[] => [
    ...head(title),
    ...duties.slice(0, count),
    ...(count < duties.length ? [texts.more(duties.length - count)] : []),
  ];
  const title = oneLine(page.title);
  for (let count = Math.min(duties.length, MOST_DUTIES); count >= 0; count -= 1) {
    const lines = withDuties(title, count);
    if (lengthOf(lines) <= longest) return lines;
  }
  const left = longest - lengthOf(withDuties('', 0)) - encodeText('\n').length;
  return withDuties(cutEncoded(title, left), 0);
};
