/** Longest side of the picture that is searched for a code, in pixels; telephones take larger pictures than a code needs. */
const WIDEST = 1600;

const dotsOf = async (file: Blob): Promise<ImageData> => {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, WIDEST / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('The browser draws no pictures.');
  context.drawImage(bitmap, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
};

/** What the QR code in a picture says; null where none is found. The picture never leaves the browser. */
export const readPicture = async (file: Blob): Promise<string | null> => {
  const { decodeQr } = await import('#output/qr/decode.ts');
  const { data, width, height } = await dotsOf(file);
  return decodeQr(data, width, height);
};
