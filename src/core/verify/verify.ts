import { canonicalLetterNumber } from '#core/letter/number.ts';
import { pathInPortal } from '../address/portal-address.ts';
import { readShortCode } from '../short-link/short-code.ts';

/** A page of the portal, as an answer names it. */
export interface VerifiedPage {
  readonly href: string;
  readonly title: string;
  /** Who issued its letter, and the date in words where that is certain. */
  readonly about: string;
  /** That the date of its letter has to be compared with the original, with all that was read; null where it is certain. */
  readonly dateDoubt: string | null;
  /** Legal force in words, where a letter has taken it away. */
  readonly withdrawn: string | null;
}

/** A page that is found by the number of its letter. */
export interface NumberedPage extends VerifiedPage {
  /** That the number has to be compared with the original, with all that was read; null where it is certain. */
  readonly numberDoubt: string | null;
}

/** A file that the portal has, or had and took off. */
export interface VerifiedFile extends VerifiedPage {
  /** Title of the attachment; `title` is that of its page. */
  readonly file: string;
  /** When and why the portal took it off, in words; null for a file that it has. */
  readonly takenOff: string | null;
  /** The file that takes its place. */
  readonly replacedBy: { readonly title: string; readonly href: string } | null;
}

/** Files by SHA-256 in lower-case hexadecimal. One file may be beside several pages. */
export type FileShard = Readonly<Record<string, readonly VerifiedFile[]>>;

/** Letters by canonical number, in doubt or not. */
export type NumberShard = Readonly<Record<string, readonly NumberedPage[]>>;

/**
 * The part of the list of files in which a SHA-256 is: its first two digits. A browser that asks for it tells no
 * more than these of the file that a person has.
 */
export const fileShardPath = (sha256: string): string => `/verify/files-${sha256.slice(0, 2)}.json`;

/** The part of the list of letters in which a number is: the last two digits of its running number. */
export const numberShardPath = (canonical: string): string =>
  `/verify/numbers-${canonical.slice(-2).padStart(2, '0').replace(/\D/, '0')}.json`;

/** What a person typed or scanned to be checked. */
export type VerifyQuery =
  | { readonly kind: 'sha256'; readonly sha256: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'number'; readonly number: string }
  /** An address that is none of this portal's short addresses. */
  | { readonly kind: 'foreign'; readonly address: string }
  | { readonly kind: 'unreadable' };

const codeInAddress = (text: string, site: string): VerifyQuery | null => {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  const code = /^\/q\/([^/]+)/.exec(pathInPortal(site, text) ?? '')?.[1];
  const reading = code ? readShortCode(code) : null;
  return reading?.code ? { kind: 'code', code: reading.code } : { kind: 'foreign', address: text };
};

/** Reads a letter number, a short code, a short address or a SHA-256. `site` is where the portal is. */
export const readVerifyQuery = (typed: string, site: string): VerifyQuery => {
  const text = typed.trim();
  const hexadecimal = text.replace(/\s/g, '').toLowerCase();
  if (/^[0-9a-f]{64}$/.test(hexadecimal)) return { kind: 'sha256', sha256: hexadecimal };
  const address = codeInAddress(text, site);
  if (address) return address;
  const number = canonicalLetterNumber(text);
  if (number) return { kind: 'number', number };
  const { code } = readShortCode(text);
  return code ? { kind: 'code', code } : { kind: 'unreadable' };
};
