import { NOTHING, type Side } from './adjacency.ts';
import { AlignmentList } from './alignment-list.ts';
import type { IndexedKey } from './index-reader.ts';
import type { Part } from './segmentations.ts';
import { type Placed, Spots } from './spots.ts';

/** A word of the index, and how well it serves at a place. */
export interface Word {
  readonly key: IndexedKey;
  readonly weight: number;
}

interface PlacedWord extends Word, Placed {}

/** The words of one place of a segmentation that were fetched, with their positions. */
interface Place {
  readonly words: readonly PlacedWord[];
  /** How many places behind the beginning of the segmentation. */
  readonly offset: number;
  /** Whether a page may have a word there that was not fetched. */
  readonly open: boolean;
  /** Whether a space or a sign is to come before it. */
  readonly apart: boolean;
}

/** What may be fetched, in bytes before compression. */
export interface Allowance {
  bytes: number;
}

/** Weight of a place whose word was not checked. */
const UNSEEN = 0.5;
/** What is left of an alignment whose words touch where the query parts them, or are apart where it does not. */
const OTHER_SPACES = 0.5;
/** How well a word serves of which one letter was typed, and that has it; and one that ends, or begins, as the typed one. */
const BY_LETTER = 0.9;
const LIKE_LETTER = 0.6;
const bytesOf = (words: readonly Word[]): number =>
  words.reduce((sum, { key }) => sum + key.pagesBytes + key.positionsBytes, 0);

const lettersBytesOf = (words: readonly Word[], side: Side): number =>
  words.reduce((sum, { key }) => sum + key.lettersBytes(side), 0);

/** Whether the allowance covers some lists, and takes them off it if so. */
export const spend = (allowance: Allowance, bytes: number): boolean => {
  if (bytes > allowance.bytes) return false;
  allowance.bytes -= bytes;
  return true;
};

/** A place with where its words are in the page at hand. */
interface PlaceInPage {
  readonly place: Place;
  readonly spots: Spots;
}

/** Adds the alignments in one page: one for each position of the first place from which all others go on. */
const addThoseIn = (
  alignments: AlignmentList,
  places: readonly PlaceInPage[],
  page: number,
): void => {
  // Most pages of a frequent phrase lack some place, which is sooner known than where the others are.
  for (const { place, spots } of places) {
    spots.moveTo(page);
    if (!spots.isPlaced && !spots.somewhere && !place.open) return;
  }
  const from = alignments.length;
  places.forEach(({ place: { offset, open }, spots }, nth) => {
    if (nth === 0) {
      spots.each((position, weight) => alignments.add(page, position - offset, weight, true));
      return;
    }
    const unseen = spots.somewhere || open ? UNSEEN : 0;
    alignments.narrow(from, (start) => spots.weightAt(start + offset), unseen);
  });
};

/** Whether it is known of every page where it has the place, and where not. */
const isSeen = ({ open, words }: Place): boolean =>
  !open && words.length > 0 && words.every(({ positions }) => positions);

const pagesOf = ({ words }: Place): number =>
  words.reduce((sum, { postings }) => sum + postings.pages.length, 0);

/** The alignments of all pages; begun at the place that fewest of them have, among those that were checked. */
const alignmentsOf = (places: readonly Place[]): AlignmentList => {
  const alignments = new AlignmentList();
  const sure = places.filter(isSeen).sort((a, b) => pagesOf(a) - pagesOf(b));
  const [rarest] = sure;
  if (!rarest) return alignments;
  const ordered = [...sure, ...places.filter((place) => !isSeen(place))].map((place) => ({
    place,
    spots: new Spots(place.words),
  }));
  const [only, ...others] = rarest.words;
  const pages =
    only && others.length === 0
      ? only.postings.pages
      : new Set(rarest.words.flatMap(({ postings }) => [...postings.pages]));
  for (const page of pages) addThoseIn(alignments, ordered, page);
  return alignments;
};

/** Code of what touches the word at a place of an alignment; undefined where that word was not seen. */
type Touching = (page: number, start: number) => number | undefined;

const touchingOf = async ({ words, offset }: Place, side: Side): Promise<Touching> => {
  const placed = words.filter(({ positions }) => positions);
  const letters = await Promise.all(placed.map(({ key }) => key.letters(side)));
  const spots = new Spots(placed);
  let here = -1;
  return (page, start) => {
    if (page !== here) spots.moveTo(page);
    here = page;
    for (const [word, codes] of letters.entries()) {
      const nth = spots.nthOf(word, start + offset);
      if (nth >= 0) return codes[nth];
    }
    return undefined;
  };
};

/** One segmentation as it was found. */
export interface Found {
  readonly places: readonly Place[];
  readonly alignments: AlignmentList;
}

/** A part of a segmentation with what the index has of it. */
export interface FoundPart extends Pick<Part, 'open' | 'edge' | 'apart'> {
  readonly offset: number;
  readonly words: readonly Word[];
}

