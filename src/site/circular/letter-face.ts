import type { Circular } from '#core/letter/circular.ts';
import type { Letter } from '#core/letter/letter.ts';
import type { Office } from '#core/office/office.ts';
import {
  type FactView,
  type NameSource,
  viewName,
  viewPrintedDate,
  viewPrintedNumber,
  viewText,
  viewUnseen,
  viewUrgencyClass,
} from '../fact-view.ts';
import { messages } from '../i18n.ts';
import { officeName } from '../offices.ts';
import type { RecordLink } from '../records.ts';
import { type ReferenceView, viewReference } from './references.ts';

/** The office that answers questions, as the letter names it. */
export interface ContactView {
  readonly unit: string;
  readonly group: string | undefined;
  readonly phones: readonly FactView[];
  readonly email: string | undefined;
  readonly website: string | undefined;
}

export interface SignatoryView {
  readonly name: FactView | null;
  readonly post: string;
  readonly onBehalf: string | null;
}

/** What is on the face of a letter, in the order in which letters print it. */
export interface LetterFaceView {
  readonly issuer: string;
  readonly number: FactView;
  readonly date: FactView;
  readonly subject: FactView;
  readonly to: readonly string[];
  readonly references: readonly ReferenceView[];
  readonly attachments: readonly string[];
  readonly urgency: FactView | null;
  readonly urgentUntil: string | null;
  readonly signatory: SignatoryView | null;
  readonly contact: ContactView | null;
  readonly source: string;
}

/** Null where the head has no mark; where nobody has seen the head, the fact says so. */
const viewUrgency = ({ urgency }: Letter, nameSource: NameSource): FactView | null => {
  if (!urgency) return viewUnseen(messages.doubt.unseen.urgency);
  return urgency.value === 'normal' && !urgency.doubt
    ? null
    : viewUrgencyClass(urgency, nameSource);
};

/** The day, and perhaps the time, by which a letter asks to be dealt with; null where it states none. */
export const viewUrgentUntil = (until: string | undefined): string | null => {
  if (until === undefined) return null;
  const [day = '', time] = until.split('T');
  return messages.urgentUntil([messages.format.date(day), time].filter(Boolean).join(' '));
};

/** Who signed, with the post and on whose behalf. */
export const viewSignatory = (
  { signatory }: Letter,
  nameSource: NameSource,
): SignatoryView | null =>
  signatory
    ? {
        name: signatory.name ? viewName(signatory.name, nameSource) : null,
        post: signatory.post,
        onBehalf: signatory.onBehalfOf
          ? messages.circular.letter.onBehalf(signatory.onBehalfOf)
          : null,
      }
    : null;

/** The office to ask about a letter, where the letter names one. */
export const viewContact = ({ contact }: Letter, nameSource: NameSource): ContactView | null =>
  contact
    ? {
        unit: contact.unit,
        group: contact.group,
        phones: contact.phones.map((phone) => viewText(phone, nameSource)),
        email: contact.email,
        website: contact.website,
      }
    : null;

/** The face of a circular, with its doubts. `records` are the pages to which references may lead, by path. */
export const viewLetterFace = (
  circular: Circular,
  offices: ReadonlyMap<string, Office>,
  records: ReadonlyMap<string, RecordLink>,
  nameSource: NameSource,
): LetterFaceView => {
  const { letter } = circular;
  return {
    issuer: officeName(offices, letter.issuer),
    number: viewPrintedNumber(letter.number, nameSource),
    date: viewPrintedDate(letter.date, nameSource),
    subject: viewText(letter.subject, nameSource),
    to: letter.to.map(({ text }) => text),
    references: letter.references.map((one) => viewReference(one, records, nameSource)),
    attachments: circular.attachments.map(({ title }) => title),
    urgency: viewUrgency(letter, nameSource),
    urgentUntil: viewUrgentUntil(letter.urgentUntil),
    signatory: viewSignatory(letter, nameSource),
    contact: viewContact(letter, nameSource),
    source: circular.source,
  };
};
