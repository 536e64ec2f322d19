import type { AddresseeGroup, LetterLevel, Urgency } from '../letter.ts';
import type { Field, FieldDoubt } from '../reading/field.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { groupOfAddressee } from '../reading/offices.ts';
import { printedPart, type Reference } from '../reading/reference-field.ts';
import { partsOfReference } from '../settling/question.ts';
import { oneLine, type RawFact, rawFact } from './raw-fact.ts';

/** What the rest of the portal knows; drafts are made without touching it. */
export interface Known {
  /** Id of an office by its name; names of authorities are looked for in the province of `near` first. */
  readonly officeOf: (name: string, near?: string) => string | undefined;
  /** Path of the record of a letter by number and date; undefined where the portal has none, or several. */
  readonly recordOf: (number: string, date: string | null) => string | undefined;
  /** Path of the record of a law or a regulation by its title; undefined where the portal has none, or several. */
  readonly recordOfTitle: (title: string) => string | undefined;
}

/** How the readings of one letter are named in its chain. */
export interface Naming {
  readonly key: string;
  readonly keyOf: (source: string) => string;
}

/** Stands for the issuer that could not be determined; the check asks the editor for the right one. */
export const UNKNOWN_OFFICE = 'unknown';

export interface RawAddressee {
  readonly text: string;
  readonly group?: AddresseeGroup;
  readonly office?: string;
}

const partDoubts = (field: Field<Reference>, part: string): FieldDoubt[] =>
  field.doubts.filter((one) => one.part === part || one.part === undefined);

const partFact = (
  field: Field<Reference>,
  part: 'title' | 'number' | 'date',
  { key, keyOf }: Naming,
): RawFact => {
  const value = field.value?.[part] ?? null;
  const read = printedPart(field, part);
  const kind = part === 'title' ? 'text' : part;
  return rawFact({ ...field, value, read }, kind, key, keyOf, partDoubts(field, part));
};

const urgencyFact = (
  value: Urgency | null,
  field: Field<unknown>,
  doubts: readonly FieldDoubt[],
  { key }: Naming,
): unknown => {
  if (doubts.length === 0) return value === null ? undefined : value;
  const read = oneLine(doubts[0]?.readings[0]?.read ?? field.read) ?? '(ไม่เห็นตราชั้นความเร็ว)';
  return {
    ...(value === null ? {} : { value }),
    doubt: 'unclear',
    readings: [{ read, ...(value === null ? {} : { value }), source: key }],
  };
};

/** Whether no mark was seen on a head that may have lost it: then nothing is written of it. */
const isUnseen = ({ read, doubts }: Field<Urgency>): boolean => read === null && doubts.length > 0;

/** A reference without its place among the records of the portal. */
export const rawCitation = (
  field: Field<Reference>,
  known: Known,
  naming: Naming,
): Record<string, unknown> => {
  const issuer = field.value?.issuer ? known.officeOf(field.value.issuer) : undefined;
  const subject = oneLine(field.value?.subject);
  const urgency = urgencyFact(
    field.value?.urgency ?? null,
    field,
    field.doubts.filter(({ part }) => part === 'urgency'),
    naming,
  );
  return {
    ...(issuer === undefined ? {} : { issuer }),
    number: partFact(field, 'number', naming),
    date: partFact(field, 'date', naming),
    ...(subject === null ? {} : { subject }),
    ...(urgency === undefined ? {} : { urgency }),
  };
};

const recordOf = ({ value }: Field<Reference>, known: Known): string | undefined => {
  if (!value) return undefined;
  if (value.title !== null) return known.recordOfTitle(value.title);
  return value.number === null ? undefined : known.recordOf(value.number, value.date);
};

/** A reference, leading to the record of the portal that has its number and date, or its title, else marked as external. */
export const rawReference = (
  field: Field<Reference>,
  known: Known,
  naming: Naming,
): Record<string, unknown> => {
  const parts = partsOfReference(field);
  const record = recordOf(field, known);
  return {
    ...(parts.includes('title')
      ? Object.fromEntries(parts.map((part) => [part, partFact(field, part, naming)]))
      : rawCitation(field, known, naming)),
    ...(record === undefined ? { external: true } : { record }),
  };
};

const officeNameOfPost = (text: string): string =>
  text
    .replace(/^นายกเทศมนตรี/, 'เทศบาล')
    .replace(/^นายก(?=องค์การ|เมืองพัทยา)/, '')
    .replace(/^ผู้ว่าราชการ(?=จังหวัด)/, '')
    .replace(/^นาย(?=อำเภอ)/, '')
    .replace(/^ปลัด(?=กระทรวง)/, '')
    .replace(/^อธิบดี(?=กรม)/, '');

