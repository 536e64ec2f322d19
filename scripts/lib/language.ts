import { ENGLISH_PROBLEMS, type ProblemLanguage, thaiProblems } from '#i18n/problem-language.ts';

export type { ProblemLanguage } from '#i18n/problem-language.ts';

/** The language that the variable WIAN_LANG of the environment names: Thai where it is "th", else English. */
export const languageOf = ({
  WIAN_LANG,
}: Readonly<Record<string, string | undefined>>): ProblemLanguage =>
  WIAN_LANG === 'th' ? thaiProblems() : ENGLISH_PROBLEMS;
