/** What a compound file (OLE2, MS-CFB) holds; null where that is none of the documents that office programs write. */
export type CompoundContent = 'locked' | 'word' | 'excel' | null;

// Names of the streams, in the directory of the file; an encrypted OOXML document lies whole in one of them (MS-OFFCRYPTO).
const STREAMS: readonly (readonly [string, CompoundContent])[] = [
  ['EncryptedPackage', 'locked'],
  ['WordDocument', 'word'],
  ['Workbook', 'excel'],
];

/** What a compound file holds, by the names of its streams. */
export const compoundContent = (bytes: Uint8Array): CompoundContent => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = STREAMS.find(([name]) => buffer.includes(Buffer.from(name, 'utf16le')));
  return found?.[1] ?? null;
};
