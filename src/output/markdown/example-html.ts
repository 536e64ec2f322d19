import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import type { BodyTargets } from '#core/body/reference.ts';
import { type ComponentTexts, remarkComponents } from './components.ts';
import { contentParser, ELEMENT_NODES, rehypeElements, remarkContent } from './content-syntax.ts';
import { rehypeRuns } from './plugins.ts';

/**
 * The HTML of a text with components that is no page of the content, by the steps that bodies go through. Throws, as a
 * `ProblemError`, what a body must not hold.
 */
export const exampleHtml = (text: string, texts: ComponentTexts, targets: BodyTargets): string =>
  String(
    contentParser()
      .use(remarkContent)
      .use(remarkComponents({ texts, targets: () => targets }))
      .use(remarkRehype, { passThrough: ELEMENT_NODES })
      .use(rehypeRuns)
      .use(rehypeElements)
      .use(rehypeStringify)
      .processSync(text),
  );
