import type { CorpusQuery } from '../bench-search/corpus.ts';
import type { Random } from '../lib/random.ts';

const BEFORE = ['', 'อยากทราบว่า', 'ช่วยบอกหน่อยว่า', 'ขอสอบถาม ', 'สงสัยว่า'];
const BEHIND = ['', 'ครับ', 'คะ', ' ขอบคุณค่ะ', 'หรอ', '?'];
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** A question as another person would put it: with words about it, without spaces, with a word forgotten. */
export const paraphrase = (query: CorpusQuery, random: Random): CorpusQuery => {
  const words = [...segmenter.segment(query.q)].map(({ segment }) => segment);
  const droppable = words.flatMap((word, index) => (word.trim().length > 1 ? [index] : []));
  if (droppable.length > 5) words.splice(random.pick(droppable), 1);
  const text = random.chance(0.5)
    ? words.filter((word) => word.trim() !== '').join('')
    : words.join('');
  return {
    ...query,
    id: `${query.id}-paraphrased`,
    q: `${random.pick(BEFORE)}${text}${random.pick(BEHIND)}`,
    type: `${query.type}-paraphrased`,
  };
};
