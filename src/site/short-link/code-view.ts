import { type ShortAddress, shortAddress } from '#core/short-link/address.ts';
import type { CircularEntry } from '../content.ts';
import { getShortCodes } from './codes.ts';
import { type SymbolView, viewSymbol } from './symbol.ts';

/** The QR code of a circular as its page shows it. */
export interface CodeView {
  readonly address: ShortAddress;
  readonly symbol: SymbolView;
}

/** The short code of a circular; every circular has one. */
export const codeOf = async (entry: CircularEntry): Promise<string> =>
  (await getShortCodes()).get(entry.id) as string;

/** Short address and QR code of a circular for its page. */
export const getCodeView = async (entry: CircularEntry): Promise<CodeView> => {
  const address = shortAddress(import.meta.env.SITE, { code: await codeOf(entry) });
  return { address, symbol: viewSymbol(address.encoded) };
};
