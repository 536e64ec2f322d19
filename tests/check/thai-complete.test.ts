import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#core/message-catalogue.ts';
import { CHECK_MESSAGES } from '#i18n/th/check/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const { imports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  imports: Record<string, string>;
};

/** File that an import specifier leads to; null where it is a package. */
const resolveImport = (specifier: string, from: string): string | null => {
  if (specifier.startsWith('.')) return resolve(dirname(from), specifier);
  const found = Object.entries(imports).find(([key]) => specifier.startsWith(key.slice(0, -1)));
  if (!found) return null;
  const [key, target] = found;
  return join(ROOT, target.slice(0, -1), specifier.slice(key.length - 1));
};

/** A hole of a template, filled with what no catalogue entry holds as fixed text. */
const HOLE = 'X1';

/** Two words, of which the second begins in lower case. */
const ENGLISH = /\b[A-Za-z][a-z]* [a-z]{2,}/;

interface Text {
  readonly text: string;
  readonly place: string;
}

const textOf = (node: ts.Node): string | null => {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => HOLE + literal.text).join('');
};

const isImport = (node: ts.Node): node is ts.ImportDeclaration | ts.ExportDeclaration =>
  ts.isImportDeclaration(node) || ts.isExportDeclaration(node);

/** Every text of two English words or more in the code that `entry` reaches. */
const textsReachedFrom = (entry: string): Text[] => {
  const queue = [join(ROOT, entry)];
  const seen = new Set<string>();
  const texts: Text[] = [];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file) || !file.endsWith('.ts') || !existsSync(file)) continue;
    seen.add(file);
    const name = relative(ROOT, file);
    const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
    const follow = (specifier: ts.Node | undefined): void => {
      const target =
        specifier && ts.isStringLiteral(specifier) && resolveImport(specifier.text, file);
      if (target) queue.push(target);
    };
    const visit = (node: ts.Node): void => {
      if (isImport(node)) {
        const isType =
          ts.isImportDeclaration(node) &&
          node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
        if (!isType) follow(node.moduleSpecifier);
        return;
      }
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
        follow(node.arguments[0]);
      }
      const text = textOf(node);
      if (text !== null && ENGLISH.test(text)) texts.push({ text, place: name });
      ts.forEachChild(node, visit);
    };
    if (!name.startsWith('src/i18n/')) visit(tree);
  }
  return texts;
};

/** What the check reaches and never prints as a problem of content, by file. */
const NO_MESSAGES: Readonly<Record<string, RegExp>> = {
  'scripts/check/command.ts': /^\nnpm run check/,
  'scripts/lib/command.ts': /Run it with --help|^standard /,
  // Faults of the program itself, for whoever reports them.
  'scripts/lib/refusal.ts': /^caused by|^This is a fault of Wian|^ {2}fix: Report|^ {7}what it/,
  'src/store/files/cache-file.ts': /^note: the cache/,
  'src/store/content/read-memo.ts': /ends in no hexadecimal digest/,
  'src/core/letter/date.ts': /is not a full calendar date/,
  'src/store/files/content-file.ts': /leads out of its folder/,
  'src/core/tracking/fold.ts': /is of no kind that can be folded/,
  'src/core/figures/fiscal-year.ts': /is not a month/,
  'src/core/figures/amount.ts': /leaves what is exact/,
  // Names of elements and attributes, endings of files, names of programs.
  'src/output/markdown/refused-syntax.ts': /^[A-Za-z1-6 ]+$/,
  'src/core/check/file-kind.ts': /^[a-z0-9 -]+$/,
  'src/store/document/metadata/file-metadata.ts': /microsoft office/,
  // A line to be copied into the front matter.
  'src/core/letter/letter.ts': /^withdrawn: |^<its name>$/,
  'src/output/markdown/component-faults.ts': /^numbered list$|^the (?:field|attribute)$/,
  'src/schema/component.ts': /^numbered list$/,
  // Names of properties as the program shows them that opens the file.
  'src/store/document/metadata/pdf-metadata.ts': /^\/T of an annotation$/,
  'src/store/document/metadata/office-metadata.ts': /with the folder of a user$/,
  // The page that the server of `npm run dev` shows.
  'src/store/content/content-faults.ts': /^<!doctype html>/,
  // The digest has a check of its own; the one of content takes the columns of its list from there.
  'src/core/digest/recipient.ts': /./,
  // Notes on a letter that was read, which `npm run ingest` prints; and a reason printed with them.
  'src/store/document/docx-text.ts':
    /left out$|^(?:comments?|fields?) (?:is|are)$|^a date in it|^it has (?:numbers|tracked)|^a list has|^a part of it|^text box$/,
};

