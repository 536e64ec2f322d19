/** What is kept of pages that were opened, without anybody asking for it. */
export interface SeenLimits {
  readonly entries: number;
  readonly bytes: number;
  /** A single file above this is not kept. */
  readonly largest: number;
}

/** Pages seen, with the data that they show. */
export const SEEN_LIMITS: SeenLimits = { entries: 150, bytes: 20_000_000, largest: 2_000_000 };

/** Styles, scripts and fonts, whose names change with each version. */
export const ASSET_LIMITS: SeenLimits = { entries: 400, bytes: 20_000_000, largest: 5_000_000 };

/** A stored file. */
export interface SeenEntry {
  readonly address: string;
  readonly bytes: number;
  /** When it was stored, in milliseconds since 1970. */
  readonly at: number;
}

/** Addresses to remove so that the rest is within the limits: the oldest first, and never one of `needed`. */
export const planEviction = (
  entries: readonly SeenEntry[],
  limits: SeenLimits,
  needed: ReadonlySet<string> = new Set(),
): string[] => {
  let count = entries.length;
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const oldestFirst = entries
    .filter(({ address }) => !needed.has(address))
    .sort((a, b) => a.at - b.at);
  const evicted: string[] = [];
  for (const entry of oldestFirst) {
    if (count <= limits.entries && bytes <= limits.bytes) break;
    evicted.push(entry.address);
    count--;
    bytes -= entry.bytes;
  }
  return evicted;
};

/** The copy to show where two may be there: the one that was stored last. */
export const newest = <Copy extends { readonly at: number }>(
  copies: readonly Copy[],
): Copy | undefined =>
  copies.reduce<Copy | undefined>(
    (best, copy) => (best && best.at >= copy.at ? best : copy),
    undefined,
  );
