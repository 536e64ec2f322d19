import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';
import { printChecksums } from '#core/stick/checksums.ts';
import { newWritten, sha256Of, type Written } from './folder-target.ts';
import type { MadeFile } from './make-files.ts';
import { OWN } from './pieces.ts';

const LIMIT_16 = 0xffff;
const LIMIT_32 = 0xffffffff;
/** Names are UTF-8: without it Windows reads Thai names in the code page of the machine. */
const UTF8 = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/** What holds its content compressed already. */
const COMPRESSED = /\.(?:docx|gif|jpe?g|odp|ods|odt|pdf|png|pptx|webp|woff2?|xlsx|zip)$/i;
/** 1 January 1980, the earliest day that ZIP knows: the same stick is the same file on any day. */
const DATE = 0x0021;

interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Fields that local headers and the directory share; no file is larger than 4 GiB - 1. */
const common = (
  { name, method, crc, packed, size }: Omit<Entry, 'offset'>,
  version: number,
): Buffer => {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(version, 0);
  head.writeUInt16LE(UTF8, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt16LE(0, 6);
  head.writeUInt16LE(DATE, 8);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(packed, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(name.length, 22);
  return head;
};

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const localHeader = (entry: Omit<Entry, 'offset'>): Buffer =>
  Buffer.concat([signature(0x04034b50), common(entry, 20), entry.name]);

/** An entry of the directory, with the Zip64 field where it is behind the first 4 GiB. */
const directoryEntry = (entry: Entry): Buffer => {
  const isFar = entry.offset >= LIMIT_32;
  const version = isFar ? 45 : 20;
  const head = common(entry, version);
  const extra = Buffer.alloc(isFar ? 12 : 0);
  if (isFar) {
    extra.writeUInt16LE(0x0001, 0);
    extra.writeUInt16LE(8, 2);
    extra.writeBigUInt64LE(BigInt(entry.offset), 4);
    head.writeUInt16LE(extra.length, 24);
  }
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(isFar ? LIMIT_32 : entry.offset, 10);
  const madeBy = Buffer.alloc(2);
  madeBy.writeUInt16LE(version);
  return Buffer.concat([signature(0x02014b50), madeBy, head, tail, entry.name, extra]);
};

/** The end of a ZIP file: with Zip64 where there are more entries than 65,534 or more bytes than 4 GiB. */
export const zipEnd = (count: number, size: number, offset: number): Buffer => {
  const isLarge = count >= LIMIT_16 || size >= LIMIT_32 || offset >= LIMIT_32;
  const parts: Buffer[] = [];
  if (isLarge) {
    const record = Buffer.alloc(56);
    record.writeUInt32LE(0x06064b50, 0);
    record.writeBigUInt64LE(44n, 4);
    record.writeUInt16LE(45, 12);
    record.writeUInt16LE(45, 14);
    record.writeBigUInt64LE(BigInt(count), 24);
    record.writeBigUInt64LE(BigInt(count), 32);
    record.writeBigUInt64LE(BigInt(size), 40);
    record.writeBigUInt64LE(BigInt(offset), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(offset + size), 8);
    locator.writeUInt32LE(1, 16);
    parts.push(record, locator);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(count, LIMIT_16), 8);
  end.writeUInt16LE(Math.min(count, LIMIT_16), 10);
  end.writeUInt32LE(Math.min(size, LIMIT_32), 12);
  end.writeUInt32LE(Math.min(offset, LIMIT_32), 16);
  return Buffer.concat([...parts, end]);
};

/** Bytes that are gathered before they are written. */
const CHUNK = 1 << 20;

/** A stick as one ZIP file, which is at its place when it is whole, and not before. */
export class ZipTarget {
  readonly #path: string;
  readonly #aside: string;
  readonly #handle: number | null;
  readonly #entries: Entry[] = [];
  readonly #digests = new Map<string, string>();
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #offset = 0;
  readonly written: Written = newWritten();

  constructor(path: string, isDry: boolean) {
    this.#path = path;
    this.#aside = `${path}.unfinished`;
    this.#handle = isDry ? null : openSync(this.#aside, 'w');
  }

  #flush(): void {
    if (this.#handle === null) return;
    const bytes = Buffer.concat(this.#waiting);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#handle, bytes, at);
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  #append(bytes: Buffer): void {
    this.#offset += bytes.length;
    if (this.#handle === null) return;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= CHUNK) this.#flush();
  }

  put({ path, bytes }: MadeFile): void {
    this.#digests.set(path, sha256Of(bytes));
    const isPacked = !COMPRESSED.test(path) && bytes.length > 0;
    const content = isPacked && this.#handle !== null ? deflateRawSync(bytes, { level: 6 }) : bytes;
    const entry: Entry = {
      name: Buffer.from(path),
      method: isPacked ? DEFLATED : STORED,
      crc: crc32(bytes),
      packed: content.length,
      size: bytes.length,
      offset: this.#offset,
    };
    this.#append(localHeader(entry));
    this.#append(content);
    this.#entries.push(entry);
    this.written.files++;
    this.written.written++;
    this.written.bytes += bytes.length;
    this.written.writtenBytes += content.length;
  }

  /** Writes the list of digests and the directory, and puts the file in its place. */
  end(): void {
    const list = [...this.#digests].map(([path, sha256]) => ({ path, sha256 }));
    const bytes = Buffer.from(printChecksums(list.sort((a, b) => (a.path < b.path ? -1 : 1))));
    this.put({ path: OWN.checksums, bytes });
    const start = this.#offset;
    for (const entry of this.#entries) this.#append(directoryEntry(entry));
    this.#append(zipEnd(this.#entries.length, this.#offset - start, start));
    this.#flush();
    if (this.#handle === null) return;
    fsyncSync(this.#handle);
    closeSync(this.#handle);
    renameSync(this.#aside, this.#path);
  }

  /** Leaves nothing behind; a file that was there before stays. */
  abandon(): void {
    if (this.#handle === null) return;
    closeSync(this.#handle);
    rmSync(this.#aside, { force: true });
  }
}