const translate = catalogue(CHECK_MESSAGES);
const PLACES = /\{(?:\*|list )?[a-z]\}/g;
const sources = CHECK_MESSAGES.map(([source]) => source.replaceAll(PLACES, HOLE));

/** Whether a text, or a part of a message that is put together, stands in the catalogue; holes of either may hold the rest. */
const isKnown = (text: string): boolean => {
  if (translate(text) !== null || translate(text.toLowerCase()) !== null) return true;
  const parts = text
    .split(HOLE)
    .map((part) => part.trim())
    .filter((part) => ENGLISH.test(part));
  return sources.some((source) => parts.every((part) => source.includes(part)));
};

/** Where an ingest and a build say why they refuse; the rest of what they print is a report in English. */
const REFUSING = [
  'scripts/ingest/read.ts',
  'src/core/letter/reading/document.ts',
  'src/core/letter/reading/text-quality.ts',
  'src/store/files/new-folder.ts',
  'src/store/document/metadata/clean-file.ts',
  'src/store/document/metadata/clean-office.ts',
  'src/store/document/metadata/clean-pdf.ts',
  'src/store/document/metadata/clean-picture.ts',
  'src/store/content/content-state.ts',
  'src/store/portal/build-folder.ts',
  'src/store/portal/portal-update.ts',
  'src/store/scan/file-pages.ts',
  'src/store/scan/picture-page.ts',
  'src/store/settings.ts',
];

/** Tools of whoever works on Wian itself, or on the search of another site: what they refuse is English. */
const OF_DEVELOPERS =
  /^scripts\/(?:bench|fault|fuzz|forms|letters|measure-scans|search-index|train-scan)|^src\/store\/search\/(?:check-stored|page-marks)/;

/** What functions are given as `what` and `why` that make no refusal. */
const NO_REFUSALS: Readonly<Record<string, RegExp>> = {
  'scripts/desk/slip-keys.ts': /^slip (?:address|code)$/,
  // Lines of reports, which are English.
  'scripts/digest/mail.ts': /^not taken yet|^refused by the server$|^unknown whether sent/,
  'src/output/open-data/openapi.ts': /^The list of /,
  // What the desk itself prints for whoever runs it, beside the words of git.
  'src/store/desk/content-git.ts': /^(?:does not|cannot be) /,
};

/** Expressions that constants of a file stand for, by name. */
const constantsOf = (tree: ts.SourceFile): Map<string, ts.Expression[]> => {
  const found = new Map<string, ts.Expression[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
      found.set(node.name.text, [...(found.get(node.name.text) ?? []), node.initializer]);
    } else if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isIdentifier(node.left)
    ) {
      found.set(node.left.text, [...(found.get(node.left.text) ?? []), node.right]);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
};

const MOST_WORDINGS = 24;

/** Every text that an expression may come to, with a hole for what varies: choices and constants are followed. */
const wordingsOf = (
  node: ts.Node,
  constants: ReadonlyMap<string, ts.Expression[]>,
  depth = 0,
): string[] => {
  const of = (one: ts.Node): string[] => wordingsOf(one, constants, depth + 1);
  if (depth > 6) return [HOLE];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return of(node.expression);
  if (ts.isConditionalExpression(node)) return [...of(node.whenTrue), ...of(node.whenFalse)];
  if (ts.isIdentifier(node)) return (constants.get(node.text) ?? []).flatMap(of);
  if (!ts.isTemplateExpression(node)) return [HOLE];
  return node.templateSpans.reduce<string[]>(
    (texts, { expression, literal }) => {
      const choices = of(expression);
      const all = (choices.length === 0 ? [HOLE] : choices).flatMap((choice) =>
        texts.map((text) => text + choice + literal.text),
      );
      return all.slice(0, MOST_WORDINGS);
    },
    [node.head.text],
  );
};

const treeOf = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);

/** Places of the parameters that are texts of a problem, by the name of the function that makes one of them. */
type Makers = ReadonlyMap<string, readonly number[]>;

