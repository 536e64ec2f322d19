import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip that a test makes; what is not given is as it should be. */
export interface MadeEntry {
  readonly name: string;
  readonly data?: string | Uint8Array;
  /** Bytes as they lie in the zip, deflated, in place of `data`. */
  readonly raw?: Uint8Array;
  /** Bytes unpacked, as the zip says. */
  readonly size?: number;
  /** Bytes packed, as the zip says. */
  readonly packed?: number;
  /** Where it begins, as the zip says. */
  readonly place?: number;
}

const MEBIBYTE = 2 ** 20;

/** Spaces of so many MiB, deflated: made of one piece again and again, in no time. */
export const deflatedSpaces = (mebibytes: number): Uint8Array => {
  const piece = deflateRawSync(Buffer.alloc(MEBIBYTE, ' '), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const pieces = Array.from({ length: mebibytes }, () => piece);
  return Buffer.concat([...pieces, deflateRawSync(Buffer.alloc(0))]);
};

/** A zip as hand-made, damaged or hostile ones are: its list may say anything of its files. */
export const zipOf = (entries: readonly MadeEntry[]): Uint8Array => {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const { name, data = '', raw, size, packed, place } of entries) {
    const content = Buffer.from(data as string);
    const bytes = Buffer.from(raw ?? deflateRawSync(content));
    const label = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(label.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(packed ?? bytes.length, 20);
    entry.writeUInt32LE(size ?? content.length, 24);
    entry.writeUInt16LE(label.length, 28);
    entry.writeUInt32LE(place ?? offset, 42);
    files.push(local, label, bytes);
    list.push(entry, label);
    offset += local.length + label.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    list.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...list, end]);
};
