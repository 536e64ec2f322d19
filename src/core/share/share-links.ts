import { cutEncoded, encodeText, oneLine } from '#core/text/uri-text.ts';

/**
 * Characters of the longest address that is made: mail apps and what hands addresses to them cut or refuse long ones, some from
 * 2,000 on. A Thai letter takes nine.
 */
export const LONGEST_SHARE_LINK = 1900;

/** LINE's own page for sharing, which works on computers as well; `https://line.me/R/share` opens on phones alone. */
const LINE = 'https://social-plugins.line.me/lineit/share';

/** What the lines of a shared text may take of an address beside the page's own. */
export const roomForLines = (url: string, subject = ''): number =>
  LONGEST_SHARE_LINK - LINE.length - 2 * encodeText(url).length - subject.length - 40;

/** A link to LINE's page on which the reader chooses whom to send the lines and the address of the page. */
export const lineShareLink = (url: string, lines: readonly string[]): string => {
  // Only line feeds: LINE shows a carriage return as an empty line.
  const text = encodeText(lines.join('\n')).replaceAll('%0D%0A', '%0A');
  return `${LINE}?url=${encodeText(url)}&text=${text}`;
};

/** The subject of a mail about a page, encoded; a long title is cut to a fifth of the address. */
export const mailSubject = (title: string): string =>
  encodeText(cutEncoded(oneLine(title), LONGEST_SHARE_LINK / 5));

/** A link (RFC 6068) that opens a mail to nobody yet, with the encoded subject, the lines and the address of the page. */
export const mailShareLink = (url: string, subject: string, lines: readonly string[]): string =>
  `mailto:?subject=${subject}&body=${encodeText([...lines, url, ''].join('\n'))}`;