const makersIn = (tree: ts.SourceFile): [string, number[]][] => {
  const found: [string, number[]][] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.initializer &&
      ts.isArrowFunction(node.initializer)
    ) {
      const places = node.initializer.parameters.flatMap(({ name }, at) =>
        /^(?:what|why|fix)$/.test(name.getText(tree)) ? [at] : [],
      );
      if (places.length > 0) found.push([node.name.text, places]);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
};

/**
 * Texts of the properties of problems, of calls of functions that make one, and of calls that were wrong, of two English
 * words or more.
 */
const refusalsIn = (tree: ts.SourceFile, makers: Makers): string[] => {
  const constants = constantsOf(tree);
  const texts: string[] = [];
  const take = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== null && ENGLISH.test(text)) texts.push(text);
    ts.forEachChild(node, take);
  };
  const whole = (node: ts.Node): void => {
    texts.push(...wordingsOf(node, constants).filter((text) => ENGLISH.test(text)));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && /^(?:what|why|fix)$/.test(node.name.getText(tree))) {
      take(node.initializer);
      whole(node.initializer);
    } else if (
      ts.isShorthandPropertyAssignment(node) &&
      /^(?:what|why|fix)$/.test(node.name.text)
    ) {
      for (const one of constants.get(node.name.text) ?? []) {
        take(one);
        whole(one);
      }
    } else if (ts.isNewExpression(node) && node.expression.getText(tree) === 'UsageError') {
      node.arguments?.forEach(take);
      node.arguments?.forEach(whole);
    } else {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
        for (const place of makers.get(node.expression.text) ?? []) {
          const given = node.arguments[place];
          if (given) {
            take(given);
            whole(given);
          }
        }
      }
      ts.forEachChild(node, visit);
    }
  };
  visit(tree);
  return texts;
};

it('the Thai catalogue has every refusal of commands and of what they call', () => {
  const files = ['scripts', 'src/core', 'src/output', 'src/schema', 'src/store'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `${folder}/${name.replaceAll('\\', '/')}`,
    ),
  );
  const code = files.filter(
    (file) =>
      /(?<!\.test)\.ts$/.test(file) && !/\/testing\//.test(file) && !OF_DEVELOPERS.test(file),
  );
  const trees = code.map((file) => [file, treeOf(file)] as const);
  const makers = new Map(trees.flatMap(([, tree]) => makersIn(tree)));
  const refusals = trees.flatMap(([file, tree]) =>
    refusalsIn(tree, makers).map((text) => ({ file, text })),
  );
  expect(refusals.length).toBeGreaterThan(1000);
  const missing = refusals.filter(
    ({ file, text }) => !isKnown(text) && !NO_REFUSALS[file]?.test(text),
  );
  expect(missing).toEqual([]);
});

it.each([
  ['--kind is missing.', 'ไม่มี --kind'],
  ['--format is "pdf": give svg, png, sheet.', '--format เป็น "pdf" ให้ใส่ svg, png, sheet'],
  ['Did you mean p50, or p51?', 'หมายถึง p50, หรือ p51 หรือไม่'],
])('the Thai catalogue fills in what varies of %s', (text, thai) => {
  expect(translate(text)).toBe(thai);
});

it.each(REFUSING)('the Thai catalogue has every refusal of %s', (file) => {
  const texts = textsReachedFrom(file).filter(({ place }) => place === file);
  expect(texts.length).toBeGreaterThan(0);
  // An example is an address, which is the same in every language.
  const missing = texts.filter(({ text }) => !isKnown(text) && !text.startsWith('https://'));
  expect(missing).toEqual([]);
});

describe('the Thai catalogue of the check', () => {
  const texts = textsReachedFrom('scripts/check/command.ts');

  it('is compared with all that the check can say', () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(new Set(texts.map(({ place }) => place)).size).toBeGreaterThan(80);
  });

  it('has every message and every part of one', () => {
    const missing = texts.filter(
      ({ text, place }) => !NO_MESSAGES[place]?.test(text) && !isKnown(text),
    );
    expect(missing).toEqual([]);
  });

  it('knows no exception that is gone', () => {
    const unused = Object.entries(NO_MESSAGES).filter(
      ([file, pattern]) => !texts.some(({ text, place }) => place === file && pattern.test(text)),
    );
    expect(unused).toEqual([]);
  });

  it('tells a message that is missing', () => {
    expect(isKnown('the hat is too large for the cat')).toBe(false);
    expect(isKnown('is not an office id')).toBe(true);
  });
});
