const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const DASHES = /[\u2010-\u2015\u2212\u00AD\uFE58\uFE63]/g;
const SLASHES = /[\u2044\u2215\u29F8]/g;
const UNUSUAL =
  /[\uFF01-\uFF5E\u2010-\u2015\u2212\u00AD\uFE58\uFE63\u2044\u2215\u29F8\u00A0\u2000-\u200A\u202F\u3000\t]/;

/** Full-width characters, dashes, slashes and spaces of any kind as the plain ones. Places stay the same. */
export const foldForms = (text: string): string =>
  UNUSUAL.test(text)
    ? text
        .replace(FULL_WIDTH, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
        .replace(DASHES, '-')
        .replace(SLASHES, '/')
        .replace(/[\u00A0\u2000-\u200A\u202F\u3000\t]/g, ' ')
    : text;

/** Full-width characters alone as the plain ones; dashes and quotes stay as they were typed. */
export const foldWidth = (text: string): string =>
  UNUSUAL.test(text)
    ? text.replace(FULL_WIDTH, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
    : text;
