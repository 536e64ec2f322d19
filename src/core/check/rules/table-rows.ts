import type { Rule } from '../content.ts';
import { LIMITS, sizedKindOf } from '../limits.ts';

const rowsOf = (text: string): number => {
  let rows = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) rows += 1;
  return rows;
};

/** No table has more rows than a build takes. */
export const tableRows: Rule = function* ({ files }) {
  for (const { path, text } of files) {
    if (text === null || text.length < LIMITS.rows || sizedKindOf(path) !== 'table') continue;
    const rows = rowsOf(text) - 1;
    if (rows <= LIMITS.rows) continue;
    yield {
      file: path,
      line: LIMITS.rows + 2,
      what: `the table has ${rows} rows`,
      why: `A table has ${LIMITS.rows} at most: see docs/limits.md.`,
      fix: 'Look for rows that were added by mistake.',
    };
  }
};
