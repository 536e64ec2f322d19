/** Text of an attribute as it was written. */
export const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The form that a page offers to be sent again: where it goes, and its fields. */
export const formAgain = (text: string) => {
  const [, action = '', inside = ''] =
    /<form class="desk-form" method="post" action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/.exec(text) ??
    [];
  const fields = [...inside.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
    ([, name = '', value = '']) => [unescaped(name), unescaped(value)] as const,
  );
  return { action: unescaped(action), fields };
};
