import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';

const SCHEMA: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'] },
};

const LINK_PROPERTIES = ['href', 'src'] as const;

/**
 * HTML that any feed reader can show: no scripts, styles, handlers or forms, every link absolute against `base`
 * (the address of the page it comes from). A link that is no address is dropped; its text stays.
 */
export const publicHtml = (html: string, base: URL): string => {
  const tree = sanitize(fromHtml(html, { fragment: true }), SCHEMA);
  visit(tree, 'element', (element) => {
    for (const name of LINK_PROPERTIES) {
      const value = element.properties[name];
      if (typeof value !== 'string') continue;
      if (URL.canParse(value, base.href)) element.properties[name] = new URL(value, base).href;
      else delete element.properties[name];
    }
  });
  return toHtml(tree);
};
