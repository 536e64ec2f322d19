const CUT = '…';

/**
 * A text as a part of an address, for `mailto:` and for links that carry a text: line breaks as CR LF (RFC 6068), the apostrophe
 * encoded, so that the address is unambiguous in HTML.
 */
export const encodeText = (text: string): string =>
  encodeURIComponent(text.toWellFormed().replaceAll(/\r?\n/g, '\r\n')).replaceAll("'", '%27');

/** The text on one line, without white space at its ends. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Text whose encoded form has at most `longest` characters, cut between letters with their marks; `…` at the least. */
export const cutEncoded = (text: string, longest: number): string => {
  if (encodeText(text).length <= longest) return text;
  let left = longest - encodeText(CUT).length;
  let cut = '';
  for (const [letter] of text.matchAll(/\P{M}\p{M}*/gu)) {
    left -= encodeText(letter).length;
    if (left < 0) break;
    cut += letter;
  }
  return `${cut.trimEnd()}${CUT}`;
};

const ENCODED_THAI = /(?:%E0%B[89]%[89AB][0-9A-F])+/g;

/**
 * An address with its Thai letters as they are, for an attribute of a page: browsers encode them again before they do anything
 * with it, and a letter takes three bytes of the page instead of nine. Nothing else is decoded.
 */
export const withThaiLetters = (address: string): string =>
  address.replaceAll(ENCODED_THAI, (letters) => decodeURIComponent(letters));
