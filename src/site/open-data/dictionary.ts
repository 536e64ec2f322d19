import type { DictionarySection, FieldType } from '#core/open-data/dictionary.ts';
import { LANGUAGES, type Language } from '#i18n/languages.ts';
import { dataDictionary } from '#output/open-data/dictionary.ts';
import { messages } from '../i18n.ts';
import { meaningOf } from './meaning.ts';

const t = messages.openData;

const typeText = (type: FieldType): string => {
  const words = t.dictionary.type;
  switch (type.is) {
    case 'list':
    case 'nullable':
      return words[type.is](typeText(type.element));
    case 'choice':
      return words.choice(type.values.join(', '));
    case 'shape':
      return type.element ? `${type.name} (${typeText(type.element)})` : type.name;
    default:
      return words[type.is];
  }
};

const CODES = Object.keys(LANGUAGES) as Language[];

const viewField = (shape: string, { name, type }: DictionarySection['fields'][number]) => ({
  name,
  type: typeText(type),
  meanings: CODES.map((lang) => ({ lang, text: meaningOf(lang, shape, name) })),
});

const viewSection = ({ name, fields }: DictionarySection) => ({
  id: name,
  titles: CODES.map((lang) => ({
    lang,
    text: (LANGUAGES[lang].dictionary.shape as Readonly<Record<string, string>>)[name] ?? name,
  })),
  fields: fields.map((field) => viewField(name, field)),
});

/** Every shape of the open data with its fields, explained in every language of the portal. */
export const viewDictionary = () => dataDictionary().map(viewSection);

export type DictionaryView = ReturnType<typeof viewDictionary>;
