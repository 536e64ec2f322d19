import { NOTHING, type Side } from './adjacency.ts';
import type { IndexedKey } from './index-reader.ts';
import { indexOfPage } from './rank.ts';
import type { Part } from './segmentations.ts';
import { type Placed, spotsIn, weightAt } from './spots.ts';

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

/** Places that are in an alignment in a page. */
export interface Alignment {
  readonly page: number;
  /** Position of the first place of the segmentation, or where it would be. */
  readonly start: number;
  readonly weight: number;
  /** Whether each place was checked; else some were not. */
  readonly seen: boolean;
}

/** An alignment for each position that a word of the first place has in a page. */
const startsIn = (place: Place, page: number): Alignment[] => {
  const at = new Map<number, number>();
  for (const { weight, values, from, end } of spotsIn(place.words, page).spots) {
    for (let nth = from; nth < end; nth++) {
      const position = values[nth] as number;
      at.set(position, Math.max(weight, at.get(position) ?? 0));
    }
  }
  return Array.from(at, ([position, weight]) => ({
    page,
    start: position - place.offset,
    weight,
    seen: true,
  }));
};

/** Alignments that a further place goes on with; most pages of a frequent phrase lose them all here. */
const continuedBy = (place: Place, page: number, alignments: Alignment[]): Alignment[] => {
  const { spots, somewhere } = spotsIn(place.words, page);
  const mayBeUnseen = somewhere || place.open;
  if (spots.length === 0 && !mayBeUnseen) return [];
  const continued: Alignment[] = [];
  for (const alignment of alignments) {
    const weight = weightAt(spots, alignment.start + place.offset);
    if (weight >= alignment.weight) continued.push(alignment);
    else if (weight > 0) continued.push({ ...alignment, weight });
    else if (mayBeUnseen) {
      continued.push({ ...alignment, weight: Math.min(alignment.weight, UNSEEN), seen: false });
    }
  }
  return continued;
};

const rowsIn = ([first, ...others]: readonly Place[], page: number): Alignment[] => {
  let alignments = first ? startsIn(first, page) : [];
  for (const place of others) {
    if (alignments.length === 0) break;
    alignments = continuedBy(place, page, alignments);
  }
  return alignments;
};

/** Whether it is known of every page where it has the place, and where not. */
const isSeen = ({ open, words }: Place): boolean =>
  !open && words.length > 0 && words.every(({ positions }) => positions);

const pagesOf = ({ words }: Place): number =>
  words.reduce((sum, { postings }) => sum + postings.pages.length, 0);

/** The alignments of all pages; begun at the place that fewest of them have, among those that were checked. */
const rowsOf = (places: readonly Place[]): Alignment[] => {
  const sure = places.filter(isSeen).sort((a, b) => pagesOf(a) - pagesOf(b));
  const [rarest] = sure;
  if (!rarest) return [];
  const ordered = [...sure, ...places.filter((place) => !isSeen(place))];
  const pages = new Set(rarest.words.flatMap(({ postings }) => [...postings.pages]));
  return [...pages].flatMap((page) => rowsIn(ordered, page));
};

/** Code of what touches the word at a place of an alignment; undefined where that word was not seen. */
type Touching = (alignment: Alignment) => number | undefined;

const touchingOf = async ({ words, offset }: Place, side: Side): Promise<Touching> => {
  const lists = await Promise.all(
    words.flatMap(({ key, postings, positions }) =>
      positions ? [key.letters(side).then((letters) => ({ postings, positions, letters }))] : [],
    ),
  );
  return ({ page, start }) => {
    for (const { postings, positions, letters } of lists) {
      const index = indexOfPage(postings.pages, page);
      if (index < 0) continue;
      const end = positions.offsets[index + 1] as number;
      for (let nth = positions.offsets[index] as number; nth < end; nth++)
        if (positions.values[nth] === start + offset) return letters[nth];
    }
    return undefined;
  };
};

/** One segmentation as it was found. */
export interface Found {
  readonly places: readonly Place[];
  readonly alignments: readonly Alignment[];
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
  alignments: readonly Alignment[],
  { letter, touching, place }: EdgeTest,
): Alignment[] =>
  alignments.flatMap((alignment) => {
    if (touching(alignment) !== letter) return [];
    if (!place) return [{ ...alignment, weight: Math.min(alignment.weight, BY_LETTER) }];
    const word = weightAt(
      spotsIn(place.words, alignment.page).spots,
      alignment.start + place.offset,
    );
    if (word === 0)
      return [{ ...alignment, weight: Math.min(alignment.weight, LIKE_LETTER), seen: false }];
    return [{ ...alignment, weight: Math.min(alignment.weight, word) }];
  });

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
  return { places, alignments: tests.reduce(withEdge, rowsOf(places)) };
};

/** Marks alignments down in which words touch, or are apart, otherwise than in the query. */
export const withSpaces = async (
  { places, alignments }: Found,
  allowance: Allowance,
): Promise<Alignment[]> => {
  let marked = [...alignments];
  for (const right of places) {
    const left = places.find(({ offset }) => offset === right.offset - 1);
    if (!left) continue;
    const [cheaper] = [
      { place: left, side: 'behind' as const },
      { place: right, side: 'before' as const },
    ].sort((a, b) => lettersBytesOf(a.place.words, a.side) - lettersBytesOf(b.place.words, b.side));
    if (!cheaper || !spend(allowance, lettersBytesOf(cheaper.place.words, cheaper.side))) continue;
    const touching = await touchingOf(cheaper.place, cheaper.side);
    marked = marked.map((alignment) => {
      const code = touching(alignment);
      const agrees = code === undefined || (code === NOTHING) === right.apart;
      return agrees ? alignment : { ...alignment, weight: alignment.weight * OTHER_SPACES };
    });
  }
  return marked;
};
