import type { NamingMetadata } from '#core/check/content.ts';
import { type FileMetadata, mayBePerson, PARTED } from './file-metadata.ts';

/** Tags of TIFF and Exif 2.32 (CIPA DC-008) that name somebody or something. */
const PERSONS: Readonly<Record<number, string>> = {
  315: 'Artist',
  316: 'HostComputer',
  33432: 'Copyright',
  40093: 'XPAuthor',
  42032: 'CameraOwnerName',
};
const DEVICES: Readonly<Record<number, string>> = {
  42033: 'BodySerialNumber',
  42037: 'LensSerialNumber',
  50735: 'CameraSerialNumber',
};
const SUB_DIRECTORIES = new Set([0x8769, 0xa005]);
const GPS = 0x8825;
const GPS_POSITION = new Set([2, 4, 20, 22]);
const ORIENTATION = 0x0112;
const XMP_TAG = 0x02bc;
const IPTC_TAG = 0x83bb;
const BYTES_OF_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const MOST_ENTRIES = 2000;

interface Entry {
  readonly tag: number;
  readonly value: Uint8Array;
  readonly isGps: boolean;
}

const isWide = (tag: number): boolean => tag >= 0x9c9b && tag <= 0x9c9f;

const textOf = ({ tag, value }: Entry): string => {
  if (isWide(tag)) return new TextDecoder('utf-16le').decode(value).replace(/\0/g, '');
  const text = new TextDecoder().decode(value);
  // A comment has its encoding before it in eight characters.
  return text.replace(/^(?:ASCII\0{3}|UNICODE\0|JIS\0{5}|\0{8})/, '').replace(/\0/g, '');
};

/** Entries of all directories of a TIFF structure; none where it is none. Offsets that lead out of it are passed over. */
const entriesOf = (bytes: Uint8Array): { entries: Entry[]; little: boolean } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const entries: Entry[] = [];
  if (bytes.length < 8 || view.getUint16(2, little) !== 42) return { entries, little };
  const pending = [{ at: view.getUint32(4, little), isGps: false }];
  const seen = new Set<number>();
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { at, isGps } = next;
    if (seen.has(at) || at + 2 > bytes.length) continue;
    seen.add(at);
    const count = view.getUint16(at, little);
    for (let index = 0; index < count && entries.length < MOST_ENTRIES; index++) {
      const entry = at + 2 + index * 12;
      if (entry + 12 > bytes.length) break;
      const tag = view.getUint16(entry, little);
      const size =
        (BYTES_OF_TYPE[view.getUint16(entry + 2, little)] ?? 0) * view.getUint32(entry + 4, little);
      const place = size > 4 ? view.getUint32(entry + 8, little) : entry + 8;
      const value = bytes.subarray(place, place + size);
      if (SUB_DIRECTORIES.has(tag)) pending.push({ at: view.getUint32(entry + 8, little), isGps });
      else if (tag === GPS) pending.push({ at: view.getUint32(entry + 8, little), isGps: true });
      else entries.push({ tag, value, isGps });
    }
    const end = at + 2 + count * 12;
    if (!isGps && end + 4 <= bytes.length) pending.push({ at: view.getUint32(end, little), isGps });
  }
  return { entries, little };
};

const namingOf = (entry: Entry): NamingMetadata[] => {
  const { tag, isGps, value } = entry;
  if (isGps) {
    const isSet = GPS_POSITION.has(tag) && value.some((byte) => byte !== 0);
    return isSet ? [{ property: 'Exif GPS', names: 'place' }] : [];
  }
  const person = PERSONS[tag];
  if (person !== undefined && mayBePerson(textOf(entry))) {
    return [{ property: `Exif ${person}`, names: 'person' }];
  }
  const device = DEVICES[tag];
  return device !== undefined && textOf(entry).trim() !== ''
    ? [{ property: `Exif ${device}`, names: 'device' }]
    : [];
};

/** What Exif tells; also parts of other kinds that a TIFF holds. */
export interface ExifMetadata extends FileMetadata {
  /** How the picture is to be turned (1: as it is). */
  readonly orientation: number;
  readonly xmp: Uint8Array | null;
  readonly iptc: Uint8Array | null;
}

/** Metadata in a TIFF structure: the Exif of a picture, or a whole TIFF. */
export const exifMetadata = (bytes: Uint8Array): ExifMetadata => {
  const { entries, little } = entriesOf(bytes);
  const firstOf = (tag: number) => entries.find((one) => one.tag === tag && !one.isGps)?.value;
  const orientation = firstOf(ORIENTATION);
  const texts = entries.filter(
    ({ tag, value, isGps }) =>
      !isGps && tag !== XMP_TAG && tag !== IPTC_TAG && value.length > 8 && value.length < 100_000,
  );
  return {
    naming: entries.flatMap(namingOf),
    parts: [{ place: 'Exif', text: texts.map(textOf).join(PARTED) }],
    orientation: orientation?.[little ? 0 : 1] ?? 1,
    xmp: firstOf(XMP_TAG) ?? null,
    iptc: firstOf(IPTC_TAG) ?? null,
  };
};
