import type { Action, Circular, Claim, CoveringLetter, Period } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';
import { type Fact, needsCheck } from '#core/letter/fact.ts';
import {
  type Addressee,
  type Attachment,
  type Citation,
  type Contact,
  type DocumentReference,
  isDocumentReference,
  type Letter,
  type LetterReference,
  lettersReferredTo,
  type Signatory,
  type Withdrawal,
} from '#core/letter/letter.ts';
import type { LetterFile } from '#core/letter/letter-file.ts';
import type { DueDay } from '#core/letter/recurrence.ts';

/** How the open data name things outside a record: absolute addresses, and the day of the data. */
export interface OpenDataContext {
  /** Absolute address of a path of the portal: `/circulars/2567/x/`. */
  readonly url: (path: string) => string;
  readonly licence: string;
  readonly asOf: IsoDate;
}

const orNull = <T>(value: T | undefined): T | null => value ?? null;

/** A fact with its doubt spelt out; null where there is nothing, never a missing field. */
export const openFact = <T>({ value, doubt }: Fact<T>) => ({
  value,
  doubt: doubt
    ? {
        kind: doubt.kind,
        readings: doubt.readings.map(({ read, value, source }) => ({ read, value, source })),
        note: orNull(doubt.note),
      }
    : null,
});

const openCitation = (citation: Citation) => ({
  issuer: orNull(citation.issuer),
  number: openFact(citation.number),
  date: openFact(citation.date),
  subject: orNull(citation.subject),
  urgency: citation.urgency ? openFact(citation.urgency) : null,
  note: orNull(citation.note),
});

const openReference = (reference: LetterReference, { url }: OpenDataContext) => ({
  ...openCitation(reference),
  url: reference.record === undefined ? null : url(`/${reference.record}/`),
});

const openDocumentReference = (
  { title, date, note, record }: DocumentReference,
  { url }: OpenDataContext,
) => ({
  title: openFact(title),
  date: date ? openFact(date) : null,
  note: orNull(note),
  url: record === undefined ? null : url(`/${record}/`),
});

const openAddressee = ({ text, group, office }: Addressee) => ({
  text,
  group: orNull(group),
  office: orNull(office),
});

const openSignatory = ({ name, post, onBehalfOf }: Signatory) => ({
  name: name ? openFact(name) : null,
  post,
  onBehalfOf: orNull(onBehalfOf),
});

const openContact = ({ unit, group, phones, email, website }: Contact) => ({
  unit,
  group: orNull(group),
  phones: phones.map(openFact),
  email: orNull(email),
  website: orNull(website),
});

const openLetter = (letter: Letter, context: OpenDataContext) => ({
  level: letter.level,
  issuer: letter.issuer,
  number: openFact(letter.number),
  date: openFact(letter.date),
  subject: openFact(letter.subject),
  to: letter.to.map(openAddressee),
  urgency: letter.urgency ? openFact(letter.urgency) : null,
  urgentUntil: orNull(letter.urgentUntil),
  secrecy: letter.secrecy,
  references: lettersReferredTo(letter.references).map((one) => openReference(one, context)),
  citedDocuments: letter.references
    .filter(isDocumentReference)
    .map((one) => openDocumentReference(one, context)),
  signatory: letter.signatory ? openSignatory(letter.signatory) : null,
  contact: letter.contact ? openContact(letter.contact) : null,
});

const openPeriod = ({ from, to }: Period) => ({ from: orNull(from), to: orNull(to) });

const openClaim = ({ key, label, value }: Claim) => ({ key, label, value: openPeriod(value) });

const openWithdrawal = (
  { file, date, reason, note }: Withdrawal,
  folder: string,
  url: OpenDataContext['url'],
) => ({ date, reason, note: orNull(note), url: url(`${folder}${file}/`) });

const openAttachment = (file: Attachment, folder: string, { url }: OpenDataContext) => ({
  title: file.title,
  copies: orNull(file.copies),
  url: file.file === undefined ? null : url(`${folder}${file.file}`),
  size: orNull(file.size),
  sha256: orNull(file.sha256),
  date: orNull(file.date),
  version: orNull(file.version),
  replacedBy: orNull(file.replacedBy),
  missing: orNull(file.missing),
  withdrawn: file.withdrawn ? openWithdrawal(file.withdrawn, folder, url) : null,
});

