import { problemAt, type Rule } from '../content.ts';

/** Kinds of page that answer a question by themselves. */
const ANSWERING: ReadonlySet<string> = new Set(['forms', 'manuals']);

/** What answers a question is a form or a manual, and is named once. */
export const answers: Rule = function* ({ records }) {
  for (const { source, fields } of records) {
    const named = new Set<string>();
    for (const [index, target] of (fields.answeredBy ?? []).entries()) {
      if (target === undefined) continue;
      const at = ['answeredBy', index];
      if (!ANSWERING.has(target.split('/')[0] as string)) {
        yield problemAt(source, at, {
          what: `"${target}" is neither a form nor a manual`,
          why: 'A question leads in one press to what is filled in or followed to solve it.',
          fix: 'Name forms/<slug> or manuals/<slug> here; other pages belong under "related".',
        });
      } else if (named.has(target) || fields.related?.includes(target)) {
        yield problemAt(source, at, {
          what: `"${target}" is named twice`,
          why: 'The page would show it twice.',
          fix: 'Keep it under "answeredBy" once, and take it out of "related".',
        });
      }
      named.add(target);
    }
  }
};
