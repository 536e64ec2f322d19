import {
  Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { FieldPath } from '#core/field-path.ts';
import { isDateText } from './quoted-dates.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One field that differs; `undefined` where it is to be gone. */
interface Edit {
  readonly path: FieldPath;
  readonly value: unknown;
}

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether two values of YAML are the same. */
export const isSameValue = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => isSameValue(item, other[at]));
  }
  if (isRecord(one) && isRecord(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => isSameValue(one[name], other[name]));
  }
  return one === other;
};

/** The smallest fields by which two values differ. */
function* editsBetween(before: unknown, after: unknown, path: FieldPath): Iterable<Edit> {
  if (isSameValue(before, after)) return;
  if (isRecord(before) && isRecord(after)) {
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
      yield* editsBetween(before[name], after[name], [...path, name]);
  } else if (Array.isArray(before) && Array.isArray(after) && after.length >= before.length) {
    for (const [at, item] of after.entries()) {
      if (at < before.length) yield* editsBetween(before[at], item, [...path, at]);
      else yield { path: [...path, at], value: item };
    }
  } else yield { path, value: after };
}

/** Texts of several lines stand on one, with escapes: a block would have to be indented anew wherever it is put. */
const STYLE = {
  lineWidth: 0,
  flowCollectionPadding: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const;

/** A value as YAML, in block style or, as `flow`, on one line; without a line break at its end. */
const rendered = (value: unknown, like: Node | null = null): string => {
  const document = new Document(undefined, { aliasDuplicateObjects: false });
  const flow = isCollection(like) && like.flow === true;
  document.contents = document.createNode(value, { flow }) as never;
  const quoted = isScalar(like) && typeof value === 'string' ? like.type : undefined;
  visit(document, {
    Scalar: (_, scalar) => {
      if (typeof scalar.value !== 'string') return;
      if (isDateText(scalar.value) || scalar.value.includes('\n'))
        scalar.type = Scalar.QUOTE_DOUBLE;
      else if (quoted === Scalar.QUOTE_DOUBLE || quoted === Scalar.QUOTE_SINGLE)
        scalar.type = quoted;
    },
  });
  return document.toString(STYLE).replace(/\n$/, '');
};

const indented = (text: string, columns: number): string =>
  text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);

/** A name and its value; lines behind the first are indented by so many columns. */
const pairText = (name: string, value: unknown, columns: number, like: Node | null): string => {
  const text = rendered(value, like);
  const key = rendered(name);
  const isBlock =
    (Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0) &&
    !(isCollection(like) && like.flow);
  return indented(isBlock ? `${key}:\n  ${indented(text, 2)}` : `${key}: ${text}`, columns);
};

/** Where a node ends, without the remarks and empty lines behind it. */
const endOf = (node: Node, text: string): number => {
  const [start = 0, end = 0] = node.range ?? [];
  if (isCollection(node) && !node.flow) {
    const last = (node as YAMLMap | YAMLSeq).items.at(-1) as unknown;
    if (last === undefined) return end;
    return isNode(last) ? endOf(last, text) : endOfPair(last as Pair, text);
  }
  return start + text.slice(start, end).trimEnd().length;
};

const endOfPair = ({ key, value }: Pair, text: string): number => {
  const colon = text.indexOf(':', (key as Node).range?.[1] ?? 0) + 1;
  return isNode(value) ? Math.max(colon, endOf(value, text)) : colon;
};

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

const cut = (text: string, from: number, to: number, put: string): string =>
  text.slice(0, from) + put + text.slice(to);

const pairOf = (map: YAMLMap, name: unknown): Pair | undefined =>
  map.items.find(({ key }) => isScalar(key) && key.value === name);

const keyStart = (pair: Pair): number => (pair.key as Node).range?.[0] ?? 0;

