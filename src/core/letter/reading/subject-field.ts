import { doubt, type Field, type FieldDoubt, missing, offer } from './field.ts';
import { inWhole, wordDoubts } from './lexicon.ts';
import { isNoisy } from './noise.ts';
import { joinLines } from './sections.ts';
import type { SourceLine } from './source-text.ts';
import { editDistance } from './spelling.ts';

const NAME = /[A-Za-z][A-Za-z]*(?:\s?[-–]\s?[A-Za-z]+)*(?: [A-Za-z]+(?:\s?[-–]\s?[A-Za-z]+)*)*/g;

// No subject is longer; what follows was not distinguished from it.
const MOST_LINES = 12;

export const tidyName = (name: string): string => name.replace(/\s*[-–]\s*/g, '-').trim();

/** Names in Latin letters that the body writes otherwise, again and again: one of the two was misread. */
const nameDoubts = (subject: string, bodyNames: readonly string[]): FieldDoubt[] => {
  const counts = new Map<string, number>();
  for (const name of bodyNames) counts.set(name, (counts.get(name) ?? 0) + 1);
  return (subject.match(NAME) ?? []).map(tidyName).flatMap((name) => {
    if (name.length < 4 || counts.has(name)) return [];
    const near = [...counts]
      .filter(([other]) => editDistance(other.toLowerCase(), name.toLowerCase(), 2) <= 2)
      .sort((a, b) => b[1] - a[1])[0];
    return near ? [doubt('unclear', 'differs-from-body', [offer(name, near[0])])] : [];
  });
};

/** The subject of a letter under seal, which has none: a person has to word what it is about. */
export const noSubject = (): Field<string> => ({
  value: null,
  read: null,
  line: null,
  doubts: [doubt('unreadable', 'no-subject')],
});

/** เรื่อง: the whole subject as printed, with doubts where a word of it was misread. */
export const readSubject = (
  lines: readonly SourceLine[],
  bodyNames: readonly string[],
): Field<string> => {
  const first = lines[0];
  if (!first) return missing();
  const value = joinLines(lines.slice(0, MOST_LINES)).replace(/\s+/g, ' ').trim();
  return {
    value,
    read: value,
    line: first.no,
    doubts: [
      ...(isNoisy(value) ? [doubt('unclear', 'noise')] : []),
      ...[...wordDoubts(value), ...nameDoubts(value, bodyNames)].map((one) => inWhole(one, value)),
    ],
  };
};
