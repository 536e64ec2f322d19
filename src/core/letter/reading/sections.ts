import { toArabicDigits } from '../digits.ts';
import { type Label, labelOf, opensBody, THROUGH_POST } from './labels.ts';
import { withoutPageTurns } from './pages.ts';
import { isSealedTo, partSealedText, sealedAddressee } from './sealed.ts';
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
  /** Whether it is under seal: it has no subject, and its office and date, which stand behind the text, are the end of its head. */
  readonly isSealed: boolean;
}

type Part = Exclude<keyof Sections, 'isSealed'>;

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
  const turned = withoutPageTurns(lines);
  const sealed = turned.findIndex((_, at) => isSealedTo(turned, at));
  for (const [at, line] of turned.entries()) {
    if (line.text === '') {
      gap = true;
      // Between paragraphs of the body, where sentences end.
      if (part === 'body' && parts.body.at(-1)?.text !== '') parts.body.push(line);
      continue;
    }
    const found: ReturnType<typeof labelOf> =
      at === sealed ? sealedLabel(line.text) : part === 'tail' ? null : labelOf(line.text);
    const isNew =
      found !== null && !seen.has(found.label) && (part !== 'body' || found.label === 'closing');
    if (isNew) {
      seen.add(found.label);
      part = found.label === 'closing' ? 'tail' : found.label;
      if (found.rest !== '') parts[part].push({ no: line.no, text: found.rest });
    } else {
      const isOfSubject = part === 'subject' && !seen.has('to') && addressesSoon(turned, at);
      if (isOfSubject && THROUGH_POST.test(line.text)) part = 'to';
      if (!isOfSubject && leavesPart(part, line.text, gap, parts)) part = 'body';
      if (part === 'body' && SIGNATURE.test(line.text) && parts.body.length > 0) part = 'tail';
      parts[part].push(line);
    }
    gap = false;
  }
  if (sealed < 0) return { ...parts, isSealed: false };
  const { body, head, tail } = partSealedText(parts.body);
  return {
    ...parts,
    body,
    head: [...parts.head, ...head],
    tail: [...tail, ...parts.tail],
    isSealed: true,
  };
};

const sealedLabel = (line: string): ReturnType<typeof labelOf> => ({
  label: 'to',
  rest: sealedAddressee(line) ?? '',
});

// No subject has more lines behind its first.
const MOST_SUBJECT_LINES = 6;

/** Whether เรียน follows within a few lines: what stands before it is still the subject, whatever it begins with. */
const addressesSoon = (lines: readonly SourceLine[], at: number): boolean =>
  lines
    .slice(at + 1, at + 1 + MOST_SUBJECT_LINES)
    .some(({ text }) => text !== '' && labelOf(text)?.label === 'to');

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
const IN_LINE = /\s\(?[๐-๙\d]{1,2}[.)]\s+(?=[^\s๐-๙\d])/g;
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

const numberOf = (mark: string): number | null => {
  const digits = /[๐-๙\d]+/.exec(mark);
  return digits ? Number(toArabicDigits(digits[0])) : null;
};

/** The next points of a list that stand on the line of point `number`, as in "๑. แบบ จำนวน ๑ ชุด ๒. คู่มือ". */
const splitInLine = ({ no, text }: ListItem, number: number | null): ListItem[] => {
  if (number === null) return [{ no, text }];
  const next = [...text.matchAll(IN_LINE)].find((match) => numberOf(match[0]) === number + 1);
  if (!next) return [{ no, text }];
  const rest = { no, text: text.slice(next.index + next[0].length) };
  return [{ no, text: text.slice(0, next.index) }, ...splitInLine(rest, number + 1)];
};

/** The points of a list as they stand in its lines. */
export const listItems = (lines: readonly SourceLine[]): ListItem[] => {
  const groups: { readonly number: number | null; readonly lines: SourceLine[] }[] = [];
  const point = pointOf(lines);
  for (const line of lines) {
    const mark = point.exec(line.text)?.[0];
    const last = groups.at(-1);
    if (last && mark === undefined) last.lines.push(line);
    else {
      const own = { no: line.no, text: line.text.slice(mark?.length ?? 0) };
      groups.push({ number: numberOf(mark ?? ''), lines: [own] });
    }
  }
  return groups.flatMap(({ number, lines: own }, at) => {
    const item = { no: (own[0] as SourceLine).no, text: joinLines(own) };
    const isNextApart = groups[at + 1]?.number === (number ?? 0) + 1;
    return isNextApart ? [item] : splitInLine(item, number);
  });
};
