/** A stretch of a picture file that holds metadata, and what it holds. */
export interface PicturePiece {
  readonly kind: 'exif' | 'xmp' | 'iptc' | 'text';
  readonly data: Uint8Array;
  /** Offsets of what is to be cut out of the file for it to be gone. */
  readonly start: number;
  readonly end: number;
}

export type PictureFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'tiff' | null;

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  bytes.length >= at + text.length &&
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));

/** What kind of picture a file is, by its first bytes. */
export const pictureFormat = (bytes: Uint8Array): PictureFormat => {
  if (startsWith(bytes, '\u00FF\u00D8\u00FF')) return 'jpeg';
  if (startsWith(bytes, '\u0089PNG\r\n\u001A\n')) return 'png';
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return 'gif';
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return 'webp';
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) return 'tiff';
  return null;
};

const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const XMP_MORE = 'http://ns.adobe.com/xmp/extension/\0';

const jpegKind = (marker: number, data: Uint8Array): PicturePiece['kind'] | null => {
  if (marker === 0xfe) return 'text';
  if (marker === 0xed) return 'iptc';
  if (marker !== 0xe1) return null;
  if (startsWith(data, 'Exif\0')) return 'exif';
  return startsWith(data, XMP) || startsWith(data, XMP_MORE) ? 'xmp' : 'text';
};

const JPEG_HEAD = { exif: 6, xmp: XMP.length, iptc: 0, text: 0 } as const;

/** Segments before the picture itself (ITU-T T.81, B.1.1). */
const jpegPieces = (bytes: Uint8Array): PicturePiece[] => {
  const pieces: PicturePiece[] = [];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1] as number;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) break;
    const end = at + 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
    const data = bytes.subarray(at + 4, end);
    const kind = jpegKind(marker, data);
    if (kind) pieces.push({ kind, data: data.subarray(JPEG_HEAD[kind]), start: at, end });
    at = Math.max(end, at + 2);
  }
  return pieces;
};

const ascii = (bytes: Uint8Array, start: number, end: number): string =>
  String.fromCharCode(...bytes.subarray(start, end));

const PNG_KINDS: Readonly<Record<string, PicturePiece['kind']>> = {
  eXIf: 'exif',
  tEXt: 'text',
  zTXt: 'text',
  iTXt: 'text',
};

/** Chunks of PNG; the bytes of a checksum follow each. */
const pngPieces = (bytes: Uint8Array): PicturePiece[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: PicturePiece[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const size = view.getUint32(at);
    const kind = PNG_KINDS[ascii(bytes, at + 4, at + 8)];
    const end = Math.min(at + 12 + size, bytes.length);
    if (kind) pieces.push({ kind, data: bytes.subarray(at + 8, end - 4), start: at, end });
    at = at + 12 + size;
  }
  return pieces;
};

const webpPieces = (bytes: Uint8Array): PicturePiece[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: PicturePiece[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    const name = ascii(bytes, at, at + 4);
    const end = Math.min(at + 8 + size + (size % 2), bytes.length);
    const data = bytes.subarray(at + 8, Math.min(at + 8 + size, bytes.length));
    if (name === 'XMP ') pieces.push({ kind: 'xmp', data, start: at, end });
    if (name === 'EXIF') {
      const tiff = startsWith(data, 'Exif\0') ? data.subarray(6) : data;
      pieces.push({ kind: 'exif', data: tiff, start: at, end });
    }
    at = at + 8 + size + (size % 2);
  }
  return pieces;
};

/** End of a row of data blocks, each behind its length, the last of which is empty. */
const endOfBlocks = (bytes: Uint8Array, start: number): number => {
  let at = start;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] as number);
  return at + 1;
};

const blockData = (bytes: Uint8Array, start: number, end: number): Uint8Array => {
  const data: number[] = [];
  for (let at = start; at < end - 1; at += 1 + (bytes[at] as number)) {
    data.push(...bytes.subarray(at + 1, Math.min(at + 1 + (bytes[at] as number), end)));
  }
  return Uint8Array.from(data);
};

const colours = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Comments of GIF, and the XMP of Adobe, whose blocks have no lengths but end in a row of all bytes. */
const gifPieces = (bytes: Uint8Array): PicturePiece[] => {
  const pieces: PicturePiece[] = [];
  let at = 13 + colours(bytes[10] ?? 0);
  while (at < bytes.length && bytes[at] !== 0x3b) {
    if (bytes[at] === 0x2c) {
      at = endOfBlocks(bytes, at + 11 + colours(bytes[at + 9] ?? 0));
    } else if (bytes[at] === 0x21) {
      const label = bytes[at + 1];
      const first = at + 2;
      const end = endOfBlocks(bytes, first);
      if (label === 0xfe) {
        pieces.push({ kind: 'text', data: blockData(bytes, first, end), start: at, end });
      } else if (label === 0xff && startsWith(bytes, 'XMP DataXMP', first + 1)) {
        pieces.push({ kind: 'xmp', data: bytes.subarray(first + 12, end), start: at, end });
      }
      at = end;
    } else break;
  }
  return pieces;
};

/** All metadata of a picture of these kinds; none of a TIFF, which is one structure with it. */
export const picturePieces = (bytes: Uint8Array): PicturePiece[] => {
  const format = pictureFormat(bytes);
  if (format === 'jpeg') return jpegPieces(bytes);
  if (format === 'png') return pngPieces(bytes);
  if (format === 'webp') return webpPieces(bytes);
  return format === 'gif' ? gifPieces(bytes) : [];
};
