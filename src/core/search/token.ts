/** One word of a text: UTF-16 offsets (end exclusive) into the folded, hence also into the tidied text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** The folded word, which is its key in the index. */
  readonly term: string;
  readonly script: 'thai' | 'other';
  /** Whether the lexicon has it; always true of what is not Thai. */
  readonly known: boolean;
}

/** Words that mean one thing together: a letter number, a date, a word written with joiners, a concept. */
export interface Compound {
  readonly kind: 'number' | 'date' | 'joined' | 'concept';
  /** Index of the first token, and of the last. */
  readonly first: number;
  readonly last: number;
  /** Keys in the index, the most precise first. */
  readonly keys: readonly string[];
  /** Less precise keys, added to a page but not searched by a query. */
  readonly wider: readonly string[];
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly compounds: readonly Compound[];
}
