import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Ending, endingText, readEnding } from '#core/board/subscription.ts';

/** The addresses in letters that end subscriptions without signing in. */
export interface Endings {
  /** Path of the page. */
  readonly path: string;
  /** The whole address that ends something for a member. */
  readonly addressOf: (member: string, ending: Ending) => string;
  /** What a token ends, and for whom; null where it was not signed by this desk. */
  readonly read: (token: string) => { readonly member: string; readonly ending: Ending } | null;
}

/** Makes and reads such addresses, signed by the secret of the desk; `site` is the address of the portal without a slash at its end. */
export const endingAddresses = (secret: string, site: string): Endings => {
  const at = new URL(`${site}/members/unsubscribe/`);
  const signatureOf = (text: string): string =>
    createHmac('sha256', secret).update(`unsubscribe ${text}`).digest('base64url');
  return {
    path: at.pathname,
    addressOf: (member, ending) => {
      const text = Buffer.from(`${endingText(ending)} ${member}`).toString('base64url');
      return `${at}?token=${text}.${signatureOf(text)}`;
    },
    read: (token) => {
      const [text = '', signature = ''] = token.split('.');
      const [is, should] = [Buffer.from(signature), Buffer.from(signatureOf(text))];
      if (is.length !== should.length || !timingSafeEqual(is, should)) return null;
      const [what = '', member = ''] = Buffer.from(text, 'base64url').toString('utf8').split(' ');
      const ending = readEnding(what);
      return ending === null || member === '' ? null : { member, ending };
    },
  };
};
