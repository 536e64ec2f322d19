import { unzlibSync } from 'fflate';

const HEADER = 44;
const ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;
const padded = (length: number): number => (length + 3) & ~3;

/** The TrueType or OpenType font inside a WOFF 1.0 file (W3C, WOFF File Format 1.0), as shaping engines read it. */
export const fontOfWoff = (woff: Uint8Array): Uint8Array => {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (woff.length < HEADER || from.getUint32(0) !== 0x774f4646) {
    throw new Error('This is no WOFF 1.0 file.');
  }
  const count = from.getUint16(12);
  const entries = Array.from({ length: count }, (_, index) => {
    const at = HEADER + ENTRY * index;
    const [tag, start, packed, length, checksum] = [0, 4, 8, 12, 16].map((field) =>
      from.getUint32(at + field),
    ) as [number, number, number, number, number];
    const data = woff.subarray(start, start + packed);
    return { tag, checksum, table: packed < length ? unzlibSync(data) : data };
  });
  const size = entries.reduce((sum, { table }) => sum + padded(table.length), 0);
  const font = new Uint8Array(SFNT_HEADER + SFNT_ENTRY * count + size);
  const to = new DataView(font.buffer);
  to.setUint32(0, from.getUint32(4));
  to.setUint16(4, count);
  let offset = SFNT_HEADER + SFNT_ENTRY * count;
  entries.forEach(({ tag, checksum, table }, index) => {
    const at = SFNT_HEADER + SFNT_ENTRY * index;
    [tag, checksum, offset, table.length].forEach((value, field) => {
      to.setUint32(at + 4 * field, value);
    });
    font.set(table, offset);
    offset += padded(table.length);
  });
  return font;
};
