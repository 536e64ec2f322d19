import type { TotalDoubt } from '#core/figures/figures.ts';

const wordsOf = ({ subject }: TotalDoubt): string[] => subject.split(' ');

/** Stated totals of one kind of file (the folder below content/) that concern any of some areas and offices, by their ids. */
export const doubtsOf = (
  doubts: readonly TotalDoubt[],
  folder: 'grants' | 'finance',
  ids: ReadonlySet<string>,
): TotalDoubt[] =>
  doubts.filter(
    (one) => one.file.split('/').includes(folder) && wordsOf(one).some((word) => ids.has(word)),
  );

/** What a total is of, with ids and months as people read them; `read` is undefined for a word that is neither. */
export const subjectText = (
  doubt: TotalDoubt,
  read: (word: string) => string | undefined,
): string =>
  wordsOf(doubt)
    .map((word) => read(word) ?? word)
    .join(' ');
