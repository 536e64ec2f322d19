import { escapeHtml } from './snippet.ts';

/** What an oEmbed answer says of a page. */
export interface EmbeddedPage {
  readonly title: string;
  /** Absolute addresses of the page, of its card for a frame, and of the portal. */
  readonly url: string;
  readonly frame: string;
  readonly portal: string;
  /** One line below the title, for where no frame can be shown. */
  readonly text: string;
  readonly provider: string;
}

/** Size of the frame until its page reports its height, in pixels. */
const SIZE = { width: 600, height: 360 } as const;

/** How long a consumer may keep an answer, in seconds: legal force may change any day. */
const CACHE_AGE = 86_400;

/**
 * The fields of an oEmbed 1.0 answer of the type `rich`, but its `title`. WordPress ignores any other field of a provider that it does not
 * know but a quotation without attributes, links in it, and a frame (`wp_filter_oembed_result`), in this order.
 */
export const oembedFields = ({ title, url, frame, portal, text, provider }: EmbeddedPage) => ({
  type: 'rich',
  version: '1.0',
  html: [
    `<blockquote><a href="${escapeHtml(url)}">${escapeHtml(title)}</a> ${escapeHtml(text)}</blockquote>`,
    `<iframe src="${escapeHtml(frame)}" width="${SIZE.width}" height="${SIZE.height}" title="${escapeHtml(title)}"></iframe>`,
  ].join(''),
  ...SIZE,
  cache_age: CACHE_AGE,
  provider_name: provider,
  provider_url: portal,
});
