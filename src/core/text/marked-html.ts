import { escapeMarkup } from './escape.ts';
import {
  KEEP_ELEMENT,
  LONGEST_UNBROKEN_LATIN,
  mayBreakBetween,
  type Run,
  splitRuns,
} from './runs.ts';

const markedRun = ({ kind, text }: Run): string => {
  const shown = escapeMarkup(text);
  if (kind === 'text') return shown;
  if (kind === 'keep') return `<${KEEP_ELEMENT}>${shown}</${KEEP_ELEMENT}>`;
  const classes = text.length > LONGEST_UNBROKEN_LATIN ? 'latin long' : 'latin';
  return `<span class="${classes}" lang="en">${shown}</span>`;
};

/**
 * A text as HTML with its marks: English is marked as English; letter numbers, dates and compounds stay on one line; Thai is
 * marked as `thai` where the frame is in another language. Null where the text needs no mark, as most do.
 */
export const markedHtml = (text: string, thai?: string): string | null => {
  // In a frame of another language its own words need no mark.
  if (thai && !/\p{Script=Thai}/u.test(text)) return null;
  const runs = splitRuns(text);
  if (!thai && runs.every(({ kind }) => kind === 'text')) return null;
  const html = runs
    .map((run, at) => (mayBreakBetween(runs[at - 1], run) ? '<wbr>' : '') + markedRun(run))
    .join('');
  return thai ? `<span lang="${thai}">${html}</span>` : html;
};
