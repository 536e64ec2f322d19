import qrcode, { type QRCodeSegment } from 'qrcode';
import { CORRECTION_LEVELS, type CorrectionLevel, type QrSymbol } from '#core/qr/symbol.ts';

type Options = Parameters<typeof qrcode.create>[1];

type Content = Parameters<typeof qrcode.create>[0];

const tryCreate = (text: Content, options: Options): ReturnType<typeof qrcode.create> | null => {
  try {
    return qrcode.create(text, options);
  } catch (error) {
    if (/amount of data is too big|cannot contain this amount/.test(String(error))) return null;
    throw error;
  }
};

/**
 * The QR symbol of a text: the smallest version that takes it at `atLeast`, and then the strongest correction that
 * this version has room for. Null where no version takes it. Level Q is where codes of 2 cm survive most: M loses its
 * modules to a small stain, H has smaller modules, which blur loses (tests/qr/damage.test.ts measures it).
 */
export const encodeQr = (text: string, atLeast: CorrectionLevel = 'Q'): QrSymbol | null => {
  const weakest = tryCreate(text, { errorCorrectionLevel: atLeast, maskPattern: 0 });
  if (weakest === null) return null;
  const { version } = weakest;
  // How the text is best cut depends on the version alone, and takes longer than the rest. The types of the library
  // leave out that it takes its own segments back.
  const segments = weakest.segments as unknown as QRCodeSegment[];
  const stronger = CORRECTION_LEVELS.slice(CORRECTION_LEVELS.indexOf(atLeast) + 1).reverse();
  const level =
    stronger.find((one) =>
      tryCreate(segments, { errorCorrectionLevel: one, version, maskPattern: 0 }),
    ) ?? atLeast;
  const { modules } = qrcode.create(segments, { errorCorrectionLevel: level, version });
  return { size: modules.size, version, level, modules: Uint8Array.from(modules.data) };
};
