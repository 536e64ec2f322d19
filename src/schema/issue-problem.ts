import { closest, distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { type FieldPath, formatFieldPath } from '#core/field-path.ts';
import type { Problem } from '#core/problem.ts';
import { parsePartial, sourcePathOf, type Written } from './source-path.ts';

/** A problem of a value that is not tied to a file yet. */
export interface FieldProblem extends Pick<Problem, 'what' | 'why' | 'fix'> {
  readonly path: FieldPath;
}

type Issue = z.core.$ZodIssue;
type Said = Pick<Problem, 'what' | 'why' | 'fix'>;

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields of its own',
};

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  return KINDS[Array.isArray(value) ? 'array' : typeof value] ?? typeof value;
};

const quote = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
};

const listOf = (names: readonly unknown[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

const nameOf = (path: FieldPath): string => String(path.at(-1) ?? 'the file');

const wanted = (issue: Issue): string => {
  if (issue.code === 'invalid_value') return listOf(issue.values);
  return issue.code === 'invalid_type' ? (KINDS[issue.expected] ?? issue.expected) : 'a value';
};

const missing = (issue: Issue, { path }: Written): Said => ({
  what: `the field "${nameOf(path)}" is missing`,
  fix: `Add "${nameOf(path)}:" with ${wanted(issue)}${
    path.length > 1 ? ` under "${formatFieldPath(path.slice(0, -1))}"` : ''
  }.`,
});

const wrongType = (issue: Issue, { path, value }: Written): Said => {
  const isBare = typeof value === 'number' || typeof value === 'boolean';
  return {
    what: `"${nameOf(path)}" is ${kindOf(value)}, not ${wanted(issue)}`,
    fix:
      isBare && wanted(issue) === KINDS.string
        ? `Put it in quotes: "${String(value)}".`
        : `Write ${wanted(issue)}.`,
  };
};

const nearest = (name: string, known: readonly string[]): string | undefined => {
  if (known.length === 0) return undefined;
  const best = closest(name.toLowerCase(), known as string[]);
  return distance(name.toLowerCase(), best.toLowerCase()) <= Math.max(2, name.length / 3)
    ? best
    : undefined;
};

const INVISIBLE = /[\p{Cf}\p{Zs}]/gu;

/** Characters of a name that nobody sees, by their code points: `U+200B`. */
const invisibleIn = (name: string): string =>
  [...new Set(name.replaceAll(' ', '').match(INVISIBLE) ?? [])]
    .map((one) => `U+${(one.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(', ');

const unknownField = (name: string, { fields }: Written): Said => {
  const invisible = invisibleIn(name);
  if (invisible !== '') {
    return {
      what: `the name of the field "${name}" has an invisible character: ${invisible}`,
      why: 'It looks like another name, and nothing reads it.',
      fix: 'Type the name anew.',
    };
  }
  const meant = nearest(name, fields);
  return {
    what: `the field "${name}" is not known here`,
    why: 'A field that nothing reads would be lost without a word.',
    fix: meant
      ? `Did you mean "${meant}"? Else remove it.`
      : `Remove it, or use one of: ${fields.join(', ')}.`,
  };
};

const notAllowed = (issue: Issue, { value }: Written): Said => {
  const meant =
    issue.code === 'invalid_value' ? nearest(String(value), issue.values.map(String)) : undefined;
  return {
    what: `${quote(value)} is not one of the values allowed here`,
    fix: `${meant ? `Did you mean "${meant}"? ` : ''}Write ${wanted(issue)}.`,
  };
};

const outOfBounds = (issue: Issue, { path, value }: Written): Said => {
  if (issue.code !== 'too_small' && issue.code !== 'too_big') throw new TypeError(issue.code);
  const small = issue.code === 'too_small';
  const bound = small ? issue.minimum : issue.maximum;
  if (value === '' || (typeof value === 'string' && value.trim() === '' && small)) {
    return { what: `"${nameOf(path)}" is empty`, fix: 'Write the text, or remove the field.' };
  }
  if (typeof value === 'string' && !small) {
    return {
      what: `"${nameOf(path)}" has ${value.length} characters`,
      why: `A text on one line has ${bound} at most: see docs/limits.md.`,
      fix: 'Shorten it; details belong in the body of a page.',
    };
  }
  if (Array.isArray(value)) {
    const few = value.length === 0 ? 'is an empty list' : `has ${value.length} entries`;
    return {
      what: `"${nameOf(path)}" ${few}`,
      fix: `Give at ${small ? 'least' : 'most'} ${bound}.`,
    };
  }
  const limit = issue.inclusive === false ? (small ? 'above' : 'below') : small ? 'from' : 'up to';
  return {
    what: `${quote(value)} is out of bounds for "${nameOf(path)}"`,
    fix: `Write a number ${limit} ${bound}.`,
  };
};

const badFormat = (issue: Issue, { value }: Written): Said => {
  const format = issue.code === 'invalid_format' ? issue.format : '';
  const forms: Readonly<Record<string, readonly [string, string]>> = {
    email: ['an e-mail address', 'Write it as name@office.go.th.'],
    url: ['a web address', 'Write it in full, with https:// in front.'],
  };
  const [name, fix] = forms[format] ?? ['in the form expected here', `${issue.message}.`];
  return { what: `${quote(value)} is not ${name}`, fix };
};

const custom = (issue: Issue): Said => {
  const { why, fix } = (issue.code === 'custom' ? issue.params : undefined) ?? {};
  return {
    what: issue.message,
    ...(typeof why === 'string' ? { why } : {}),
    fix: typeof fix === 'string' ? fix : 'Compare with the letter, and with the schema.',
  };
};

const say = (issue: Issue, written: Written): Said => {
  if (issue.code === 'custom') return custom(issue);
  if (written.value === undefined) return missing(issue, written);
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue, written);
    case 'invalid_value':
      return notAllowed(issue, written);
    case 'too_small':
    case 'too_big':
      return outOfBounds(issue, written);
    case 'invalid_format':
      return badFormat(issue, written);
    default:
      return { what: issue.message, fix: 'Compare with the schema.' };
  }
};

const problemsOf = (schema: z.ZodType, issue: Issue, raw: unknown): FieldProblem[] => {
  const written = sourcePathOf(schema, issue.path as FieldPath, raw);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...written.path, key],
      ...unknownField(key, written),
    }));
  }
  return [{ path: written.path, ...say(issue, written) }];
};

/** What a schema makes of a value, and everything that it refuses of it. */
export interface Validated {
  /** What was read; where something is refused, all that is not (see `parsePartial`). */
  readonly data: unknown;
  /** Each reported at the field as it is written, with how to fix it. */
  readonly problems: readonly FieldProblem[];
}

/** Without the lengths of what is of another type: Zod measures a text by the bounds of the list that should be there. */
const withoutLengthsOfOthers = (issues: readonly Issue[]): Issue[] => {
  const pathOf = (issue: Issue): string => JSON.stringify(issue.path);
  const others = new Set(issues.filter(({ code }) => code === 'invalid_type').map(pathOf));
  return issues.filter(
    (issue) =>
      !(issue.code === 'too_big' || issue.code === 'too_small') || !others.has(pathOf(issue)),
  );
};

/** Validates a value as far as it goes. */
export const validate = (schema: z.ZodType, raw: unknown): Validated => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { data: parsed.data, problems: [] };
  const problems = withoutLengthsOfOthers(parsed.error.issues).flatMap((issue) =>
    problemsOf(schema, issue, raw),
  );
  return { data: parsePartial(schema, raw), problems };
};
