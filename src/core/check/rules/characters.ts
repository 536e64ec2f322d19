import type { FieldPath } from '#core/field-path.ts';
import type { Problem } from '#core/problem.ts';
import { unprintableIn } from '#core/text/unprintable.ts';
import type { Rule } from '../content.ts';
import { sizedKindOf } from '../limits.ts';

const said = (name: string): Pick<Problem, 'what' | 'why' | 'fix'> => ({
  what: `the character ${name} is here, which cannot be printed`,
  why: 'Feeds with it cannot be read, or text shows something else than it says: see docs/limits.md.',
  fix: 'Remove it; write the words around it anew if you cannot see it.',
});

/** Fields of data, however deep, whose text holds what cannot be printed; for such as is in YAML as an escape. */
export const unprintableFields = (
  data: unknown,
  path: FieldPath = [],
): (Pick<Problem, 'what' | 'why' | 'fix'> & { readonly path: FieldPath })[] => {
  if (typeof data === 'string') {
    const found = unprintableIn(data);
    return found ? [{ path, ...said(found.name) }] : [];
  }
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    unprintableFields(value, [...path, Array.isArray(data) ? Number(name) : name]),
  );
};

/** Pages, YAML and tables hold no characters that cannot be printed. */
export const characters: Rule = function* ({ files }) {
  for (const { path, text, isDocument, isClean } of files) {
    const kind = sizedKindOf(path);
    if (
      text === null ||
      isDocument ||
      isClean ||
      kind === 'attachment' ||
      kind === 'textAttachment'
    )
      continue;
    const found = unprintableIn(text);
    if (!found) continue;
    const before = text.slice(0, found.index);
    const line = before.split('\n').length;
    yield { file: path, line, column: found.index - before.lastIndexOf('\n'), ...said(found.name) };
  }
};
