import type { DeskTexts } from './desk-texts.ts';
import { desk as en } from './en/desk.ts';
import { desk as th } from './th/desk.ts';

/** Texts of the desk by the language of the portal that it stands beside. */
export const DESK_TEXTS: Readonly<Record<string, DeskTexts>> = { th, en };
