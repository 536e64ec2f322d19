import type { IsoDate } from '#core/letter/date.ts';
import { type CircularDraft, draftOfChain } from '#core/letter/draft/circular-draft.ts';
import { type Difference, differencesOf, findExisting } from '#core/letter/draft/differences.ts';
import type { Known } from '#core/letter/draft/raw-letter.ts';
import type { StoredCircular } from '#store/content/existing-circulars.ts';
import type { IngestReading } from './read.ts';

/** What is to be done with one chain of letters. */
export type PlannedCircular =
  | { readonly kind: 'new'; readonly draft: CircularDraft }
  | {
      readonly kind: 'known';
      readonly draft: CircularDraft;
      readonly existing: StoredCircular;
      readonly differences: readonly Difference[];
    };

/** What the portal has, as far as a plan needs it. */
export interface PortalState {
  readonly known: Known;
  readonly circulars: readonly StoredCircular[];
  readonly mintedIds: ReadonlySet<string>;
  readonly today: IsoDate;
}

/** Plans a draft for every chain that the portal does not have yet, and the differences for those it has. Pure. */
export const planCirculars = (
  { joined, files }: IngestReading,
  portal: PortalState,
): PlannedCircular[] => {
  // A killed ingest leaves a circular whose id is not minted yet.
  const there = portal.circulars.map(({ id }) => id.slice(id.indexOf('/') + 1));
  const taken = new Set([...portal.mintedIds, ...there]);
  return joined.chains.flatMap((chain): PlannedCircular[] => {
    const draft = draftOfChain(joined, chain, {
      known: portal.known,
      taken,
      files,
      today: portal.today,
    });
    const existing = findExisting(draft, portal.circulars) as StoredCircular | undefined;
    if (existing)
      return [{ kind: 'known', draft, existing, differences: differencesOf(existing, draft) }];
    taken.add(draft.id);
    return [{ kind: 'new', draft }];
  });
};
