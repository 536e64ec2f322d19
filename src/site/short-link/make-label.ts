import type { Drawing } from '#core/qr/drawing.ts';
import { drawLabel, type OutlineText, type TextWeight } from '#core/qr/label.ts';
import { printedSymbol, smallestPrintMm } from '#core/qr/symbol.ts';
import { type ShortAddress, shortAddress } from '#core/short-link/address.ts';
import { captionOf } from '#core/short-link/caption.ts';
import { encodeQr } from '#output/qr/encode.ts';
import type { FooterSubject } from './footer-maker.ts';

/** What a person chose on the page. */
export interface Choice {
  readonly office: { readonly id: string; readonly name: string } | null;
  readonly attachment: number | undefined;
  readonly mm: number;
}

export interface Made {
  readonly address: ShortAddress;
  /** Draws it at another width than the one chosen. */
  readonly draw: (mm: number) => Drawing;
  /** Null where the code is readable at the size chosen, else the smallest whole millimetres at which it is. */
  readonly needsMm: number | null;
}

/** Addresses of the font files of each weight. */
export type FontUrls = Readonly<Record<TextWeight, readonly string[]>>;

const fetchFont = async (url: string): Promise<Uint8Array> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
};

/** Fonts and HarfBuzz, some 250 kB that most readers never need: fetched when the first picture is made. */
export const loadOutliner = async (urls: FontUrls): Promise<OutlineText> => {
  const fetchAll = (weight: TextWeight) => Promise.all(urls[weight].map(fetchFont));
  const [{ textOutliner }, regular, bold] = await Promise.all([
    import('#output/qr/outline-text.ts'),
    fetchAll('regular'),
    fetchAll('bold'),
  ]);
  return textOutliner((weight) => (weight === 'bold' ? bold : regular));
};

/** The label that was chosen, as it will print. */
export const makeLabel = (subject: FooterSubject, choice: Choice, outline: OutlineText): Made => {
  const { siteUrl, code } = subject;
  const { attachment, office, mm } = choice;
  const address = shortAddress(siteUrl, { code, attachment, office: office?.id });
  const symbol = encodeQr(address.encoded);
  if (!symbol) throw new Error(`No QR code holds ${address.encoded}.`);
  const caption = captionOf({
    ...subject,
    attachment,
    address: address.printed,
    office: office?.name,
  });
  return {
    address,
    draw: (width) => drawLabel({ symbol, caption, title: address.href }, width, outline),
    needsMm: printedSymbol(symbol, mm).readable ? null : smallestPrintMm(symbol),
  };
};
