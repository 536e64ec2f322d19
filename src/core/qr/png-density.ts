const SIGNATURE_AND_HEADER = 8 + 25;
const BITS = 8;
const POLYNOMIAL = 0xedb88320;

/** CRC-32 of ISO 3309, as PNG chunks carry it. */
const crc32 = (bytes: Uint8Array): number => {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < BITS; bit++) crc = (crc >>> 1) ^ (crc & 1 ? POLYNOMIAL : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
};

/** The chunk that says how many dots there are to the metre (PNG specification, 11.3.5.3). */
const physicalSize = (dotsPerMetre: number): Uint8Array => {
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, dotsPerMetre);
  view.setUint32(12, dotsPerMetre);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  return chunk;
};

/** A PNG that had no size of its own, with one, so that word processors place it at the millimetre. */
export const withPrintSize = (png: Uint8Array, dotsPerMm: number): Uint8Array<ArrayBuffer> => {
  const chunk = physicalSize(Math.round(dotsPerMm * 1000));
  const sized = new Uint8Array(png.length + chunk.length);
  sized.set(png.subarray(0, SIGNATURE_AND_HEADER));
  sized.set(chunk, SIGNATURE_AND_HEADER);
  sized.set(png.subarray(SIGNATURE_AND_HEADER), SIGNATURE_AND_HEADER + chunk.length);
  return sized;
};
