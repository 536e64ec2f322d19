import { scriptDigest } from '#output/script-digest.ts';

/**
 * What a page may load and run, for the browser to hold it to: files of this portal, no style within a page, and of scripts
 * within one only those that are named here, by their digests.
 */
export const policyOf = (inlineScripts: readonly string[]): string =>
  [
    "default-src 'self'",
    "img-src 'self' data:",
    // HarfBuzz, which draws the captions of QR codes in the browser, is WebAssembly.
    `script-src 'self' 'wasm-unsafe-eval' ${inlineScripts.map(scriptDigest).join(' ')}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
