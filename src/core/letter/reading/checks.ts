import type { IsoDate } from '../date.ts';
import { formatLetterNumber, parseLetterNumber } from '../number.ts';
import { compareDates } from './date-field.ts';
import { doubt, type Field, type FieldDoubt, offer, withDoubts } from './field.ts';
import { withoutMarkDoubt } from './number-field.ts';
import { groupOfAddressee, prefixOfNamed } from './offices.ts';
import { printedPart, type Reference } from './reference-field.ts';
import { skeleton, squeeze } from './spelling.ts';
import type { Stamp } from './stamp-field.ts';

/**
 * A letter refers to what was written before it. And a circular mostly refers to circulars: where a reference shows
 * no ว, the mark may have been lost.
 */
export const checkReference = (
  reference: Field<Reference>,
  letterDate: IsoDate | null,
  isCircular: boolean,
): Field<Reference> => {
  const { value } = reference;
  if (!value) return reference;
  const doubts = [];
  if (letterDate !== null && value.date !== null && compareDates(value.date, letterDate) > 0) {
    doubts.push(
      doubt('unclear', 'after-letter', [offer(printedPart(reference, 'date'), value.date)], 'date'),
    );
  }
  const number = value.number === null ? null : parseLetterNumber(value.number);
  const expected = value.issuer === null ? null : prefixOfNamed(value.issuer);
  if (number && expected !== null && expected !== number.prefix.slice(0, 2)) {
    const reading = formatLetterNumber({ ...number, prefix: expected });
    doubts.push(
      doubt(
        'unclear',
        'prefix-of-other-office',
        [offer(printedPart(reference, 'number'), reading)],
        'number',
      ),
    );
  }
  const isDoubted = reference.doubts.some(({ code }) => code === 'mark-misread');
  if (isCircular && number && !number.circular && !isDoubted) {
    const { prefix, unit, running } = number;
    doubts.push(
      doubt(
        'unclear',
        'mark-missing',
        [offer(printedPart(reference, 'number'), `${prefix} ${unit}/ว ${running}`)],
        'number',
      ),
    );
  }
  return withDoubts(isCircular ? reference : withoutMarkDoubt(reference, number), doubts);
};

/**
 * A cited office that is the letter's own one but for its marks ("กรมเจ้าทา" in a letter of กรมเจ้าท่า), or a part of it
 * where the reference has it whole with a space within ("สำนักงานส่งเสริ มการปกครอง").
 */
export const checkCitedOffice = (
  reference: Field<Reference>,
  issuer: Field<string>,
): Field<Reference> => {
  const cited = reference.value?.issuer ?? null;
  if (cited === null || issuer.value === null) return reference;
  const own = squeeze(issuer.value);
  const isWhole = own === squeeze(cited) || !squeeze(reference.read ?? '').includes(own);
  // A district is cited without its province.
  if (own.startsWith(squeeze(cited)) && isWhole) return reference;
  if (!skeleton(issuer.value).startsWith(skeleton(cited))) return reference;
  return withDoubts(reference, [
    doubt('unclear', 'misspelled', [offer(cited, issuer.value)], 'issuer'),
  ]);
};

/**
 * The day of a letter, in doubt where it is later than the day of its reading, such as ๒๕๘๖ for ๒๕๖๘. One of a later year has no
 * value: it is no day that a letter may bear, and a draft is filed by its year.
 */
export const checkToday = (date: Field<IsoDate>, today: IsoDate | null): Field<IsoDate> => {
  const { value, read } = date;
  if (today === null || value === null || compareDates(value, today) <= 0) return date;
  if (value.slice(0, 4) <= today.slice(0, 4)) {
    return withDoubts(date, [doubt('unclear', 'after-today', [offer(read ?? value, value)])]);
  }
  // What else was said of that day, such as that it is a Sunday, would offer it again.
  const isOfOther = ({ readings }: FieldDoubt): boolean =>
    readings.every((one) => one.value === null || compareDates(one.value, today) <= 0);
  const withoutDay: Field<IsoDate> = {
    ...date,
    value: null,
    doubts: date.doubts.filter(isOfOther),
  };
  return withDoubts(withoutDay, [doubt('unclear', 'after-today', [offer(read ?? value, null)])]);
};

