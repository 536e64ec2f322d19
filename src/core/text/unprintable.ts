/**
 * Characters that no text may hold: controls besides tab and line ends, of which XML and so feeds take none; lone halves of
 * pairs and noncharacters; U+2028 and U+2029, which end a line in some programs only; and what turns the direction of text
 * around, by which a line would show something else than it says.
 */
const UNPRINTABLE =
  /(?![\t\n\r])\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}|\p{Surrogate}/u;

/** The first character of a text that it may not hold, as `U+202E`, and its place; null where there is none. */
export const unprintableIn = (text: string): { name: string; index: number } | null => {
  const found = UNPRINTABLE.exec(text);
  if (!found) return null;
  const code = (found[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  return { name: `U+${code}`, index: found.index };
};
