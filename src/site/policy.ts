import { scriptDigest } from '#output/script-digest.ts';

/**
 * What a page may load and run, for the browser to hold it to: files of this portal, no style within a page, and of scripts
 * within one only that which all pages have, by its digest. One text for all pages.
 */
export const policyOf = (inlineScript: string): string =>
  [
    "default-src 'self'",
    "img-src 'self' data:",
    // HarfBuzz, which draws the captions of QR codes in the browser, is WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval' ${scriptDigest(inlineScript)}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