/** An addressee, with the group or the office that it is where that is known. */
export const rawAddressee = (text: string, known: Known, issuer: string): RawAddressee => {
  const group = groupOfAddressee(text);
  if (group) return { text, group };
  const office = known.officeOf(officeNameOfPost(text), issuer);
  return office ? { text, office } : { text };
};

const rawSignatory = (
  { signatory }: LetterReading,
  { key, keyOf }: Naming,
): Record<string, unknown> | undefined => {
  const post = oneLine(signatory.value?.post);
  if (!signatory.value || post === null) return undefined;
  const { name, onBehalfOf } = signatory.value;
  const doubts = signatory.doubts.filter(({ part }) => part === 'name' || part === undefined);
  const field: Field<string> = { ...signatory, value: name, read: name };
  // The schema has no room for a doubt here, so what is in doubt is left to the editor.
  const isMisread = signatory.doubts.some(({ part }) => part === 'onBehalfOf');
  const behalf = isMisread ? null : oneLine(onBehalfOf);
  return {
    ...(oneLine(name) === null ? {} : { name: rawFact(field, 'text', key, keyOf, doubts) }),
    post,
    ...(behalf === null ? {} : { onBehalfOf: behalf }),
  };
};

const EMAIL = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.(?:go|mi|ac|or)\.th$/;

const rawContact = ({ contact, signatory }: LetterReading): Record<string, unknown> | undefined => {
  if (signatory.doubts.some(({ code }) => code === 'damaged-scan')) return undefined;
  const unit = oneLine(contact.unit);
  if (unit === null) return undefined;
  const group = oneLine(contact.group);
  const phones = contact.phones.map(oneLine).filter((phone) => phone !== null);
  return {
    unit,
    ...(group === null ? {} : { group }),
    ...(phones.length === 0 ? {} : { phones }),
    ...(contact.email && EMAIL.test(contact.email) ? { email: contact.email } : {}),
  };
};

const levelOr = (level: LetterLevel | null): LetterLevel => level ?? 'unit';

const urgentUntil = (letter: LetterReading): string | undefined => {
  const urgent = letter.deadlines.find(
    ({ value, doubts }) => value?.kind === 'urgent' && doubts.length === 0,
  )?.value;
  if (!urgent?.to || urgent.to.length < 10) return undefined;
  return urgent.time === null ? urgent.to : `${urgent.to}T${urgent.time}`;
};

/** Id of the office that issued a letter, `unknown` where it cannot be determined. */
export const issuerId = ({ issuer }: LetterReading, known: Known): string =>
  (issuer.value === null ? undefined : known.officeOf(issuer.value)) ?? UNKNOWN_OFFICE;

/** The face of a letter as front matter writes it (see schema/letter.ts). */
export const rawLetter = (
  letter: LetterReading,
  known: Known,
  naming: Naming,
): Record<string, unknown> => {
  const issuer = issuerId(letter, known);
  const { key, keyOf } = naming;
  const to = letter.to.flatMap(({ value }) => {
    const text = oneLine(value);
    return text === null ? [] : [rawAddressee(text, known, issuer)];
  });
  const until = urgentUntil(letter);
  const signatory = rawSignatory(letter, naming);
  const contact = rawContact(letter);
  return {
    level: levelOr(letter.level.value),
    issuer,
    number: rawFact(letter.number, 'number', key, keyOf),
    date: rawFact(letter.date, 'date', key, keyOf),
    subject: rawFact(letter.subject, 'text', key, keyOf),
    to: to.length > 0 ? to : [{ text: '(อ่านผู้รับไม่ออก)' }],
    ...(isUnseen(letter.urgency)
      ? {}
      : {
          urgency: urgencyFact(letter.urgency.value, letter.urgency, letter.urgency.doubts, naming),
        }),
    ...(until === undefined ? {} : { urgentUntil: until }),
    secrecy: 'normal',
    references: letter.references.map((one) => rawReference(one, known, naming)),
    ...(signatory === undefined ? {} : { signatory }),
    ...(contact === undefined ? {} : { contact }),
  };
};

/** The attachments that a letter lists; the portal has none of their files yet. */
export const rawAttachments = ({ attachments }: LetterReading): Record<string, unknown>[] =>
  attachments.flatMap(({ field, copies }) => {
    const title = oneLine(field.value);
    if (title === null) return [];
    return [
      {
        title,
        ...(copies === null || copies === 0 ? {} : { copies }),
        missing: 'ยังไม่ได้นำไฟล์เข้าเวียน',
      },
    ];
  });
