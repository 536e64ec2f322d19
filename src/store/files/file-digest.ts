import { createHash } from 'node:crypto';
import { readSync, writeSync } from 'node:fs';

/** Size in bytes and SHA-256 (lower-case hexadecimal) of what an open file holds. */
export interface FileDigest {
  readonly size: number;
  readonly sha256: string;
}

// Shared, as nothing waits while a part is in use: allocating it anew costs more than reading most files.
const buffer = Buffer.allocUnsafe(1 << 20);

/**
 * Reads an open file to its end, in parts, whatever its size, and gives its digest; each part goes to `take` on the way. The
 * bytes of a part are valid only within that call.
 */
export const digestFile = (handle: number, take?: (part: Uint8Array) => void): FileDigest => {
  const digest = createHash('sha256');
  let size = 0;
  for (;;) {
    const length = readSync(handle, buffer, 0, buffer.length, null);
    if (length === 0) return { size, sha256: digest.digest('hex') };
    const part = buffer.subarray(0, length);
    digest.update(part);
    take?.(part);
    size += length;
  }
};

/** Writes all of some bytes to an open file. */
export const writeAll = (handle: number, bytes: Uint8Array): void => {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
};
