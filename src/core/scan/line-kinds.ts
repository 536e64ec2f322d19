/**
 * What a net that reads lines tells apart: digits, consonants, and what stands beside them on the line. Marks above and below
 * letters are not among them.
 */
export const LINE_CHARS = [
  ...'๐๑๒๓๔๕๖๗๘๙0123456789',
  ...'กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ',
  ...'าะเแโใไๆฯ./-:,()',
] as const;
/** No character: the edge of one, or paper. */
export const NOTHING = 0;
/** Kind n, from 1, is character n - 1 of {@link LINE_CHARS}; the last is any other, such as a Latin letter. */
export const OTHER_CHAR = LINE_CHARS.length + 1;
export const LINE_KIND_COUNT = LINE_CHARS.length + 2;
