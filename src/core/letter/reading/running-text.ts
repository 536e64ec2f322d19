import { toArabicDigits } from '../digits.ts';
import type { SourceLine } from './source-text.ts';

/** Lines joined into one text (Arabic digits), from whose places the lines of the file can be told. */
export interface RunningText {
  /** As printed. */
  readonly text: string;
  /** The same with Arabic digits; places are the same. */
  readonly plain: string;
  readonly lineAt: (place: number) => number;
}

/** Joins lines with single spaces, so that a phrase broken over two lines is found. */
export const runningText = (lines: readonly SourceLine[]): RunningText => {
  const starts: number[] = [];
  let length = 0;
  for (const line of lines) {
    starts.push(length);
    length += line.text.length + 1;
  }
  const text = lines.map((line) => line.text).join(' ');
  return {
    text,
    plain: toArabicDigits(text),
    lineAt: (place) => {
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= place) low = middle;
        else high = middle - 1;
      }
      return lines[low]?.no ?? 0;
    },
  };
};
