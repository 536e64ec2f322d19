import { load } from 'js-yaml';
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import type { Place, SourceFile } from '#core/check/content.ts';
import type { FieldPath } from '#core/field-path.ts';
import type { Problem } from '#core/problem.ts';
import { limitFaults, type YamlFault } from './yaml-limits.ts';

/** YAML that was read: its data, or the problems that keep it from being read. */
export interface YamlFile extends SourceFile {
  readonly data: unknown;
  readonly problems: readonly Problem[];
}

interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
}

const parse = (text: string): Parsed => {
  const lines = new LineCounter();
  return {
    document: parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' }),
    lines,
  };
};

/** What js-yaml takes or reads otherwise than `yaml`, and what is rarely written and not worth the comparison. */
const UNUSUAL = new RegExp(
  [
    String.raw`^[\s-]*[:?](?:\s|$)`, // keys that are empty or no plain text
    String.raw`(?:null|~)\s*:`,
    String.raw`^\s*(?:---|\.\.\.|%)`, // more than one document
    String.raw`(?:^|\s)(?:!|&\S+[^\S\n]+\S)`, // tags, and names of what stands on the same line
    String.raw`(?:^|\s)[[{](?![\]}])`, // lists and maps in brackets, unless they are empty
    String.raw`(?<!\S)[-+\d._]*\de[-+]?\d{3,}(?![^\s:])`, // numbers beyond all bounds, but not within digests
    String.raw`:[^\S\n]*\n\s*#`, // remarks between a name and its value
    String.raw`(?:^|\s)\*[^\s*]`, // aliases, whose sum is bounded
    String.raw`\t`,
  ].join('|'),
  'im',
);

/** The data of a document in which nothing is wrong or unusual, in a tenth of the time that `parse` takes; else null. */
const readQuickly = (text: string): { readonly data: unknown } | null => {
  if (UNUSUAL.test(text)) return null;
  try {
    return { data: load(text) };
  } catch {
    // Whatever it was, `parse` finds it too, and tells where.
    return null;
  }
};

const FIXES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two lines.',
  TAB_AS_INDENT: 'Indent with spaces.',
  BAD_INDENT: 'Line the field up with its neighbours.',
  BLOCK_AS_IMPLICIT_KEY: 'Put a text that holds ": " in quotes.',
  MULTILINE_IMPLICIT_KEY: 'Put a text that holds ": " in quotes, and keep each field on a line.',
  MISSING_CHAR: 'Close the quotes or brackets that begin there.',
  BAD_ALIAS: 'Put a text that begins with * or & in quotes.',
  OWN_ALIAS: 'Write out what the alias stands for.',
  MERGE_KEY: 'Write out the fields that it would take over.',
  TOO_MANY_ALIASES:
    'Write out what the aliases stand for; one that repeats others repeats all of theirs.',
  TOO_DEEP: 'Put the lists and fields side by side, as in a neighbouring file.',
  TAG: 'Put a text that begins with ! in quotes. Content needs no tags: they would make other things of texts.',
};

/** A name with its value behind it, where YAML sees no name: no space is between them, or one of another kind, or a wide colon. */
const JOINED = /^(\s*(?:- )?[A-Za-z][\w-]*)(?::(?!\/\/)(?=[^ \n])|：)\s*(\S.*)$/u;

/** What to do where a name and its value are not held apart as YAML asks; null where that is not the fault. */
const fixOfJoined = (text: string, { offset = 0, code }: YamlFault): string | null => {
  if (code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'MISSING_CHAR') return null;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const joined = JOINED.exec(text.slice(start).split(/\r?\n/, 1)[0] as string);
  return joined
    ? `Write a plain colon and a plain space between name and value: "${joined[1]?.trim()}: ${joined[2]?.trim()}".`
    : null;
};

/** The parser says of a document that nests too deep only that its own calls do. */
const STACK = /maximum call stack|nesting too deep/i;
const STACK_FAULT = { code: 'TOO_DEEP', message: 'lists and fields nest too deep' };

/**
 * Tags of a document: the parser takes them, and some make buffers, sets or dates, others lose what was written.
 */
const tagFaults = (document: Document): YamlFault[] => {
  const faults: YamlFault[] = [];
  visit(document, {
    Value: (_, { tag, range }) => {
      if (tag) faults.push({ offset: range?.[0], code: 'TAG', message: `it holds a tag: ${tag}` });
    },
  });
  return faults;
};

const NOT_CLOSED = /closing ["']quote|end with a [\]}]/;

const isOpened = (node: Node): boolean =>
  isScalar(node) ? node.type?.startsWith('QUOTE') === true : isCollection(node) && !!node.flow;

/** Where the quotes or brackets begin that are not closed: the parser tells where it missed their end. */
const openedAt = (document: Document, end: number): number => {
  let start: number | undefined;
  visit(document, {
    Node: (_, node) => {
      if (node.range && node.range[0] < end && node.range[1] >= end && isOpened(node))
        start = Math.max(start ?? 0, node.range[0]);
    },
  });
  return start ?? end;
};

const faultOf = (document: Document, { pos, code, message }: YAMLError): YamlFault => {
  if (STACK.test(message)) return { offset: pos[0], ...STACK_FAULT };
  return NOT_CLOSED.test(message)
    ? { offset: openedAt(document, pos[0]), code: 'MISSING_CHAR', message }
    : { offset: pos[0], code, message };
};

/** What is wrong with a document. */
const faultsOf = (document: Document): YamlFault[] => {
  const faults = document.errors.map((error) => faultOf(document, error));
  if (faults.length > 0) return faults;
  const beyond = limitFaults(document);
  return beyond.length > 0 ? beyond : tagFaults(document);
};

/** Offset of the deepest field of the path that stands in the document: at its name, or at the entry of a list. */
const offsetOf = (document: Document, path: FieldPath): number | undefined => {
  let here: unknown = document.contents;
  let offset: number | undefined;
  for (const step of path) {
    if (isMap(here)) {
      const pair = here.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!pair) break;
      offset = (pair.key as Scalar).range?.[0] ?? offset;
      here = pair.value;
    } else if (isSeq(here)) {
      const item = here.items[Number(step)];
      offset = isNode(item) ? (item.range?.[0] ?? offset) : offset;
      here = item;
    } else break;
  }
  return offset;
};

/**
 * Reads one YAML 1.2 document (dates stay text). `linesBefore` is the number of lines above it in the file.
 * Places are worked out only when one is asked for, as keeping every node costs more than parsing again.
 */
export const readYamlFile = (text: string, file: string, linesBefore = 0): YamlFile => {
  const placeAt = (lines: LineCounter, offset: number | undefined): Place => {
    if (offset === undefined) return { line: linesBefore || 1 };
    const { line, col } = lines.linePos(offset);
    return { line: line + linesBefore, column: col };
  };
  let again: Parsed | undefined;
  const place = (field: FieldPath): Place => {
    again ??= parse(text);
    return placeAt(again.lines, offsetOf(again.document, field));
  };
  const quick = readQuickly(text);
  if (quick) return { file, place, problems: [], data: quick.data };
  const { document, lines } = parse(text);
  const problems = faultsOf(document).map((fault) => ({
    file,
    ...placeAt(lines, fault.offset),
    what: `the YAML cannot be read: ${fault.message.toLowerCase()}`,
    fix:
      fixOfJoined(text, fault) ??
      FIXES[fault.code] ??
      'Compare with a neighbouring file; put unusual texts in quotes.',
  }));
  return {
    file,
    place,
    problems,
    data: problems.length > 0 ? undefined : document.toJS({ maxAliasCount: -1 }),
  };
};
