import { hash } from 'node:crypto';

/** How a content security policy names a script within a page: `'sha256-…'` of its text, exactly as it is there. */
export const scriptDigest = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;
