/** A form or manual that answers a question: where it is, and its title. */
export interface Answer {
  readonly href: string;
  readonly title: string;
}

/** Name under which the page of a question gives the index its answers. */
export const ANSWERS_META = 'answers';

/** Answers as the one line of text that an index holds for each name. */
export const writeAnswers = (answers: readonly Answer[]): string =>
  JSON.stringify(answers.map(({ href, title }) => [href, title]));

/** The answers that the metadata of a result hold; none for a page that is no question. */
export const readAnswers = (meta: Readonly<Record<string, string>>): Answer[] =>
  (JSON.parse(meta[ANSWERS_META] ?? '[]') as [string, string][]).map(([href, title]) => ({
    href,
    title,
  }));
