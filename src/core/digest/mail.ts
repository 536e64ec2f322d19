import { escapeMarkup } from '#core/text/escape.ts';
import { digestText } from './print.ts';
import type { DigestItem, DigestView } from './view.ts';

/** The words of a message besides those of the digest. */
export interface MailTexts {
  readonly why: string;
  readonly unsubscribe: string;
}

/** Where a recipient unsubscribes: an https address for one press, and a mailbox. */
export interface Unsubscribe {
  readonly https: string | null;
  readonly mailbox: string;
  readonly token: string;
}

/** One message, before it takes the form of mail. */
export interface MailParts {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Address of a mailbox with the subject by which the recipient is known. */
export const unsubscribeMailto = ({ mailbox, token }: Unsubscribe): string =>
  `mailto:${mailbox}?subject=${encodeURIComponent(`unsubscribe ${token}`)}`;

/** Placeholder of a recipient's token in the address given for unsubscribing. */
export const TOKEN_PLACE = '{token}';

/** The address for one recipient. */
export const unsubscribeAddress = (template: string, token: string): string =>
  template.replaceAll(TOKEN_PLACE, encodeURIComponent(token));

/** Headers of RFC 2369 and RFC 8058, and those by which no robot answers (RFC 3834). */
const headersOf = (unsubscribe: Unsubscribe): Record<string, string> => {
  const mailto = `<${unsubscribeMailto(unsubscribe)}>`;
  const automatic = { 'Auto-Submitted': 'auto-generated', Precedence: 'bulk' };
  return unsubscribe.https === null
    ? { 'List-Unsubscribe': mailto, ...automatic }
    : {
        'List-Unsubscribe': `<${unsubscribe.https}>, ${mailto}`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        ...automatic,
      };
};

const FONT = "font-family:'Noto Sans Thai','Leelawadee UI',Thonburi,Tahoma,sans-serif";
// No colour of ground or text but these: clients that turn a message dark then have nothing to get wrong.
const STYLE = {
  body: `margin:0;padding:16px;${FONT};font-size:16px;line-height:1.7`,
  sheet: 'max-width:640px;margin:0 auto',
  h1: 'font-size:22px;line-height:1.5;margin:0 0 16px',
  h2: 'font-size:18px;line-height:1.5;margin:24px 0 8px;padding-bottom:4px;border-bottom:2px solid #76838f',
  list: 'margin:0;padding:0 0 0 20px',
  item: 'margin:0 0 12px',
  link: 'font-weight:bold;text-decoration:underline',
  line: 'display:block;font-size:14px',
  foot: 'margin:16px 0 0;font-size:14px',
} as const;

const itemHtml = ({ title, lines, href }: DigestItem, address: (path: string) => string): string =>
  [
    `<li style="${STYLE.item}"><a style="${STYLE.link}" href="${escapeMarkup(address(href))}">${escapeMarkup(title)}</a>`,
    ...lines.map((line) => `<span style="${STYLE.line}">${escapeMarkup(line)}</span>`),
    '</li>',
  ].join('\n');

const footHtml = (texts: readonly string[]): string =>
  texts.map((text) => `<p style="${STYLE.foot}">${text}</p>`).join('\n');

const htmlOf = (
  view: DigestView,
  address: (path: string) => string,
  language: string,
  foot: readonly string[],
): string =>
  [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeMarkup(view.title)}</title></head>`,
    `<body style="${STYLE.body}"><div style="${STYLE.sheet}">`,
    `<h1 style="${STYLE.h1}">${escapeMarkup(view.title)}</h1>`,
    ...view.sections.flatMap(({ title, items }) => [
      `<h2 style="${STYLE.h2}">${escapeMarkup(title)} (${items.length})</h2>`,
      `<ul style="${STYLE.list}">`,
      ...items.map((item) => itemHtml(item, address)),
      '</ul>',
    ]),
    footHtml([...view.remarks, view.foot].map(escapeMarkup)),
    footHtml(foot),
    '</div></body></html>',
  ].join('\n');

/** Whether there is anything to send: something happened, or a date comes. */
export const hasNews = ({ sections }: DigestView): boolean => sections.length > 0;

/** The digest as a message to one recipient: text and HTML say the same. */
export const mailOf = (
  view: DigestView,
  address: (path: string) => string,
  language: string,
  unsubscribe: Unsubscribe,
  texts: MailTexts,
): MailParts => {
  const link = unsubscribe.https ?? unsubscribeMailto(unsubscribe);
  const anchor = `<a href="${escapeMarkup(link)}">${escapeMarkup(texts.unsubscribe)}</a>`;
  return {
    subject: view.title,
    text: [digestText(view, address), texts.why, `${texts.unsubscribe}: ${link}`, ''].join('\n\n'),
    html: htmlOf(view, address, language, [escapeMarkup(texts.why), anchor]),
    headers: headersOf(unsubscribe),
  };
};
