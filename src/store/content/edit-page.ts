import { REMOVE_LINE } from '#core/letter/draft/skeleton.ts';
import { editYaml, isSameValue, yamlOf } from './edit-yaml.ts';
import { bodyOf, dataOrProblems, readPage } from './page-file.ts';

/** Fields of a front matter by their names. */
export type Fields = Readonly<Record<string, unknown>>;

/** What becomes of a page: fields that are other than they are (`null` where one is to be gone), and its body. */
export interface PageEdit {
  readonly fields: Fields;
  readonly body?: string | undefined;
}

/** The body of a page as a person edits it: without the empty lines around it. */
export const shownBody = (text: string): string =>
  bodyOf(text).replaceAll('\r\n', '\n').replace(/^\n+/, '').replace(/\s+$/, '');

const bodyText = (body: string): string => {
  const text = body.replaceAll('\r\n', '\n').replace(/^\n+/, '').replace(/\s+$/, '');
  return text === '' ? '' : `\n${text}\n`;
};

/** The text of a new page. */
export const newPageText = (fields: Fields, body: string): string =>
  `---\n${yamlOf(fields)}---\n${bodyText(body)}`;

/** The fields of a page; throws a ProblemError where they cannot be read. */
export const fieldsOfPage = (text: string, file: string): Fields =>
  (dataOrProblems(readPage(text, file).frontMatter) ?? {}) as Fields;

const ASKS = new RegExp(`^[ \\t]*#.*${REMOVE_LINE}[ \\t]*\\r?\\n`, 'gm');

/** Front matter without the remarks of a draft that ask for a field, above one of these names, or, as `all`, anywhere. */
const withoutAsks = (yaml: string, names: readonly string[], all: boolean): string => {
  if (all) return yaml.replaceAll(ASKS, '');
  return names.reduce(
    (text, name) =>
      text.replace(
        new RegExp(`^#.*${REMOVE_LINE}[ \\t]*\\r?\\n(?=${RegExp.escape(name)}:)`, 'm'),
        '',
      ),
    yaml,
  );
};

/**
 * A page with other fields or another body: all that is not named stays byte for byte. New fields stand where `order` has them. What the
 * skeleton of a draft asks for a field goes once that is written, and as `isFinal` all that it asks.
 */
export const editPage = (
  text: string,
  file: string,
  { fields, body }: PageEdit,
  { order, isFinal }: { readonly order: readonly string[]; readonly isFinal: boolean },
): string => {
  const before = fieldsOfPage(text, file);
  const after: Record<string, unknown> = { ...before };
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) delete after[name];
    else after[name] = value;
  }
  const changed = Object.keys({ ...before, ...after }).filter(
    (name) => !isSameValue(before[name], after[name]),
  );
  const rest = bodyOf(text);
  const head = text.slice(0, text.length - rest.length);
  const [, open = '', yaml = '', close = ''] =
    /^(\uFEFF?---[^\S\n]*\r?\n)([\s\S]*?)(---[^\S\n]*(?:\r?\n)?)$/.exec(head) ?? [];
  const edited = editYaml(withoutAsks(yaml, changed, isFinal), before, after, order);
  const keeps = body === undefined || bodyText(body) === bodyText(shownBody(text));
  const ending = text.includes('\r\n') ? '\r\n' : '\n';
  const own = keeps ? rest : bodyText(body).replaceAll('\n', ending);
  return `${open}${edited}${own === '' || close.endsWith('\n') ? close : `${close}${ending}`}${own}`;
};

/** The field of a front matter that a line of the file (from 1) belongs to; null where it is none. */
export const fieldAtLine = (text: string, line: number): string | null => {
  const body = bodyOf(text);
  const lines = text.slice(0, text.length - body.length).split('\n');
  if (line < 2 || line >= lines.length || lines[line - 1]?.startsWith('---')) return null;
  for (let at = line - 1; at > 0; at -= 1) {
    const [, name] = /^["']?([A-Za-z][\w-]*)["']?\s*:/.exec(lines[at] ?? '') ?? [];
    if (name !== undefined) return name;
  }
  return null;
};
