/**
 * Packed files of an index have a stamp that identifies the index and the file: a host, a cache or a copy that gives
 * another one, which is whole in itself, would have questions answered wrongly. It adds no bytes, as it replaces where gzip has
 * the time of packing (RFC 1952: four bytes from the fifth), which is left out so that the same pages give the same index.
 */
const PLACE = 4;

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** Stamp of a file by its name in an index, which is distinguished from others by a number of 32 bits (FNV-1a). */
const stampOf = (name: string, index: number): number => {
  let hash = index;
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
};

/** Stamps a packed file. */
export const stamp = (packed: Uint8Array, name: string, index: number): void =>
  viewOf(packed).setUint32(PLACE, stampOf(name, index), true);

/** Throws a RangeError where a packed file is not the one of that name in that index. */
export const requireStamp = (packed: Uint8Array, name: string, index: number): void => {
  if (
    packed.length >= PLACE + 4 &&
    viewOf(packed).getUint32(PLACE, true) === stampOf(name, index)
  ) {
    return;
  }
  throw new RangeError('it is not what was built, or not of this index');
};
