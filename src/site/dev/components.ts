import type { BodyTargets } from '#core/body/reference.ts';
import { formatProblem, ProblemError } from '#core/problem.ts';
import { componentTexts } from '#i18n/component-texts.ts';
import { exampleHtml } from '#output/markdown/example-html.ts';
import { messages } from '../i18n.ts';

/** What an example becomes: HTML, or what the check says of it. */
export interface ExampleView {
  readonly html: string | null;
  readonly refusal: string | null;
}

/** Shows an example as a page would. */
export const viewExample = (body: string, targets: BodyTargets): ExampleView => {
  try {
    return { html: exampleHtml(body, componentTexts(messages), targets), refusal: null };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { html: null, refusal: error.problems.map(formatProblem).join('\n') };
  }
};
