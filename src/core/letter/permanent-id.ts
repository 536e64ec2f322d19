import { isFullDate, parseIsoDate } from './date.ts';
import type { Fact } from './fact.ts';
import { parseLetterNumber } from './number.ts';

const UNKNOWN = 'x';

const dayPart = (date: Fact<string>): string => {
  const parts = date.value === null ? null : parseIsoDate(date.value);
  if (!parts) return UNKNOWN.repeat(4);
  const month = parts.month === undefined ? 'xx' : String(parts.month).padStart(2, '0');
  const known = isFullDate(date.value as string) && date.doubt?.kind !== 'unclear';
  return month + (known ? String(parts.day).padStart(2, '0') : 'xx');
};

const numberPart = (number: Fact<string>): string => {
  const parsed =
    number.value === null || number.doubt?.kind === 'unclear'
      ? null
      : parseLetterNumber(number.value);
  if (!parsed) return `${UNKNOWN}-w${UNKNOWN}`;
  return `${parsed.unit.replaceAll('.', '-')}-${parsed.circular ? 'w' : ''}${parsed.running}`;
};

/**
 * The permanent id of a circular, `<issuer>-<unit>-w<running>-<MMDD>`, from the key of a letter (issuer, number,
 * date). What is in doubt becomes `x`, so that a later correction of a misread number never contradicts the
 * address. `taken` are the ids of the same year, past and present; a clash adds `-2`, `-3` and so on.
 */
export const mintPermanentId = (
  key: { readonly issuer: string; readonly number: Fact<string>; readonly date: Fact<string> },
  taken: ReadonlySet<string>,
): string => {
  const base = [key.issuer, numberPart(key.number), dayPart(key.date)].join('-');
  let id = base;
  for (let next = 2; taken.has(id); next++) id = `${base}-${next}`;
  return id;
};
