import { cutEncoded, encodeText, oneLine } from '#core/text/uri-text.ts';

/** The texts of a report in the language of the frame. */
export interface ReportTexts {
  /** `about` is the letter number where the page has one, else the title. */
  readonly subject: (about: string) => string;
  readonly page: string;
  readonly address: string;
  readonly number: string;
  /** Asks for what is wrong; comes last, so that people write below it. */
  readonly request: string;
}

/** The page that a report is about. */
export interface ReportedPage {
  readonly title: string;
  /** Absolute address; null for a page whose address only the reader knows, as that of a wrong link. */
  readonly url: string | null;
  /** Number of its letter; null where it has none. */
  readonly number: string | null;
}

/**
 * Characters of the longest address that is made. Mail apps and what hands addresses to them cut or refuse long ones, some
 * from 2,000 on; a Thai letter takes nine.
 */
export const LONGEST_REPORT = 1900;

/** An address as RFC 6068 writes it: the local part encoded, the at sign kept. */
const encodeAddress = (address: string): string => {
  const at = address.lastIndexOf('@');
  return `${encodeText(address.slice(0, at))}@${encodeText(address.slice(at + 1))}`;
};

/**
 * The address (RFC 6068) that opens a mail to `to` about a page, with subject and body filled in. A title that would make it
 * longer than `LONGEST_REPORT` is cut.
 */
export const reportMail = (to: string, page: ReportedPage, texts: ReportTexts): string => {
  const number = page.number === null ? null : oneLine(page.number);
  const withTitle = (title: string): string => {
    const body = [
      `${texts.page}: ${title}`,
      ...(number === null ? [] : [`${texts.number}: ${number}`]),
      `${texts.address}: ${page.url ?? ''}`,
      '',
      texts.request,
      '',
    ].join('\n');
    const subject = encodeText(texts.subject(number ?? title));
    return `mailto:${encodeAddress(to)}?subject=${subject}&body=${encodeText(body)}`;
  };
  const room = LONGEST_REPORT - withTitle('').length;
  // The title is in the subject too where the page has no letter.
  const share = number === null ? room / 2 : room;
  return withTitle(cutEncoded(oneLine(page.title), Math.max(share, encodeText('…').length)));
};
