/**
 * A question about all content, answered once a build. The dev server asks anew each time, as content changes
 * under it.
 */
export const once = <Answer>(ask: () => Promise<Answer>): (() => Promise<Answer>) => {
  if (import.meta.env.DEV) return ask;
  let answer: Promise<Answer> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
};
