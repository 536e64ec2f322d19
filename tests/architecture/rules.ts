import ts from 'typescript';
import { LAYERS, layerOf } from './layers.ts';
import { type Import, importsOf, lineOf, nodesOf, parse, type SourceText } from './source-file.ts';

type Aliases = Readonly<Record<string, string>>;

/** Told as `file:line: what is wrong`. */
type Violation = string;

const violation = (path: string, line: number, what: string): Violation =>
  `${path}:${line}: ${what}`;

const refused = (path: string, { specifier, target }: Import): string | null => {
  const layer = layerOf(path);
  if (layer === null) {
    return target !== null && layerOf(target) === 'pages' ? 'nothing imports pages' : null;
  }
  const rule = LAYERS[layer];
  if (!rule) return `"${layer}" is no layer of the architecture`;
  if (target === null) {
    return rule.outside.test(specifier) ? null : `${layer} may not import "${specifier}"`;
  }
  const reached = layerOf(target);
  if (reached === null) return `${layer} may not import tests, as "${specifier}" is`;
  return rule.may.includes(reached) ? null : `${layer} may not import ${reached}: "${specifier}"`;
};

/** Imports that break the dependency rule. */
export const forbiddenImports = (files: readonly SourceText[], aliases: Aliases): Violation[] =>
  files.flatMap((file) =>
    importsOf(file, aliases).flatMap((one) => {
      const what = refused(file.path, one);
      return what ? [violation(file.path, one.line, what)] : [];
    }),
  );

/** Files that import each other in a circle, each circle once, as `a → b → a`. */
export const importCircles = (files: readonly SourceText[], aliases: Aliases): Violation[] => {
  const graph = new Map(
    files.map((file) => [file.path, importsOf(file, aliases).map(({ target }) => target)]),
  );
  const circles: Violation[] = [];
  const done = new Set<string>();
  const walk = (path: string, way: readonly string[]): void => {
    const begin = way.indexOf(path);
    if (begin >= 0) {
      circles.push([...way.slice(begin), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const target of graph.get(path) ?? []) if (target) walk(target, [...way, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  return circles;
};

/** Names of the world outside that a pure function has no business with. */
const WORLD = new Set(
  'process globalThis console fetch setTimeout setInterval setImmediate queueMicrotask performance crypto require Buffer'.split(
    ' ',
  ),
);

const isNameOfMember = (node: ts.Identifier): boolean => {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent)) && parent.name === node) ||
    ts.isTypeReferenceNode(parent)
  );
};

const impurity = (node: ts.Node): string | null => {
  if (ts.isPropertyAccessExpression(node)) {
    const text = node.getText();
    if (text === 'Date.now' || text === 'Math.random' || text.startsWith('import.meta'))
      return text;
  }
  const makesDate =
    (ts.isNewExpression(node) && (node.arguments?.length ?? 0) === 0) || ts.isCallExpression(node);
  if (makesDate && node.expression.getText() === 'Date') return node.getText();
  if (ts.isIdentifier(node) && WORLD.has(node.text) && !isNameOfMember(node)) return node.text;
  return null;
};

/** Uses of the clock, of chance or of the environment in the core. */
export const impureCore = (files: readonly SourceText[]): Violation[] =>
  files
    .filter(({ path }) => layerOf(path) === 'core')
    .flatMap((file) =>
      nodesOf(parse(file)).flatMap((node) => {
        const what = impurity(node);
        return what ? [violation(file.path, lineOf(node), `core may not use ${what}`)] : [];
      }),
    );

/** Files of src/ and scripts/ that have grown too long to be one thing. */
export const longFiles = (files: readonly SourceText[], limit: number): Violation[] =>
  files
    .filter(({ path }) => /^(?:src|scripts)\//.test(path))
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => violation(path, limit + 1, `${lines} lines, more than ${limit}`));

const LEFT_OVERS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TODO|FIXME|XXX)\b/, 'a note of unfinished work'],
  [/\b(?:it|test|describe|suite)\.(?:skip|only|todo)\b/, 'a test left out'],
  [/(?:^|[\s"'`(=])\/(?:work|root|home|tmp)\/[a-z]/i, 'a path of one machine'],
  [/@ts-(?:ignore|nocheck)\b/, 'types turned off'],
];

/** What must not be committed, line by line. */
export const leftOvers = (files: readonly SourceText[]): Violation[] =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        LEFT_OVERS.filter(([form]) => form.test(line)).map(([, what]) =>
          violation(path, index + 1, what),
        ),
      ),
  );
