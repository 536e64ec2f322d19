/**
 * Two halves of the vocabulary. Readers may be tuned on what `tuning` shows; `held-out` is for seeing afterwards
 * whether they read the kind, or only these phrases.
 */
export const VOCABULARIES = ['tuning', 'held-out'] as const;
export type Vocabulary = (typeof VOCABULARIES)[number];

/** Phrases of one kind in both halves; none is in both. */
export type Phrases<T> = Readonly<Record<Vocabulary, readonly T[]>>;
