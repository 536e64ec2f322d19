/**
 * What a net that reads lines tells apart: digits, consonants, and what stands beside them on the line. Marks above and below
 * letters are not among them: what is on a consonant is told apart in {@link MARK_GROUPS}.
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

/**
 * Marks that a consonant may have, in groups of which it has one or none: a vowel above it, a tone or a silencing mark, a vowel
 * below it. Sara am is the ring above, and sara aa.
 */
export const MARK_GROUPS = [
  ['', '\u0e31', '\u0e34', '\u0e35', '\u0e36', '\u0e37', '\u0e47', '\u0e4d'],
  ['', '\u0e48', '\u0e49', '\u0e4a', '\u0e4b', '\u0e4c'],
  ['', '\u0e38', '\u0e39', '\u0e3a'],
] as const;
/** What the net says of a column: kinds, and behind them the marks of each group. */
export const LINE_SAID_COUNT = MARK_GROUPS.reduce(
  (sum, group) => sum + group.length,
  LINE_KIND_COUNT,
);