/** Puts a new field into a block map: behind the last one that comes before it in `order`, else at the end. */
const withNewField = (
  text: string,
  map: YAMLMap,
  name: string,
  value: unknown,
  order: readonly string[],
): string => {
  const [first] = map.items as Pair[];
  if (!first) throw new RangeError('a block map has a field');
  const column = keyStart(first) - lineStart(text, keyStart(first));
  const before = order.includes(name) ? order.slice(0, order.indexOf(name)) : null;
  const previous =
    before === null
      ? map.items.at(-1)
      : map.items.findLast(({ key }) => before.includes(String((key as Scalar).value)));
  const own = pairText(name, value, column, null);
  if (!previous)
    return cut(text, keyStart(first), keyStart(first), `${own}\n${' '.repeat(column)}`);
  const end = lineEnd(text, endOfPair(previous as Pair, text));
  return cut(text, end, end, `\n${' '.repeat(column)}${own}`);
};

/** The values along a path, as far as there are any. */
const valueAt = (root: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>(
    (here, step) => (here as Record<string | number, unknown> | undefined)?.[step],
    root,
  );

const withItem = (text: string, seq: YAMLSeq, at: number, value: unknown): string => {
  const old = seq.items[at];
  const known = (old ?? seq.items.at(-1)) as Node;
  const start = known.range?.[0] ?? 0;
  const dash = text.lastIndexOf('-', start - 1);
  const column = dash - lineStart(text, dash);
  const item = `- ${indented(rendered(value, isNode(old) ? old : null), 2)}`;
  const own = indented(item, column);
  if (old !== undefined) return cut(text, dash, endOf(known, text), own);
  const end = lineEnd(text, endOf(known, text));
  return cut(text, end, end, `\n${' '.repeat(column)}${own}`);
};

/** Makes one edit; where what lies around is on one line, that is written anew as `after` has it. */
const edited = (text: string, path: FieldPath, after: Fields, order: readonly string[]): string => {
  const document = parseDocument(text);
  let here: unknown = document.contents;
  for (const [depth, step] of path.entries()) {
    const isLast = depth === path.length - 1;
    const value = valueAt(after, path.slice(0, depth + 1));
    if (isMap(here)) {
      const pair = pairOf(here, step);
      if (!pair) {
        const names = depth === 0 ? order : [];
        return value === undefined ? text : withNewField(text, here, String(step), value, names);
      }
      const next = isNode(pair.value) ? pair.value : null;
      const isDeeper = !isLast && isCollection(next) && !next.flow && value !== undefined;
      const follows = valueAt(after, path.slice(0, depth + 2));
      // The first field of an item of a list cannot go alone, as the dash stands before it.
      const losesFirst =
        isDeeper &&
        isMap(next) &&
        follows === undefined &&
        depth === path.length - 2 &&
        next.items.length === 1;
      if (isDeeper && !losesFirst) {
        here = next;
        continue;
      }
      const start = keyStart(pair);
      const end = endOfPair(pair, text);
      if (value !== undefined) {
        const column = start - lineStart(text, start);
        return cut(text, start, end, pairText(String(step), value, column, next));
      }
      return cut(text, lineStart(text, start), Math.min(text.length, lineEnd(text, end) + 1), '');
    }
    if (isSeq(here)) {
      const item = here.items[step as number];
      const follows = valueAt(after, path.slice(0, depth + 2));
      const isFirst = isMap(item) && (item.items[0] as Pair | undefined)?.key;
      const losesFirst =
        follows === undefined && isScalar(isFirst) && isFirst.value === path[depth + 1];
      const isDeeper = !isLast && isCollection(item) && !item.flow && !losesFirst;
      if (!isDeeper) return withItem(text, here, step as number, value);
      here = item;
      continue;
    }
    return text;
  }
  return text;
};

/**
 * YAML whose data is `after` in place of `before`, which it holds: only what differs is written, all else stays byte for byte, with
 * remarks and style. New fields stand where `order` has them.
 */
export const editYaml = (
  yaml: string,
  before: Fields,
  after: Fields,
  order: readonly string[],
): string => {
  const isWindows = yaml.includes('\r\n');
  let text = isWindows ? yaml.replaceAll('\r\n', '\n') : yaml;
  for (const { path } of editsBetween(before, after, [])) text = edited(text, path, after, order);
  return isWindows ? text.replaceAll('\n', '\r\n') : text;
};

/** Fields as YAML in block style, dates in quotes, with a line break at the end. */
export const yamlOf = (fields: Fields): string => `${rendered(fields)}\n`;
