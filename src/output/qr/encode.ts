import qrcode, { type GeneratedQRCodeSegment, type QRCodeSegment } from 'qrcode';
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

/** How a text is cut into segments, and the symbol that takes them. */
interface Fit {
  readonly version: number;
  readonly level: CorrectionLevel;
  /** Lengths in bytes. */
  readonly parts: readonly {
    readonly mode: GeneratedQRCodeSegment['mode'];
    readonly length: number;
  }[];
}

const fitOf = (text: string, atLeast: CorrectionLevel): Fit | null => {
  const weakest = tryCreate(text, { errorCorrectionLevel: atLeast, maskPattern: 0 });
  if (weakest === null) return null;
  const { version, segments } = weakest;
  const stronger = CORRECTION_LEVELS.slice(CORRECTION_LEVELS.indexOf(atLeast) + 1).reverse();
  // The types of the library leave out that it takes its own segments back.
  const content = segments as unknown as QRCodeSegment[];
  const takesAll = (level: CorrectionLevel) =>
    tryCreate(content, { errorCorrectionLevel: level, version, maskPattern: 0 }) !== null;
  const parts = segments.map(({ mode, data }) => ({ mode, length: data.length }));
  return { version, level: stronger.find(takesAll) ?? atLeast, parts };
};

/** The text with one letter for all characters that a QR code takes alike; null where there are others than of ASCII. */
const shapeOf = (text: string): string | null =>
  /^[\x20-\x7e]+$/.test(text)
    ? text
        .replace(/[A-Z $%*+\-./:]/g, 'A')
        .replace(/\d/g, '0')
        .replace(/[^A0]/g, 'a')
    : null;

const fits = new Map<string, Fit | null>();

/** What `fitOf` gives, which for short addresses takes longer than their symbols: they have few shapes. */
const knownFitOf = (text: string, atLeast: CorrectionLevel): Fit | null => {
  const shape = shapeOf(text);
  if (shape === null) return fitOf(text, atLeast);
  const key = `${atLeast} ${shape}`;
  const fit = fits.get(key) ?? fitOf(text, atLeast);
  fits.set(key, fit);
  return fit;
};

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

const cut = (text: string, { parts }: Fit): QRCodeSegment[] => {
  const bytes = encoder.encode(text);
  let at = 0;
  return parts.map(({ mode, length }) => {
    const part = bytes.subarray(at, at + length);
    at += length;
    const data = mode.id === 'Byte' ? part : decoder.decode(part);
    // The types of the library leave out that it takes its own modes back.
    return { mode, data } as unknown as QRCodeSegment;
  });
};

/**
 * The QR symbol of a text: the smallest version that takes it at `atLeast`, and then the strongest correction that
 * this version has room for. Null where no version takes it. Level Q is where codes of 2 cm survive most: M loses its
 * modules to a small stain, H has smaller modules, which blur loses (tests/qr/damage.test.ts measures it).
 */
export const encodeQr = (text: string, atLeast: CorrectionLevel = 'Q'): QrSymbol | null => {
  const fit = knownFitOf(text, atLeast);
  if (fit === null) return null;
  const { version, level } = fit;
  const { modules } = qrcode.create(cut(text, fit), { errorCorrectionLevel: level, version });
  return { size: modules.size, version, level, modules: Uint8Array.from(modules.data) };
};
