import type { CoveringLetter } from '#core/letter/circular.ts';
import type { Office } from '#core/office/office.ts';
import { type ContactView, viewContact } from '../circular/letter-face.ts';
import { nameSources } from '../circular/sources.ts';
import type { CircularEntry } from '../content.ts';
import { type FactView, viewPrintedDate, viewPrintedNumber } from '../fact-view.ts';
import { getOffices, officeName } from '../offices.ts';
import { getDependencies } from '../records.ts';

/** An office that passed a circular on, and the letter with which it did. */
export interface PassedOnView {
  readonly office: string;
  readonly name: string;
  readonly letters: readonly { readonly number: FactView; readonly date: FactView }[];
  readonly contact: ContactView | null;
}

const viewOffice = (
  office: string,
  letters: readonly CoveringLetter[],
  offices: ReadonlyMap<string, Office>,
  nameSource: (key: string) => string,
): PassedOnView => {
  const withContact = letters.find(({ contact }) => contact !== undefined);
  return {
    office,
    name: officeName(offices, office),
    letters: letters.map(({ number, date }) => ({
      number: viewPrintedNumber(number, nameSource),
      date: viewPrintedDate(date, nameSource),
    })),
    contact: withContact ? viewContact(withContact, nameSource) : null,
  };
};

/** The offices whose covering letters for a circular are recorded. */
export const getPassedOn = async (entry: CircularEntry): Promise<PassedOnView[]> => {
  const [offices, records] = await Promise.all([getOffices(), getDependencies(entry)]);
  const { coveringLetters } = entry.data;
  const nameSource = nameSources(coveringLetters, offices, records.byPath);
  return [...Map.groupBy(coveringLetters, ({ issuer }) => issuer)].map(([office, letters]) =>
    viewOffice(office, letters, offices, nameSource),
  );
};
