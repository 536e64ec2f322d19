import { inflateSync } from 'node:zlib';
import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { DocumentProblem } from '../document-problem.ts';
import { withCommas } from '../xml-meter.ts';
import { type OpenPdf, openPdfObjects } from './pdf-metadata.ts';

/** A file that lies within a PDF. */
export interface EmbeddedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const unread = (name: string, why: string): DocumentProblem =>
  new DocumentProblem({
    what: `the file ${name} within the PDF cannot be read`,
    why,
    fix: 'Take it out of the PDF, and attach it by itself.',
  });

const FLATE = /^\[?\s*\/(?:FlateDecode|Fl)\s*\]?$/;

/** Names of the parts of a file specification that hold a name, and of the embedded file for each platform. */
const PARTS = ['UF', 'F', 'Unix', 'DOS', 'Mac'];

const readEmbedded = (
  { library, document }: OpenPdf,
  specification: PDFDict,
  embedded: PDFDict,
  most: number,
): EmbeddedFile | null => {
  const { PDFName, PDFString, PDFHexString, PDFRawStream } = library;
  const texts = PARTS.map((part) => specification.lookup(PDFName.of(part)));
  const named = texts.find((text) => text instanceof PDFString || text instanceof PDFHexString);
  const name = named?.decodeText() ?? '?';
  const references = PARTS.map((part) => embedded.get(PDFName.of(part)));
  const stream = references
    .map((reference) => document.context.lookup(reference))
    .find((object) => object instanceof PDFRawStream);
  if (stream === undefined) return null;
  const bytes = stream.getContents();
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return { name, bytes };
  if (!FLATE.test(filter.toString())) throw unread(name, `It is packed as ${filter}.`);
  try {
    return { name, bytes: inflateSync(bytes, { maxOutputLength: most }) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw unread(name, `It has more than ${withCommas(most)} bytes unpacked.`);
    }
    if (code?.startsWith('Z_')) throw unread(name, message);
    throw error;
  }
};

/**
 * The files that lie within a PDF, as those of a portfolio and those that hang on a note, with `most` bytes in sum. None of
 * one whose objects cannot be read. Throws a DocumentProblem for what cannot be unpacked.
 */
export const embeddedFiles = async (bytes: Uint8Array, most: number): Promise<EmbeddedFile[]> => {
  const opened = await openPdfObjects(bytes);
  if (opened === null) return [];
  const { library, document } = opened;
  const { PDFName, PDFDict, PDFArray } = library;
  const found = new Map<string, EmbeddedFile>();
  let left = most;
  const look = (object: PDFObject): void => {
    const embedded = object instanceof PDFDict ? object.lookup(PDFName.of('EF')) : undefined;
    if (!(object instanceof PDFDict && embedded instanceof PDFDict)) {
      if (object instanceof PDFDict) object.values().forEach(look);
      if (object instanceof PDFArray) object.asArray().forEach(look);
      return;
    }
    const key = embedded.toString();
    if (found.has(key)) return;
    const file = readEmbedded(opened, object, embedded, left);
    if (file === null) return;
    left -= file.bytes.length;
    found.set(key, file);
  };
  for (const [, object] of document.context.enumerateIndirectObjects()) look(object);
  return [...found.values()];
};
