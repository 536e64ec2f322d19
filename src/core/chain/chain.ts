import type { CoveringLetter } from '#core/letter/circular.ts';
import type { IsoDate } from '#core/letter/date.ts';
import type { Fact } from '#core/letter/fact.ts';
import type { Letter } from '#core/letter/letter.ts';
import { orderEvents } from './order.ts';

/** ตรารับหนังสือ: one stamp that an office put on the circular when it arrived. */
export interface Receipt {
  readonly office: string;
  /** Desk inside the office: the front desk, a work group. */
  readonly desk?: string | undefined;
  /** Number in the office's register of letters received; null where nobody wrote one down. */
  readonly number: Fact<string> | null;
  readonly date: Fact<IsoDate>;
  /** `09:30`, where the stamp has it. */
  readonly time?: string | undefined;
}

/** An office in the chain of a circular, with what is recorded there, and the offices that have it from this one. */
export interface Stop {
  readonly office: string;
  readonly receipts: readonly Receipt[];
  /** Letters that the office sent: the original at the first stop, covering letters at the others. */
  readonly letters: readonly (Letter | CoveringLetter)[];
  readonly next: readonly Stop[];
}

/** What {@link buildChain} needs: letters and receipts in the order of recording. */
export interface ChainSource {
  readonly letter: Letter;
  readonly coveringLetters: readonly CoveringLetter[];
  readonly receipts: readonly Receipt[];
  /** Further offices in the chain, of which there is neither a letter nor a receipt. */
  readonly others?: readonly string[];
  /** The office above an office, by its id; undefined where the registry does not say. */
  readonly parentOf: (office: string) => string | undefined;
}

/**
 * The chain of a circular as a tree of offices, the issuer first. An office is under the one whose letter it passed
 * on; one that only stamped it, under the nearest office above it that is in the chain, else under the issuer.
 */
export const buildChain = (source: ChainSource): Stop => {
  const { letter, coveringLetters } = source;
  const root = letter.issuer;
  const issuerOf = new Map(coveringLetters.map(({ key, issuer }) => [key, issuer]));
  const letters = Map.groupBy(coveringLetters, ({ issuer }) => issuer);
  const receipts = Map.groupBy(source.receipts, ({ office }) => office);
  const offices = new Set([root, ...letters.keys(), ...receipts.keys(), ...(source.others ?? [])]);

  const above = (office: string): string => {
    const passedOn = letters.get(office)?.[0]?.passesOn;
    if (passedOn !== undefined) {
      const from = issuerOf.get(passedOn) ?? root;
      return from === office ? root : from;
    }
    const seen = new Set<string>();
    for (
      let up = source.parentOf(office);
      up !== undefined && !seen.has(up);
      up = source.parentOf(up)
    ) {
      if (offices.has(up)) return up;
      seen.add(up);
    }
    return root;
  };

  const below = Map.groupBy(
    [...offices].filter((office) => office !== root),
    above,
  );
  const reached = new Set<string>();
  const stopAt = (office: string): Stop => {
    reached.add(office);
    return {
      office,
      receipts: orderEvents(receipts.get(office) ?? []),
      letters: [...(office === root ? [letter] : []), ...orderEvents(letters.get(office) ?? [])],
      next: stopsAt(below.get(office) ?? []),
    };
  };
  const stopsAt = (ids: readonly string[]): Stop[] =>
    ids.flatMap((office) => (reached.has(office) ? [] : [stopAt(office)]));

  const first = stopAt(root);
  // Two offices that pass on each other's letters hang on nothing; they are shown all the same.
  return { ...first, next: [...first.next, ...stopsAt([...offices])] };
};
