import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { basePathOf, portalAddress, underBase } from '#core/address/portal-address.ts';

const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption'],
  clobberPrefix: '',
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'] },
};

const LINK_PROPERTIES = ['href', 'src'] as const;

/**
 * HTML that any feed reader can show: no scripts, styles, handlers or forms, every link absolute, as it is on
 * the page at `path` of the portal at `site`. A link that is no address is dropped; its text stays.
 */
export const publicHtml = (html: string, path: string, site: URL): string => {
  const page = portalAddress(site, path);
  const tree = sanitize(fromHtml(html, { fragment: true }), SCHEMA);
  visit(tree, 'element', (element) => {
    for (const name of LINK_PROPERTIES) {
      const value = element.properties[name];
      if (typeof value !== 'string') continue;
      const address = URL.parse(underBase(basePathOf(site), value), page);
      if (address) element.properties[name] = address.href;
      else delete element.properties[name];
    }
  });
  return toHtml(tree);
};
