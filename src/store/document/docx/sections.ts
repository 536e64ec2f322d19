import { childOf, descend, elementsOf, isOn, valueIn, type XmlElement } from './xml.ts';

/** A header or footer of a section, by the pages that show it. */
export interface PageMargin {
  readonly kind: 'header' | 'footer';
  readonly pages: 'first' | 'default' | 'even';
  readonly id: string;
}

/** A section: pages that share their headers and footers. */
export interface WordSection {
  /** Paragraphs and tables of the section. */
  readonly content: XmlElement;
  readonly startsPage: boolean;
  /** Headers and footers that its pages show, also those that it has from the section before. */
  readonly margins: readonly PageMargin[];
}

const MARGINS: Readonly<Record<string, PageMargin['kind']>> = {
  'w:headerReference': 'header',
  'w:footerReference': 'footer',
};

const marginsOf = (properties: XmlElement | undefined): PageMargin[] =>
  (properties ? elementsOf(properties) : []).flatMap(({ name, attributes }) => {
    const kind = MARGINS[name];
    const type = attributes['w:type'];
    const pages = type === 'first' || type === 'even' ? type : 'default';
    return kind ? [{ kind, pages, id: attributes['r:id'] ?? '' }] : [];
  });

const isShown = (
  { pages }: PageMargin,
  properties: XmlElement | undefined,
  hasEvenPages: boolean,
): boolean => {
  if (pages === 'first') return isOn(childOf(properties, 'w:titlePg')) === true;
  return pages === 'default' || hasEvenPages;
};

/** Content controls may hold the paragraph that ends a section. */
const endOf = (block: XmlElement): XmlElement | undefined => {
  if (block.name === 'w:p') return descend(block, 'w:pPr', 'w:sectPr');
  const content = block.name === 'w:sdt' ? childOf(block, 'w:sdtContent') : undefined;
  return content && elementsOf(content).map(endOf).find(Boolean);
};

/** The sections of a document's body. `settings` says whether even pages have headers of their own. */
export const sectionsOf = (body: XmlElement, settings: XmlElement | null): WordSection[] => {
  const hasEvenPages = isOn(childOf(settings, 'w:evenAndOddHeaders')) === true;
  const sections: WordSection[] = [];
  let blocks: XmlElement[] = [];
  let inherited: readonly PageMargin[] = [];
  const close = (properties: XmlElement | undefined): void => {
    const own = marginsOf(properties);
    const isOwn = ({ kind, pages }: PageMargin): boolean =>
      own.some((one) => one.kind === kind && one.pages === pages);
    inherited = [...inherited.filter((one) => !isOwn(one)), ...own];
    sections.push({
      content: { ...body, children: blocks },
      startsPage: sections.length > 0 && valueIn(childOf(properties, 'w:type')) !== 'continuous',
      margins: inherited.filter((margin) => isShown(margin, properties, hasEvenPages)),
    });
    blocks = [];
  };
  for (const block of elementsOf(body)) {
    if (block.name === 'w:sectPr') continue;
    blocks.push(block);
    const end = endOf(block);
    if (end) close(end);
  }
  if (blocks.length > 0 || sections.length === 0) close(childOf(body, 'w:sectPr'));
  return sections;
};
