import type { CorpusDocument } from '../bench-search/corpus.ts';
import type { Random } from '../lib/random.ts';

/** Clauses taken together, so that a page of padding reads on for a while before it turns to another matter. */
const RUN = { from: 2, to: 6 };

const clausesOf = (documents: readonly CorpusDocument[]): string[][] =>
  documents
    .map(({ text }) => text.split(/\s+/).filter((clause) => clause.length > 3))
    .filter((clauses) => clauses.length > 0);

const fillTo = (length: number, sources: readonly string[][], random: Random): string => {
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const clauses = random.pick(sources);
    const from = random.int(0, clauses.length - 1);
    const run = clauses.slice(from, from + random.int(RUN.from, RUN.to));
    parts.push(...run);
    size += run.reduce((sum, clause) => sum + clause.length + 1, 0);
  }
  return parts.join(' ');
};

/**
 * A corpus grown to `pages` pages of about `length` characters: documents that are shorter get clauses of others behind
 * their own text, and the pages added are put together from clauses of `from`. All words of the padding are those of real
 * text, so that frequent words stay as frequent as they are.
 */
export const padCorpus = (
  documents: readonly CorpusDocument[],
  from: readonly CorpusDocument[],
  { pages, length }: { readonly pages: number; readonly length: number },
  random: Random,
): CorpusDocument[] => {
  const sources = clausesOf(from);
  if (sources.length === 0) return [...documents];
  const grown = documents.map((document) => {
    const short = length - document.text.length;
    return short > length / 2
      ? { ...document, text: `${document.text}\n${fillTo(short, sources, random)}` }
      : document;
  });
  const added = Array.from({ length: Math.max(0, pages - documents.length) }, (_, index) => ({
    id: `padding-${index}`,
    title: random.pick(from).title,
    text: fillTo(length, sources, random),
  }));
  return [...grown, ...added];
};
