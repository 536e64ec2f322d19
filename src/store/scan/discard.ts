/**
 * Gives back the memory of pixels that nobody needs any more. The collector alone leaves the pictures of several pages in memory
 * before it looks for them.
 */
export const discard = ({ buffer }: Uint8Array | Uint8ClampedArray): void => {
  // Buffers of the system's own making, such as WebAssembly's, can't be taken away.
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
};
