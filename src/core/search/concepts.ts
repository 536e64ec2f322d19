import { skeleton } from './normalise.ts';
import { SYNONYMS } from './synonyms.ts';
import type { Compound, Token } from './token.ts';

const LONGEST = 6;

const spelling = (form: string): string => skeleton(form.toLowerCase().replace(/[\s.-]/g, ''));

const groupOf = new Map<string, string>();
const beginnings = new Set<string>();
for (const { id, forms } of SYNONYMS) {
  for (const form of forms) {
    const key = spelling(form);
    groupOf.set(key, `~${id}`);
    for (let length = 1; length <= key.length; length++) beginnings.add(key.slice(0, length));
  }
}

/** The Thai and Latin words of the synonym list, for the lexicon: a word that no page has must still be cut as one. */
export const synonymWords = (): string[] => [
  ...new Set(
    SYNONYMS.flatMap(({ forms }) => forms.flatMap((form) => form.toLowerCase().split(/[\s.-]+/))),
  ),
];

/**
 * The concepts of the synonym list that are in a text, longest first at each place, without overlaps. A form may spread
 * over several tokens; spaces, hyphens and tone marks do not count.
 */
export const findConcepts = (tokens: readonly Token[]): Compound[] => {
  const found: Compound[] = [];
  for (let first = 0; first < tokens.length; first++) {
    let text = '';
    let match: Compound | null = null;
    for (let last = first; last < tokens.length && last < first + LONGEST; last++) {
      text += skeleton((tokens[last] as Token).term);
      if (!beginnings.has(text)) break;
      const concept = groupOf.get(text);
      if (concept) match = { kind: 'concept', first, last, keys: [concept], wider: [] };
    }
    if (!match) continue;
    found.push(match);
    first = match.last;
  }
  return found;
};
