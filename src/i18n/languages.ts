import { en } from './en/index.ts';
import { prose as proseEn } from './en/prose.ts';
import type { Messages, ProsePages } from './messages.ts';
import { th } from './th/index.ts';
import { prose as proseTh } from './th/prose.ts';

/** The languages that the frame of the portal speaks, by their BCP 47 tags. */
export const LANGUAGES = { th, en } as const satisfies Record<string, Messages>;
export type Language = keyof typeof LANGUAGES;

/** Pages about the portal itself, by language. */
export const PROSE = { th: proseTh, en: proseEn } as const satisfies Record<Language, ProsePages>;
