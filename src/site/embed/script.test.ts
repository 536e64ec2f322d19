import { expect, it } from 'vitest';
import { getEmbedTexts, respondEmbedScript } from './script.ts';

it('hands the script its words, in one expression that leaves nothing behind', async () => {
  const response = respondEmbedScript();
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  // The script that stands for the bundled one keeps the words that it is given.
  const kept = { words: null as unknown };
  new Function('kept', await response.text())(kept);
  expect(kept.words).toEqual(JSON.parse(JSON.stringify(getEmbedTexts())));
});

it('has the months of the year in their order, and the words for every force and doubt', () => {
  const { months, force, uncertain, era } = getEmbedTexts();
  expect(months).toHaveLength(12);
  expect([months[0], months[11]]).toEqual(['มกราคม', 'ธันวาคม']);
  expect(era).toBe(543);
  expect(Object.keys(force)).toEqual(
    expect.arrayContaining(['in-force', 'cancelled', 'superseded', 'expired', 'unknown']),
  );
  expect(Object.values(uncertain).every(Boolean)).toBe(true);
});
