import type { NamingMetadata } from '#core/check/content.ts';
import { type FileMetadata, mayBePerson, PARTED } from './file-metadata.ts';

/** Data sets of record 2 of IPTC-IIM 4.2. */
const PERSONS: Readonly<Record<number, string>> = {
  80: 'By-line',
  110: 'Credit',
  116: 'CopyrightNotice',
  118: 'Contact',
  122: 'Writer-Editor',
};
const PLACES: Readonly<Record<number, string>> = { 90: 'City', 92: 'Sub-location' };

/** Metadata of IPTC, wherever in `bytes` its data sets begin: Photoshop keeps them within a resource of its own. */
export const iptcMetadata = (bytes: Uint8Array): FileMetadata => {
  const naming: NamingMetadata[] = [];
  const texts: string[] = [];
  for (let at = 0; at + 5 <= bytes.length; ) {
    const size = ((bytes[at + 3] as number) << 8) | (bytes[at + 4] as number);
    if (bytes[at] !== 0x1c || bytes[at + 1] !== 2 || at + 5 + size > bytes.length) {
      at++;
      continue;
    }
    const set = bytes[at + 2] as number;
    const text = new TextDecoder().decode(bytes.subarray(at + 5, at + 5 + size));
    texts.push(text);
    const [person, place] = [PERSONS[set], PLACES[set]];
    if (person !== undefined && mayBePerson(text)) {
      naming.push({ property: `IPTC ${person}`, names: 'person' });
    }
    if (place !== undefined && text.trim() !== '') {
      naming.push({ property: `IPTC ${place}`, names: 'place' });
    }
    at += 5 + size;
  }
  return { naming, parts: [{ place: 'IPTC', text: texts.join(PARTED) }] };
};
