import sharp from 'sharp';
import { DocumentProblem } from '../document-problem.ts';
import { exifMetadata } from './exif.ts';
import { type PicturePiece, pictureFormat, picturePieces } from './picture-pieces.ts';

const cut = (bytes: Uint8Array, pieces: readonly PicturePiece[]): Uint8Array => {
  const kept: Uint8Array[] = [];
  let done = 0;
  for (const { start, end } of pieces) {
    kept.push(bytes.subarray(done, start));
    done = end;
  }
  kept.push(bytes.subarray(done));
  return new Uint8Array(Buffer.concat(kept));
};

const EXIF_AND_XMP = 0b1100;

/** Writes the size of the file, and which chunks it has left, into the header of a WebP. */
const withWebpHeader = (bytes: Uint8Array): Uint8Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  view.setUint32(4, bytes.length - 8, true);
  if (String.fromCharCode(...bytes.subarray(12, 16)) === 'VP8X') {
    view.setUint8(20, view.getUint8(20) & ~EXIF_AND_XMP);
  }
  return bytes;
};

const isTurned = (pieces: readonly PicturePiece[]): boolean =>
  pieces.some(({ kind, data }) => kind === 'exif' && exifMetadata(data).orientation > 1);

const MANY_PAGES = {
  what: 'it is a TIFF of several pages',
  why: 'Its pages cannot be written again one by one.',
  fix: 'Save it as a PDF, and give that.',
};

const drawnAnew = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const picture = sharp(bytes).autoOrient().keepIccProfile();
  const { format, pages = 1 } = await picture.metadata();
  if (format === 'tiff' && pages > 1) throw new DocumentProblem(MANY_PAGES);
  if (format === 'jpeg') return picture.jpeg({ quality: 92 }).toBuffer();
  if (format === 'webp') return picture.webp({ quality: 92 }).toBuffer();
  if (format === 'tiff') return picture.tiff({ compression: 'lzw' }).toBuffer();
  return picture.toBuffer();
};

/** Whether a file is a picture that {@link cleanPicture} can clean. */
export const isCleanablePicture = (bytes: Uint8Array): boolean => pictureFormat(bytes) !== null;

/**
 * A picture without its metadata. What is drawn stays bit for bit, unless the metadata says that it is to be turned: then
 * it is turned and written anew, as a TIFF is.
 */
export const cleanPicture = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const format = pictureFormat(bytes);
  const pieces = picturePieces(bytes);
  if (format === 'tiff' || isTurned(pieces)) return drawnAnew(bytes);
  const kept = cut(bytes, pieces);
  return format === 'webp' ? withWebpHeader(kept) : kept;
};

/** A JPEG within a document, which turns it itself: no more than its metadata is cut out. */
export const cutJpeg = (bytes: Uint8Array): Uint8Array => cut(bytes, picturePieces(bytes));
