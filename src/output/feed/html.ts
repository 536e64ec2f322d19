import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { basePathOf, portalAddress, underBase } from '#core/address/portal-address.ts';

const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption'],
  clobberPrefix: '',
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto', 'tel'] },
};

const LINK_PROPERTIES = ['href', 'src'] as const;

/** Whether an element says nothing once its classes are gone: the marks that keep words of a page whole. */
const isBare = ({ tagName, properties }: Element): boolean =>
  tagName === 'span' && Object.keys(properties).length === 0;

/** Removes classes that were emptied, and spans that then have no attribute; what they hold stays. */
const withoutMarks = (tree: Nodes): void =>
  visit(tree, 'element', (element, index, parent) => {
    const { className } = element.properties;
    if (Array.isArray(className) && className.length === 0) delete element.properties.className;
    if (!parent || index === undefined || !isBare(element)) return undefined;
    parent.children.splice(index, 1, ...(element.children as ElementContent[]));
    return [SKIP, index];
  });

/**
 * HTML that any feed reader can show: no scripts, styles, handlers or forms, every link absolute, as it is on
 * the page at `path` of the portal at `site`. A link that is no address is dropped; its text stays.
 */
export const publicHtml = (html: string, path: string, site: URL): string => {
  const page = portalAddress(site, path);
  const tree = sanitize(fromHtml(html, { fragment: true }), SCHEMA);
  withoutMarks(tree);
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
