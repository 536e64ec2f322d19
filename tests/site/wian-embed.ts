/** Stands for "wian:embed" in tests of view models: a script that hands back the words that it was given. */
export const embedScript = 'kept.words=WIAN_TEXTS;';
