import XMLBuilder from 'fast-xml-builder';
import { portalAddress } from '#core/address/portal-address.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true });

/** What a browser needs to search the portal from its address bar (OpenSearch 1.1). */
export const openSearch = (
  portal: { readonly name: string; readonly description: string },
  site: URL,
): string =>
  builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    OpenSearchDescription: {
      '@_xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
      // The standard allows 16 characters here and 1024 below.
      ShortName: portal.name.slice(0, 16),
      Description: portal.description.slice(0, 1024),
      InputEncoding: 'UTF-8',
      Image: {
        '@_width': '16',
        '@_height': '16',
        '@_type': 'image/svg+xml',
        '#text': portalAddress(site, '/favicon.svg'),
      },
      Url: {
        '@_type': 'text/html',
        '@_method': 'get',
        '@_template': `${portalAddress(site, '/search/')}?q={searchTerms}`,
      },
    },
  });
