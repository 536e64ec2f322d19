import { formatBaht } from '#core/figures/amount.ts';
import { cutOutsOf, doubtfulFields } from '#core/letter/cut-outs.ts';
import { maskPersonalData } from '#core/letter/mask-personal-data.ts';
import { OPERATOR_FILE } from '#core/operator/operator.ts';
import type { Problem } from '#core/problem.ts';
import type { Content } from './content.ts';

/** What an editor should know though it is no fault, and keeps nothing from being published. */
export type Note = Pick<Problem, 'file' | 'line' | 'column' | 'what' | 'fix'>;

const withoutOperator = ({ operator, problems }: Content): Note[] =>
  operator || problems.some(({ file }) => file === OPERATOR_FILE)
    ? []
    : [
        {
          file: OPERATOR_FILE,
          what: 'no operator is set, so the pages say that nobody runs this copy',
          fix: 'Whoever runs it writes this file: see docs/operator.md.',
        },
      ];

const listOf = (pages: readonly number[]): string =>
  pages.length > 8 ? `${pages.slice(0, 8).join(', ')} …` : pages.join(', ');

/** Pages that are pictures hold what no program has read. */
const unreadPages = ({ files }: Content): Note[] =>
  files.flatMap(({ path, letter }) => {
    if (letter === undefined || letter.unread.length === 0) return [];
    const { sheets, unread } = letter;
    const which =
      unread.length === sheets
        ? 'no page of this letter has a text layer'
        : `pages without a text layer: ${listOf(unread)} of ${sheets}`;
    return [
      {
        file: path,
        what: `${which}, so they were not searched for personal data and marks of secrecy`,
        fix: 'Look at each of them yourself; black out personal data in the file before it is committed.',
      },
    ];
  });

/** Totals are shown to readers with both numbers: neither is known to be the wrong one. */
const doubtfulTotals = ({ totalDoubts }: Content): Note[] =>
  totalDoubts.map(({ file, line, column, subject, stated, summed }) => ({
    file,
    line,
    column,
    what: `the stated total of "${subject}" is ${formatBaht(stated)}, the sum of its parts ${formatBaht(summed)}`,
    fix: 'Compare both with the source; until one is corrected the pages show the sum and the stated total.',
  }));

/** Where to look is said with the doubt: the page of the letter's own file, and the part of it, of which the portal has a picture. */
const doubtsOnScans = ({ records }: Content): Note[] =>
  records.flatMap(({ folder, source, fields }) => {
    const { letter, letterFile, draft = false } = fields;
    if (folder === null || letterFile?.file === undefined || letter === undefined) return [];
    const doubtful = new Set(doubtfulFields({ letter }));
    return cutOutsOf({ letter, letterFile, draft })
      .filter(({ field }) => doubtful.has(field))
      .map(({ field, sheet, box: [left, top, right, bottom] }) => {
        const path = field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
        const percent = (part: number): string => `${Math.round(part / 10)} %`;
        return {
          file: source.file,
          ...source.place(path),
          what: `"${field}" is in doubt; in ${folder}/${letterFile.file} it is on page ${sheet}, from ${percent(left)} to ${percent(right)} of its width and from ${percent(top)} to ${percent(bottom)} of its height`,
          fix: 'Compare it with that part of the page, which the page of the circular shows beside the field (npm run dev); write the value, or keep the doubt.',
        };
      });
  });

/** All notes on the content, in order of file; personal data in the name of a file is masked. */
export const notesOnContent = (content: Content): Note[] =>
  [
    ...doubtfulTotals(content),
    ...doubtsOnScans(content),
    ...unreadPages(content),
    ...withoutOperator(content),
  ].map((note) => ({
    ...note,
    file: note.file === null ? null : maskPersonalData(note.file),
  }));
