import { pathInPortal } from '../address/portal-address.ts';
import { toArabicDigits } from '../letter/digits.ts';
import { readShortCode, type ShortCodeFault } from './short-code.ts';

/** What a person typed or pasted where a short code is asked for. */
export type TypedCode =
  | {
      readonly kind: 'code';
      readonly code: string;
      /** Number of the attachment behind the code; undefined where none was typed. */
      readonly attachment: number | undefined;
      /** The fragment that came along, with its #; empty where there is none. */
      readonly fragment: string;
    }
  | { readonly kind: 'fault'; readonly fault: ShortCodeFault }
  /** An address that is none of this portal's short addresses. */
  | { readonly kind: 'foreign'; readonly address: string };

const SCHEME = /^https?:\/\//i;
/** A host or path before the code, as in the printed form of an address, which has no scheme. */
const HOST = /^[^\s/]+\.[^\s/]*\/|^localhost[:/]|^[^\s/]+:\d+\//i;
const START = /^\/q\//i;
const IN_PATH = /^\/?(?:q\/)?([^/]+?)\s*(?:\/\s*(\d{1,4}))?\s*\/?$/i;

const readPath = (path: string, fragment: string): TypedCode | null => {
  const match = IN_PATH.exec(path);
  if (!match) return null;
  const { code, fault } = readShortCode(match[1] as string);
  if (fault) return { kind: 'fault', fault };
  const attachment = match[2] === undefined ? undefined : Number(match[2]);
  return { kind: 'code', code, attachment, fragment };
};

/** Reads an address, which has the scheme of the portal where it is typed without one. */
const readAddress = (address: string, sites: readonly string[]): TypedCode => {
  for (const site of sites) {
    const whole = SCHEME.test(address) ? address : `${new URL(site).protocol}//${address}`;
    const path = pathInPortal(site, whole)?.replaceAll('%20', ' ');
    const typed =
      path === undefined || !START.test(path) ? null : readPath(path, URL.parse(whole)?.hash ?? '');
    if (typed) return typed;
  }
  return { kind: 'foreign', address };
};

/**
 * Reads a short code with or without the number of an attachment (`KC9Y5D/1`), the end of a short address (`/q/KC9Y5D/`), or the
 * whole of one, with its scheme or as it is printed. `sites` are the addresses under which the portal is known: that which is
 * printed, and that of the page. Whether any circular has the code is another question.
 */
export const readTypedCode = (typed: string, sites: readonly string[]): TypedCode => {
  const text = toArabicDigits(typed).trim();
  if (SCHEME.test(text) || HOST.test(text)) return readAddress(text, sites);
  const [before = '', ...behind] = text.split('#');
  const fragment = behind.length === 0 ? '' : `#${behind.join('#')}`;
  return readPath(before.trim(), fragment) ?? { kind: 'fault', fault: faultOf(before) };
};

/** Why what has the form of no code is none; a code has no slash, so that there always is a reason. */
const faultOf = (text: string): ShortCodeFault =>
  readShortCode(text).fault ?? { kind: 'length', length: 0 };
