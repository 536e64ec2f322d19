import type { IsoDate } from '#core/letter/date.ts';
import { type CircularDraft, draftOfChain } from '#core/letter/draft/circular-draft.ts';
import { type Difference, differencesOf, findExisting } from '#core/letter/draft/differences.ts';
import type { Known } from '#core/letter/draft/raw-letter.ts';
import { withPage } from '#core/letter/settling/page.ts';
import type { StoredCircular } from '#store/content/existing-circulars.ts';
import type { FilesBeside } from '#store/content/write-circular.ts';
import type { AnsweredPage } from './answers.ts';
import type { IngestReading } from './read.ts';

/** What is to be done with one chain of letters. */
export type PlannedCircular =
  | {
      readonly kind: 'new';
      readonly draft: CircularDraft;
      /** Files that come with the letter. */
      readonly beside: FilesBeside;
    }
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

/** Fields of a page that only people write. */
const EDITED = ['title', 'summary', 'actions'] as const;

/**
 * Plans a draft for every chain that the portal does not have yet, and the differences for those it has. Pure; `pages` is what
 * was said of the page of each letter, by its place.
 */
export const planCirculars = (
  { joined, files }: IngestReading,
  portal: PortalState,
  pages: ReadonlyMap<number, AnsweredPage> = new Map(),
): PlannedCircular[] => {
  // A killed ingest leaves a circular whose id is not minted yet.
  const there = portal.circulars.map(({ id }) => id.slice(id.indexOf('/') + 1));
  const taken = new Set([...portal.mintedIds, ...there]);
  return joined.chains.flatMap((chain): PlannedCircular[] => {
    const read = draftOfChain(joined, chain, {
      known: portal.known,
      taken,
      files,
      today: portal.today,
    });
    const said = pages.get(chain.original);
    const original = joined.letters[chain.original];
    const draft = said && original ? withPage(read, said.page, said.files, original) : read;
    const existing = findExisting(draft, portal.circulars) as StoredCircular | undefined;
    if (existing) {
      const written = EDITED.filter((name) => said?.page[name] !== undefined);
      const differences = differencesOf(existing, draft, written);
      return [{ kind: 'known', draft, existing, differences }];
    }
    taken.add(draft.id);
    return [{ kind: 'new', draft, beside: said?.beside ?? new Map() }];
  });
};
