import type { Circular, CoveringLetter } from '#core/letter/circular.ts';
import { type Fact, possibleValues } from '#core/letter/fact.ts';
import {
  type Attachment,
  type Citation,
  type Letter,
  lettersReferredTo,
  type Urgency,
} from '#core/letter/letter.ts';
import type { Route } from '#core/office/route.ts';
import { officeVisitsOf } from './intervals.ts';
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
  'ReferenceCorrespondenceSubject',
  'Attachment',
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

/** One movement in these fields; empty where there is no value without a doubt. */
export type Exchanged = Readonly<Record<(typeof EXCHANGE_FIELDS)[number], string>>;

const MESSAGES: Readonly<Partial<Record<Movement['kind'], string>>> = {
  sent: 'CorrespondenceLetterOutboundRequest',
  received: 'AcceptLetterNotifier',
};

/** What is exported of a circular besides its way. */
type ExchangedCircular = Pick<Circular, 'letter' | 'attachments'>;

const sure = (fact: Fact<string>): string => (fact.doubt ? '' : (fact.value ?? ''));
const sureDay = (fact: Fact<string>): string => (sure(fact).length === 10 ? sure(fact) : '');

interface LetterOfChain extends Letter {
  readonly key: string;
  readonly attachments: readonly Attachment[];
  /** The letter that it passes on, as it cites it, or as that letter is known; none for the original. */
  readonly passed: readonly Citation[];
}

const chainOf = (
  { letter, attachments }: ExchangedCircular,
  coveringLetters: readonly CoveringLetter[],
): readonly LetterOfChain[] => {
  const byKey = new Map<string, Letter>(coveringLetters.map((one) => [one.key, one]));
  const asCited = ({ number, date, subject }: Letter): Citation => {
    return { number, date, subject: sure(subject) };
  };
  return [
    { key: 'letter', ...letter, attachments, passed: [] },
    ...coveringLetters.map((one) => {
      const above = asCited(byKey.get(one.passesOn) ?? letter);
      const { cites } = one;
      return {
        ...one,
        passed: [cites ? { ...cites, subject: cites.subject ?? above.subject } : above],
      };
    }),
  ];
};

/** The letter that a movement sent: the original, or a covering letter of that office. */
const letterSent = (
  { office, number, source }: Movement,
  letters: readonly LetterOfChain[],
): LetterOfChain | undefined => {
  const own = letters.filter(({ issuer }) => issuer === office);
  return (
    own.find((one) => number !== undefined && possibleValues(one.number).includes(number)) ??
    own.find(({ key }) => key === source) ??
    (number === undefined && own.length === 1 ? own[0] : undefined)
  );
};

/** Letters referred to whose numbers are not in doubt; in step, so that the first date is that of the first number. */
const referencesOf = (
  cited: readonly Citation[],
): Pick<Exchanged, `ReferenceCorrespondence${'ID' | 'Date' | 'Subject'}`> => {
  const known = cited
    .map(({ number, date, subject }) => [sure(number), sureDay(date), subject ?? ''] as const)
    .filter(([number]) => number !== '');
  const joined = (at: 0 | 1 | 2): string =>
    known.some((one) => one[at] !== '') ? known.map((one) => one[at]).join('; ') : '';
  return {
    ReferenceCorrespondenceID: joined(0),
    ReferenceCorrespondenceDate: joined(1),
    ReferenceCorrespondenceSubject: joined(2),
  };
};

/**
 * The movements that stand of one circular in the fields of the letter exchange. A letter sent goes under its own
 * number and refers to the one that it passes on; a receipt names the letter that reached the office, where one is
 * recorded. Of a letter that is not on file only what its sending says is known. Several values are parted by "; ".
 */
export const asExchange = (
  id: string,
  circular: ExchangedCircular,
  coveringLetters: readonly CoveringLetter[],
  route: Route,
  movements: readonly Movement[],
  nameOf: (office: string) => string,
): Exchanged[] => {
  const letters = chainOf(circular, coveringLetters);
  const reached = new Map(
    officeVisitsOf(route, movements, '9999-12-31').map(({ office, transit }) => [
      office,
      transit?.from,
    ]),
  );
  return movements.map((movement) => {
    const { kind, office, number, time, to, doubt, read } = movement;
    const isSent = kind === 'sent';
    const carried = isSent ? movement : reached.get(office);
    const known = carried && letterSent(carried, letters);
    const date = certainDate(movement);
    const carriedDate = carried ? (certainDate(carried) ?? '') : '';
    const { urgency } = known ?? {};
    const doubts = Object.keys(doubt);
    const names = to.filter((one) => !isGroup(one)).map(nameOf);
    return {
      Message: MESSAGES[kind] ?? '',
      LetterID: carried && !carried.doubt.number ? (carried.number ?? '') : '',
      CorrespondenceDate: carriedDate,
      Subject: known ? sure(known.subject) : '',
      SpeedCode: urgency?.value && !urgency.doubt ? SPEED_CODES[urgency.value] : '',
      SecretCode: SECRET_CODE_NORMAL,
      SenderParty: carried ? nameOf(carried.office) : '',
      ReceiverParty: isSent ? names.join('; ') : nameOf(office),
      ...referencesOf(known ? [...known.passed, ...lettersReferredTo(known.references)] : []),
      Attachment: (known?.attachments ?? []).map(({ title }) => title).join('; '),
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
