import { posix } from 'node:path';
import ts from 'typescript';

/** One file of the project, by its path from the root, with slashes. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** What a file imports, as it is written, and on which line. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** File of the project that it leads to; null for a package or a module of the platform. */
  readonly target: string | null;
}

const FRONT_MATTER = /^(?:\uFEFF)?---\r?\n([\s\S]*?)\r?\n---/;
const SCRIPTS = /<script\b[^>]*>([\s\S]*?)<\/script>/g;

/** The code of a file that is TypeScript; of an Astro component its front matter and scripts, on the same lines. */
const codeOf = ({ path, text }: SourceText): string => {
  if (!path.endsWith('.astro')) return text;
  const head = FRONT_MATTER.exec(text);
  const parts = [
    ...(head ? [{ at: head[0].indexOf('\n') + 1, code: head[1] as string }] : []),
    ...[...text.matchAll(SCRIPTS)].map((match) => ({
      at: match.index + match[0].indexOf('>') + 1,
      code: match[1] as string,
    })),
  ];
  return parts.reduce((code, part) => {
    const lines = text.slice(0, part.at).split('\n').length - code.split('\n').length;
    return `${code}${'\n'.repeat(Math.max(0, lines))}${part.code}`;
  }, '');
};

const trees = new WeakMap<SourceText, ts.SourceFile>();

/** The syntax tree of a file; each rule asks for it again. */
export const parse = (file: SourceText): ts.SourceFile => {
  const known = trees.get(file);
  if (known) return known;
  const { ESNext } = ts.ScriptTarget;
  const tree = ts.createSourceFile(file.path, codeOf(file), ESNext, true, ts.ScriptKind.TS);
  trees.set(file, tree);
  return tree;
};

const resolve = (
  from: string,
  specifier: string,
  aliases: Readonly<Record<string, string>>,
): string | null => {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const alias = Object.keys(aliases).find((name) => specifier.startsWith(name.replace('*', '')));
  return alias === undefined
    ? null
    : posix.normalize((aliases[alias] as string).replace('*', specifier.slice(alias.length - 1)));
};

const specifierOf = (node: ts.Node): ts.StringLiteralLike | undefined => {
  const named =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
      ? node.moduleSpecifier
      : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
        ? node.arguments[0]
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : undefined;
  return named && ts.isStringLiteralLike(named) ? named : undefined;
};

/** Every node of a syntax tree once, without the tokens between them, which cost more than all the rest. */
export const nodesOf = (root: ts.Node): ts.Node[] => {
  const nodes = [root];
  for (const node of nodes) {
    ts.forEachChild(node, (child) => {
      nodes.push(child);
    });
  }
  return nodes;
};

export const lineOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

/** Everything that a file imports: declarations, re-exports, types and dynamic imports alike. */
export const importsOf = (file: SourceText, aliases: Readonly<Record<string, string>>): Import[] =>
  nodesOf(parse(file)).flatMap((node) => {
    const specifier = specifierOf(node);
    if (!specifier) return [];
    const target = resolve(file.path, specifier.text, aliases);
    return [{ specifier: specifier.text, line: lineOf(specifier), target }];
  });
