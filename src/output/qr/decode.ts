import jsQrModule from 'jsqr';

// The package is CommonJS that exports its function as `default`; Node and bundlers disagree about where that lands.
const jsQr = ((jsQrModule as unknown as { default?: unknown }).default ??
  jsQrModule) as typeof import('jsqr').default;

/** The text of the QR code in a picture (red, green, blue and opacity of each dot); null where none is found. */
export const decodeQr = (dots: Uint8ClampedArray, width: number, height: number): string | null =>
  jsQr(dots, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
