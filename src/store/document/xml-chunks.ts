/** Bytes decoded at a time. */
const CHUNK = 1 << 18;

/** A piece of a text, and where its bytes begin. */
export interface TextChunk {
  readonly text: string;
  readonly start: number;
}

const isUtf16 = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

/** The end of a chunk of UTF-8 that does not part a character. */
const endOf = (bytes: Uint8Array, wanted: number): number => {
  let end = Math.min(wanted, bytes.length);
  if (end === bytes.length) return end;
  while (end > wanted - 4 && ((bytes[end] as number) & 0xc0) === 0x80) end--;
  return end;
};

/**
 * The text of a part of an office document, piece by piece: a string of all of it would take twice its bytes as soon as one
 * letter is not Latin. UTF-8, or UTF-16 behind its mark.
 */
export function* textChunks(bytes: Uint8Array, size = CHUNK): Generator<TextChunk> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWide = isUtf16(bytes);
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (let start = isWide ? 2 : hasMark ? 3 : 0; start < bytes.length; ) {
    const end = isWide ? Math.min(start + size, bytes.length) : endOf(bytes, start + size);
    yield { text: buffer.toString(isWide ? 'utf16le' : 'utf8', start, end), start };
    start = end;
  }
}
