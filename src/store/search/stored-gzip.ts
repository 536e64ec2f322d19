import { crc32 } from 'node:zlib';

/** Magic number, deflate, no flags, no time, no hint, an unknown system: as RFC 1952 has them. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const MOST_OF_BLOCK = 0xffff;
const BLOCK_HEAD = 5;

const blockHead = (length: number, isLast: boolean): Buffer => {
  const head = Buffer.alloc(BLOCK_HEAD);
  head[0] = isLast ? 1 : 0;
  head.writeUInt16LE(length, 1);
  head.writeUInt16LE(length ^ 0xffff, 3);
  return head;
};

/**
 * A gzip file that has bytes as they are (blocks of RFC 1951 without compression): for what is coded as densely as can be, of
 * which zlib makes the same after it has looked for repetitions in vain.
 */
export const storedGzip = (bytes: Uint8Array): Buffer => {
  const blocks: Uint8Array[] = [];
  let at = 0;
  do {
    const block = bytes.subarray(at, at + MOST_OF_BLOCK);
    at += block.length;
    blocks.push(blockHead(block.length, at === bytes.length), block);
  } while (at < bytes.length);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(bytes), 0);
  tail.writeUInt32LE(bytes.length >>> 0, 4);
  return Buffer.concat([HEAD, ...blocks, tail]);
};
