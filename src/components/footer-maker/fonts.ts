import regularLatin from '@fontsource/sarabun/files/sarabun-latin-400-normal.woff?url';
import boldLatin from '@fontsource/sarabun/files/sarabun-latin-700-normal.woff?url';
import regularThai from '@fontsource/sarabun/files/sarabun-thai-400-normal.woff?url';
import boldThai from '@fontsource/sarabun/files/sarabun-thai-700-normal.woff?url';
import type { FontUrls } from '#site/short-link/make-label.ts';

/** Sarabun, the face of official letters. */
export const FONTS: FontUrls = {
  regular: [regularThai, regularLatin],
  bold: [boldThai, boldLatin],
};
