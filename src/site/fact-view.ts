import type { IsoDate } from '#core/letter/date.ts';
import { formatThaiDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { messages } from './i18n.ts';

/** One reading of a doubtful fact, for the reader of the page. */
export interface ReadingView {
  readonly read: string;
  /** What it would mean, where that is not what was read word for word. */
  readonly meaning: string | null;
  /** Whether nothing possible was read. */
  readonly impossible: boolean;
  /** The copies that say so. */
  readonly where: string;
}

/** A fact ready to be shown. A doubtful one is shown with everything that was read, and never without its warning. */
export interface FactView {
  /** What is certain of the fact; null where that is nothing. */
  readonly text: string | null;
  readonly doubt: {
    readonly kind: string;
    /** Stands in the place of the value where nothing is certain. */
    readonly nothing: string;
    readonly readings: readonly ReadingView[];
    readonly note: string | undefined;
  } | null;
}

/** Name of a copy, from the key by which readings tell it. */
export type NameSource = (key: string) => string;

const spaceless = (text: string): string => text.replace(/\s/g, '');

/** The view of a fact whose values `print` turns into text. */
export const viewFact = <T>(
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
            impossible: value === null,
            where: alike.map(({ source }) => nameSource(source)).join(', '),
          };
        }),
      }
    : null,
});

/** Letter number as letters print it, in Thai digits. */
export const viewPrintedNumber = (fact: Fact<string>, nameSource: NameSource): FactView =>
  viewFact(fact, printLetterNumber, nameSource);

/** Date as letters print it, in the Buddhist era and Thai digits. */
export const viewPrintedDate = (fact: Fact<IsoDate>, nameSource: NameSource): FactView =>
  viewFact(fact, (date) => formatThaiDate(date, { digits: 'thai' }), nameSource);

/** Date as the interface writes it. */
export const viewDate = (fact: Fact<IsoDate>, nameSource: NameSource): FactView =>
  viewFact(fact, messages.format.date, nameSource);

/** A text as it stands. */
export const viewText = (fact: Fact<string>, nameSource: NameSource): FactView =>
  viewFact(fact, (text) => text, nameSource);

/** A short form for lists: what is certain, and whether the rest has to be checked. */
export interface BriefFact {
  readonly text: string | null;
  readonly needsCheck: boolean;
}

export const briefFact = <T>(fact: Fact<T>, print: (value: T) => string): BriefFact => ({
  text: fact.value === null ? null : print(fact.value),
  needsCheck: fact.doubt !== undefined || fact.value === null,
});
