import { wordDoubts } from './lexicon.ts';
import type { SourceLine } from './source-text.ts';
import { skeleton } from './spelling.ts';

const WINDOW = 10;
const MOST = 20_000;

/** The letters around the first place at which two spellings differ: the same lost mark in many words counts once. */
const placeOfFault = (a: string, b: string): string => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const before = skeleton(a.slice(0, at)).slice(-2);
  return before + skeleton(a.slice(at)).slice(0, 1);
};

/**
 * In how many ways a scan has lost tone marks or vowels: common words that are misspelled, each misspelling once, and
 * runs of letters that are spelled in two ways within the letter. Where there is one, no spelling of the letter can be
 * relied on, least of all names; where there are several, digits have suffered too.
 */
export const countLostMarks = (lines: readonly SourceLine[]): number => {
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .slice(0, MOST);
  const seen = new Map<string, string>();
  const faults = new Set<string>();
  for (const run of text.split(/[^\u0E01-\u0E4E]+/)) {
    const letters = [
      ...run.matchAll(/[ก-\u0E30\u0E32\u0E33\u0E40-\u0E46][\u0E31\u0E34-\u0E3A\u0E47-\u0E4E]*/g),
    ];
    for (let at = 0; at + WINDOW <= letters.length; at++) {
      const window = letters.slice(at, at + WINDOW).map(([one]) => one);
      const bare = skeleton(window.join(''));
      // The marks of the last letter belong to the next word as often as not.
      const spelled = window.slice(0, -1).join('');
      const before = seen.get(bare);
      if (before === undefined) seen.set(bare, spelled);
      else if (before !== spelled) faults.add(placeOfFault(before, spelled));
    }
  }
  for (const { text: line } of lines.slice(0, 80)) {
    for (const { readings } of wordDoubts(line.slice(0, 600))) {
      for (const { read, value } of readings) {
        if (value !== null && skeleton(read) === skeleton(value))
          faults.add(placeOfFault(read, value));
      }
    }
  }
  return faults.size;
};
