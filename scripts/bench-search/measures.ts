import type { CorpusQuery } from './corpus.ts';

/** What an engine did with one query: ids of the best ten, best first; bytes of index fetched; milliseconds. */
export interface Outcome {
  readonly ids: readonly string[];
  readonly bytes: number;
  readonly milliseconds: number;
}

/** What building the index cost. Bytes are as stored, compressed; `oneOffBytes` are fetched before the first query. */
export interface BuildCost {
  readonly indexBytes: number;
  readonly oneOffBytes: number;
  readonly buildSeconds: number;
}

export interface Measures {
  readonly n: number;
  readonly 'recall@10': number;
  readonly 'mrr@10': number;
  readonly 'success@10': number;
  /** Share of queries without any result. */
  readonly zero: number;
  readonly bytesMedian: number;
  readonly bytesP90: number;
  readonly msP50: number;
  readonly msP95: number;
}

/** The value below which a share of the values lies (nearest rank). */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return (
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0
  );
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

interface Judged extends Outcome {
  readonly query: CorpusQuery;
}

const measure = (judged: readonly Judged[]): Measures => {
  const recall = judged.map(({ ids, query }) => {
    const gold = new Set(query.gold);
    return ids.slice(0, 10).filter((id) => gold.has(id)).length / Math.min(10, gold.size);
  });
  const ranks = judged.map(({ ids, query }) =>
    ids.slice(0, 10).findIndex((id) => query.gold.includes(id)),
  );
  return {
    n: judged.length,
    'recall@10': round(mean(recall), 4),
    'mrr@10': round(mean(ranks.map((rank) => (rank < 0 ? 0 : 1 / (rank + 1)))), 4),
    'success@10': round(mean(ranks.map((rank) => (rank < 0 ? 0 : 1))), 4),
    zero: round(mean(judged.map(({ ids }) => (ids.length === 0 ? 1 : 0))), 4),
    bytesMedian: percentile(
      judged.map(({ bytes }) => bytes),
      0.5,
    ),
    bytesP90: percentile(
      judged.map(({ bytes }) => bytes),
      0.9,
    ),
    msP50: round(
      percentile(
        judged.map(({ milliseconds }) => milliseconds),
        0.5,
      ),
      2,
    ),
    msP95: round(
      percentile(
        judged.map(({ milliseconds }) => milliseconds),
        0.95,
      ),
      2,
    ),
  };
};

/** Measures over all queries, and by type. */
export const measureAll = (
  judged: readonly Judged[],
): { all: Measures; types: Record<string, Measures> } => {
  const types = [...new Set(judged.map(({ query }) => query.type))].sort();
  return {
    all: measure(judged),
    types: Object.fromEntries(
      types.map((type) => [type, measure(judged.filter(({ query }) => query.type === type))]),
    ),
  };
};
