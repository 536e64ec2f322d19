import { type Label, labelOf, opensBody } from './labels.ts';
import { withoutPageTurns } from './pages.ts';
import type { SourceLine } from './source-text.ts';

/** A letter parted as the regulation lays it out; lines keep their numbers, blank ones are left out. */
export interface Sections {
  /** Above เรื่อง: stamps, number, office, date, urgency. */
  readonly head: readonly SourceLine[];
  readonly subject: readonly SourceLine[];
  readonly to: readonly SourceLine[];
  readonly references: readonly SourceLine[];
  readonly attachments: readonly SourceLine[];
  readonly body: readonly SourceLine[];
  /** From "ขอแสดงความนับถือ" (left out) to the end: signature, unit, contact. */
  readonly tail: readonly SourceLine[];
}

type Part = keyof Sections;

const SIGNATURE = /^\(\s*(?:นาย|นาง|ว่าที่|พล|พัน|ร้อย|ดร|หม่อม|ม\.)|^\([ก-\u0E4E]+\s[ก-\u0E4E ]+\)$/;

/**
 * Sorts the lines of a letter into its parts. The head has no label, and neither has the body: it begins with the
 * first line behind the labelled parts that opens running text, and ends at the closing words.
 */
export const sectionsOf = (lines: readonly SourceLine[]): Sections => {
  const parts: Record<Part, SourceLine[]> = {
    head: [],
    subject: [],
    to: [],
    references: [],
    attachments: [],
    body: [],
    tail: [],
  };
  const seen = new Set<Label>();
  let part: Part = 'head' as Part;
  let gap = false;
  for (const line of withoutPageTurns(lines)) {
    if (line.text === '') {
      gap = true;
      // Between paragraphs of the body, where sentences end.
      if (part === 'body' && parts.body.at(-1)?.text !== '') parts.body.push(line);
      continue;
    }
    const found: ReturnType<typeof labelOf> = part === 'tail' ? null : labelOf(line.text);
    const isNew =
      found !== null && !seen.has(found.label) && (part !== 'body' || found.label === 'closing');
    if (isNew) {
      seen.add(found.label);
      part = found.label === 'closing' ? 'tail' : found.label;
      if (found.rest !== '') parts[part].push({ no: line.no, text: found.rest });
    } else {
      if (leavesPart(part, line.text, gap, parts)) part = 'body';
      if (part === 'body' && SIGNATURE.test(line.text) && parts.body.length > 0) part = 'tail';
      parts[part].push(line);
    }
    gap = false;
  }
  return parts;
};

/** Ends of lines that the next one finishes, whatever it begins with. */
const UNFINISHED = /(?:เรื่อง|ลงวันที่|หนังสือ|(?<!ทุก)ที่)$/;

const leavesPart = (
  part: Part,
  text: string,
  gap: boolean,
  parts: Readonly<Record<Part, readonly SourceLine[]>>,
): boolean => {
  if (part === 'head' || part === 'body' || part === 'tail') return false;
  if (UNFINISHED.test(parts[part].at(-1)?.text ?? '')) return false;
  if (opensBody(text)) return true;
  // An addressee ends with its paragraph; lists of references and attachments hold blank lines.
  return part === 'to' && gap && parts.to.length > 0;
};

/** The text of lines that were one paragraph: Thai words run on, all else keeps a space. */
export const joinLines = (lines: readonly SourceLine[]): string =>
  lines
    .map(({ text }, at) => {
      const before = lines[at - 1]?.text;
      const runsOn =
        before === undefined || (/[ก-\u0E4E]$/.test(before) && /^[ก-\u0E4E]/.test(text));
      return runsOn ? text : ` ${text}`;
    })
    .join('');

/** One point of a numbered list, or the whole text where it has no numbers. */
export interface ListItem {
  readonly no: number;
  readonly text: string;
}

const POINT = /^\(?[๐-๙\d]{1,2}[.)]\s*(?=\S)(?![๐-๙\d])/;
const DASH = /^[-–•▪●]\s+(?=\S)/;
const THAI_LETTERS = 'กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ';
const LETTER_POINT = /^\(?([ก-ฮ])[.)]\s+(?=\S)/;

/**
 * How the points of a list are marked: with numbers, else with the letters of the alphabet in turn (ก. ข. ค.), else with
 * dashes. "น. ส." and the like mark nothing.
 */
const pointOf = (lines: readonly SourceLine[]): RegExp => {
  if (lines.some(({ text }) => POINT.test(text))) return POINT;
  const letters = lines.flatMap(({ text }) => LETTER_POINT.exec(text)?.[1] ?? []);
  const isInTurn = letters.every((letter, at) => THAI_LETTERS.indexOf(letter) === at);
  return letters.length > 0 && isInTurn ? LETTER_POINT : DASH;
};

/** The points of a list as they stand in its lines. */
export const listItems = (lines: readonly SourceLine[]): ListItem[] => {
  const groups: SourceLine[][] = [];
  const point = pointOf(lines);
  for (const line of lines) {
    const text = line.text.replace(point, '');
    const last = groups.at(-1);
    if (!last || text !== line.text) groups.push([{ no: line.no, text }]);
    else last.push(line);
  }
  return groups.map((group) => ({ no: (group[0] as SourceLine).no, text: joinLines(group) }));
};
