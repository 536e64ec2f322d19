import type { IsoDate } from '../date.ts';
import type { LetterLevel, Secrecy, Urgency } from '../letter.ts';
import { parseLetterNumber } from '../number.ts';
import { readAddressees } from './addressee-field.ts';
import { type ListedAttachment, readAttachments } from './attachment-field.ts';
import { type StatedDate, statedDates } from './body-dates.ts';
import { readCancellations } from './cancellation.ts';
import {
  checkAgainstStamps,
  checkCitedOffice,
  checkPartToday,
  checkReference,
  checkStamp,
  checkToday,
  circularOf,
  inDamagedScan,
  isDamaged,
} from './checks.ts';
import { readDeadlines, type StatedDeadline } from './deadlines.ts';
import { doubt, type Field, offer, withDoubts } from './field.ts';
import { checkNumber, readDate, readNumber, readSecrecy, readUrgency } from './head-fields.ts';
import { readIssuer } from './issuer-field.ts';
import { hasBodyWords } from './labels.ts';
import { countLostMarks } from './mark-loss.ts';
import { isForeign } from './noise.ts';
import { isKnownAddressee, isKnownOffice, prefixOfNamed } from './offices.ts';
import { orderPages } from './pages.ts';
import { type Reference, readReferences } from './reference-field.ts';
import { runningText } from './running-text.ts';
import { joinLines, listItems, sectionsOf } from './sections.ts';
import { type ContactLines, readFoot, type Signature } from './signature-field.ts';
import type { SourceLine } from './source-text.ts';
import { readStamps, type Stamp } from './stamp-field.ts';
import { noSubject, readSubject } from './subject-field.ts';

/** Everything that was read from one letter; nothing of it is repaired. */
export interface LetterReading {
  readonly level: Field<LetterLevel>;
  readonly issuer: Field<string>;
  readonly number: Field<string>;
  readonly date: Field<IsoDate>;
  readonly subject: Field<string>;
  readonly to: readonly Field<string>[];
  readonly references: readonly Field<Reference>[];
  readonly cancels: readonly Field<Reference>[];
  readonly attachments: readonly ListedAttachment[];
  readonly urgency: Field<Urgency>;
  readonly secrecy: Field<Secrecy>;
  readonly signatory: Field<Signature>;
  readonly stamps: readonly Field<Stamp>[];
  readonly deadlines: readonly Field<StatedDeadline>[];
  /** Whether it is a circular: its number has ว, or it goes to a group of offices. */
  readonly circular: Field<boolean>;
  readonly contact: ContactLines;
  /** Web addresses in it. */
  readonly addresses: readonly string[];
  /** Days that its body states, for comparison with copies. */
  readonly dates: readonly StatedDate[];
  /** Names in Latin letters ("New e-LAAS"), for comparison with copies. */
  readonly names: readonly string[];
  readonly firstLine: number;
  readonly lastLine: number;
}

