import { basePathOf, portalAddress } from '#core/address/portal-address.ts';
import { openSearch } from '#output/feed/opensearch.ts';
import { messages } from '../i18n.ts';

const site = new URL(import.meta.env.SITE);

/** Lets a browser search the portal from its address bar. */
export const respondOpenSearch = (): Response =>
  new Response(
    openSearch({ name: messages.site.name, description: messages.site.description }, site),
    { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );

/** Programs that ask for a page to preview a link to it in a chat. */
const PREVIEWERS = ['facebookexternalhit', 'line-poker', 'Twitterbot', 'TelegramBot', 'WhatsApp'];

/**
 * Allows search engines everything, and names the list of pages. Short addresses only redirect, but links to
 * them are passed on, so those who preview links may read them.
 */
export const respondRobots = (): Response =>
  new Response(
    [
      ...PREVIEWERS.map((name) => `User-agent: ${name}`),
      'Allow: /',
      '',
      'User-agent: *',
      `Disallow: ${basePathOf(site)}/q/`,
      '',
      `Sitemap: ${portalAddress(site, '/sitemap-index.xml')}`,
      '',
    ].join('\n'),
    { headers: { 'content-type': 'text/plain; charset=utf-8' } },
  );
