import type { CoveringLetter } from '#core/letter/circular.ts';
import { coveringPrefix } from '#core/short-link/address.ts';
import { type FactView, type NameSource, viewText } from '../fact-view.ts';
import type { RecordLink } from '../records.ts';
import { type AttachmentView, viewAttachments } from './attachments.ts';
import { type ContactView, type SignatoryView, viewContact, viewSignatory } from './letter-face.ts';
import { type ReferenceView, viewReference } from './references.ts';

/** What else is on a covering letter: folded away, with a word on the fold where something is in doubt. */
export interface CoveringDetails {
  /** How the ids of its attachments begin. */
  readonly prefix: string;
  readonly subject: FactView;
  /** How it names the letter that it passes on. */
  readonly cites: ReferenceView | null;
  readonly references: readonly ReferenceView[];
  readonly attachments: readonly AttachmentView[];
  readonly signatory: SignatoryView | null;
  readonly contact: ContactView | null;
  readonly needsCheck: boolean;
}

const factsOf = (details: Omit<CoveringDetails, 'needsCheck'>): FactView[] => [
  details.subject,
  ...[details.cites, ...details.references].flatMap((reference) =>
    reference ? [reference.name, ...(reference.date ? [reference.date] : [])] : [],
  ),
  ...(details.signatory?.name ? [details.signatory.name] : []),
  ...(details.contact?.phones ?? []),
];

/**
 * Everything on a covering letter besides number, date and addressees. `folder` is the address of the page of its
 * circular.
 */
export const viewCoveringDetails = (
  letter: CoveringLetter,
  folder: string,
  records: ReadonlyMap<string, RecordLink>,
  nameSource: NameSource,
): CoveringDetails => {
  const details = {
    prefix: coveringPrefix(letter.key),
    subject: viewText(letter.subject, nameSource),
    cites: letter.cites ? viewReference(letter.cites, records, nameSource) : null,
    references: letter.references.map((one) => viewReference(one, records, nameSource)),
    attachments: viewAttachments(letter.attachments, folder),
    signatory: viewSignatory(letter, nameSource),
    contact: viewContact(letter, nameSource),
  };
  return { ...details, needsCheck: factsOf(details).some(({ doubt }) => doubt !== null) };
};
