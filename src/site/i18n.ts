import { WIAN_LANG } from 'astro:env/server';
import { LANGUAGES, type Language, PROSE } from '#i18n/languages.ts';
import type { Messages } from '#i18n/messages.ts';

/** Language of the frame, fixed for the whole site by the setting WIAN_LANG. */
export const language: Language = WIAN_LANG;

/** Interface texts in the language of the frame. */
export const messages: Messages = LANGUAGES[language];

/** Pages about the portal itself, in the language of the frame. */
export const prose = PROSE[language];

const CONTENT_LANGUAGE: Language = 'th';

/** `lang` of what editors wrote, where the frame speaks another language; undefined where both are one. */
export const contentLang = language === CONTENT_LANGUAGE ? undefined : CONTENT_LANGUAGE;
