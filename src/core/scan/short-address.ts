import { isShortCode } from '#core/short-link/short-code.ts';
import type { PageCode } from './scanned-page.ts';

/** What one of our own codes says: the short code of a circular, and the office that passed it on. */
export interface CodeAddress {
  readonly code: string;
  /** Number of an attachment, from 1; null for the circular itself. */
  readonly attachment: number | null;
  /** Id of an office as the code has it; null where it names none. */
  readonly office: string | null;
}

const ADDRESS = /^https?:\/\/\S+?\/q\/([a-z0-9]{6})\/(?:(\d{1,3})\/)?(?:#([a-z]\d{2,6}))?$/i;

/**
 * The short address in a QR code (core/short-link/address.ts); null for any other content. Its host may be any: copies of the
 * portal move, and codes on paper stay. Codes are printed in capitals, so case says nothing but in the office.
 */
export const addressOfCode = ({ text }: Pick<PageCode, 'text'>): CodeAddress | null => {
  const match = ADDRESS.exec(text.trim());
  const code = match?.[1]?.toUpperCase() ?? '';
  if (!match || !isShortCode(code)) return null;
  return {
    code,
    attachment: match[2] === undefined ? null : Number(match[2]),
    office: match[3]?.toLowerCase() ?? null,
  };
};
