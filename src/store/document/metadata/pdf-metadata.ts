import { inflateSync } from 'node:zlib';
import type { PDFDict, PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { NamingMetadata } from '#core/check/content.ts';
import { type FileMetadata, joinMetadata, mayBePerson, PARTED } from './file-metadata.ts';
import { pictureMetadata } from './picture-metadata.ts';
import { xmpMetadata } from './xmp.ts';

type Library = typeof import('@cantoo/pdf-lib');

/** A PDF as its objects; null where the library cannot read it, though others may. */
export interface OpenPdf {
  readonly library: Library;
  readonly document: import('@cantoo/pdf-lib').PDFDocument;
}

/** Opens a PDF with its objects, decrypted where it has no password; null where that fails. */
export const openPdfObjects = async (bytes: Uint8Array): Promise<OpenPdf | null> => {
  const library = await import('@cantoo/pdf-lib');
  const options = { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY };
  try {
    return { library, document: await library.PDFDocument.load(bytes, options) };
  } catch (error) {
    if (!(error instanceof library.EncryptedPDFError)) return null;
  }
  try {
    const document = await library.PDFDocument.load(bytes, { ...options, password: '' });
    return { library, document };
  } catch {
    return null;
  }
};

/** Keys whose strings are bytes, not texts. */
const BYTES = /^\/(?:ID|Lookup|Contents|Cert|Panose|O|U|OE|UE|Perms|CheckSum)$/;
const INFO_PERSON = /^\/(?:Author|Owner|Manager|LastModifiedBy|Last.?Author|Contact)$/i;

/** Subtypes of annotations whose /T is their writer (ISO 32000-1, 12.5.6.2); that of a form field is its name. */
export const MARKUP =
  /^\/(?:Text|FreeText|Line|Square|Circle|Polygon|PolyLine|Highlight|Underline|Squiggly|StrikeOut|Stamp|Caret|Ink|FileAttachment|Sound|Redact)$/;

class Walk {
  readonly texts = new Map<string, string[]>();
  readonly naming: NamingMetadata[] = [];
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  #textOf(value: PDFObject | undefined): string | null {
    const { PDFString, PDFHexString } = this.#library;
    return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
  }

  #add(key: string, text: string): void {
    const texts = this.texts.get(key);
    if (texts === undefined) this.texts.set(key, [text]);
    else texts.push(text);
  }

  #person(property: string, value: PDFObject | undefined): void {
    const text = this.#textOf(value);
    if (text !== null && mayBePerson(text)) this.naming.push({ property, names: 'person' });
  }

  /** Gathers the strings of an object; `key` is that under which it stands. */
  object(value: PDFObject, key: string): void {
    const { PDFArray, PDFDict, PDFStream } = this.#library;
    const text = this.#textOf(value);
    if (text !== null) this.#add(key, text);
    else if (value instanceof PDFArray) for (const one of value.asArray()) this.object(one, key);
    else if (value instanceof PDFDict) this.dictionary(value);
    else if (value instanceof PDFStream) this.dictionary(value.dict);
  }

  dictionary(dict: PDFDict): void {
    const entries = new Map(dict.entries().map(([name, value]) => [name.toString(), value]));
    const subtype = String(entries.get('/Subtype') ?? '');
    if (MARKUP.test(subtype) && entries.has('/Rect')) {
      this.#person(`/T of an annotation`, entries.get('/T'));
    }
    const isSignature = entries.has('/ByteRange');
    for (const [key, value] of entries) {
      const isNote = key === '/Contents' && !isSignature;
      if (isNote || !BYTES.test(key)) this.object(value, key);
    }
  }

  /** Document information, also that of an earlier version of the file, which nothing refers to any more. */
  info(dict: PDFDict): void {
    for (const [name, value] of dict.entries()) {
      if (INFO_PERSON.test(name.toString())) this.#person(`Info ${name}`, value);
    }
  }
}

const INFO_KEYS = ['Producer', 'Creator', 'CreationDate', 'ModDate', 'Author'];

