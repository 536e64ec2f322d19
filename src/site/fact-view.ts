import type { IsoDate } from '#core/letter/date.ts';
import { formatThaiDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';
import type { Urgency } from '#core/letter/letter.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { messages } from './i18n.ts';

/** One reading of a doubtful fact, for the reader of the page. */
export interface ReadingView {
  readonly read: string;
  /** What it would mean, where that is not what was read word for word. */
  readonly meaning: string | null;
  /** Says that nothing possible was read, where that is so. */
  readonly senseless: string | null;
  /** The copies that say so. */
  readonly where: string;
}

/** The part of the letter's scan where a fact was read. */
export interface CutOutView {
  readonly src: string;
  readonly alt: string;
  /** Says which page it is of. */
  readonly caption: string;
}

/** A fact ready to be shown. A doubtful one is shown with everything that was read, and never without its warning. */
export interface FactView {
  /** What is certain of the fact; null where that is nothing. */
  readonly text: string | null;
  readonly doubt: {
    readonly kind: string;
    /** Shown instead of the value where nothing is certain. */
    readonly nothing: string;
    readonly readings: readonly ReadingView[];
    readonly note: string | undefined;
    /** Where it was read, if a scan of the letter is here. */
    readonly pictures?: readonly CutOutView[] | undefined;
  } | null;
}

/** Name of a copy, from the key that readings give. */
export type NameSource = (key: string) => string;

const spaceless = (text: string): string => text.replace(/\s/g, '');

/** What sort of value a fact has: its words where a reading has no value. */
type FactSort = keyof typeof messages.doubt.senseless;

/** Letters of which few devices have any in a font: readers see boxes, and should know that the scan is what is odd. */
const FOREIGN = /[\p{L}--[\p{Script=Thai}\p{Script=Latin}]]/v;

const senselessText = (sort: FactSort, read: string): string =>
  [FOREIGN.test(read) ? messages.doubt.foreign : null, messages.doubt.senseless[sort]]
    .filter((part) => part !== null)
    .join(' ');

const viewFact = <T>(
  sort: FactSort,
  { value, doubt }: Fact<T>,
  print: (value: T) => string,
  nameSource: NameSource,
): FactView => ({
  text: value === null ? null : print(value),
  doubt: doubt
    ? {
        kind: messages.doubt.kind[doubt.kind],
        nothing: messages.doubt.nothing[doubt.kind],
        note: doubt.note,
        readings: [...Map.groupBy(doubt.readings, ({ read }) => read)].map(([read, alike]) => {
          const value = alike[0]?.value ?? null;
          const meaning = value === null ? null : print(value);
          const same = meaning !== null && spaceless(meaning) === spaceless(read);
          return {
            read,
            meaning: same ? null : meaning,
            senseless: value === null ? senselessText(sort, read) : null,
            where: alike.map(({ source }) => nameSource(source)).join(', '),
          };
        }),
      }
    : null,
});

/** Letter number as letters print it, in Thai digits. */
export const viewPrintedNumber = (fact: Fact<string>, nameSource: NameSource): FactView =>
  viewFact('number', fact, printLetterNumber, nameSource);

/** Date as letters print it, in the Buddhist era and Thai digits. */
export const viewPrintedDate = (fact: Fact<IsoDate>, nameSource: NameSource): FactView =>
  viewFact('date', fact, (date) => formatThaiDate(date, { digits: 'thai' }), nameSource);

/** Date as the interface writes it. */
export const viewDate = (fact: Fact<IsoDate>, nameSource: NameSource): FactView =>
  viewFact('date', fact, messages.format.date, nameSource);

/** A text as it is written. */
export const viewText = (fact: Fact<string>, nameSource: NameSource): FactView =>
  viewFact('text', fact, (text) => text, nameSource);

/** The name of a person. */
export const viewName = (fact: Fact<string>, nameSource: NameSource): FactView =>
  viewFact('name', fact, (name) => name, nameSource);

/** A class of urgency in words. */
export const viewUrgencyClass = (fact: Fact<Urgency>, nameSource: NameSource): FactView =>
  viewFact('urgency', fact, (value) => messages.urgency[value], nameSource);

/** A fact of which nobody has seen the place on the letter; `nothing` says so in its stead. */
export const viewUnseen = (nothing: string): FactView => ({
  text: null,
  doubt: { kind: messages.doubt.unseen.kind, nothing, readings: [], note: undefined },
});

/** A short form for lists: what is certain, and whether the rest has to be checked. */
export interface BriefFact {
  readonly text: string | null;
  readonly needsCheck: boolean;
}

/** The short form of a fact; `print` writes its value. */
export const briefFact = <T>(fact: Fact<T>, print: (value: T) => string): BriefFact => ({
  text: fact.value === null ? null : print(fact.value),
  needsCheck: fact.doubt !== undefined || fact.value === null,
});
