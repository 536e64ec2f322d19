import { ProblemError } from '#core/problem.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

/** A page file in its two parts. */
export interface PageFile {
  /** Fields and their places; places count the lines of the whole file. */
  readonly frontMatter: YamlFile;
  readonly body: string;
  /** Line of the file (from 1) on which the body begins. */
  readonly bodyLine: number;
}

const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\r?\n([\s\S]*?)^---[^\S\n]*(?:\r?\n|$)/m;

const OPENED = /^\uFEFF?---[^\S\n]*\r?\n/;

const NONE = {
  what: 'the file has no front matter',
  why: 'The fields of a record stand between two lines "---" at its head.',
  fix: 'Begin the file with a line "---", the fields in YAML, and a line "---".',
};

const NOT_CLOSED = {
  what: 'the front matter is not closed',
  why: NONE.why,
  fix: 'Put a line "---", without anything in front of it, below the last field.',
};

const noFrontMatter = (text: string, file: string): PageFile => ({
  frontMatter: {
    file,
    place: () => ({ line: 1 }),
    data: undefined,
    problems: [{ file, line: 1, ...(OPENED.test(text) ? NOT_CLOSED : NONE) }],
  },
  body: text,
  bodyLine: 1,
});

/** The body of a page file, whatever its front matter says. */
export const bodyOf = (text: string): string => {
  const match = FRONT_MATTER.exec(text);
  return match && match.index === 0 ? text.slice(match[0].length) : text;
};

/** Parts a page file into front matter and body. `file` names it in problems. */
export const readPage = (text: string, file: string): PageFile => {
  const match = FRONT_MATTER.exec(text);
  if (!match || match.index > 0) return noFrontMatter(text, file);
  return {
    frontMatter: readYamlFile(match[1] as string, file, 1),
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
};

/** The data of a file that was read, or its problems thrown. */
export const dataOrProblems = ({ data, problems }: YamlFile): unknown => {
  if (problems.length > 0) throw new ProblemError(problems);
  return data;
};
