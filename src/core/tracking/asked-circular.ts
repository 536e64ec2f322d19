import type { IsoDate } from '#core/letter/date.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import { nearest } from '#core/nearest.ts';
import { ProblemError } from '#core/problem.ts';
import { readShortCode } from '#core/short-link/short-code.ts';
import { isMeant, isOfYear, readTraceQuery } from './trace-query.ts';

/** A letter by which a circular is known: its own, or one that passed it on. */
export interface KnownLetter {
  readonly number: Fact<string>;
  readonly date: Fact<IsoDate>;
}

/** All that people may call a circular by. */
export interface NamedCircular {
  /** `2568/dla-x-wx-0325`. */
  readonly path: string;
  readonly title: string;
  /** Its short code, where the caller knows it. */
  readonly code?: string | undefined;
  readonly letters: readonly KnownLetter[];
}

const withoutFolders = (asked: string): string =>
  asked.trim().replace(/^\/?(?:content\/)?(?:circulars\/)?|\/$/g, '');

/** Whether a number that was typed, whole or as much of it as people write, may be that of a letter. */
const numberTest = (asked: string): ((letter: KnownLetter) => boolean) => {
  const query = readTraceQuery(asked);
  // A digit is not taken for a misread ว: what is named here may be written to.
  const readings = query?.readings.filter(({ corrected }) => !corrected) ?? [];
  const year = query?.year ?? null;
  const mayBeOfYear = (date: Fact<IsoDate>): boolean => {
    const dates = possibleValues(date);
    return dates.length === 0 || dates.some((one) => isOfYear(year, one));
  };
  return ({ number, date }) =>
    mayBeOfYear(date) &&
    possibleValues(number).some((one) =>
      readings.some((reading) => isMeant(reading, 'letter', one)),
    );
};

/** Every circular that the text names: by its path or permanent id; else by its short code; else by the number of a letter. */
export const circularsNamed = <Named extends NamedCircular>(
  circulars: readonly Named[],
  asked: string,
): Named[] => {
  const name = withoutFolders(asked);
  const byId = circulars.filter(({ path }) => path === name || path.split('/')[1] === name);
  if (byId.length > 0) return byId;
  const { code } = readShortCode(asked);
  const byCode = circulars.filter((one) => one.code !== undefined && one.code === code);
  if (byCode.length > 0) return byCode;
  const isNumbered = numberTest(asked);
  return circulars.filter(({ letters }) => letters.some(isNumbered));
};

/** More are not told one by one: `ว 1` is of every unit and year. */
const MOST_TOLD = 5;

const offer = ({ path, title }: NamedCircular): string => `${path} (${title})`;

/**
 * The one circular that a person names, in any of the ways of {@link circularsNamed}. Throws a ProblemError with all of them
 * where several are meant, and with those of like names where none is.
 */
export const circularNamed = <Named extends NamedCircular>(
  circulars: readonly Named[],
  asked: string,
): Named => {
  const found = circularsNamed(circulars, asked);
  if (found.length === 1) return found[0] as Named;
  if (found.length > 1) {
    throw new ProblemError([
      {
        file: null,
        what: `"${asked}" may be any of ${found.length} circulars`,
        fix:
          found.length <= MOST_TOLD
            ? `Give one of these: ${found.map(offer).join(', ')}.`
            : `Give the whole number, or its year as well (ว 1541 ปี 2568); the first are ${found.slice(0, MOST_TOLD).map(offer).join(', ')}.`,
      },
    ]);
  }
  const nearby = nearest(
    withoutFolders(asked),
    circulars.map((one) => ({
      spellings: [
        one.path,
        one.path.split('/')[1] as string,
        ...(one.code === undefined ? [] : [one.code]),
        ...one.letters.flatMap(({ number }) => possibleValues(number)),
      ],
      offer: offer(one),
    })),
  );
  throw new ProblemError([
    {
      file: null,
      what: `there is no circular "${asked}"`,
      fix:
        nearby.length > 0
          ? `Did you mean ${nearby.map((one) => one.offer).join(', or ')}?`
          : 'Give its id, its short code or its letter number.',
    },
  ]);
};
