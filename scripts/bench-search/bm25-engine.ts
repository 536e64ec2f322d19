import { inverseFrequency } from '#core/search/rank.ts';
import type { Engine } from './engine.ts';

const SATURATION = 1.2;
const LENGTH_PENALTY = 0.75;

/** BM25 over the words that ICU cuts: what a search server's Thai analyser gives. It runs on a server: no bytes are fetched. */
export const bm25Engine: Engine = {
  build: async (documents) => {
    const begin = performance.now();
    const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
    const wordsOf = (text: string) =>
      [...segmenter.segment(text)]
        .filter(({ isWordLike }) => isWordLike)
        .map(({ segment }) => segment.toLowerCase());
    const postings = new Map<string, Map<number, number>>();
    const lengths = documents.map(({ title, text }, number) => {
      const words = wordsOf(`${title}\n${text}`);
      for (const word of words) {
        const pages = postings.get(word) ?? new Map<number, number>();
        pages.set(number, (pages.get(number) ?? 0) + 1);
        postings.set(word, pages);
      }
      return words.length;
    });
    const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const buildSeconds = (performance.now() - begin) / 1000;
    return {
      cost: { indexBytes: 0, oneOffBytes: 0, buildSeconds },
      query: async (text) => {
        const start = performance.now();
        const scores = new Map<number, number>();
        for (const word of new Set(wordsOf(text))) {
          const pages = postings.get(word);
          if (!pages) continue;
          const idf = inverseFrequency(documents.length, pages.size);
          for (const [page, count] of pages) {
            const norm =
              SATURATION *
              (1 - LENGTH_PENALTY + (LENGTH_PENALTY * (lengths[page] as number)) / average);
            scores.set(
              page,
              (scores.get(page) ?? 0) + (idf * count * (SATURATION + 1)) / (count + norm),
            );
          }
        }
        const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 10);
        return {
          ids: best.map(([page]) => documents[page]?.id ?? ''),
          bytes: 0,
          milliseconds: performance.now() - start,
        };
      },
    };
  },
};
