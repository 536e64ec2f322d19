import { BOUNDS, type Bounds } from '../bounds.ts';
import { DocumentProblem } from '../document-problem.ts';
import { meterXml, type XmlMeter } from '../xml-meter.ts';
import { openZip, type ZipParts } from '../zip.ts';
import { elementsOf, parseXml, type XmlElement } from './xml.ts';

/** The parts of a Word document that its text comes from. */
export interface WordPackage {
  readonly document: XmlElement;
  /** The first part that the document is related to as `kind` ("styles"). */
  readonly byKind: (kind: string) => XmlElement | null;
  /** The part that the document names by a relationship (`r:id`). */
  readonly byId: (id: string) => XmlElement | null;
  /** How many documents of their own, and objects of other programs, the document holds. */
  readonly files: number;
}

interface Relationship {
  readonly id: string;
  /** Last word of the type: "styles", "header"; strict and transitional documents share it. */
  readonly kind: string;
  readonly target: string;
}

const decode = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
};

/** A target as a name within the zip: relative to the folder of the part that names it, or from the root. */
const resolveTarget = (folder: string, target: string): string => {
  const path = target.replaceAll('\\', '/');
  const names: string[] = [];
  for (const name of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
};

const folderOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('/')));

const relationshipsOf = (zip: ZipParts, part: string, meter: XmlMeter): Relationship[] => {
  const folder = folderOf(part);
  const name = `${folder === '' ? '' : `${folder}/`}_rels/${part.slice(folder.length).replace('/', '')}.rels`;
  const bytes = zip.read(name);
  if (!bytes) return [];
  return elementsOf(parseXml(decode(bytes), name, meter))
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(({ attributes }) => ({
      id: attributes.Id ?? '',
      kind: (attributes.Type ?? '').replace(/^.*\//, ''),
      target: resolveTarget(folder, attributes.Target ?? ''),
    }));
};

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook/, 'an Excel workbook'],
  [/^ppt\/presentation/, 'a PowerPoint presentation'],
  [/^content\.xml$/, 'an OpenDocument file (.odt)'],
];

const refuseOther = (names: readonly string[]): never => {
  const other = OTHERS.find(([pattern]) => names.some((name) => pattern.test(name)));
  throw new DocumentProblem({
    what: other ? `it is ${other[1]}` : 'it is a zip without a Word document in it',
    why: other ? 'Only Word documents are read here.' : 'Its part word/document.xml is missing.',
    fix: other
      ? 'Open it in its program and save the letter as .docx or as a PDF.'
      : 'Unpack it and give the letters, or save the letter as .docx again.',
  });
};

/** Opens a Word document; throws a DocumentProblem or an Error with the reason where it is none or damaged. */
export const openWord = (bytes: Uint8Array, bounds: Bounds = BOUNDS): WordPackage => {
  const zip = openZip(bytes, bounds.wordBytes, bounds);
  const meter = meterXml(bounds.wordElements, bounds);
  const parts = new Map<string, XmlElement | null>();
  const part = (name: string): XmlElement | null => {
    const known = parts.get(name);
    if (known !== undefined) return known;
    const found = zip.read(name);
    const root = found && parseXml(decode(found), name, meter);
    parts.set(name, root);
    return root;
  };
  const main = relationshipsOf(zip, '', meter).find(({ kind }) => kind === 'officeDocument');
  const name = main && part(main.target)?.name === 'w:document' ? main.target : 'word/document.xml';
  const document = part(name);
  if (!document) return refuseOther(zip.names);
  const related = relationshipsOf(zip, name, meter);
  const targetOf = (relationship: Relationship | undefined): XmlElement | null =>
    relationship ? part(relationship.target) : null;
  return {
    document,
    byKind: (kind) => targetOf(related.find((one) => one.kind === kind)),
    byId: (id) => targetOf(related.find((one) => one.id === id)),
    files: related.filter(({ kind }) => kind === 'package' || kind === 'oleObject').length,
  };
};
