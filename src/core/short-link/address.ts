import { toThaiDigits } from '#core/letter/digits.ts';

/** The short permanent address of a circular, or of one of its attachments, in the forms that are needed of it. */
export interface ShortAddress {
  /** As a link: `https://wian.example/q/K7M2XP/`. */
  readonly href: string;
  /** As it is in a QR code: the same address, spelt so that it takes the fewest modules. */
  readonly encoded: string;
  /** As it is printed for people to type: `wian.example/q/K7M2XP`. */
  readonly printed: string;
}

/** What a short address leads to, besides the circular. */
export interface ShortAddressParts {
  readonly code: string;
  /** Number of the attachment, from 1. */
  readonly attachment?: number | undefined;
  /** Id of the office that passes the circular on; it goes in the fragment, which no server sees. */
  readonly office?: string | undefined;
}

/** Path of the page that forwards: `/q/K7M2XP/`, `/q/K7M2XP/2/`. */
export const shortPath = ({ code, attachment }: Omit<ShortAddressParts, 'office'>): string =>
  attachment === undefined ? `/q/${code}/` : `/q/${code}/${attachment}/`;

/**
 * Makes the short address. `origin` is where the portal is, with or without a path (`https://wian.example`).
 * Scheme and host mean the same in capitals (RFC 3986, 6.2.2.1), and capitals take 5.5 bits in a QR code where
 * small letters take 8; the path is left as it is.
 */
export const shortAddress = (origin: string, parts: ShortAddressParts): ShortAddress => {
  const base = new URL(origin);
  const path = base.pathname.replace(/\/$/, '') + shortPath(parts);
  const fragment = parts.office === undefined ? '' : `#${parts.office}`;
  const site = `${base.protocol}//${base.host}`;
  return {
    href: site + path + fragment,
    encoded: site.toUpperCase() + path + fragment,
    printed: base.host + path.replace(/\/$/, ''),
  };
};

/** Id of an attachment's place on the page of its circular; stays with the attachment for good. */
export const attachmentAnchor = (number: number): string => `attachment-${number}`;

/** Id of the place on the page of a circular where an office makes the code for its covering letter. */
export const MAKER_ANCHOR = 'code-maker';

/** How ids of what lies with a covering letter begin on the page of its circular, by the key of the letter. */
export const coveringPrefix = (key: string): string => `letter-${key}-`;

/** Id of the place where a page says that a file was withdrawn, by the id of the place of the file. */
export const withdrawnAnchor = (anchor: string): string => `${anchor}-withdrawn`;

/** How an attachment is named in print: "สิ่งที่ส่งมาด้วย ๒". */
export const attachmentLabel = (number: number): string =>
  `สิ่งที่ส่งมาด้วย ${toThaiDigits(String(number))}`;
