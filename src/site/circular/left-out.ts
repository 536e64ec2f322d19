import { messages } from '../i18n.ts';
import type { TrackingView } from '../tracking/circular.ts';
import type { StopView } from './chain.ts';
import type { CircularPage } from './page.ts';

/** What of a page decides which of its parts a print lacks. */
export type Printable = Pick<CircularPage, 'chain' | 'backlinks' | 'attachments' | 'letterFile'>;

const hasFoldedLetter = ({ letters, next }: StopView): boolean =>
  letters.some(({ details }) => details !== null) || next.some(hasFoldedLetter);

/** Names of the parts of a circular's page that styles/print-circular.css hides on paper, and that this page has. */
export const partsLeftOutOfPrint = (page: Printable, tracking: TrackingView | null): string[] => {
  const t = messages.circular;
  const hasFile =
    page.letterFile?.file != null || page.attachments.some(({ file }) => file !== null);
  return [
    ...(page.letterFile ? [t.files] : []),
    ...(hasFoldedLetter(page.chain) ? [t.coveringDetails] : []),
    ...(tracking ? [t.trackingPart] : []),
    ...(page.backlinks.length > 0 ? [t.backlinksPart(page.backlinks.length)] : []),
    ...(hasFile ? [t.checksum] : []),
    t.cite,
  ];
};