const placeOf = async (part: FoundPart, allowance: Allowance): Promise<Place> => {
  const { words, open, offset, apart = false } = part;
  // All is reckoned before anything is fetched: what is affordable must not depend on which file comes first.
  const affordable = words
    .filter(({ key }) => spend(allowance, key.pagesBytes))
    .map((word) => ({ ...word, placed: spend(allowance, word.key.positionsBytes) }));
  return {
    words: await Promise.all(
      affordable.map(async ({ key, weight, placed }) => ({
        key,
        weight,
        postings: await key.postings(),
        positions: placed ? await key.positions() : null,
      })),
    ),
    offset,
    open: open || affordable.length < words.length,
    apart,
  };
};

/** A word that the query cuts short, known by the letter that it shows to the word next to it. */
interface EdgeTest {
  readonly letter: number;
  readonly touching: Touching;
  /** The likeliest words that it may be; null where its letter is all that was typed of it. */
  readonly place: Place | null;
}

/** Alignments next to which is the letter of an edge, weighted by how likely it belongs to the word. */
const withEdge = (
  alignments: AlignmentList,
  { letter, touching, place }: EdgeTest,
): AlignmentList => {
  const kept = new AlignmentList();
  const spots = place && new Spots(place.words);
  for (let nth = 0; nth < alignments.length; nth++) {
    const [page, start] = [alignments.page(nth), alignments.start(nth)];
    if (touching(page, start) !== letter) continue;
    const add = (weight: number, isSeen: boolean) =>
      kept.add(page, start, Math.min(alignments.weight(nth), weight), isSeen);
    if (!place || !spots) {
      add(BY_LETTER, alignments.isSeen(nth));
      continue;
    }
    spots.moveTo(page);
    const word = spots.weightAt(start + place.offset);
    if (word === 0) add(LIKE_LETTER, false);
    else add(word, alignments.isSeen(nth));
  }
  return kept;
};

/** Looks for one segmentation of several places. Words that it cuts short are known by a letter, if that is affordable, else by themselves. */
export const lookFor = async (
  parts: readonly FoundPart[],
  allowance: Allowance,
): Promise<Found> => {
  const places: Place[] = [];
  const tests: EdgeTest[] = [];
  // Rare words are cheap to fetch and select best; words that are cut short are searched once their neighbours are known.
  const ordered = [...parts].sort(
    (a, b) => Number(!!a.edge) - Number(!!b.edge) || bytesOf(a.words) - bytesOf(b.words),
  );
  for (const part of ordered) {
    const { edge, offset, open } = part;
    const beside = offset + (edge?.side === 'before' ? 1 : -1);
    const inner = places.find((place) => place.offset === beside && isSeen(place));
    const byLetter =
      edge &&
      inner &&
      (edge.length === 1 || open) &&
      spend(allowance, lettersBytesOf(inner.words, edge.side));
    if (!byLetter) {
      places.push(await placeOf(part, allowance));
      continue;
    }
    tests.push({
      letter: edge.letter,
      touching: await touchingOf(inner, edge.side),
      place: edge.length > 1 ? await placeOf(part, allowance) : null,
    });
  }
  return { places, alignments: tests.reduce(withEdge, alignmentsOf(places)) };
};

/** What is known of how the words of two neighbouring places touch. */
interface Join {
  readonly touching: Touching;
  /** Whether the query has them apart. */
  readonly apart: boolean;
}

const joinsOf = async (places: readonly Place[], allowance: Allowance): Promise<Join[]> => {
  const joins: Join[] = [];
  for (const right of places) {
    const left = places.find(({ offset }) => offset === right.offset - 1);
    if (!left) continue;
    const [cheaper] = [
      { place: left, side: 'behind' as const },
      { place: right, side: 'before' as const },
    ].sort((a, b) => lettersBytesOf(a.place.words, a.side) - lettersBytesOf(b.place.words, b.side));
    if (!cheaper || !spend(allowance, lettersBytesOf(cheaper.place.words, cheaper.side))) continue;
    joins.push({ touching: await touchingOf(cheaper.place, cheaper.side), apart: right.apart });
  }
  return joins;
};

/** The alignments, with those marked down in which words touch, or are apart, otherwise than in the query. */
export const withSpaces = async (
  { places, alignments }: Found,
  allowance: Allowance,
): Promise<AlignmentList> => {
  const joins = await joinsOf(places, allowance);
  const marked = new AlignmentList();
  for (let nth = 0; nth < alignments.length; nth++) {
    const [page, start] = [alignments.page(nth), alignments.start(nth)];
    let weight = alignments.weight(nth);
    for (const { touching, apart } of joins) {
      const code = touching(page, start);
      if (code !== undefined && (code === NOTHING) !== apart) weight *= OTHER_SPACES;
    }
    marked.add(page, start, weight, alignments.isSeen(nth));
  }
  return marked;
};
