// Control characters, lone surrogates and the two non-characters that no XML 1.0 document may hold, not even escaped.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to be found
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text without the characters that XML 1.0 forbids (section 2.2); all others, emoji too, are kept. */
export const textForXml = (text: string): string => text.replace(FORBIDDEN, '');
