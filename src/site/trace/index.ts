import { hasFewMovements } from '#core/tracking/few-movements.ts';
import { tracesOf } from '#core/tracking/trace.ts';
import { sharedChainsName } from '#core/tracking/trace-chains.ts';
import { buildTraceIndex } from '#core/tracking/trace-index.ts';
import type { StopView } from '../circular/chain.ts';
import { getChain } from '../circular/chain-of.ts';
import { keptFor } from '../circular/paths.ts';
import { type CircularEntry, getCirculars } from '../content.ts';
import { messages } from '../i18n.ts';
import { memoizePerBuild } from '../memo.ts';
import { getOffices, officeName } from '../offices.ts';
import { circularLink } from '../records.ts';
import { movementsOf } from '../tracking/tracked.ts';

const getIndex = () =>
  memoizePerBuild('numbers of chains', async () => {
    const offices = await getOffices();
    const traces = (await getCirculars()).flatMap((entry) =>
      tracesOf({ ...entry.data, id: entry.id, movements: movementsOf(entry) }),
    );
    return buildTraceIndex(traces, (id) => officeName(offices, id));
  });

/** Every part of the index of numbers for `getStaticPaths`. */
export const getTracePartPaths = async () => {
  const { parts, near } = await getIndex();
  return [...parts, ...near].map(([name, part]) => ({
    params: { part: name },
    props: { part },
    cacheKey: JSON.stringify(part),
  }));
};

/** What the page that follows a number shows of a circular that it leads to, besides its chain. */
export interface TracedCircular {
  readonly href: string;
  readonly title: string;
  /** Legal force in words, where a letter has taken it away. */
  readonly withdrawn: string | null;
  /** Set on made-up circulars. */
  readonly sample: string | null;
  /** Its way, as its page shows it. */
  readonly chain: string;
}

/** The chain with all doubts of the original, and without what else is on its letters: the page of the circular has that. */
const withoutDetails = (stop: StopView): StopView => ({
  ...stop,
  letters: stop.letters.map((letter) => ({ ...letter, original: false, details: null })),
  next: stop.next.map(withoutDetails),
});

/** A circular as the page that follows a number shows it; `draw` gives its chain as HTML. */
export const traceCircular = async (
  entry: CircularEntry,
  draw: (chain: StopView) => Promise<string>,
): Promise<TracedCircular> => {
  const { circular } = entry.data;
  const { href, title, withdrawn, sample } = circularLink(entry);
  return {
    href,
    title,
    withdrawn: withdrawn ? messages.force.status[circular.force.status] : null,
    sample: sample ? messages.sample.badge : null,
    chain: await draw(withoutDetails(await getChain(entry))),
  };
};

/** Every file of short chains for `getStaticPaths`. */
export const getSharedChainPaths = async () => {
  const short = (await getCirculars()).filter(({ data }) => hasFewMovements(data));
  const together = Map.groupBy(short, ({ id }) => sharedChainsName(id));
  return Promise.all(
    [...together].map(async ([name, entries]) => ({
      params: { circulars: name },
      props: { entries },
      ...(await keptFor(entries)),
    })),
  );
};

/** Some circulars as the page that follows a number shows them, by their ids. */
export const traceCirculars = async (
  entries: readonly CircularEntry[],
  draw: (chain: StopView) => Promise<string>,
): Promise<Readonly<Record<string, TracedCircular>>> => {
  const traced: [string, TracedCircular][] = [];
  // One after the other: what has been worked out of one is remembered until the next.
  for (const entry of entries) traced.push([entry.id, await traceCircular(entry, draw)]);
  return Object.fromEntries(traced);
};
