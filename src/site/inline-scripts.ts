import { askEarlyScript } from 'wian:ask-early';
import { lineScript } from 'wian:line';
import { policyOf } from './policy.ts';

/** The scripts that are within pages, as text: one in every page, and one in the page that searches. */
export { askEarlyScript, lineScript };

const COMMON = policyOf([lineScript]);

/** What a page may load and run; `inline` is the script that it has within it besides the one of every page. */
export const pagePolicy = (inline?: string): string =>
  inline === undefined ? COMMON : policyOf([lineScript, inline]);
