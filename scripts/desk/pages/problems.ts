import type { PageField } from '#core/page-form/field.ts';
import type { Problem } from '#core/problem.ts';
import { fieldAtLine } from '#store/content/edit-page.ts';
import { bodyOf } from '#store/content/page-file.ts';
import { BODY, FIELD } from './model.ts';

/** Messages of a form: beside parts of it, by their names, and those of no part. */
export interface Said {
  readonly at: ReadonlyMap<string, readonly string[]>;
  readonly others: readonly string[];
}

export const NOTHING_SAID: Said = { at: new Map(), others: [] };

/** How many messages there are. */
export const countSaid = ({ at, others }: Said): number =>
  [...at.values()].reduce((sum, texts) => sum + texts.length, others.length);

/** Names of the parts of a form: those of leaves, and of fields as a whole. */
const namesOf = (fields: readonly PageField[], texts: Iterable<string>): ReadonlySet<string> =>
  new Set([...texts, ...fields.map(({ key }) => FIELD + key)]);

/** The part that a field of a message is about: itself, else the nearest one around it. */
const partOf = (field: string, names: ReadonlySet<string>): string | null => {
  for (let path = field; path !== ''; path = path.replace(/(?:\.|\[)?[^.[]*$/, '')) {
    if (names.has(FIELD + path)) return FIELD + path;
  }
  return null;
};

/** Lines of the file (from 1) on which its body begins, and on which what a form shows of that. */
const bodyLines = (text: string): { readonly body: number; readonly shown: number } => {
  const body = bodyOf(text);
  const head = text.slice(0, text.length - body.length);
  const blank = /^(?:[^\S\n]*\r?\n)*/.exec(body)?.[0] ?? '';
  return { body: head.split('\n').length, shown: (head + blank).split('\n').length };
};

/** How the parser of bodies names a place, in lines of the file. */
const PLACE = / \((\d+):\d+(?:-\d+:\d+)?\)$/;

/** A problem of a body with the line that its own words name, which says more than where the body begins. */
const withOwnLine = (problem: Problem): Problem => {
  const line = PLACE.exec(problem.what)?.[1];
  return line === undefined || problem.field !== undefined
    ? problem
    : { ...problem, line: Number(line), what: problem.what.replace(PLACE, '') };
};

/**
 * Puts each problem beside the part of the form that it is about. `text` is the planned text of the page, in `file`; `say` gives a problem
 * as a sentence, `lineText` the name of a line of the body.
 */
export const placed = (
  problems: readonly Problem[],
  page: { readonly file: string; readonly text: string },
  form: { readonly fields: readonly PageField[]; readonly names: Iterable<string> },
  words: {
    readonly say: (problem: Problem) => string;
    readonly lineText: (line: number) => string;
  },
): Said => {
  const names = namesOf(form.fields, form.names);
  const at = new Map<string, string[]>();
  const others: string[] = [];
  const lines = bodyLines(page.text);
  for (const one of problems) {
    const isOwn = one.file === page.file || one.file === null;
    const problem = isOwn ? withOwnLine(one) : one;
    const { line, field } = problem;
    const isBody = isOwn && field === undefined && line !== undefined && line >= lines.body;
    const byLine = isOwn && line !== undefined ? fieldAtLine(page.text, line) : null;
    const part = isBody ? BODY : isOwn ? partOf(field ?? byLine ?? '', names) : null;
    const said = words.say(problem);
    if (part === null) others.push(isOwn ? said : `${problem.file}: ${said}`);
    else {
      const place = isBody ? `${words.lineText(Math.max(1, line - lines.shown + 1))}: ` : '';
      at.set(part, [...(at.get(part) ?? []), place + said]);
    }
  }
  return { at, others };
};
