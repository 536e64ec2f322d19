import { dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';
import { PRINTED_ALPHABET, printedCode } from '#core/printed-code.ts';
import { type Movement, SLIP_SOURCE } from '#core/tracking/movement.ts';
import { newestOf } from '#core/tracking/undo.ts';

/** A slip of paper by which one office acknowledges one circular. Both days are in Thailand, and it is good on both. */
export interface Slip {
  readonly id: number;
  /** `2568/dla-x-wx-0325`. */
  readonly circular: string;
  /** Id of the office. */
  readonly office: string;
  readonly issued: IsoDate;
  readonly expires: IsoDate;
}

/** Days for which a slip is good where nobody says how many, and the most. */
export const SLIP_DAYS = 60;
export const MOST_SLIP_DAYS = 365;

/** How many days a slip is to be good, from what somebody typed; null where it is no whole number from 1 to the most. */
export const readSlipDays = (typed: string): number | null => {
  const days = /^[1-9]\d{0,2}$/.test(typed) ? Number(typed) : 0;
  return days >= 1 && days <= MOST_SLIP_DAYS ? days : null;
};

/** The last day on which a slip is good that is issued on a day for so many days, that day the first. */
export const lastDayOf = (issued: IsoDate, days: number): IsoDate =>
  dateOfDayNumber(dayNumber(issued) + days - 1);

/** Whether a slip is good on a day: neither revoked nor expired. */
export const isGoodOn = (
  { expires, revoked }: Pick<Slip, 'expires'> & { readonly revoked: boolean },
  today: IsoDate,
): boolean => !revoked && today <= expires;

/** What the signature of a slip covers, all of it: no two slips have the same text. */
export const signedText = ({ id, circular, office, issued, expires }: Slip): string =>
  JSON.stringify(['slip', id, circular, office, issued, expires]);

/** Characters of the signature in an address: 128 bits, in digits to the base of 32. */
const SIGNATURE_LENGTH = 26;
const TOKEN = /^([1-9]\d{0,8})-([0-9A-V]{26})$/;

/** The signature as it stands in an address; `hex` are 32 hexadecimal digits. In capitals, of which a QR code takes more. */
export const signatureText = (hex: string): string =>
  BigInt(`0x${hex}`).toString(32).toUpperCase().padStart(SIGNATURE_LENGTH, '0');

/** The last part of the address of a slip. */
export const slipToken = (id: number, signature: string): string => `${id}-${signature}`;

/** The number of a slip and its signature, from the last part of an address; null where it cannot be one. */
export const readSlipToken = (
  token: string,
): { readonly id: number; readonly signature: string } | null => {
  const [, id, signature] = TOKEN.exec(token.toUpperCase()) ?? [];
  return id === undefined || signature === undefined ? null : { id: Number(id), signature };
};

/** Short codes of slips, for those who cannot scan: 8 characters in two groups. */
export const SLIP_CODE = printedCode(8, 4);

/** How many short codes there are: 29 to the 8th, 500,246,412,961. */
export const SLIP_CODES = PRINTED_ALPHABET.length ** 8;
/** Slips that may be good at once: with more, a single guess would be right more often than once in a million. */
export const MOST_LIVE_SLIPS = 500_000;
/** Wrong short codes that a desk takes in a day from everybody together; addresses work on where they are used up. */
export const MOST_WRONG_A_DAY = 2000;

/** How many guesses make the chance one in a million that one of them is right, where so many slips are good. */
export const guessesToOneInAMillion = (live: number): number => SLIP_CODES / live / 1e6;

/** What is on record of an office that a slip is for. */
export interface Acknowledged {
  /** The acknowledgement that stands. */
  readonly movement: Movement;
  /** `no` of the newest row that has a say about it, which a correction names. */
  readonly newest: number;
  /** Whether it can be corrected by a slip: an officer who recorded or corrected it is not overruled by paper. */
  readonly isOfSlip: boolean;
}

/** The newest acknowledgement that stands among `own` movements of an office, by the rows of the whole ledger. */
export const acknowledgedIn = (
  recorded: readonly Movement[],
  own: readonly Movement[],
): Acknowledged | null => {
  const movement = own.findLast(({ kind }) => kind === 'acknowledged');
  if (!movement) return null;
  const newest = newestOf(recorded, movement.no);
  const rows = [recorded[movement.no - 1], recorded[newest - 1]];
  return { movement, newest, isOfSlip: rows.every((row) => row?.source === SLIP_SOURCE) };
};