const ADDRESS = /(?:https?:\/\/|www\.)[\w.-]+(?:\/[^\s<>"'()[\]{}]*)?/gi;
const NAME =
  /[A-Za-z][A-Za-z-]*(?: ?[-–] ?[A-Za-z]+)*(?: [A-Za-z][A-Za-z-]*(?: ?[-–] ?[A-Za-z]+)*){0,3}/g;

const namesIn = (text: string): string[] =>
  (text.replace(ADDRESS, ' ').match(NAME) ?? [])
    .map((name) => name.replace(/\s*[-–]\s*/g, '-').trim())
    .filter((name) => name.length > 2);

// Fair scans of real letters lost a mark in one way throughout (ท้องถิน); poor ones lose any.
const MANY_LOST = 2;

/**
 * Reads one letter from its lines. Pure; the result keeps the order of the letter. Where the file has its pages in
 * another order, what is read from pages behind the first is in doubt: nothing shows that they are pages of this letter. `today` is
 * the day of the reading: what is dated later was not read right.
 */
export const readLetter = (
  lines: readonly SourceLine[],
  today: IsoDate | null = null,
): LetterReading => {
  const { lines: ordered, moved } = orderPages(lines);
  const read = readInOrder(ordered, today);
  const span = { firstLine: lines[0]?.no ?? 0, lastLine: lines.at(-1)?.no ?? 0 };
  return { ...(moved.size > 0 ? doubtMoved(read, moved) : read), ...span };
};

const doubtMoved = (read: LetterReading, moved: ReadonlySet<number>): LetterReading => {
  const doubted = <T>(field: Field<T>): Field<T> =>
    field.value === null || field.line === null || !moved.has(field.line)
      ? field
      : withDoubts(field, [doubt('unclear', 'page-order')]);
  return {
    ...read,
    level: doubted(read.level),
    issuer: doubted(read.issuer),
    number: doubted(read.number),
    date: doubted(read.date),
    subject: doubted(read.subject),
    to: read.to.map(doubted),
    references: read.references.map(doubted),
    cancels: read.cancels.map(doubted),
    attachments: read.attachments.map((one) => ({ ...one, field: doubted(one.field) })),
    signatory: doubted(read.signatory),
    stamps: read.stamps.map(doubted),
    deadlines: read.deadlines.map(doubted),
  };
};

const readInOrder = (lines: readonly SourceLine[], today: IsoDate | null): LetterReading => {
  const read = readParts(lines, today);
  const foreignLines = lines.filter(({ text }) => isForeign(text)).length;
  const lostMarks = countLostMarks(lines);
  if (lostMarks < MANY_LOST && !isDamaged({ ...read, foreignLines })) {
    return lostMarks > 0 ? inWordsDoubtful(read) : read;
  }
  return {
    ...inWordsDoubtful(read),
    number: inDamagedScan(read.number),
    date: inDamagedScan(read.date),
    references: read.references.map(inDamagedScan),
    cancels: read.cancels.map(inDamagedScan),
    circular: read.circular.value === true ? read.circular : inDamagedScan(read.circular),
    urgency: inDamagedScan(read.urgency),
    stamps: read.stamps.map(inDamagedScan),
    deadlines: read.deadlines.map(inDamagedScan),
  };
};

/** A reference whose words can't be relied on: the office of a letter, the title of what is none. */
const doubtCitedWords = (reference: Field<Reference>): Field<Reference> => {
  const issuer = reference.value?.issuer ?? null;
  if (reference.value?.title) return inDamagedScan(reference);
  const isDoubted = issuer === null || reference.doubts.some(({ part }) => part === 'issuer');
  return isDoubted || prefixOfNamed(issuer) !== null
    ? reference
    : withDoubts(reference, [doubt('unclear', 'damaged-scan', [offer(issuer, issuer)], 'issuer')]);
};

/** The fields made of words, where the spelling of the letter cannot be relied on; groups of offices have one spelling. */
const inWordsDoubtful = (read: LetterReading): LetterReading => ({
  ...read,
  issuer: isKnownIssuer(read) ? read.issuer : inDamagedScan(read.issuer),
  subject: inDamagedScan(read.subject),
  signatory: inDamagedScan(read.signatory),
  to: read.to.map((one) => (isKnownAddressee(one.value ?? '') ? one : inDamagedScan(one))),
  attachments: read.attachments.map((one) => ({ ...one, field: inDamagedScan(one.field) })),
  references: read.references.map(doubtCitedWords),
});

const isKnownIssuer = ({ issuer, level }: LetterReading): boolean =>
  issuer.value !== null &&
  level.value !== null &&
  isKnownOffice({ level: level.value, name: issuer.value });

/** Deadlines of a body that was taken for one of the fields above it: what that field is, and where it ends, is in doubt. */
const strayDeadlines = (
  lines: readonly SourceLine[],
  letterDate: IsoDate | null,
): Field<StatedDeadline>[] => {
  const running = runningText(lines.filter(({ text }) => hasBodyWords(text)));
  return readDeadlines(running, statedDates(running), letterDate).map((one) =>
    withDoubts(one, [doubt('unclear', 'runs-on')]),
  );
};

const doubtRunOn = <T>(field: Field<T>): Field<T> =>
  hasBodyWords(field.read ?? '') ? withDoubts(field, [doubt('unclear', 'runs-on')]) : field;

/** In place of a signature stands the seal of the office, whose name it has. */
const sealOf = ({ read, line }: Field<string>): Field<Signature> => ({
  value: null,
  read,
  line,
  doubts: [],
});

const readParts = (lines: readonly SourceLine[], today: IsoDate | null): LetterReading => {
  const parts = sectionsOf(lines);
  const foot = readFoot(parts.tail);
  const stampReadings = readStamps([...parts.head, ...parts.subject.slice(1), ...parts.tail]);
  const stamps = stampReadings.map(({ field }) => checkPartToday(field, today));
  const stampLines = new Set(stampReadings.flatMap((stamp) => stamp.lines));
  const to = readAddressees(parts.to, parts.isSealed).map(doubtRunOn);
  const ownNumber = readNumber(parts.head);
  const prefix =
    ownNumber.value === null
      ? null
      : (parseLetterNumber(ownNumber.value)?.prefix.slice(0, 2) ?? null);
  const { issuer, level } = readIssuer(
    parts.head.filter(({ no }) => !stampLines.has(no)),
    foot.signature,
    prefix,
  );
  const number = checkNumber(ownNumber, to, { level, issuer });
  const circular = circularOf(number, to);
  const date = checkToday(readDate(parts.head, stampLines), today);
  const running = runningText([...parts.body]);
  const dates = statedDates(running);
  const references = listItems(parts.references)
    .flatMap(({ no, text }) => readReferences(text, no))
    .map(doubtRunOn)
    .map((one) =>
      checkCitedOffice(
        checkReference(checkPartToday(one, today), date.value, circular.value === true),
        issuer,
      ),
    );
  const head = runningText(parts.head);
  const bodyNames = namesIn(running.text);
  const names = [...namesIn(joinLines(parts.subject)), ...bodyNames];
  return {
    level,
    issuer,
    number,
    date: checkAgainstStamps(date, stamps),
    subject: parts.isSealed ? noSubject() : readSubject(parts.subject, bodyNames),
    to,
    references,
    cancels: readCancellations(running, references).map((one) =>
      checkReference(one, date.value, circular.value === true),
    ),
    attachments: readAttachments(parts.attachments),
    urgency: readUrgency(parts.head, { number, date }),
    secrecy: readSecrecy(parts, lines, { number, date }),
    signatory: parts.isSealed && foot.signature.value === null ? sealOf(issuer) : foot.signature,
    stamps: stamps.map((stamp) => checkStamp(stamp, date.value)),
    deadlines: [
      ...strayDeadlines([...parts.to, ...parts.references, ...parts.attachments], date.value),
      ...readDeadlines(head, statedDates(head), null).filter(({ value, read }) =>
        value === null ? read?.startsWith('ด่วน') : value.kind === 'urgent',
      ),
      ...readDeadlines(running, dates, date.value),
    ],
    circular,
    contact: foot.contact,
    addresses: [...new Set(running.text.match(ADDRESS) ?? [])],
    dates,
    names,
    firstLine: lines[0]?.no ?? 0,
    lastLine: lines.at(-1)?.no ?? 0,
  };
};
