/**
 * A text as Markdown and MDX show it letter for letter: a backslash stands before all ASCII punctuation, which both
 * take for itself then. On one line, so that nothing in it can begin a block.
 */
export const literalText = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
