import { isLoopback } from '#core/address/loopback.ts';
import { shortAddress } from '#core/short-link/address.ts';
import { type Captioned, captionOf } from '#core/short-link/caption.ts';
import type { CircularEntry } from '../content.ts';
import { messages } from '../i18n.ts';
import { codeOf } from './code-view.ts';

/** What the maker of codes has to know of a circular. */
export interface FooterSubject extends Omit<Captioned, 'attachment' | 'address' | 'office'> {
  readonly siteUrl: string;
  readonly code: string;
  /** Name under which files are saved, without ending: `2567-dla-0808-4-w2007-0917`. */
  readonly fileName: string;
}

/** What the place on the page of a circular needs where an office makes the QR code for its covering letter. */
export const getFooterMaker = async (entry: CircularEntry) => {
  const { circular } = entry.data;
  const code = await codeOf(entry);
  const siteUrl: string = import.meta.env.SITE;
  const address = shortAddress(siteUrl, { code });
  const about = {
    number: circular.letter.number,
    year: entry.id.slice(0, 4),
    hasFile: circular.attachments.map(({ file }) => file !== undefined),
    hasLetter: circular.letterFile?.file !== undefined,
  };
  const subject: FooterSubject = {
    ...about,
    siteUrl,
    code,
    fileName: entry.id.replace('/', '-'),
  };
  return {
    address,
    /** Whether what is printed would lead nowhere but on this machine. */
    leadsHereAlone: isLoopback(siteUrl),
    caption: captionOf({ ...about, address: address.printed }),
    subject,
    targets: circular.attachments.map((_, index) => messages.link.files.number(index + 1)),
  };
};

export type FooterMakerView = Awaited<ReturnType<typeof getFooterMaker>>;
