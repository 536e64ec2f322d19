import type { LetterLevel } from '../letter.ts';
import type { Field } from '../reading/field.ts';
import type { LetterReading } from '../reading/letter-reading.ts';
import { type Reference, readReference } from '../reading/reference-field.ts';
import { sharedPieces, similarity, trigrams } from '../reading/spelling.ts';

/** How one letter of a set passes on another; both are places in the set. */
export interface Link {
  readonly covering: number;
  readonly passesOn: number;
  /** How the covering letter cites the other, where it does. */
  readonly cites: Field<Reference> | null;
}

/** Letters that belong together: the one that all others pass on, directly or through each other. */
export interface Chain {
  readonly original: number;
  readonly links: readonly Link[];
}

const RANK: Readonly<Record<LetterLevel, number>> = {
  ministry: 0,
  department: 1,
  province: 2,
  district: 3,
  authority: 4,
  unit: 5,
};

/** A letter that names no level lies below every other: it can pass on, but nothing passes it on. */
const rankOf = ({ level }: LetterReading): number => (level.value === null ? 6 : RANK[level.value]);

const NEEDED = 2;
const SAME_SUBJECT = 0.55;

/** The letters that a letter says it brings with it ("สำเนาหนังสือ ..."). */
export const copiesIn = (letter: LetterReading): Field<Reference>[] =>
  letter.attachments
    .map(({ field }) => (field.read === null ? null : readReference(field.read, field.line ?? 0)))
    .filter((one) => one !== null);

/** A letter with what is looked at for every pair of letters, worked out once. */
interface Member {
  readonly letter: LetterReading;
  readonly subject: ReadonlySet<string>;
  readonly copies: readonly Field<Reference>[];
}

const memberOf = (letter: LetterReading): Member => ({
  letter,
  subject: trigrams(letter.subject.value ?? ''),
  copies: copiesIn(letter),
});

const namesOffice = (reference: Field<Reference>, letter: LetterReading): boolean => {
  const [named, office] = [reference.value?.issuer, letter.issuer.value];
  return Boolean(named && office && similarity(named, office) > 0.6);
};

const citationScore = (reference: Field<Reference>, letter: LetterReading): number => {
  const { value } = reference;
  if (!value) return 0;
  const number = value.number !== null && value.number === letter.number.value ? 3 : 0;
  const date = value.date !== null && value.date === letter.date.value ? 1 : 0;
  return number + date + (namesOffice(reference, letter) ? 0.5 : 0);
};

interface Candidate {
  readonly at: number;
  readonly score: number;
  readonly cites: Field<Reference> | null;
}

/** How well letter `above` fits as the one that `letter` passes on; null where nothing speaks for it. */
const candidate = (members: readonly Member[], below: number, above: number): Candidate | null => {
  const [own, over] = [members[below] as Member, members[above] as Member];
  const { copies } = own;
  const other = over.letter;
  if (below === above || rankOf(other) >= rankOf(own.letter)) return null;
  const ranked = copies
    .map((reference) => ({ reference, score: citationScore(reference, other) }))
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  const agreement = sharedPieces(own.subject, over.subject);
  const subject = agreement >= SAME_SUBJECT ? 2 * agreement : 0;
  const score = (best?.score ?? 0) + subject;
  if (score < NEEDED * SAME_SUBJECT || (subject === 0 && (best?.score ?? 0) < 3)) return null;
  const cites =
    best && (best.score > 0 || (subject > 0 && copies.length === 1)) ? best.reference : null;
  return { at: above, score, cites };
};

const linkOf = (members: readonly Member[], covering: number): Link | null => {
  const best = members
    .map((_, above) => candidate(members, covering, above))
    .filter((one) => one !== null)
    // Of two that fit alike, the nearer level is the one that was available.
    .sort(
      (a, b) =>
        b.score - a.score ||
        rankOf((members[b.at] as Member).letter) - rankOf((members[a.at] as Member).letter),
    )[0];
  return best ? { covering, passesOn: best.at, cites: best.cites } : null;
};

/** Sorts letters into chains. Each stands in one chain, alone if nothing else belongs to it; order is kept. */
export const chainsOf = (letters: readonly LetterReading[]): Chain[] => {
  const members = letters.map(memberOf);
  const links = letters.map((_, at) => linkOf(members, at));
  const originalOf = (at: number): number => {
    let top = at;
    // Each link leads to a higher level, so this ends.
    for (let link = links[top]; link; link = links[top]) top = link.passesOn;
    return top;
  };
  const chains = new Map<number, Link[]>();
  for (let at = 0; at < letters.length; at++) {
    const original = originalOf(at);
    const chain = chains.get(original) ?? [];
    const link = links[at];
    if (link) chain.push(link);
    chains.set(original, chain);
  }
  return [...chains]
    .map(([original, chain]) => ({ original, links: chain }))
    .sort((a, b) => a.original - b.original);
};
