import type { CoveringLetter } from '#core/letter/circular.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import type { Office } from '#core/office/office.ts';
import { SLIP_SOURCE } from '#core/tracking/movement.ts';
import { OF_REGISTER, OF_SCAN } from '#core/tracking/row-rules.ts';
import type { NameSource } from '../fact-view.ts';
import { messages } from '../i18n.ts';
import { officeName } from '../offices.ts';
import type { RecordLink } from '../records.ts';

const nameLetter = (
  letter: CoveringLetter,
  all: readonly CoveringLetter[],
  offices: ReadonlyMap<string, Office>,
): string => {
  const office = officeName(offices, letter.issuer);
  const alone = all.every((other) => other === letter || other.issuer !== letter.issuer);
  if (alone) return office;
  const named =
    letter.number.value === null ? letter.to[0]?.text : printLetterNumber(letter.number.value);
  return `${office} (${named ?? letter.key})`;
};

/**
 * Names the copies of a circular: the letter itself, the office whose covering letter it is, or the
 * title of another record (named by its path); and registers that offices keep, by their names.
 */
export const nameSources = (
  coveringLetters: readonly CoveringLetter[],
  offices: ReadonlyMap<string, Office>,
  records: ReadonlyMap<string, RecordLink>,
): NameSource => {
  const names = new Map([
    ['letter', messages.doubt.thisLetter],
    [SLIP_SOURCE, messages.doubt.slip],
  ]);
  for (const letter of coveringLetters) {
    names.set(letter.key, nameLetter(letter, coveringLetters, offices));
  }
  return (key) => {
    const known = names.get(key) ?? records.get(key)?.title;
    if (known !== undefined) return known;
    if (key.startsWith(OF_SCAN)) return messages.doubt.scan(key.slice(OF_SCAN.length));
    if (!key.startsWith(OF_REGISTER)) return key;
    const register = key.slice(OF_REGISTER.length);
    return messages.doubt.register(offices.get(register)?.name ?? register);
  };
};
