import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import type { Letter, Urgency } from '#core/letter/letter.ts';
import type { Route } from '#core/office/route.ts';
import { stopsOf } from './intervals.ts';
import { certainDate, isGroup, type Movement } from './movement.ts';

/** Codes of tables 2-9 and 2-10 of the standard for exchange between e-CMS systems. */
const SPEED_CODES: Readonly<Record<Urgency, string>> = {
  normal: '001',
  urgent: '002',
  'very-urgent': '003',
  'most-urgent': '004',
};
/** Letters of any other secrecy never come here. */
const SECRET_CODE_NORMAL = '001';

/**
 * Fields of a movement as the letter exchange between e-CMS systems names them, in this order; those that it does not
 * have begin with Wian. Its party fields hold names of persons and codes of ministries, which nobody reported: here
 * they hold names of offices.
 */
export const EXCHANGE_FIELDS = [
  'Message',
  'LetterID',
  'CorrespondenceDate',
  'Subject',
  'SpeedCode',
  'SecretCode',
  'SenderParty',
  'ReceiverParty',
  'ReferenceCorrespondenceID',
  'ReferenceCorrespondenceDate',
  'AcceptID',
  'SendDate',
  'ProcessTime',
  'Description',
  'WianCircular',
  'WianMovement',
  'WianKind',
  'WianOffice',
  'WianGroups',
] as const;

/** One movement in these fields; empty where there is no value that nobody doubts. */
export type Exchanged = Readonly<Record<(typeof EXCHANGE_FIELDS)[number], string>>;

const MESSAGES: Readonly<Partial<Record<Movement['kind'], string>>> = {
  sent: 'CorrespondenceLetterOutboundRequest',
  received: 'AcceptLetterNotifier',
};

const sure = (fact: Fact<string>): string => (fact.doubt ? '' : (fact.value ?? ''));
const sureDay = (fact: Fact<string>): string => (sure(fact).length === 10 ? sure(fact) : '');

/** The letter that a movement sent: the original, or a covering letter of that office. */
const letterSent = (
  { office, number, source }: Movement,
  letters: readonly (Letter & { readonly key: string })[],
): (Letter & { readonly key: string }) | undefined => {
  const own = letters.filter(({ issuer }) => issuer === office);
  return (
    own.find((one) => number !== undefined && possibleValues(one.number).includes(number)) ??
    own.find(({ key }) => key === source)
  );
};

/**
 * The movements that stand of one circular in the fields of the letter exchange. A letter sent goes under its own
 * number and refers to the original; a receipt names the letter that reached the office, where one is recorded.
 */
export const asExchange = (
  id: string,
  { letter }: Pick<Circular, 'letter'>,
  coveringLetters: readonly CoveringLetter[],
  route: Route,
  movements: readonly Movement[],
  nameOf: (office: string) => string,
): Exchanged[] => {
  const letters = [{ key: 'letter', ...letter }, ...coveringLetters];
  const reached = new Map(
    stopsOf(route, movements, '9999-12-31').map(({ office, transit }) => [office, transit?.from]),
  );
  return movements.map((movement) => {
    const { kind, office, number, time, to, doubt, read } = movement;
    const isSent = kind === 'sent';
    const carried = isSent ? movement : reached.get(office);
    const known = carried && letterSent(carried, letters);
    const isOriginal = known?.key === 'letter' || carried?.office === letter.issuer;
    const date = certainDate(movement);
    const carriedDate = carried ? (certainDate(carried) ?? '') : '';
    const urgency = (known ?? letter).urgency?.value ?? null;
    const doubts = Object.keys(doubt);
    const names = to.filter((one) => !isGroup(one)).map(nameOf);
    return {
      Message: MESSAGES[kind] ?? '',
      LetterID: carried && !carried.doubt.number ? (carried.number ?? '') : '',
      CorrespondenceDate: carriedDate,
      Subject: (known ?? letter).subject.value ?? '',
      SpeedCode: urgency === null ? '' : SPEED_CODES[urgency],
      SecretCode: SECRET_CODE_NORMAL,
      SenderParty: carried ? nameOf(carried.office) : '',
      ReceiverParty: isSent ? names.join('; ') : nameOf(office),
      ReferenceCorrespondenceID: isOriginal ? '' : sure(letter.number),
      ReferenceCorrespondenceDate: isOriginal ? '' : sureDay(letter.date),
      AcceptID: kind === 'received' && !doubt.number ? (number ?? '') : '',
      SendDate: isSent ? (date ?? '') : '',
      ProcessTime:
        isSent || date === null ? '' : `${date}${time && !doubt.time ? `T${time}:00+07:00` : ''}`,
      Description: doubts.length > 0 ? `needs checking: ${read ?? doubts.join(' ')}` : '',
      WianCircular: id,
      WianMovement: String(movement.no),
      WianKind: kind,
      WianOffice: office,
      WianGroups: to.filter(isGroup).join(';'),
    };
  });
};
