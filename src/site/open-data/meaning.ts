import { LANGUAGES, type Language } from '#i18n/languages.ts';

type Meanings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a field of a shape of the open data means; throws a RangeError for one without a meaning. */
export const meaningOf = (language: Language, shape: string, field: string): string => {
  const meanings: Meanings = LANGUAGES[language].dictionary.field;
  const meaning = meanings[shape]?.[field] ?? meanings.everywhere?.[field];
  if (meaning === undefined) {
    throw new RangeError(
      `The data dictionary does not tell what ${shape}.${field} means (${language}): add it to src/i18n/${language}/dictionary.ts.`,
    );
  }
  return meaning;
};
