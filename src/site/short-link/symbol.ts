import { svgPathData } from '#core/qr/path.ts';
import { QUIET_ZONE, sizeWithQuietZone, symbolPath } from '#core/qr/symbol.ts';
import { encodeQr } from '#output/qr/encode.ts';

/** A QR code as a page draws it: one path on a square with its quiet zone. */
export interface SymbolView {
  /** Modules on each side with the quiet zone. */
  readonly size: number;
  readonly path: string;
}

const drawSymbol = (encoded: string): SymbolView => {
  const symbol = encodeQr(encoded);
  if (!symbol) throw new Error(`No QR code holds ${encoded}: the portal needs a shorter address.`);
  return {
    size: sizeWithQuietZone(symbol),
    path: `M${QUIET_ZONE} ${QUIET_ZONE}${svgPathData(symbolPath(symbol))}`,
  };
};

const drawn = new Map<string, SymbolView>();

/** The QR code of an address as it is spelt for codes; drawn once for all pages that show it. */
export const viewSymbol = (encoded: string): SymbolView => {
  const symbol = drawn.get(encoded) ?? drawSymbol(encoded);
  drawn.set(encoded, symbol);
  return symbol;
};
