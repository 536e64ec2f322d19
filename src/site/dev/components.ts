import type { BodyTargets } from '#core/body/reference.ts';
import { ProblemError } from '#core/problem.ts';
import { componentTexts } from '#i18n/component-texts.ts';
import { ENGLISH_PROBLEMS, thaiProblems } from '#i18n/problem-language.ts';
import { exampleHtml } from '#output/markdown/example-html.ts';
import { language, messages } from '../i18n.ts';
import type { Example } from './examples.ts';

/** What an example becomes: HTML, or what the check says of it. */
export interface ExampleView {
  readonly title: string;
  readonly html: string | null;
  readonly refusal: string | null;
}

const texts = messages.document.examples;
const { print } = language === 'th' ? thaiProblems() : ENGLISH_PROBLEMS;

/** Shows an example as a page would, or what the check says of it, in the language of the portal. */
export const viewExample = (
  { component, kind, body }: Example,
  targets: BodyTargets,
): ExampleView => {
  const name = `${texts.component[component]} <${component}>`;
  const title = kind === undefined ? name : `${name}: ${texts.kind[kind]}`;
  try {
    const html = exampleHtml(body, componentTexts(messages), targets);
    return { title, html, refusal: null };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { title, html: null, refusal: error.problems.map(print).join('\n') };
  }
};
