import { mayBreak } from '#core/search/lexicon.ts';
import type { CorpusDocument, CorpusQuery } from '../bench-search/corpus.ts';
import type { Random } from '../lib/random.ts';

/** Queries cut out of the texts themselves. What answers one is every page that holds it, letter for letter. */

const MOST_GOLD = 10;
const TRIES = 60;
const TONES = /[\u0E47-\u0E4C]/g;
const THAI = /^[\u0E01-\u0E4E]+$/;

type Draft = Pick<CorpusQuery, 'q' | 'type'> & { readonly holds: readonly string[] };
type Maker = (text: string, random: Random) => Draft | null;

const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Words of a phrase of the text; neighbours are joined now and then, for people cut words otherwise than any program. */
const wordsNear = (text: string, random: Random): string[] => {
  const at = random.int(0, Math.max(0, text.length - 200));
  const words = [...segmenter.segment(text.slice(at, at + 200))].slice(1, -1);
  const joined: string[] = [];
  for (const { segment } of words) {
    const previous = joined.at(-1);
    const fits = previous && THAI.test(previous) && THAI.test(segment);
    if (fits && previous.length + segment.length < 16 && random.chance(0.25))
      joined[joined.length - 1] = previous + segment;
    else joined.push(segment);
  }
  return joined.filter((word) => THAI.test(word) && word.length >= 3);
};

const phrase: Maker = (text, random) => {
  const at = random.int(0, Math.max(0, text.length - 80));
  const words = [...segmenter.segment(text.slice(at, at + 80))]
    .map(({ segment }) => segment)
    .slice(1);
  const q = words.slice(0, random.int(3, 5)).join('').trim();
  return q.length >= 10 && THAI.test(q) ? { q, type: 'phrase', holds: [q] } : null;
};

const phraseInsideWord: Maker = (text, random) => {
  const from = random.int(0, Math.max(0, text.length - 40));
  const to = from + random.int(12, 26);
  const q = text.slice(from, to);
  const clean =
    THAI.test(q) &&
    mayBreak(text.charCodeAt(from - 1), text.charCodeAt(from)) &&
    mayBreak(text.charCodeAt(to - 1), text.charCodeAt(to));
  return clean ? { q, type: 'phrase-inside-word', holds: [q] } : null;
};

const toneDropped: Maker = (text, random) => {
  const whole = phrase(text, random);
  const marks = [...(whole?.q.matchAll(TONES) ?? [])];
  if (!whole || marks.length === 0) return null;
  const { index } = random.pick(marks);
  return { ...whole, q: whole.q.slice(0, index) + whole.q.slice(index + 1), type: 'tone-dropped' };
};

const slip: Maker = (text, random) => {
  const whole = phrase(text, random);
  if (!whole || whole.q.length < 12) return null;
  const letters = [...whole.q.matchAll(/[ก-ฮ]/g)].slice(1);
  if (letters.length === 0) return null;
  const { index } = random.pick(letters);
  const by = random.pick(['', random.pick([...'กดเ้่าสวงนรยบลคตผปท']), whole.q[index - 1] as string]);
  const q = whole.q.slice(0, index) + by + whole.q.slice(index + 1);
  return q === whole.q ? null : { q, type: 'typing-slip', holds: whole.holds };
};

const keywords =
  (count: number): Maker =>
  (text, random) => {
    const words = [
      ...new Set(
        Array.from({ length: count }, () => wordsNear(text, random)).flatMap((near) =>
          near.length > 0 ? [random.pick(near)] : [],
        ),
      ),
    ];
    if (words.length < count) return null;
    return { q: words.join(' '), type: `keywords-${count}`, holds: words };
  };

const MAKERS: readonly Maker[] = [
  phrase,
  phraseInsideWord,
  toneDropped,
  slip,
  keywords(1),
  keywords(2),
  keywords(3),
];

/** Ids of the documents whose texts hold all the parts; one more than {@link MOST_GOLD} at most. */
const holding = (
  documents: readonly CorpusDocument[],
  texts: readonly string[],
  parts: readonly string[],
): string[] => {
  const ids: string[] = [];
  for (let index = 0; index < texts.length && ids.length <= MOST_GOLD; index++) {
    if (parts.every((part) => (texts[index] as string).includes(part)))
      ids.push((documents[index] as CorpusDocument).id);
  }
  return ids;
};

/** `each` queries of every kind; fewer where the texts do not yield them. A query that too many pages answer is none. */
export const textQueries = (
  documents: readonly CorpusDocument[],
  each: number,
  random: Random,
): CorpusQuery[] => {
  const texts = documents.map(({ title, text }) => `${title}\n${text}`);
  const sources = documents.filter(({ text }) => text.length > 100);
  if (sources.length === 0) return [];
  const queries: CorpusQuery[] = [];
  for (const make of MAKERS) {
    let made = 0;
    for (let attempt = 0; made < each && attempt < each * TRIES; attempt++) {
      const draft = make(random.pick(sources).text, random);
      if (!draft) continue;
      const gold = holding(documents, texts, draft.holds);
      if (gold.length > MOST_GOLD) continue;
      queries.push({ id: `${draft.type}-${made++}`, q: draft.q, gold, type: draft.type });
    }
  }
  return queries;
};
