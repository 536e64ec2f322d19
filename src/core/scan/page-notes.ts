import { textRows } from './page-layout.ts';
import type { FilePage, ScannedLine, ScannedPage } from './scanned-page.ts';

/** Lines from which on a share of them says something of the page. */
const FEW_LINES = 6;
/** Share of lines in doubt from which on a page as a whole is badly legible. */
const MOSTLY = 0.5;

const isDoubtful = ({ doubts, runsOut }: ScannedLine): boolean =>
  doubts.length > 0 || runsOut === true;

const notesOfScan = (page: ScannedPage): string[] => {
  const turned = page.turns === 0 ? '' : ` (it lay ${page.turns * 90} degrees turned)`;
  const rows = textRows(page.lines);
  if (rows.length === 0) {
    return [
      'shows no writing that can be read: a picture, handwriting or another script. If it is a page of the letter, scan it again upright at 300 dots per inch',
    ];
  }
  const notes = [`was read from its picture; compare every field with it${turned}`];
  if (page.cut.length > 0) {
    const ends = page.lines.filter(({ runsOut }) => runsOut).length;
    notes.push(
      `is cut off at its ${page.cut.join(' and ')} side: ${ends} of its lines run out of the picture, and what is missing was not guessed. Scan it again with all four edges of the paper in the picture`,
    );
  }
  const doubtful = page.lines.filter(isDoubtful).length;
  if (page.lines.length >= FEW_LINES && doubtful > page.lines.length * MOSTLY) {
    notes.push(
      `is badly legible: ${doubtful} of its ${page.lines.length} lines are in doubt. Scan it again at 300 dots per inch in greys, or photograph it in even light`,
    );
  }
  return notes;
};

/** What an editor should know of how a page of a file was read, a sentence each. Refused pages are problems, and not here. */
export const pageNotes = (one: FilePage): string[] => {
  const notes =
    one.kind === 'blank'
      ? ['has no ink: a blank back, or a picture that cannot be drawn']
      : one.kind === 'scan'
        ? notesOfScan(one.page)
        : [];
  return notes.map((note) => `page ${one.number} ${note}`);
};
