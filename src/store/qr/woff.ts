import { inflateSync } from 'node:zlib';

const HEADER = 44;
const ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;
const padded = (length: number): number => (length + 3) & ~3;

/** The TrueType or OpenType font inside a WOFF 1.0 file (W3C, WOFF File Format 1.0), as shaping engines read it. */
export const fontOfWoff = (woff: Buffer): Buffer => {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is no WOFF 1.0 file.');
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count);
  woff.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  const tables: Buffer[] = [];
  let offset = directory.length;
  for (let index = 0; index < count; index++) {
    const from = HEADER + ENTRY * index;
    const to = SFNT_HEADER + SFNT_ENTRY * index;
    const [start, packed, length, checksum] = [4, 8, 12, 16].map((at) =>
      woff.readUInt32BE(from + at),
    ) as [number, number, number, number];
    const data = woff.subarray(start, start + packed);
    const table = Buffer.alloc(padded(length));
    (packed < length ? inflateSync(data) : data).copy(table);
    woff.copy(directory, to, from, from + 4);
    directory.writeUInt32BE(checksum, to + 4);
    directory.writeUInt32BE(offset, to + 8);
    directory.writeUInt32BE(length, to + 12);
    tables.push(table);
    offset += table.length;
  }
  return Buffer.concat([directory, ...tables]);
};
