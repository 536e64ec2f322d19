import { NOBODY } from '#core/office/route.ts';

/** Finds offices by the bytes of their ids, without making strings. */
export interface OfficeHash {
  /** Place of the office whose id stands in `bytes` from `start` up to `end`; NOBODY where there is none. */
  readonly find: (bytes: Uint8Array, start: number, end: number) => number;
}

const WIDTH = 16;

/** Open addressing with linear probing, at most a quarter full. */
export const officeHash = (ids: readonly string[]): OfficeHash => {
  let size = 64;
  while (size < ids.length * 4) size *= 2;
  const mask = size - 1;
  const slots = new Int32Array(size).fill(NOBODY);
  const names = new Uint8Array(ids.length * WIDTH);
  const lengths = new Uint8Array(ids.length);
  const slotOf = (bytes: Uint8Array, start: number, end: number): number => {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    return (hash ^ (hash >>> 15)) & mask;
  };
  for (const [place, id] of ids.entries()) {
    const bytes = Buffer.from(id, 'latin1');
    names.set(bytes, place * WIDTH);
    lengths[place] = bytes.length;
    let slot = slotOf(bytes, 0, bytes.length);
    while (slots[slot] !== NOBODY) slot = (slot + 1) & mask;
    slots[slot] = place;
  }
  return {
    find: (bytes, start, end) => {
      const length = end - start;
      for (let slot = slotOf(bytes, start, end); ; slot = (slot + 1) & mask) {
        const place = slots[slot] as number;
        if (place === NOBODY) return NOBODY;
        if (lengths[place] !== length) continue;
        const name = place * WIDTH;
        let same = 0;
        while (same < length && names[name + same] === bytes[start + same]) same++;
        if (same === length) return place;
      }
    },
  };
};
