import { expect, it } from 'vitest';
import { LANGUAGES, PROSE } from '#i18n/languages.ts';
import { contentLang, language, messages, prose } from './i18n.ts';

it('takes texts and prose of the language that the settings name', () => {
  expect(language).toBe('th');
  expect(messages).toBe(LANGUAGES.th);
  expect(prose).toBe(PROSE.th);
});

it('marks what editors wrote only where the frame speaks another language', () => {
  expect(contentLang).toBe(undefined);
});
