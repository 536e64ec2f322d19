/** Text of a file, and the encoding in which it was written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-874';
}

const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes);

const attempt = (bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText | null => {
  try {
    return { text: decode(bytes, encoding), encoding };
  } catch {
    return null;
  }
};

/** UTF-16 without a mark at its start shows in zero or 0x0E bytes (Thai) at every other place. */
const utf16Of = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  const sample = bytes.subarray(0, 4096);
  const share = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0 || byte === 0x0e) share[at % 2] = (share[at % 2] as number) + 1;
  });
  const half = sample.length / 2;
  if (half < 4) return null;
  if ((share[1] as number) > half * 0.7 && (share[0] as number) < half * 0.3) return 'utf-16le';
  if ((share[0] as number) > half * 0.7 && (share[1] as number) < half * 0.3) return 'utf-16be';
  return null;
};

/** Bytes of the Thai code page: nearly every byte above 0x7F is a Thai letter (0xA1-0xDA, 0xDF-0xFB). */
const looksThai = (bytes: Uint8Array): boolean => {
  let [thai, other] = [0, 0];
  for (const byte of bytes) {
    if (byte < 0x80) continue;
    if ((byte >= 0xa1 && byte <= 0xda) || (byte >= 0xdf && byte <= 0xfb)) thai++;
    else other++;
  }
  return thai > 10 && other < thai * 0.1;
};

/**
 * The text of a plain-text file in UTF-8, UTF-16 (with or without its mark) or Windows-874 (TIS-620), distinguished by
 * their bytes; null for anything else.
 */
export const decodeText = (bytes: Uint8Array): DecodedText | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt(bytes.subarray(2), 'utf-16be');
  const wide = utf16Of(bytes);
  if (wide) return attempt(bytes, wide);
  const utf8 = attempt(bytes, 'utf-8');
  if (utf8) return utf8.text.includes('\0') ? null : utf8;
  return looksThai(bytes) ? attempt(bytes, 'windows-874') : null;
};
