/** Kinds of part that other sites show. */
export const EMBED_KINDS = ['search', 'newest', 'circular'] as const;
export type EmbedKind = (typeof EMBED_KINDS)[number];

/** A text for HTML, within elements and attributes in double quotes. */
export const escapeHtml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** The line that a site includes once, by the absolute address of the script. */
export const scriptSnippet = (src: string): string =>
  `<script src="${escapeHtml(src)}" async></script>`;

/** The code of a part, with a plain link for readers without JavaScript. */
export const partSnippet = (
  kind: EmbedKind,
  attributes: Readonly<Record<string, string>>,
  link: { readonly href: string; readonly label: string },
): string => {
  const named = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  const inner = `<a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a>`;
  return `<wian-${kind}${named.join('')}>${inner}</wian-${kind}>`;
};
