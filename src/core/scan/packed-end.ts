/** Bytes at the end of a JPEG or JPEG 2000 in which its end may be marked: some makers pad it. */
const TAIL = 1024;

/** JPEG (ITU-T T.81) and JPEG 2000 (T.800) both end in ff d9. */
const hasEndMark = (bytes: Uint8Array): boolean => {
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL));
  return tail.some((byte, at) => byte === 0xff && tail[at + 1] === 0xd9);
};

const SEGMENT = { flags: 4, references: 5 } as const;
const LENGTH_UNKNOWN = 0xffffffff;

/** Where the segment of JBIG2 at `from` ends (T.88, 7.2); null where its header or its length does not say. */
const segmentEnd = (bytes: Uint8Array, from: number): number | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWithin = (at: number, size: number): boolean => at + size <= bytes.length;
  if (!isWithin(from, SEGMENT.references + 1)) return null;
  const number = view.getUint32(from);
  const flags = bytes[from + SEGMENT.flags] as number;
  const short = (bytes[from + SEGMENT.references] as number) >> 5;
  let at = from + SEGMENT.references + 1;
  let references = short;
  if (short === 7) {
    if (!isWithin(at - 1, 4)) return null;
    references = view.getUint32(at - 1) % 2 ** 29;
    at += 3 + Math.ceil((references + 1) / 8);
  }
  at += references * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4);
  at += flags & 0x40 ? 4 : 1;
  if (!isWithin(at, 4)) return null;
  const length = view.getUint32(at);
  return length === LENGTH_UNKNOWN ? null : at + 4 + length;
};

const isJbig2CutShort = (bytes: Uint8Array): boolean => {
  let at = 0;
  while (at < bytes.length) {
    const end = segmentEnd(bytes, at);
    // Of a segment that does not say how long it is nothing can be held against it.
    if (end === null) return false;
    if (end > bytes.length) return true;
    at = end;
  }
  return false;
};

/**
 * Whether the picture that a PDF holds ends before it is whole, by the name of its filter. What is missing of one would be
 * drawn as paper or grey, without an error. CCITT and Flate have no end that could be looked for: false.
 */
export const isCutShort = (filter: string, bytes: Uint8Array): boolean => {
  switch (filter) {
    case 'DCTDecode':
    case 'DCT':
    case 'JPXDecode':
      return !hasEndMark(bytes);
    case 'JBIG2Decode':
      return isJbig2CutShort(bytes);
    default:
      return false;
  }
};
