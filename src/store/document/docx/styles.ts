import { BOUNDS, type Bounds } from '../bounds.ts';
import { DocumentProblem } from '../document-problem.ts';
import { childOf, descend, elementsOf, isOn, valueIn, type XmlElement } from './xml.ts';

/** What the text of a paragraph or a run depends on; undefined where a style says nothing of it. */
export interface StyleFacts {
  readonly numId?: string | undefined;
  readonly level?: number | undefined;
  readonly isHidden?: boolean | undefined;
  readonly breaksBefore?: boolean | undefined;
  /** Whether the first line begins further right than the others, as with a tab. */
  readonly isIndented?: boolean | undefined;
}

/** Styles of a document. An id that is not there has no facts. */
export interface Styles {
  /** Facts of a paragraph style and those that it is based on; the default style where no id is given. */
  readonly paragraph: (id: string | undefined) => StyleFacts;
  readonly character: (id: string | undefined) => StyleFacts;
  /** Ids of a style and of those that it is based on, the nearest first. */
  readonly lineage: (id: string | undefined) => readonly string[];
}

/** The level that a list property names, from 0 to 8. */
export const levelOf = (properties: XmlElement | undefined): number | undefined => {
  const level = Number(valueIn(descend(properties, 'w:numPr', 'w:ilvl')));
  return Number.isInteger(level) && level >= 0 && level <= 8 ? level : undefined;
};

/** A quarter of an inch in twentieths of a point, and a letter in hundredths: less is not seen as an indent. */
const INDENT = { 'w:firstLine': 360, 'w:firstLineChars': 200 };

const indentOf = (properties: XmlElement | undefined): boolean | undefined => {
  const indent = childOf(properties, 'w:ind')?.attributes;
  if (!indent) return undefined;
  const isWide = Object.entries(INDENT).some(([name, least]) => Number(indent[name] ?? 0) >= least);
  if (isWide) return true;
  return Object.keys(indent).some((name) => /^w:(?:firstLine|hanging)/.test(name))
    ? false
    : undefined;
};

/** What a paragraph's or a style's own properties say. */
export const factsOf = (
  paragraph: XmlElement | undefined,
  run: XmlElement | undefined,
): StyleFacts => ({
  numId: valueIn(descend(paragraph, 'w:numPr', 'w:numId')),
  level: levelOf(paragraph),
  isHidden: isOn(childOf(run, 'w:vanish')),
  breaksBefore: isOn(childOf(paragraph, 'w:pageBreakBefore')),
  isIndented: indentOf(paragraph),
});

const merge = (own: StyleFacts, base: StyleFacts): StyleFacts => ({
  numId: own.numId ?? base.numId,
  level: own.level ?? base.level,
  isHidden: own.isHidden ?? base.isHidden,
  breaksBefore: own.breaksBefore ?? base.breaksBefore,
  isIndented: own.isIndented ?? base.isIndented,
});

const refuseChain = (id: string, most: number): never => {
  throw new DocumentProblem({
    what: `more than ${most} styles of the document are based on one another, up to "${id.slice(0, 40)}"`,
    why: 'Word itself follows ten or so.',
    fix: 'Copy the text of the letter into a new document and give that.',
  });
};

export const readStyles = (part: XmlElement | null, bounds: Bounds = BOUNDS): Styles => {
  const styles = new Map<string, XmlElement>();
  const defaults = new Map<string, string>();
  for (const style of part ? elementsOf(part).filter(({ name }) => name === 'w:style') : []) {
    const id = style.attributes['w:styleId'] ?? '';
    styles.set(id, style);
    if (/^(?:1|true|on)$/.test(style.attributes['w:default'] ?? '')) {
      defaults.set(style.attributes['w:type'] ?? 'paragraph', id);
    }
  }
  const lineage = (id: string | undefined): string[] => {
    const ids: string[] = [];
    for (let at = id; at !== undefined && styles.has(at) && !ids.includes(at); ) {
      if (ids.length === bounds.styleChain) refuseChain(at, bounds.styleChain);
      ids.push(at);
      at = valueIn(childOf(styles.get(at), 'w:basedOn'));
    }
    return ids;
  };
  const known = new Map<string, StyleFacts>();
  const facts = (id: string | undefined): StyleFacts => {
    if (id === undefined) return {};
    const before = known.get(id);
    if (before) return before;
    const found = lineage(id)
      .map((one) => styles.get(one) as XmlElement)
      .map((style) => factsOf(childOf(style, 'w:pPr'), childOf(style, 'w:rPr')))
      .reduce<StyleFacts>((own, base) => merge(own, base), {});
    known.set(id, found);
    return found;
  };
  return {
    paragraph: (id) => facts(id ?? defaults.get('paragraph')),
    character: (id) => facts(id),
    lineage: (id) => lineage(id ?? defaults.get('paragraph')),
  };
};
