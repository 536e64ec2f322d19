import type { Note } from '#core/check/notes.ts';
import { catalogue } from '#core/message-catalogue.ts';
import { formatProblem, type Problem, problemPlace } from '#core/problem.ts';
import { CHECK_MESSAGES } from '#i18n/th/check/index.ts';

/** How the check speaks to people. */
export interface CheckLanguage {
  readonly problem: (problem: Problem) => Problem;
  readonly note: (note: Note) => Note;
  readonly print: (problem: Problem) => string;
  readonly printNote: (note: Note) => string;
  /** The last line: how much was looked at, and how many problems were found. */
  readonly summary: (records: number, files: number, problems: number) => string;
}

const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

const placeOfNote = (place: Pick<Note, 'file' | 'line' | 'column'>): string =>
  problemPlace({ ...place, what: '', fix: '' });

const ENGLISH: CheckLanguage = {
  problem: (problem) => problem,
  note: (note) => note,
  print: formatProblem,
  printNote: ({ what, fix, ...place }) => `note: ${placeOfNote(place)}: ${what}\n  fix: ${fix}`,
  summary: (records, files, problems) =>
    `${count(records, 'record')}, ${count(files, 'file')} checked: ${problems === 0 ? 'no problems' : count(problems, 'problem')}`,
};

/** Thai; a message that the catalogue lacks stays in English. */
const thai = (): CheckLanguage => {
  const translate = catalogue(CHECK_MESSAGES);
  const inThai = (text: string): string => translate(text) ?? text;
  return {
    problem: (problem) => ({
      ...problem,
      what: inThai(problem.what),
      ...(problem.why === undefined ? {} : { why: inThai(problem.why) }),
      fix: inThai(problem.fix),
    }),
    note: (note) => ({ ...note, what: inThai(note.what), fix: inThai(note.fix) }),
    print: (problem) =>
      [
        [problemPlace(problem), problem.what].filter(Boolean).join(': '),
        problem.why && `  เพราะ:  ${problem.why}`,
        `  วิธีแก้: ${problem.fix}`,
      ]
        .filter(Boolean)
        .join('\n'),
    printNote: ({ what, fix, ...place }) =>
      `หมายเหตุ: ${placeOfNote(place)}: ${what}\n  วิธีแก้: ${fix}`,
    summary: (records, files, problems) =>
      `ตรวจ ${records} หน้า ${files} ไฟล์: ${problems === 0 ? 'ไม่พบข้อผิดพลาด' : `พบ ${problems} ข้อ`}`,
  };
};

/** The language that WIAN_LANG names: Thai where it is "th", else English. */
export const checkLanguage = (lang: string | undefined): CheckLanguage =>
  lang === 'th' ? thai() : ENGLISH;
