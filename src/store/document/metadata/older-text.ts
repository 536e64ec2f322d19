import { PARTED } from './file-metadata.ts';

const startsWith = (bytes: Uint8Array, text: string): boolean =>
  text === String.fromCharCode(...bytes.subarray(0, text.length));

// Stretches that somebody can have written, as the tool "strings" finds them; what lies between is numbers of the format.
const WRITTEN_8 = /[\t\r\n\u0020-\u007E\u00A0\u0E01-\u0E5B\u2013\u2014\u2022\u2026]{8,}/g;
const WRITTEN_16 = /[\t\r\n\u0020-\u007E\u00A0\u00AD\u0E01-\u0E5B\u200B-\u200D\u2010-\u2026]{8,}/g;

/** Words of control, which end at a space; a character of the code page stands as two digits of its own. */
const RTF_CONTROL =
  /\\(?:(par|line|tab|cell|row)\b ?|'([\da-f]{2})|u(-?\d+) ?\??|[a-z]+-?\d* ?|[^a-z])|[{}\r\n]/gi;

const codePage = new TextDecoder('windows-874');

const rtfText = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(RTF_CONTROL, (_, gap?: string, byte?: string, unit?: string) => {
      if (gap !== undefined) return gap === 'tab' ? '\t' : '\n';
      if (byte !== undefined) return codePage.decode(Uint8Array.of(Number.parseInt(byte, 16)));
      return unit === undefined ? '' : String.fromCharCode(Number(unit) & 0xffff);
    });

/** What stands in Rich Text and in older documents of Word, Excel and PowerPoint, without its order; null for another file. */
export const olderText = (bytes: Uint8Array): string | null => {
  if (startsWith(bytes, '{\\rtf')) return rtfText(bytes);
  if (!startsWith(bytes, '\u00D0\u00CF\u0011\u00E0')) return null;
  return [
    ...codePage.decode(bytes).matchAll(WRITTEN_8),
    ...new TextDecoder('utf-16le').decode(bytes).matchAll(WRITTEN_16),
  ]
    .map(([text]) => text)
    .join(PARTED);
};
