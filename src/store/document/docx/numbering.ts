import { shownText } from './symbols.ts';
import { childOf, descend, elementsOf, isOn, valueIn, type XmlElement } from './xml.ts';

/** One level of a list, as its definition prints numbers. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** First numbers of a custom format, by example. */
  readonly example: string;
  /** Text around the numbers: "%1.%2" is this list's number and its parent's. */
  readonly text: string;
  readonly gap: 'tab' | 'space' | 'nothing';
  /** Whether numbers of all levels are printed as decimals. */
  readonly isLegal: boolean;
  /** The level (from 1) behind which the count begins anew; 0 for never, null for every level above. */
  readonly restartsAfter: number | null;
  /** Paragraph style that has this level. */
  readonly style: string | undefined;
  readonly isHidden: boolean;
}

/** A list of a document. Lists of one definition (`key`) count on from each other. */
export interface List {
  readonly key: string;
  readonly levels: readonly (ListLevel | undefined)[];
  /** Levels that begin anew, with their first number, where this list begins. */
  readonly starts: ReadonlyMap<number, number>;
}

const childrenOf = (part: XmlElement | null | undefined, name: string): XmlElement[] =>
  part ? elementsOf(part).filter((child) => child.name === name) : [];

const numberOf = (element: XmlElement | undefined): number | undefined => {
  const value = Number(valueIn(element) ?? Number.NaN);
  return Number.isInteger(value) && value >= 0 ? value : undefined;
};

const formatOf = (level: XmlElement): { format: string; example: string } => {
  const element =
    childOf(level, 'w:numFmt') ??
    descend(level, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt') ??
    descend(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt');
  return {
    format: valueIn(element) ?? 'decimal',
    example: element?.attributes['w:format'] ?? '',
  };
};

const gapOf = (level: XmlElement): ListLevel['gap'] => {
  const gap = valueIn(childOf(level, 'w:suff'));
  return gap === 'nothing' || gap === 'space' ? gap : 'tab';
};

const readLevel = (level: XmlElement): ListLevel => {
  const { format, example } = formatOf(level);
  const fonts = descend(level, 'w:rPr', 'w:rFonts')?.attributes;
  const font = fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
  const text = valueIn(childOf(level, 'w:lvlText')) ?? '';
  return {
    start: numberOf(childOf(level, 'w:start')) ?? 0,
    format,
    example,
    text: format === 'bullet' ? bulletText(text, font) : text,
    gap: gapOf(level),
    isLegal: isOn(childOf(level, 'w:isLgl')) === true,
    restartsAfter: numberOf(childOf(level, 'w:lvlRestart')) ?? null,
    style: valueIn(childOf(level, 'w:pStyle')),
    isHidden: isOn(descend(level, 'w:rPr', 'w:vanish')) === true,
  };
};

/** A bullet whose shape is not known is still a bullet. */
const bulletText = (text: string, font: string | undefined): string => {
  const shown = shownText(text, font);
  return shown.trim() === '' || /[\uE000-\uF8FF\uFFFD]/.test(shown) ? text && '•' : shown;
};

const levelAt = (level: XmlElement): number => Number(level.attributes['w:ilvl'] ?? 0);

const readLevels = (definition: XmlElement | undefined): (ListLevel | undefined)[] => {
  const levels: (ListLevel | undefined)[] = [];
  for (const level of childrenOf(definition, 'w:lvl')) levels[levelAt(level)] = readLevel(level);
  return levels;
};

/** The definition that has the levels: one may stand for another by the name of a list style. */
const definitionOf = (
  definitions: readonly XmlElement[],
  id: string | undefined,
): XmlElement | undefined => {
  const named = definitions.find(({ attributes }) => attributes['w:abstractNumId'] === id);
  const link = valueIn(childOf(named, 'w:numStyleLink'));
  return link === undefined
    ? named
    : (definitions.find((one) => valueIn(childOf(one, 'w:styleLink')) === link) ?? named);
};

/** Lists by their id (`w:numId`); the id 0 takes a paragraph out of its list and is never one. */
export const readLists = (part: XmlElement | null): ReadonlyMap<string, List> => {
  const definitions = childrenOf(part, 'w:abstractNum');
  const lists = new Map<string, List>();
  for (const num of childrenOf(part, 'w:num')) {
    const id = num.attributes['w:numId'];
    const definition = definitionOf(definitions, valueIn(childOf(num, 'w:abstractNumId')));
    if (id === undefined || id === '0' || !definition) continue;
    const levels = readLevels(definition);
    const starts = new Map<number, number>();
    for (const override of childrenOf(num, 'w:lvlOverride')) {
      const at = levelAt(override);
      const level = childOf(override, 'w:lvl');
      if (level) levels[at] = readLevel(level);
      const start = numberOf(childOf(override, 'w:startOverride'));
      if (start !== undefined) starts.set(at, start);
    }
    lists.set(id, { key: definition.attributes['w:abstractNumId'] ?? id, levels, starts });
  }
  return lists;
};
