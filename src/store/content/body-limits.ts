import type { Nodes, Root } from 'mdast';
import type { Body } from '#core/check/content.ts';
import { LIMITS } from '#core/check/limits.ts';

type BodyProblem = Body['problems'][number];
type Place = Pick<BodyProblem, 'column' | 'line'>;

const WHY = `Quotes, lists, emphasis and elements stand at most ${LIMITS.nesting} within each other: see docs/limits.md.`;

/** The problem of a body that nests deeper than a build can follow. */
export const tooDeep = (place: Place): BodyProblem => ({
  ...place,
  what: 'quotes, lists, emphasis or elements are nested too deeply here',
  why: WHY,
  fix: 'Write it flat: headings and short lists say the same.',
});

const tooManyMarks = (place: Place): BodyProblem => ({
  ...place,
  what: 'this paragraph holds more signs of Markdown than can be paired',
  why: `A paragraph holds at most ${LIMITS.marks} of * _ ~ [ < { and \` together: see docs/limits.md.`,
  fix: 'Divide it by empty lines, or put a backslash before signs that stand for themselves.',
});

const TOO_MUCH = `Parsed, a page of ${LIMITS.marksOfBody} marks or ${LIMITS.lines} lines takes up to a gigabyte of memory: see docs/limits.md.`;

/** Signs of Markdown of a body: a run of the same sign makes one mark, however long. */
const RUNS_OF_MARKS = /[*_~`]+|[[<{]/g;

/** How often `sign` stands in a text; counting stops above `most`. */
const countUpTo = (text: string, sign: string, most: number): number => {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + 1)) {
    count++;
  }
  return count;
};

const TOO_MANY: readonly (readonly [
  what: string,
  most: number,
  count: (body: string) => number,
])[] = [
  ['lines', LIMITS.lines, (body) => countUpTo(body, '\n', LIMITS.lines)],
  ['cells of tables', LIMITS.lines, (body) => countUpTo(body, '|', LIMITS.lines)],
  ['signs of Markdown', LIMITS.marksOfBody, (body) => body.match(RUNS_OF_MARKS)?.length ?? 0],
];

/** The problem of a body of more parts than a parser holds in bounded memory; null where it is none. */
const tooManyParts = (body: string, line: number): BodyProblem | null => {
  if (body.length <= LIMITS.lines) return null;
  const found = TOO_MANY.find(([, most, count]) => count(body) > most);
  if (!found) return null;
  const [what, most] = found;
  return {
    line,
    column: 1,
    what: `the page has more than ${most} ${what}`,
    why: TOO_MUCH,
    fix: 'Divide it into several pages, or make a file that readers download of what is long.',
  };
};

/** Markers of quotes and lists at the beginning of a line: `> - 1. `. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/;
const MARKER = />|[-+*](?=[ \t])|\d{1,9}[.)]/g;
/** A line of one sign only, which is a rule or underlines a heading. */
const RULE = /^[ \t>]*([-_*=])(?:[ \t]*\1)*[ \t]*$/;
/** Signs that each nest once more: two make a level. */
const LONG_RUN = /[*_~]{100}/;
const MARKS = /[*_~[<{`]/g;
/** A line that does not continue the paragraph above. */
const BEGINS_ANEW = /^[ \t>]*(?:$|[-+*#][ \t]|\||\d{1,9}[.)][ \t])/;

/** Spaces before the marker of a list, tabs as four; each level takes two at least. */
const LIST_INDENT = /^([ \t]+)(?:[-+*]|\d{1,9}[.)])[ \t]/;
const WIDEST_INDENT = LIMITS.nesting * 4;

const isFarIndented = (line: string): boolean => {
  const indent = LIST_INDENT.exec(line)?.[1];
  return indent !== undefined && indent.replaceAll('\t', '    ').length > WIDEST_INDENT;
};

const isTooDeepLine = (line: string): boolean => {
  if (RULE.test(line)) return false;
  if (LONG_RUN.test(line) || isFarIndented(line)) return true;
  const containers = CONTAINERS.exec(line)?.[0];
  return (
    containers !== undefined &&
    containers.length > LIMITS.nesting &&
    (containers.match(MARKER)?.length ?? 0) > LIMITS.nesting
  );
};

/** What is worth a look line by line: many bodies hold none of it, and are passed over at once. */
const MAY_EXCEED = new RegExp(
  `[*_~]{100}|[>+*.)-][ \\t>+*.)0-9-]{${LIMITS.nesting},}|^[ \\t]{${LIMITS.nesting},}(?:[-+*]|\\d)`,
  'm',
);

/** Whether a body may nest deeply enough that only its parsed tree can say. */
export const mayNestDeeply = (body: string): boolean => MAY_EXCEED.test(body);

const countMarks = (text: string): number => text.match(MARKS)?.length ?? 0;

/**
 * The first place at which a body exceeds what a parser reads in bounded time, found without parsing it; null where there is
 * none. `bodyLine` is the line of the file on which it begins.
 */
export const excessOf = (body: string, bodyLine: number): BodyProblem | null =>
  excessiveLine(body, bodyLine) ?? tooManyParts(body, bodyLine);

const excessiveLine = (body: string, bodyLine: number): BodyProblem | null => {
  const isMarked = body.length > LIMITS.marks && countMarks(body) > LIMITS.marks;
  if (!isMarked && !mayNestDeeply(body)) return null;
  let marks = 0;
  for (const [at, line] of body.split('\n').entries()) {
    const place = { line: bodyLine + at, column: 1 };
    if (isTooDeepLine(line)) return tooDeep(place);
    marks = (BEGINS_ANEW.test(line) ? 0 : marks) + countMarks(line);
    if (marks > LIMITS.marks && !line.startsWith('|')) return tooManyMarks(place);
  }
  return null;
};

/** Nodes that hold others without being nested for a reader: `table`, `paragraph` and the like count nothing. */
const COUNTS = new Set([
  'blockquote',
  'delete',
  'emphasis',
  'footnoteDefinition',
  'link',
  'list',
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'strong',
]);

/** The first node of a body that lies deeper than it may; null where none does. Goes through the tree without recursion. */
export const deepNodeOf = (tree: Root): BodyProblem | null => {
  const open: (readonly [node: Nodes, depth: number])[] = [[tree, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, above] = next;
    const depth = above + (COUNTS.has(node.type) ? 1 : 0);
    if (depth > LIMITS.nesting) {
      const { line = 1, column = 1 } = node.position?.start ?? {};
      return tooDeep({ line, column });
    }
    if ('children' in node) {
      for (const child of node.children.toReversed()) open.push([child, depth]);
    }
  }
  return null;
};
