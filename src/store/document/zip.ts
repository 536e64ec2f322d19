import { crc32, inflateRawSync } from 'node:zlib';
import { BOUNDS, type Bounds } from './bounds.ts';
import { DocumentProblem } from './document-problem.ts';
import { withCommas } from './xml-meter.ts';

/** One file within a zip. Names have "/" between folders. */
interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  /** Bytes unpacked, as the zip says. */
  readonly size: number;
  readonly offset: number;
}

/** A zip whose files are unpacked one by one, checked against their checksums. */
export interface ZipParts {
  readonly names: readonly string[];
  /** Bytes of a file, null where there is none; throws where it is damaged, locked, or more than may be unpacked in all. */
  readonly read: (name: string) => Uint8Array | null;
}

const END = 0x06054b50;
const END_64 = 0x07064b50;
const EXTRA_64 = 0x0001;
const IN_EXTRA = 0xffffffff;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const LOCAL_BYTES = 30;
const COMMENT_BYTES = 65_535;
const STORED = 0;
const DEFLATED = 8;

const damaged = (why: string): never => {
  throw new Error(`the zip within is damaged: ${why}`);
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const endOf = (view: DataView): number => {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - COMMENT_BYTES); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return damaged('its list of files is missing, as where a download was cut short');
};

/** Where the list of files begins, and how many there are; writers of large zips keep both in a record of their own. */
const listOf = (view: DataView): { readonly count: number; readonly start: number } => {
  const end = endOf(view);
  const start = view.getUint32(end + 16, true);
  if (start !== IN_EXTRA) return { count: view.getUint16(end + 10, true), start };
  const locator = end - 20;
  const record = locator < 0 ? view.byteLength : large(view, locator + 8);
  if (locator < 0 || view.getUint32(locator, true) !== END_64 || record + 56 > view.byteLength) {
    return damaged('its list of files is missing');
  }
  return { count: large(view, record + 32), start: large(view, record + 48) };
};

const large = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Sizes and places that do not fit the entry stand behind its name, one after the other. */
const extraNumbers = (view: DataView, start: number, end: number): number[] => {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== EXTRA_64) continue;
    const count = Math.floor(Math.min(view.getUint16(at + 2, true), end - at - 4) / 8);
    return Array.from({ length: count }, (_, index) => large(view, at + 4 + index * 8));
  }
  return [];
};

const refuseEntries = (count: number, most: number): never => {
  throw new DocumentProblem({
    what: `the zip lists ${withCommas(count)} files, more than ${withCommas(most)}`,
    why: 'Documents consist of some dozens of files, or some thousands with their pictures.',
    fix: 'Open the document in its program, save it again, and give that.',
  });
};

const entriesOf = (bytes: Uint8Array, most: number): Entry[] => {
  const view = viewOf(bytes);
  const { count, start } = listOf(view);
  if (count > most) refuseEntries(count, most);
  let at = start;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) {
      damaged('its list of files is broken');
    }
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > view.byteLength) damaged('its list of files is broken');
    const name = new TextDecoder().decode(bytes.subarray(at + 46, nameEnd));
    const numbers = extraNumbers(view, nameEnd, extraEnd);
    const numberAt = (place: number): number => {
      const number = view.getUint32(place, true);
      return number === IN_EXTRA ? (numbers.shift() ?? number) : number;
    };
    const size = numberAt(at + 24);
    const packed = numberAt(at + 20);
    entries.push({
      name: name.replaceAll('\\', '/').replace(/^\//, ''),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      offset: numberAt(at + 42),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
};

const packedBytes = (bytes: Uint8Array, { name, offset, packed }: Entry): Uint8Array => {
  const view = viewOf(bytes);
  if (offset + LOCAL_BYTES > view.byteLength || view.getUint32(offset, true) !== LOCAL) {
    damaged(`${name} is not where it should be`);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) damaged(`${name} is cut short`);
  return bytes.subarray(start, start + packed);
};

const inflated = (packed: Uint8Array, { name, method, size }: Entry): Uint8Array => {
  if (method === STORED) return packed;
  if (method !== DEFLATED) damaged(`${name} is packed by method ${method}, which is not known`);
  if (size === 0) return new Uint8Array();
  try {
    return inflateRawSync(packed, { maxOutputLength: size });
  } catch (error) {
    return damaged(`${name} cannot be unpacked (${(error as Error).message})`);
  }
};

const unpack = (bytes: Uint8Array, entry: Entry): Uint8Array => {
  if (entry.flags & 1) {
    throw new DocumentProblem({
      what: 'the document is locked with a password',
      fix: 'Save a copy without the password and give that.',
    });
  }
  const content = inflated(packedBytes(bytes, entry), entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    damaged(`${entry.name} has not the checksum that it was written with`);
  }
  return content;
};

/**
 * Throws where a name is listed twice or files share bytes: programs differ in which of the two they take, so that what is
 * read here need not be what a person sees.
 */
const refuseAmbiguous = (entries: readonly Entry[]): void => {
  const seen = new Set<string>();
  for (const { name } of entries) {
    if (seen.has(name.toLowerCase())) damaged(`it lists ${name} twice`);
    seen.add(name.toLowerCase());
  }
  const sorted = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [at, { name, offset, packed }] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next && offset + LOCAL_BYTES + packed > next.offset) {
      damaged(`${name} and ${next.name} lie over each other`);
    }
  }
};

const megabytes = (bytes: number): number => Math.ceil(bytes / 1024 / 1024);

const refuseSize = (name: string, size: number, most: number): never => {
  throw new DocumentProblem({
    what: `the document has more than ${megabytes(most)} MB of text when unpacked`,
    why: `${name} would bring it to ${megabytes(size)} MB; a small file that unpacks to so much is no letter.`,
    fix: 'Save the pages of the letter as a document of its own and give that.',
  });
};

const refusePart = (name: string, size: number, most: number): never => {
  throw new DocumentProblem({
    what: `${name} has ${megabytes(size)} MB unpacked, more than ${megabytes(most)}`,
    why: 'A small file that unpacks to so much is mostly empty, or made to fill the memory.',
    fix: 'Delete the empty rows and pages at its end, or split it, and save it again.',
  });
};

/**
 * Opens a zip. Read here and by node:zlib, since packages that unpack a zip at once do not compare checksums, and believe
 * what it says of its sizes: a digit changed by a damaged disk would be read as printed, and a small file could fill the
 * memory. `most` bytes may be unpacked in all, and no file is unpacked further than the size that was counted for it.
 */
export const openZip = (bytes: Uint8Array, most: number, bounds: Bounds = BOUNDS): ZipParts => {
  const listed = entriesOf(bytes, bounds.zipEntries);
  refuseAmbiguous(listed);
  const entries = new Map(listed.map((entry) => [entry.name.toLowerCase(), entry]));
  let total = 0;
  return {
    names: [...entries.values()].map(({ name }) => name),
    read: (name) => {
      const entry = entries.get(name.toLowerCase());
      if (!entry) return null;
      if (entry.size > bounds.partBytes) refusePart(entry.name, entry.size, bounds.partBytes);
      total += entry.size;
      if (total > most) refuseSize(entry.name, total, most);
      return unpack(bytes, entry);
    },
  };
};
