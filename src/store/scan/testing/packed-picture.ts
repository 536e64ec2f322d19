import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { inkOf } from '#core/scan/levels.ts';
import type { Grey } from '#core/scan/picture.ts';
import type { MadePicture } from '../../document/testing/made-scan.ts';
import { jbig2Of } from './made-jbig2.ts';

/** How scanners pack the picture of a page in a PDF. */
export type Packing = 'JPEG' | 'CCITT' | 'JBIG2' | 'JPX';

/**
 * The page `drawnPage(CIRCULAR)` as JPEG 2000, since no library at hand writes it: `opj_compress -r 150` of Debian's
 * libopenjp2-tools made it from a PGM.
 */
const JPX = join(import.meta.dirname, '../fixtures/page.jp2');

const ROWS_TAG = 278;
const OFFSET_TAG = 273;
const BYTES_TAG = 279;

/** The one strip of a TIFF that was packed as fax of group 4. */
const stripOf = (tiff: Buffer): Uint8Array => {
  const directory = tiff.readUInt32LE(4);
  const values = new Map(
    Array.from({ length: tiff.readUInt16LE(directory) }, (_, at) => {
      const entry = directory + 2 + 12 * at;
      const isShort = tiff.readUInt16LE(entry + 2) === 3;
      const value = isShort ? tiff.readUInt16LE(entry + 8) : tiff.readUInt32LE(entry + 8);
      return [tiff.readUInt16LE(entry), value] as const;
    }),
  );
  const [rows, from, count] = [ROWS_TAG, OFFSET_TAG, BYTES_TAG].map((tag) => values.get(tag));
  if (rows === undefined || from === undefined || count === undefined) {
    throw new Error('the TIFF has no strips');
  }
  return tiff.subarray(from, from + count);
};

const STRIP = 16;

/** A picture of a page as a PDF holds it, packed in one of the ways of scanners; JPX is that of `drawnPage(CIRCULAR)` alone. */
export const packedPicture = async (page: Grey, packing: Packing): Promise<MadePicture> => {
  const { width, height, pixels } = page;
  const raw = sharp(pixels, { raw: { width, height, channels: 1 } }).toColourspace('b-w');
  const size = { width, height };
  switch (packing) {
    case 'JPEG': {
      const packed = await raw.jpeg({ quality: 60 }).toBuffer();
      const dictionary = '/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode';
      return { ...size, packed, dictionary };
    }
    case 'CCITT': {
      const tileHeight = Math.ceil(height / STRIP) * STRIP;
      const tiff = await raw
        .threshold(128)
        .tiff({ compression: 'ccittfax4', bitdepth: 1, tileHeight })
        .toBuffer();
      const dictionary = `/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/BlackIs1 true/Columns ${width}/Rows ${height}>>`;
      return { ...size, packed: stripOf(tiff), dictionary };
    }
    case 'JBIG2': {
      const packed = jbig2Of(inkOf(page, 128));
      const dictionary = '/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode';
      return { ...size, packed, dictionary };
    }
    case 'JPX':
      return { ...size, packed: await readFile(JPX), dictionary: '/Filter/JPXDecode' };
  }
};
