import { type ForceStatus, isWithdrawn, type LegalForce } from '#core/force/force.ts';
import type { Fact } from '#core/letter/fact.ts';
import { oneLine } from '#core/text/uri-text.ts';
import { numberLine, type ShareTexts } from './share-text.ts';

/** A page as the preview of a link shows it. */
export interface PreviewedPage {
  readonly summary: string;
  /** One word for a page that is made up; null where it is not. */
  readonly sample: string | null;
  readonly number?: Fact<string> | undefined;
  readonly force?: LegalForce | undefined;
}

/** Words of a preview. */
export type PreviewTexts = Pick<ShareTexts, 'number' | 'numberUnclear' | 'or'> & {
  readonly status: (status: ForceStatus) => string;
};

/**
 * The text below the title of a preview, of which chats show two lines: first that the page is made up or that its letter holds no
 * more, then the letter number, with all that was read where it is in doubt, then the summary.
 */
export const previewText = (
  { summary, sample, number, force }: PreviewedPage,
  texts: PreviewTexts,
): string =>
  [
    ...(sample === null ? [] : [sample]),
    ...(force && isWithdrawn(force) ? [texts.status(force.status)] : []),
    ...(number ? [numberLine(number, texts)] : []),
    oneLine(summary),
  ].join(' · ');