/** The same of a stamp or a reference, of which the day is a part: its value stays, in doubt. */
export const checkPartToday = <T extends { readonly date: IsoDate | null }>(
  field: Field<T>,
  today: IsoDate | null,
): Field<T> => {
  const date = field.value?.date ?? null;
  return today !== null && date !== null && compareDates(date, today) > 0
    ? withDoubts(field, [doubt('unclear', 'after-today', [offer(date, date)], 'date')])
    : field;
};

/** A letter is stamped on or after its own day. */
export const checkStamp = (stamp: Field<Stamp>, letterDate: IsoDate | null): Field<Stamp> => {
  const date = stamp.value?.date;
  return letterDate !== null && date && compareDates(letterDate, date) > 0
    ? withDoubts(stamp, [doubt('unclear', 'before-letter', [offer(date, date)], 'date')])
    : stamp;
};

/** The letter's own day, in doubt where it was stamped before it: one of both was misread. */
export const checkAgainstStamps = (
  date: Field<IsoDate>,
  stamps: readonly Field<Stamp>[],
): Field<IsoDate> => {
  const early = stamps.some(
    ({ value }) => value?.date && date.value !== null && compareDates(date.value, value.date) > 0,
  );
  return early ? withDoubts(date, [doubt('unclear', 'after-letter')]) : date;
};

/** Whether a letter is a circular: ว in its number, or a group of offices as addressee. */
export const circularOf = (number: Field<string>, to: readonly Field<string>[]): Field<boolean> => {
  const parsed = number.value === null ? null : parseLetterNumber(number.value);
  const groups = to.filter(({ value }) => value !== null && groupOfAddressee(value) !== undefined);
  const offered = number.doubts.some(({ readings }) =>
    readings.some(({ value }) => value?.includes('/ว ')),
  );
  const [witness] = groups;
  if (parsed?.circular || (number.value === null && /\/\s*ว/.test(number.read ?? ''))) {
    return { value: true, read: number.read, line: number.line, doubts: [] };
  }
  if (witness) return { value: true, read: witness.read, line: witness.line, doubts: [] };
  if (number.value === null || offered) {
    return {
      value: null,
      read: number.read,
      line: number.line,
      doubts: [doubt('unclear', 'mark-may-be-lost')],
    };
  }
  return { value: false, read: number.read, line: number.line, doubts: [] };
};

/**
 * Signs that the text as a whole is poor, so that even what looks sound may be misread. Thai and Arabic digits in one number are as often
 * typed as misread: all that are mixed count as one sign.
 */
export const isDamaged = (signs: {
  readonly number: Field<string>;
  readonly date: Field<IsoDate>;
  readonly issuer: Field<string>;
  readonly subject: Field<string>;
  readonly foreignLines: number;
}): boolean => {
  const { number, date, issuer, subject, foreignLines } = signs;
  const has = (field: Field<unknown>, ...codes: string[]) =>
    field.doubts.some(({ code }) => codes.includes(code));
  const isNumberPoor =
    number.value !== null &&
    has(number, 'noise', 'unknown-prefix', 'prefix-of-other-office', 'shape');
  const isDatePoor = has(
    date,
    'unreadable',
    'missing',
    'no-day',
    'stray-characters',
    'noise',
    'month-misspelled',
  );
  const count = [
    number.value === null,
    isNumberPoor,
    isDatePoor,
    (!isNumberPoor && has(number, 'mixed-digits')) || (!isDatePoor && has(date, 'mixed-digits')),
    issuer.doubts.length > 0,
    has(subject, 'noise', 'differs-from-body'),
    foreignLines > 0,
    foreignLines > 2,
  ].filter(Boolean).length;
  return count >= 2;
};

/** A field of a letter whose scan is poor as a whole: nothing but a comparison with the original makes it certain. */
export const inDamagedScan = <T>(field: Field<T>): Field<T> =>
  field.doubts.length > 0 || field.value === null
    ? field
    : withDoubts(field, [doubt('unclear', 'damaged-scan')]);
