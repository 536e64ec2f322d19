import { findPersonalData, type PersonalDataKind } from '../letter/personal-data.ts';
import { findSecrecyMark } from '../letter/secrecy.ts';
import { didYouMean } from '../nearest.ts';
import type { Problem } from '../problem.ts';
import { unprintableIn } from '../text/unprintable.ts';
import { isGroup, type Movement, type MovementColumn, SLIP_SOURCE } from './movement.ts';

/** What is wrong with one movement whatever else its ledger says, and in which column. */
export interface RowFault extends Pick<Problem, 'what' | 'why' | 'fix'> {
  readonly field: MovementColumn;
}

/** By which a chain names its original letter. */
export const ORIGINAL = 'letter';
/** Before the name of a register that an office keeps. */
export const OF_REGISTER = 'register:';
/** Before the name of a stamped copy that was scanned (`npm run track -- scan`). */
export const OF_SCAN = 'scan:';

/** Chains of more letters are not listed in full: one through the whole country has some thousand. */
const LISTED_KEYS = 12;

/** How to name a letter of a chain; `keys` are those of its covering letters. */
export const offerKeys = (asked: string, keys: readonly string[]): string => {
  const known = [ORIGINAL, ...keys];
  const choice =
    known.length > LISTED_KEYS
      ? `"${ORIGINAL}" or a key of covering-letters.yaml`
      : known.map((key) => `"${key}"`).join(' or ');
  return `${didYouMean(asked, known)}Write ${choice}`;
};

/** Whether a source can only be the key of a covering letter. */
export const mayBeKey = (source: string): boolean =>
  source !== ORIGINAL &&
  source !== SLIP_SOURCE &&
  !source.startsWith(OF_REGISTER) &&
  !source.startsWith(OF_SCAN);

/** The fault of a movement whose source is no letter of the chain, no register and no slip. */
export const sourceFaults = ({ source }: Movement, keys: readonly string[]): RowFault[] =>
  !mayBeKey(source) || keys.includes(source)
    ? []
    : [
        {
          field: 'source',
          what: `the chain has no letter with the key "${source}"`,
          why: 'Every movement names the copy that bears its stamp or number, the register that has it, or a slip.',
          fix: `${offerKeys(source, keys)}, "${OF_REGISTER}<name>", "${OF_SCAN}<file>", or "${SLIP_SOURCE}" for what an office acknowledged by one.`,
        },
      ];

/** What the check says of an office that is not in the registry. */
export const unknownOffice = (
  office: string,
  known: ReadonlyMap<string, unknown>,
): Pick<Problem, 'what' | 'why' | 'fix'> => ({
  what: `the registry has no office "${office}"`,
  why: 'What the portal says of an office stands on its row in the registry.',
  fix: `${didYouMean(office, known.keys())}Fix the id, or add the office to content/registry/offices.csv.`,
});

/** The faults of a movement that names offices which the registry does not have. */
export const officeFaults = (
  { office, to }: Movement,
  known: ReadonlyMap<string, unknown>,
): RowFault[] =>
  [
    ['office', office] as const,
    ...to.filter((one) => !isGroup(one)).map((one) => ['to', one] as const),
  ].flatMap(([field, id]) => (known.has(id) ? [] : [{ field, ...unknownOffice(id, known) }]));

/** Columns of a movement that people write freely, and that are published. */
export const TEXT_COLUMNS = ['number', 'desk', 'read', 'note', 'source'] as const;

/** Columns of a movement whose text is marked as secret, or may be. */
export const secretColumns = (movement: Movement): (typeof TEXT_COLUMNS)[number][] =>
  TEXT_COLUMNS.filter((name) => findSecrecyMark(movement[name] ?? '') !== null);

const PERSONAL: Readonly<Record<PersonalDataKind, string>> = {
  mobile: 'a mobile number',
  email: 'a private e-mail address',
  'citizen-id': "a citizen's number",
};

/** Personal data in the row as the file has it: the check reads files, so cells that come to a number together count too. */
const personalFaults = (movement: Movement): RowFault[] => {
  const { date, time, number, desk, to, read, doubt, source, corrects, note } = movement;
  const doubts = Object.keys(doubt).join(' ');
  const cells = [date, time, number, desk, to.join(';'), read, doubts, source, corrects, note];
  const [found] = findPersonalData(cells.map((cell) => cell ?? '').join(','));
  if (!found) return [];
  const field = TEXT_COLUMNS.find((name) => findPersonalData(movement[name] ?? '').length > 0);
  return [
    {
      field: field ?? 'number',
      what: `${PERSONAL[found.kind]} stands here`,
      why: 'Ledgers are published.',
      fix: 'Leave it out; give the telephone or address of the office where one is needed.',
    },
  ];
};

/**
 * All that the check has against one movement by itself: its source, its offices, and texts that may not be published. `keys`
 * are those of the covering letters of its chain, `offices` the registry by id.
 */
export const rowFaults = (
  movement: Movement,
  {
    keys,
    offices,
  }: { readonly keys: readonly string[]; readonly offices: ReadonlyMap<string, unknown> },
): RowFault[] => [
  ...sourceFaults(movement, keys),
  ...officeFaults(movement, offices),
  ...secretColumns(movement).map((field) => ({
    field,
    what: 'it says that a letter is secret, or may be',
    why: 'Ledgers are published.',
    fix: 'Keep movements of secret letters out; put it in other words where none is meant.',
  })),
  ...personalFaults(movement),
  ...TEXT_COLUMNS.flatMap((field): RowFault[] => {
    const found = unprintableIn(movement[field] ?? '');
    return found
      ? [
          {
            field,
            what: `the character ${found.name} is here, which cannot be printed`,
            why: 'Feeds with it cannot be read, or text shows something else than it says: see docs/limits.md.',
            fix: 'Remove it; write the words around it anew if you cannot see it.',
          },
        ]
      : [];
  }),
];
