import { lineScript } from 'wian:line';
import { policyOf } from './policy.ts';

/** The one script that is within pages, as text. */
export { lineScript };

/** What a page may load and run, with that script. */
export const POLICY = policyOf(lineScript);
