import { asHtml, type Html } from '#astro/html-string.ts';
import { markedHtml } from '#core/text/marked-html.ts';
import { contentLang } from '#site/i18n.ts';

/**
 * A text of the content or the interface for a template, with its marks (see `markedHtml`). A function and no component:
 * pages hold hundreds of texts.
 */
export const marked = (text: string): string | Html => {
  const html = markedHtml(text, contentLang);
  return html === null ? text : asHtml(html);
};
