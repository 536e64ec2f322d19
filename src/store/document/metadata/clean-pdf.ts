import type { PDFDict, PDFObject } from '@cantoo/pdf-lib';
import { DocumentProblem } from '../document-problem.ts';
import { cutJpeg } from './clean-picture.ts';
import { isInfo, isJpegStream, MARKUP, type OpenPdf, openPdfObjects } from './pdf-metadata.ts';

const BY_OTHER_MEANS =
  'Print it to a new PDF, or remove its properties in the program that made it.';
const UNREADABLE = {
  what: 'the objects of this PDF cannot be read, so nothing can be taken out of it',
  fix: BY_OTHER_MEANS,
};
const SIGNED = {
  what: 'the PDF is signed',
  why: 'Its signature would no longer hold for a file without its metadata.',
  fix: 'Write "keepMetadata: true" beside "file" where its signer agrees; or scan the letter anew.',
};

/** What the document information may say on: no entry for a person. */
const KEPT_INFO = new Set([
  '/Title',
  '/Subject',
  '/Producer',
  '/Creator',
  '/CreationDate',
  '/ModDate',
]);

const dictOf = ({ library }: OpenPdf, object: PDFObject): PDFDict | null => {
  if (object instanceof library.PDFDict) return object;
  return object instanceof library.PDFStream ? object.dict : null;
};

/** Takes out of a dictionary, and of those within it, what is metadata. */
const cleanDict = (pdf: OpenPdf, dict: PDFDict): void => {
  const { PDFName, PDFDict, PDFArray } = pdf.library;
  if (dict.has(PDFName.of('ByteRange'))) throw new DocumentProblem(SIGNED);
  dict.delete(PDFName.of('Metadata'));
  dict.delete(PDFName.of('PieceInfo'));
  const isMarkup = MARKUP.test(String(dict.get(PDFName.of('Subtype')) ?? ''));
  if (isMarkup && dict.has(PDFName.of('Rect'))) dict.delete(PDFName.of('T'));
  for (const value of dict.values()) {
    if (value instanceof PDFDict) cleanDict(pdf, value);
    else if (value instanceof PDFArray) {
      for (const one of value.asArray()) if (one instanceof PDFDict) cleanDict(pdf, one);
    }
  }
};

const cleanInfo = (info: PDFDict): void => {
  for (const name of info.keys()) if (!KEPT_INFO.has(name.toString())) info.delete(name);
};

/** A PDF without metadata: document information besides its title, program and dates, XMP, writers of notes, that of photographs. */
export const cleanPdf = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const pdf = await openPdfObjects(bytes);
  if (pdf === null) throw new DocumentProblem(UNREADABLE);
  const { library, document } = pdf;
  const { context } = document;
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = dictOf(pdf, object);
    if (dict === null) continue;
    if (dict.get(library.PDFName.of('Type'))?.toString() === '/Metadata') {
      context.delete(ref);
      continue;
    }
    cleanDict(pdf, dict);
    if (object instanceof library.PDFDict && isInfo(pdf, object)) cleanInfo(object);
    if (object instanceof library.PDFRawStream && isJpegStream(object, library)) {
      const contents = cutJpeg(object.getContents());
      dict.delete(library.PDFName.of('Length'));
      context.assign(ref, library.PDFRawStream.of(dict, contents));
    }
  }
  return document.save({ updateFieldAppearances: false, addDefaultPage: false });
};
