import type { Rule } from '../content.ts';

/** Every body is MDX that can become a page, and holds no code. */
export const bodies: Rule = function* ({ records }) {
  for (const { source, body } of records) {
    for (const problem of body?.problems ?? []) yield { file: source.file, ...problem };
  }
};
