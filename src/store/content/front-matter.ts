import { parseDocument } from 'yaml';
import { ProblemError } from '#core/problem.ts';

/** A page file in its two parts. `bodyLine` is the line of the file (from 1) on which the body begins. */
export interface PageFile {
  readonly data: unknown;
  readonly body: string;
  readonly bodyLine: number;
}

const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\r?\n([\s\S]*?)^---[^\S\n]*(?:\r?\n|$)/m;

/**
 * Parts a page file into front matter (YAML 1.2: dates stay text) and body. `file` names it in problems.
 */
export const readPageFile = (text: string, file: string): PageFile => {
  const match = FRONT_MATTER.exec(text);
  if (!match || match.index > 0) {
    throw new ProblemError([
      {
        file,
        line: 1,
        what: 'the file has no front matter',
        mend: 'Begin it with a line "---", the fields in YAML, and a line "---".',
      },
    ]);
  }
  return {
    data: readYaml(match[1] as string, file, 1),
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
};

/** Reads one YAML document; `linesBefore` is the number of lines that stand above it in the file. */
export const readYaml = (text: string, file: string, linesBefore = 0): unknown => {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new ProblemError(
      document.errors.map((error) => ({
        file,
        line: (error.linePos?.[0].line ?? 1) + linesBefore,
        column: error.linePos?.[0].col,
        what: `the YAML cannot be read: ${error.message.split('\n')[0]}`,
        mend: 'Mend the YAML there; quote a text that holds ": " or begins with a special character.',
      })),
    );
  }
  return document.toJS();
};
