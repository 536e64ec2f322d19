import { escapeMarkup } from '#core/text/escape.ts';
import type { DigestItem, DigestView } from './view.ts';

/** Makes an address of a path on the portal. */
type Address = (path: string) => string;

const itemText = ({ title, lines, href }: DigestItem, address: Address): string =>
  [`• ${title}`, ...lines, address(href)].join('\n  ');

/** A digest as plain text, to be pasted into LINE, a mail or a letter. Ends without a line break. */
export const digestText = (
  { title, sections, remarks, foot }: DigestView,
  address: Address,
): string =>
  [
    title,
    ...sections.map(({ title: heading, items }) =>
      [`${heading} (${items.length})`, ...items.map((item) => itemText(item, address))].join('\n'),
    ),
    ...remarks,
    foot,
  ].join('\n\n');

const itemHtml = ({ title, lines, href }: DigestItem, address: Address): string =>
  `<li><a href="${escapeMarkup(address(href))}">${escapeMarkup(title)}</a>${lines
    .map((line) => `<br>${escapeMarkup(line)}`)
    .join('')}</li>`;

/** The sections of a digest as HTML for a mail or a feed: headings and lists, no styles, no title. */
export const digestHtml = ({ sections, remarks, foot }: DigestView, address: Address): string =>
  [
    ...sections.map(
      ({ title, items }) =>
        `<h2>${escapeMarkup(title)} (${items.length})</h2>\n<ul>\n${items
          .map((item) => itemHtml(item, address))
          .join('\n')}\n</ul>`,
    ),
    ...[...remarks, foot].map((text) => `<p>${escapeMarkup(text)}</p>`),
  ].join('\n');
