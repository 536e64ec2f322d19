import { readAddress, relativeAddress, wayUp } from '#core/stick/address.ts';

const URL_VALUE = /url\(\s*(["']?)([^"')]+)\1\s*\)/g;

/** A style sheet with addresses relative to it. `style` is its path within the portal, `place` on the stick. */
export const rewriteCss = (
  css: string,
  style: string,
  place: string,
  base: string,
  placeOf: (file: string) => string | null,
): string =>
  css.replace(URL_VALUE, (whole, _quote, address: string) => {
    const target = readAddress(address, style, base);
    if (target.kind !== 'file') return whole;
    const found = placeOf(target.file);
    return found === null
      ? whole
      : `url("${wayUp(place)}${relativeAddress(found)}${target.suffix}")`;
  });
