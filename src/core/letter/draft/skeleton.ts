/**
 * What a draft made by machine says in place of what an editor has to write. The check refuses it on a page that is no
 * draft any more, so the draft and the check take it from here.
 */

/** Ends each line that asks the editor to write something. */
export const REMOVE_LINE = 'แล้วลบบรรทัดนี้';

/** What the editor is asked to write, under the heading of its part. */
export const ASKED = {
  summary: { heading: 'เรื่องนี้เกี่ยวกับอะไร', ask: 'เขียนสรุปด้วยภาษาง่าย ๆ ตรงนี้' },
  actions: { heading: 'ใครต้องทำอะไร', ask: 'เขียนสิ่งที่แต่ละฝ่ายต้องทำตรงนี้' },
} as const;

/** Heading of the questions that only the original letter can answer. */
export const QUESTIONS = 'ต้องตรวจกับต้นฉบับ';

/** Begins every text of the front matter that stands only until an editor has looked at the letter. */
export const DRAFT_MARK = 'ฉบับร่าง';

/** Where in the file that was read a day stands, for the editor who compares. */
export const foundAt = (words: string, line: number | string): string =>
  `หนังสือเขียนว่า “${words}” (บรรทัดที่ ${line})`;

/** A part of the skeleton that was left on a page. */
export interface LeftOver {
  /** From 0, of the text that was looked at. */
  readonly line: number;
  readonly kind: 'ask' | 'question' | 'place' | 'empty';
  readonly text: string;
}

const asks = [REMOVE_LINE, ...Object.values(ASKED).map(({ ask }) => ask)].map(spaceless);
const headings = new Set(Object.values(ASKED).map(({ heading }) => spaceless(heading)));
const PLACE = /หนังสือเขียนว่า.*\(บรรทัดที่ ?[\d๐-๙-]+\)/;

/** Editors' programs change spaces, and Thai needs none. */
function spaceless(text: string): string {
  return text.replace(/\s+/g, '');
}

const headingOf = (line: string): string | null => {
  const [, text] = /^#{1,6}\s+(.*?)\s*#*$/.exec(line.trim()) ?? [];
  return text === undefined ? null : spaceless(text);
};

const isEmptyPart = (lines: readonly string[], heading: number): boolean => {
  const next = lines.slice(heading + 1).find((line) => line.trim() !== '');
  return next === undefined || headingOf(next) !== null;
};

const kindOf = (lines: readonly string[], at: number): LeftOver['kind'] | null => {
  const line = lines[at] as string;
  const plain = spaceless(line);
  const heading = headingOf(line);
  if (asks.some((ask) => plain.includes(ask))) return 'ask';
  if (plain.includes(`(${QUESTIONS})`) || heading === QUESTIONS) return 'question';
  if (PLACE.test(line)) return 'place';
  return heading !== null && headings.has(heading) && isEmptyPart(lines, at) ? 'empty' : null;
};

/** Without any of these a text has nothing of the skeleton. Most have none, and need not be looked at line by line. */
const TRACES = [...asks, ...headings, QUESTIONS, 'หนังสือเขียนว่า'];

/** Everything of the skeleton that stands in the text of a page. */
export const leftOversIn = (text: string): LeftOver[] => {
  const plain = spaceless(text);
  if (!TRACES.some((trace) => plain.includes(trace))) return [];
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    const kind = kindOf(lines, at);
    return kind === null ? [] : [{ line: at, kind, text: line.trim() }];
  });
};
