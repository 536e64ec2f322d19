import type { Searcher } from '#core/search/respond.ts';
import { GOLDEN } from './search-golden.ts';

/** Two hundred queries: the golden ones, and pieces of the site's own texts, anywhere in them, as people copy them. */
export const manyQueries = async (searcher: Searcher): Promise<string[]> => {
  const golden = Object.values(GOLDEN)
    .flat()
    .map(([query]) => query);
  const pieces: string[] = [];
  for (const query of golden) {
    const { results: found } = await searcher.respond(query, { limit: 4 });
    for (const [index, { title, excerpt }] of found.entries()) {
      const text = excerpt.parts.map((part) => part.text).join('');
      pieces.push(
        index % 2 === 0 ? title.slice(index * 3) : text.slice(10 + index * 7, 30 + index * 9),
      );
    }
  }
  return [...new Set([...golden, ...pieces])].filter((query) => query.trim() !== '').slice(0, 200);
};

/** The first ten addresses for each query, best first, as the terminal gives them. */
export const answersInTerminal = async (
  searcher: Searcher,
  queries: readonly string[],
): Promise<string[][]> => {
  const answers: string[][] = [];
  for (const query of queries) {
    const { results } = await searcher.respond(query, { limit: 10 });
    answers.push(results.map(({ url }) => url));
  }
  return answers;
};

/** The same on the search page: runs in a browser, hence refers to nothing outside. */
export const answersInPage = async (queries: readonly string[]): Promise<string[][]> => {
  const root = document.querySelector('[data-search-page]') as HTMLElement;
  const input = root.querySelector('input[type=search]') as HTMLInputElement;
  const answers: string[][] = [];
  for (const query of queries) {
    const before = root.dataset.answered;
    input.value = query;
    input.form?.requestSubmit();
    while (root.dataset.answered === before || root.dataset.answered !== root.dataset.asked)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const links = [...root.querySelectorAll('.search-results h3 a')];
    answers.push(links.map((link) => link.getAttribute('href') ?? ''));
  }
  return answers;
};