/** Whether an object is document information: it has no type, but is known by its entries. */
export const isInfo = ({ library, document: { context } }: OpenPdf, dict: PDFDict): boolean => {
  const { PDFName, PDFString, PDFHexString } = library;
  if (dict === context.lookup(context.trailerInfo.Info)) return true;
  if (dict.has(PDFName.of('Type')) || dict.has(PDFName.of('Rect'))) return false;
  return INFO_KEYS.some((key) => {
    const value = dict.get(PDFName.of(key));
    return value instanceof PDFString || value instanceof PDFHexString;
  });
};

const isOfType = (stream: PDFRawStream, library: Library, key: string, type: string): boolean =>
  stream.dict.get(library.PDFName.of(key))?.toString().includes(type) === true;

/** Whether a stream is a photograph that is kept as the JPEG that it was. */
export const isJpegStream = (stream: PDFRawStream, library: Library): boolean =>
  isOfType(stream, library, 'Filter', '/DCTDecode') &&
  isOfType(stream, library, 'Subtype', '/Image');

/** No packet of XMP is as long; what unpacks to more is not read. */
const MOST_XMP = 16 * 1024 * 1024;

const xmpOf = (stream: PDFRawStream, library: Library): string => {
  const bytes = stream.getContents();
  const filter = stream.dict.get(library.PDFName.of('Filter'));
  if (filter === undefined) return new TextDecoder().decode(bytes);
  // Filters of other kinds, or several, are not written around metadata, which is to be found in the bytes of a file.
  if (!/^\[?\s*\/(?:FlateDecode|Fl)\s*\]?$/.test(filter.toString())) return '';
  try {
    return new TextDecoder().decode(inflateSync(bytes, { maxOutputLength: MOST_XMP }));
  } catch (error) {
    if (/^Z_|ERR_BUFFER_TOO_LARGE/.test(String((error as NodeJS.ErrnoException).code))) return '';
    throw error;
  }
};

const streamMetadata = (stream: PDFRawStream, library: Library): FileMetadata[] => {
  if (isOfType(stream, library, 'Type', '/Metadata')) {
    return [xmpMetadata(xmpOf(stream, library))];
  }
  return isJpegStream(stream, library) ? [pictureMetadata(stream.getContents())] : [];
};

const BYTES_XMP = /<x:xmpmeta[\s\S]{0,200000}?<\/x:xmpmeta>/g;

/** Where the objects cannot be read: packets of XMP that stand in the file as they are. */
const metadataOfBytes = (bytes: Uint8Array): FileMetadata =>
  joinMetadata(
    [...Buffer.from(bytes).toString('latin1').matchAll(BYTES_XMP)].map(([xml]) =>
      xmpMetadata(Buffer.from(xml, 'latin1').toString('utf8')),
    ),
  );

const metadataOfObjects = (opened: OpenPdf): FileMetadata => {
  const { library, document } = opened;
  const walk = new Walk(library);
  const streams: FileMetadata[] = [];
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    walk.object(object, '');
    if (object instanceof library.PDFDict && isInfo(opened, object)) walk.info(object);
    if (object instanceof library.PDFRawStream) streams.push(...streamMetadata(object, library));
  }
  const parts = [...walk.texts].map(([key, texts]) => ({
    place: key === '' ? 'a text that is not shown' : `property ${key}`,
    text: texts.join(PARTED),
  }));
  return joinMetadata([{ naming: walk.naming, parts }, ...streams]);
};

/**
 * What a PDF says besides its pages: document information, XMP, texts of annotations, form fields, bookmarks and of the
 * structure, names of embedded files, and the metadata of its photographs. Of a damaged one whose objects cannot be
 * read, what stands in its bytes.
 */
export const pdfMetadata = async (bytes: Uint8Array): Promise<FileMetadata> => {
  const opened = await openPdfObjects(bytes);
  if (opened === null) return metadataOfBytes(bytes);
  try {
    return metadataOfObjects(opened);
  } catch {
    // The library reads objects when they are asked for, and throws errors of every kind at damage.
    return metadataOfBytes(bytes);
  }
};