const openLetterFile = (
  { file, size, sha256, sheets, withdrawn }: LetterFile,
  folder: string,
  { url }: OpenDataContext,
) => ({
  url: file === undefined ? null : url(`${folder}${file}`),
  size: orNull(size),
  sha256: orNull(sha256),
  sheets: orNull(sheets),
  withdrawn: withdrawn ? openWithdrawal(withdrawn, folder, url) : null,
});

/** A day by its number; -1 for the last one, as in RFC 5545. */
const countedDay = (day: number | 'last' | undefined): number | null =>
  day === 'last' ? -1 : orNull(day);

/** Every part of a recurring day, null where it has none. */
const openDueDay = (due: DueDay) => ({
  weekday: 'weekday' in due ? due.weekday : null,
  nth: 'nth' in due ? countedDay(due.nth) : null,
  month: 'month' in due ? due.month : null,
  day: 'day' in due ? countedDay(due.day) : null,
  before: 'before' in due && due.before === true,
  workday: 'workday' in due ? countedDay(due.workday) : null,
  after: 'after' in due ? due.after : null,
  end: 'end' in due ? due.end : null,
  workdays: 'workdays' in due && due.workdays === true,
});

const openAction = (action: Action) => ({
  key: orNull(action.key),
  role: action.role,
  what: action.what,
  deadline: action.deadline ? openFact(action.deadline) : null,
  window: action.window ? openPeriod(action.window) : null,
  every: orNull(action.every),
  due: action.due ? openDueDay(action.due) : null,
  revision: action.revision,
  cancelled: action.cancelled,
  source: action.source,
});

const openCoveringLetter = (letter: CoveringLetter, folder: string, context: OpenDataContext) => ({
  key: letter.key,
  passesOn: letter.passesOn,
  ...openLetter(letter, context),
  cites: letter.cites ? openCitation(letter.cites) : null,
  claims: letter.claims.map(openClaim),
  attachments: letter.attachments.map((file) => openAttachment(file, folder, context)),
  download: orNull(letter.download),
  differences: letter.differences.map(({ what, here, original }) => ({ what, here, original })),
});

/** A circular with the B.E. year under which its address is. */
export interface DatedCircular {
  readonly year: number;
  readonly circular: Circular;
}

const identity = ({ year, circular }: DatedCircular, { url }: OpenDataContext) => ({
  id: circular.id,
  year,
  url: url(`/circulars/${year}/${circular.id}/`),
  data: url(`/api/v1/circulars/${year}/${circular.id}.json`),
  title: circular.title,
  summary: circular.summary,
  system: orNull(circular.system),
  needsCheck: needsCheck(circular.letter.number) || needsCheck(circular.letter.date),
  sample: circular.sample,
  published: circular.published,
});

/** One circular as it is in a list. */
export const circularSummary = (dated: DatedCircular, context: OpenDataContext) => ({
  ...identity(dated, context),
  issuer: dated.circular.letter.issuer,
  number: dated.circular.letter.number.value,
  date: dated.circular.letter.date.value,
  force: dated.circular.force.status,
});

/** Everything that the page of a circular knows, doubts included. */
export const circularData = (
  dated: DatedCircular,
  coveringLetters: readonly CoveringLetter[],
  context: OpenDataContext,
) => {
  const { year, circular } = dated;
  const { url } = context;
  const folder = `/circulars/${year}/${circular.id}/`;
  const { status, by, since, recorded, note } = circular.force;
  return {
    ...identity(dated, context),
    letter: openLetter(circular.letter, context),
    letterFile: circular.letterFile ? openLetterFile(circular.letterFile, folder, context) : null,
    attachments: circular.attachments.map((file) => openAttachment(file, folder, context)),
    attachmentsBy: orNull(circular.attachmentsBy),
    force: {
      status,
      by: by === undefined ? null : url(`/${by}/`),
      since: orNull(since),
      recorded: orNull(recorded),
      note: orNull(note),
    },
    cancels: circular.cancels.map((reference) => openReference(reference, context)),
    actions: circular.actions.map(openAction),
    claims: circular.claims.map(openClaim),
    coveringLetters: coveringLetters.map((letter) => openCoveringLetter(letter, folder, context)),
    tracking: url(`/api/v1/tracking/${year}/${circular.id}.json`),
    changes: circular.changes.map(({ date, note, major }) => ({ date, note, major })),
    licence: context.licence,
    source: circular.source,
    asOf: context.asOf,
  };
};
