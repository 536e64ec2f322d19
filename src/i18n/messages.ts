import { en } from './en.ts';
import { type Messages, th } from './th.ts';

export type { Messages } from './th.ts';

/** The languages that the frame of the portal speaks, by their BCP 47 tags. */
export const LANGUAGES = { th, en } as const satisfies Record<string, Messages>;
export type Language = keyof typeof LANGUAGES;
