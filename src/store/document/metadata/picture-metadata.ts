import { inflateSync } from 'node:zlib';
import { exifMetadata } from './exif.ts';
import { type FileMetadata, joinMetadata, mayBePerson, NO_METADATA } from './file-metadata.ts';
import { iptcMetadata } from './iptc.ts';
import { type PicturePiece, pictureFormat, picturePieces } from './picture-pieces.ts';
import { xmpMetadata } from './xmp.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const MOST_TEXT = 4 * 1024 * 1024;

const inflated = (bytes: Uint8Array): string => {
  try {
    return decode(inflateSync(bytes, { maxOutputLength: MOST_TEXT }));
  } catch (error) {
    // A text that cannot be unpacked cannot be read by others either.
    if (/^Z_|ERR_BUFFER_TOO_LARGE/.test(String((error as NodeJS.ErrnoException).code))) return '';
    throw error;
  }
};

/** The keyword and the text of a chunk of PNG (tEXt, zTXt, iTXt), or a comment without a keyword. */
const keywordAndText = ({ data }: PicturePiece, name: string): readonly [string, string] => {
  const end = data.indexOf(0);
  if (end < 0 || name === '') return ['', decode(data)];
  const keyword = decode(data.subarray(0, end));
  if (name === 'tEXt') return [keyword, decode(data.subarray(end + 1))];
  if (name === 'zTXt') return [keyword, inflated(data.subarray(end + 2))];
  const language = data.indexOf(0, end + 3);
  const text = data.indexOf(0, language + 1) + 1;
  const rest = data.subarray(text);
  return [keyword, data[end + 1] === 1 ? inflated(rest) : decode(rest)];
};

const PERSON = /^(?:author|artist|copyright|creator|owner)$/i;

const textMetadata = (piece: PicturePiece, chunk: string): FileMetadata => {
  const [keyword, text] = keywordAndText(piece, chunk);
  if (text.includes('<x:xmpmeta') || text.includes('<rdf:RDF')) return xmpMetadata(text);
  const names = PERSON.test(keyword) && mayBePerson(text);
  return {
    naming: names ? [{ property: keyword, names: 'person' }] : [],
    parts: [{ place: keyword === '' ? 'comment' : `property "${keyword}"`, text }],
  };
};

const xmpText = (bytes: Uint8Array): string => decode(bytes).replace(/\0/g, '');

const exifAndMore = (bytes: Uint8Array): FileMetadata => {
  const { xmp, iptc, ...exif } = exifMetadata(bytes);
  return joinMetadata([
    exif,
    xmp ? xmpMetadata(xmpText(xmp)) : NO_METADATA,
    iptc ? iptcMetadata(iptc) : NO_METADATA,
  ]);
};

/** Metadata of a picture (JPEG, PNG, GIF, WebP, TIFF); none for any other file. */
export const pictureMetadata = (bytes: Uint8Array): FileMetadata => {
  const format = pictureFormat(bytes);
  if (format === 'tiff') return exifAndMore(bytes);
  const chunkOf = ({ start }: PicturePiece): string =>
    format === 'png' ? String.fromCharCode(...bytes.subarray(start + 4, start + 8)) : '';
  return joinMetadata(
    picturePieces(bytes).map((piece) => {
      if (piece.kind === 'exif') return exifAndMore(piece.data);
      if (piece.kind === 'xmp') return xmpMetadata(xmpText(piece.data));
      if (piece.kind === 'iptc') return iptcMetadata(piece.data);
      return textMetadata(piece, chunkOf(piece));
    }),
  );
};
