/** How many single-character changes turn `a` into `b`, an exchange of two neighbours counting as one (Damerau). */
export const editDistance = (a: string, b: string): number => {
  const [from, to] = [[...a], [...b]];
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  from.forEach((character, i) => {
    const row = [i + 1];
    to.forEach((other, j) => {
      const change = (last[j] as number) + (character === other ? 0 : 1);
      const step = Math.min(change, (last[j + 1] as number) + 1, (row[j] as number) + 1);
      const exchanged = i > 0 && j > 0 && character === to[j - 1] && from[i - 1] === other;
      row.push(exchanged ? Math.min(step, (before[j - 1] as number) + 1) : step);
    });
    before = last;
    last = row;
  });
  return last.at(-1) as number;
};

/** What people may have meant. */
export interface Candidate {
  /** Every way in which it may be written. */
  readonly spellings: readonly string[];
  /** How it is offered. */
  readonly offer: string;
}

const plain = (text: string): string => text.toLowerCase().replace(/[\s./-]/g, '');

const nearness = (asked: string, spelling: string): number => {
  const written = plain(spelling);
  if (asked !== '' && written.includes(asked)) return (written.length - asked.length) / 100;
  return editDistance(asked, written);
};

/** The candidates written most like `asked`, nearest first; those that differ in more than half are left out. */
export const nearest = (
  asked: string,
  candidates: readonly Candidate[],
  count = 3,
): readonly Candidate[] => {
  const sought = plain(asked);
  return candidates
    .map((candidate) => ({
      candidate,
      by: Math.min(...candidate.spellings.map((spelling) => nearness(sought, spelling))),
    }))
    .filter(({ by }) => by <= Math.max(2, sought.length / 2))
    .sort((a, b) => a.by - b.by || (a.candidate.offer < b.candidate.offer ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
};

/**
 * The one of `known` that was meant by a slip in typing: at most a character in six is other, and no second one is as
 * near; undefined where that cannot be said.
 */
export const nearestName = (asked: string, known: Iterable<string>): string | undefined => {
  const most = Math.max(1, Math.floor(asked.length / 6));
  let best: { readonly name: string; readonly by: number } | undefined;
  let isTied = false;
  for (const name of known) {
    if (Math.abs(name.length - asked.length) > most) continue;
    const by = editDistance(asked, name);
    if (by > most || (best && by > best.by)) continue;
    isTied = best?.by === by;
    best = { name, by };
  }
  return isTied ? undefined : best?.name;
};

/** The question whether the nearest of the known names was meant, with a space behind it; empty where none is near. */
export const didYouMean = (asked: string, known: Iterable<string>): string => {
  const meant = nearestName(asked, known);
  return meant === undefined ? '' : `Did you mean "${meant}"? `;
};
