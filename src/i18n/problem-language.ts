import type { Note } from '#core/check/notes.ts';
import { catalogue } from '#core/message-catalogue.ts';
import { formatProblem, type Problem, problemPlace } from '#core/problem.ts';
import { CHECK_MESSAGES } from './th/check/index.ts';

/** How problems are printed in one language. */
export interface ProblemLanguage {
  /** A sentence by itself. */
  readonly text: (text: string) => string;
  readonly problem: (problem: Problem) => Problem;
  readonly note: (note: Note) => Note;
  /** A problem as lines of text, translated. */
  readonly print: (problem: Problem) => string;
  readonly printNote: (note: Note) => string;
  /** The last line of a check: how much was read, and how many problems were found. */
  readonly summary: (records: number, files: number, problems: number) => string;
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

const placeOfNote = (place: Pick<Note, 'file' | 'line' | 'column'>): string =>
  problemPlace({ ...place, what: '', fix: '' });

export const ENGLISH_PROBLEMS: ProblemLanguage = {
  text: (text) => text,
  problem: (problem) => problem,
  note: (note) => note,
  print: formatProblem,
  printNote: ({ what, fix, ...place }) => `note: ${placeOfNote(place)}: ${what}\n  fix: ${fix}`,
  summary: (records, files, problems) =>
    `${count(records, 'record')}, ${count(files, 'file')} checked: ${problems === 0 ? 'no problems' : count(problems, 'problem')}`,
};

/** Thai; a message that the catalogue lacks stays in English. */
export const thaiProblems = (): ProblemLanguage => {
  const translate = catalogue(CHECK_MESSAGES);
  const inThai = (text: string): string => translate(text) ?? text;
  const problem = (one: Problem): Problem => ({
    ...one,
    what: inThai(one.what),
    ...(one.why === undefined ? {} : { why: inThai(one.why) }),
    fix: inThai(one.fix),
  });
  const note = (one: Note): Note => ({ ...one, what: inThai(one.what), fix: inThai(one.fix) });
  return {
    text: inThai,
    problem,
    note,
    print: (one) => {
      const { what, why, fix } = problem(one);
      return [
        [problemPlace(one), what].filter(Boolean).join(': '),
        why && `  เพราะ:  ${why}`,
        `  วิธีแก้: ${fix}`,
      ]
        .filter(Boolean)
        .join('\n');
    },
    printNote: (one) => {
      const { what, fix, ...place } = note(one);
      return `หมายเหตุ: ${placeOfNote(place)}: ${what}\n  วิธีแก้: ${fix}`;
    },
    summary: (records, files, problems) =>
      `ตรวจ ${records} หน้า ${files} ไฟล์: ${problems === 0 ? 'ไม่พบข้อผิดพลาด' : `พบ ${problems} ข้อ`}`,
  };
};
