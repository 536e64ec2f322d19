import { Parser } from 'htmlparser2';
import { BOUNDS } from '../bounds.ts';
import { meterXml, type XmlMeter } from '../xml-meter.ts';

/** An element of a part. Names have the usual prefix of their namespace (`w:p`), whatever the file calls it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Texts are kept only where the format has letters to read: `w:t`, `w:instrText`, `m:t`, `a:t`. */
  readonly children: readonly (XmlElement | string)[];
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

type Scope = ReadonlyMap<string, string>;

// Transitional and strict names of the same namespaces (ECMA-376, part 1 and part 4).
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
]);

const WITH_TEXT = new Set(['w:t', 'w:instrText', 'm:t', 'a:t']);

const scopeWithin = (scope: Scope, attributes: Readonly<Record<string, string>>): Scope => {
  let result: Map<string, string> | null = null;
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) continue;
    const prefix = key === 'xmlns' ? '' : key.slice(6);
    const uri = attributes[key] as string;
    result ??= new Map(scope);
    result.set(prefix, NAMESPACES.get(uri) ?? (prefix === 'w' ? `{${uri}}` : prefix));
  }
  return result ?? scope;
};

const nameIn = (scope: Scope, name: string, isAttribute: boolean): string => {
  const colon = name.indexOf(':');
  if (colon < 0 && isAttribute) return name;
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const usual = scope.get(prefix) ?? prefix;
  if (usual === prefix) return name;
  const local = name.slice(colon + 1);
  return usual === '' ? local : `${usual}:${local}`;
};

const attributesIn = (
  scope: Scope,
  attributes: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const named: Record<string, string> = {};
  for (const key in attributes) {
    if (!key.startsWith('xmlns')) named[nameIn(scope, key, true)] = attributes[key] as string;
  }
  return named;
};

/** How an element outside says that spaces within it are to be taken. */
const spaceWithin = (open: readonly Open[]): string | undefined =>
  open.findLast(({ attributes }) => attributes['xml:space'] !== undefined)?.attributes['xml:space'];

const refuseForm = (part: string): never => {
  throw new Error(`${part} is not well-formed XML: an element in it has no end`);
};

/**
 * The root element of a part. `part` names it in the error where its end is missing; entities of a DTD are never expanded.
 * `meter` counts the elements of all parts of a document, as the trees of all stay in memory.
 */
export const parseXml = (
  xml: string,
  part: string,
  meter: XmlMeter = meterXml(BOUNDS.wordElements),
): XmlElement => {
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  const scopes: Scope[] = [new Map()];
  const parser = new Parser(
    {
      // Before the parser keeps anything of the element.
      onopentagname: meter.open,
      onattribute: meter.attribute,
      onopentag: (tag, attributes) => {
        const scope = scopeWithin(scopes.at(-1) as Scope, attributes);
        const name = nameIn(scope, tag, false);
        const own = attributesIn(scope, attributes);
        const space = WITH_TEXT.has(name) ? spaceWithin(open) : undefined;
        const element: Open = {
          name,
          attributes: space === undefined ? own : { 'xml:space': space, ...own },
          children: [],
        };
        open.at(-1)?.children.push(element);
        open.push(element);
        scopes.push(scope);
      },
      ontext: (text) => {
        const parent = open.at(-1) as Open;
        if (WITH_TEXT.has(parent.name)) parent.children.push(text);
      },
      onclosetag: (_, isImplied) => {
        // An element that closes itself is empty; all others have an end of their own.
        const closed = open.pop();
        if (isImplied && closed && closed.children.length > 0) refuseForm(part);
        scopes.pop();
        meter.close();
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  const [first] = root.children;
  if (open.length > 1 || typeof first !== 'object') return refuseForm(part);
  parser.end();
  return first;
};

/** The elements within an element. */
export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child === 'object');

/** The first element of a name within an element. */
export const childOf = (
  element: XmlElement | null | undefined,
  name: string,
): XmlElement | undefined =>
  element?.children.find(
    (child): child is XmlElement => typeof child === 'object' && child.name === name,
  );

/** The element that a path of names leads to. */
export const descend = (
  element: XmlElement | null | undefined,
  ...names: readonly string[]
): XmlElement | undefined =>
  names.reduce<XmlElement | undefined>((at, name) => childOf(at, name), element ?? undefined);

/** The attribute `val`, in which most properties hold their value. */
export const valueIn = (element: XmlElement | undefined): string | undefined =>
  element?.attributes['w:val'] ?? element?.attributes.val;

/** Whether a property that is on or off is on; undefined where it is not given (ECMA-376, part 1, 17.17.4). */
export const isOn = (element: XmlElement | undefined): boolean | undefined =>
  element && !/^(?:0|false|off|none)$/.test(valueIn(element) ?? '1');

/** The text right within an element. */
export const textIn = ({ children }: XmlElement): string =>
  children.filter((child) => typeof child === 'string').join('');
