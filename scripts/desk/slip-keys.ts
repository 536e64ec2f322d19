import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { SLIP_CODE, type Slip, signatureText, signedText, slipToken } from '#core/slip/slip.ts';

/** Addresses and short codes of slips, by the secret of the desk. */
export interface SlipKeys {
  /** Path of the page for those who type a code, with a slash at its end. */
  readonly path: string;
  /** Path of the page of a slip. */
  readonly pathOf: (slip: Slip) => string;
  /** The same as a QR code has it: scheme and host in capitals, which take fewer modules. */
  readonly encodedOf: (slip: Slip) => string;
  /** As it is printed for people to type, without a scheme: `wian.example.go.th/ack`. */
  readonly printed: string;
  /** Whether a signature is that of this slip, with all that it says. */
  readonly isSigned: (slip: Slip, signature: string) => boolean;
  /** What is kept of a short code as somebody typed it; null where it cannot be one. */
  readonly digestOf: (typed: string) => string | null;
  /** A new short code as it is printed. */
  readonly newCode: () => string;
}

/** Random bytes for a code of eight characters: some are left out. */
const CODE_BYTES = 32;

/** Makes and reads them; `site` is the address of the portal without a slash at its end. */
export const slipKeys = (secret: string, site: string): SlipKeys => {
  const at = new URL(`${site}/ack/`);
  const keyed = (what: string, text: string): string =>
    createHmac('sha256', secret).update(`${what} ${text}`).digest('hex').slice(0, 32);
  const signatureOf = (slip: Slip): string =>
    signatureText(keyed('slip address', signedText(slip)));
  const pathOf = (slip: Slip): string => `${at.pathname}${slipToken(slip.id, signatureOf(slip))}/`;
  return {
    path: at.pathname,
    pathOf,
    encodedOf: (slip) => `${at.protocol}//${at.host}`.toUpperCase() + pathOf(slip),
    printed: at.host + at.pathname.replace(/\/$/, ''),
    isSigned: (slip, signature) => {
      const [is, should] = [Buffer.from(signature), Buffer.from(signatureOf(slip))];
      return is.length === should.length && timingSafeEqual(is, should);
    },
    digestOf: (typed) => {
      const code = SLIP_CODE.read(typed);
      return code === null ? null : keyed('slip code', code);
    },
    newCode: () => SLIP_CODE.ofBytes(randomBytes(CODE_BYTES)),
  };
};
