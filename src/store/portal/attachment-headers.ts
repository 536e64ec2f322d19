import { extname } from 'node:path';
import { RECORD_KINDS } from '#core/check/content.ts';

/** Kinds of file that a browser runs or draws with scripts when it is led to them. */
const RUNNABLE = new Set(
  '.htm .html .xhtml .xht .shtml .mht .mhtml .svg .svgz .xml .xsl .xslt .js .mjs .cjs .wasm .swf .htc'.split(
    ' ',
  ),
);

const BESIDE_PAGES = new RegExp(`^/(?:${RECORD_KINDS.join('|')})/.+[^/]$`);

/** No script, no form, no frame, no request, and an origin of its own: what is shown cannot act as the portal. */
const SANDBOX = "sandbox; default-src 'none'";

/**
 * Headers under which a file beside a page is served, by its address with all escapes resolved; none for a page. The viewers of
 * browsers show no PDF in a sandbox, and run nothing of it with the rights of its address.
 */
export const attachmentHeaders = (pathname: string): Readonly<Record<string, string>> => {
  if (!BESIDE_PAGES.test(pathname)) return {};
  const ending = extname(pathname).toLowerCase();
  return {
    'x-content-type-options': 'nosniff',
    ...(ending === '.pdf' ? {} : { 'content-security-policy': SANDBOX }),
    ...(RUNNABLE.has(ending) ? { 'content-disposition': 'attachment' } : {}),
  };
};
