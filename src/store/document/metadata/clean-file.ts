import { DocumentProblem } from '../document-problem.ts';
import { textWithin } from '../document-text.ts';
import { isPdf } from '../letter-file-content.ts';
import { cleanOffice } from './clean-office.ts';
import { cleanPdf } from './clean-pdf.ts';
import { cleanPicture, isCleanablePicture } from './clean-picture.ts';
import { isZip, metadataOf } from './metadata-of.ts';

const UNKNOWN = {
  what: 'it is of a kind that cannot be cleaned here',
  why: 'PDF, Office and OpenDocument files, JPEG, PNG, GIF, WebP and TIFF can.',
  fix: 'Remove its properties in the program that made it, or save it as one of these.',
};
const STILL_THERE = (properties: string) => ({
  what: `some of its metadata cannot be taken out (${properties})`,
  fix: 'Remove it in the program that made the file.',
});
const CHANGED = {
  what: 'the file would have another text without its metadata, so it was left as it is',
  fix: 'Remove its properties in the program that made it.',
};

const cleanMember = async (_: string, bytes: Uint8Array): Promise<Uint8Array> =>
  isPdf(bytes) || isZip(bytes) || isCleanablePicture(bytes) ? cleaned(bytes) : bytes;

const cleaned = async (bytes: Uint8Array): Promise<Uint8Array> => {
  if (isPdf(bytes)) return cleanPdf(bytes);
  if (isZip(bytes)) return cleanOffice(bytes, cleanMember);
  if (isCleanablePicture(bytes)) return cleanPicture(bytes);
  throw new DocumentProblem(UNKNOWN);
};

/**
 * The file without what its metadata says of who made it, where and with what; the same bytes where it says nothing. The
 * result was read again: it names nobody, and a PDF has the text that it had. Throws a DocumentProblem where that
 * cannot be had, and as `metadataOf` does.
 */
export const cleanFile = async (bytes: Uint8Array, file: string): Promise<Uint8Array> => {
  const before = await metadataOf(bytes, file);
  if (before.naming.length === 0) return bytes;
  const result = await cleaned(bytes);
  const { naming } = await metadataOf(result, file);
  if (naming.length > 0) {
    throw new DocumentProblem(STILL_THERE(naming.map(({ property }) => property).join(', ')));
  }
  if (isPdf(bytes) && (await textWithin(bytes, file)) !== (await textWithin(result, file))) {
    throw new DocumentProblem(CHANGED);
  }
  return result;
};
