import { createHash } from 'node:crypto';
import { DRAFT_MARK } from '#core/letter/draft/skeleton.ts';
import {
  type PageField,
  pageFields,
  type TextOf,
  textsOf,
  valueIn,
} from '#core/page-form/field.ts';
import { type Fields, shownBody } from '#store/content/edit-page.ts';
import { isSameValue } from '#store/content/edit-yaml.ts';
import { jsonSchemaOf } from '../../schemas/json-schema.ts';

/** Begins the names of fields of a front matter in a form. */
export const FIELD = 'f.';
/** Name of the text of a page in a form. */
export const BODY = 'body';

const known = new Map<string, readonly PageField[]>();

/** The fields of the pages of a section as a form has them; whether a page is a draft or withdrawn is said by buttons. */
export const formFields = (section: string): readonly PageField[] => {
  const fields =
    known.get(section) ??
    pageFields(jsonSchemaOf(section).schema as Parameters<typeof pageFields>[0]).filter(
      ({ key }) => !['draft', 'withdrawal'].includes(key),
    );
  known.set(section, fields);
  return fields;
};

/** A value without what a skeleton begins a draft with: that is for nobody to read. */
export const withoutMarks = (value: unknown): unknown => {
  if (typeof value === 'string') return value.startsWith(DRAFT_MARK) ? undefined : value;
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== 'object' || value === null) return value;
  const { note } = value as { readonly note?: unknown };
  // A fact that nobody has read is nothing yet.
  if ('doubt' in value && typeof note === 'string' && note.startsWith(DRAFT_MARK)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutMarks(one)]));
};

/** What a form shows of a page: the text of each part, by its name. */
export const shownTexts = (section: string, fields: Fields): Map<string, string> =>
  new Map(
    formFields(section).flatMap((field) => [
      ...textsOf(field, withoutMarks(fields[field.key]), FIELD + field.key),
    ]),
  );

const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value) ?? '')
    .digest('hex')
    .slice(0, 16);

const plainText = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(/^\n+/, '').trimEnd();

/** What a form says of each field, and of the body. Addresses of the portal become paths of pages. */
export const readTexts = (
  section: string,
  text: TextOf,
  portal: string,
): { readonly fields: ReadonlyMap<string, unknown>; readonly body: string } => {
  const asPath = (line: string): string => {
    const own = line.startsWith(portal) ? line.slice(portal.length) : line;
    return own.startsWith('/') ? own.replaceAll(/^\/+|[?#].*$|\/+(?=$|[?#])/g, '') : own;
  };
  return {
    fields: new Map(
      formFields(section).map((field) => {
        const value = valueIn(field, FIELD + field.key, text);
        const isLines = field.kind === 'lines' && Array.isArray(value);
        return [field.key, isLines ? value.map((one) => asPath(String(one))) : value];
      }),
    ),
    body: plainText(text(BODY)),
  };
};

/** What a form had in it when it was shown: the digest of the file, '' for none, and of each field. */
export interface Seen {
  readonly file: string;
  readonly fields: Readonly<Record<string, string>>;
}

const EMPTY: Seen = { file: '', fields: {} };

/** The digest of the text of a file; '' where there is none. */
export const fileDigest = (text: string | null): string =>
  text === null ? '' : createHash('sha256').update(text).digest('hex');

/** What is seen of a page whose form is shown. */
export const seenOf = (section: string, text: string | null, fields: Fields): Seen => {
  const shown = shownTexts(section, fields);
  const { fields: values } = readTexts(section, (name) => shown.get(name) ?? '', '\0');
  const digests = [...values].map(([name, value]) => [name, digestOf(value)] as const);
  const body = digestOf(text === null ? '' : plainText(shownBody(text)));
  return { file: fileDigest(text), fields: { ...Object.fromEntries(digests), [BODY]: body } };
};

/** What a form says that it has seen; nothing where that is none of ours. */
export const readSeen = (text: string): Seen => {
  try {
    const { file, fields } = JSON.parse(text) as Seen;
    return typeof file === 'string' && typeof fields === 'object' && fields !== null
      ? { file, fields }
      : EMPTY;
  } catch {
    return EMPTY;
  }
};

/** Names of fields, and `body`, that were changed in a form since it was shown. */
export const changedBy = (
  { fields, body }: ReturnType<typeof readTexts>,
  seen: Seen,
): ReadonlySet<string> =>
  new Set(
    [...fields, [BODY, body] as const].flatMap(([name, value]) =>
      digestOf(value) === seen.fields[name] ? [] : [name],
    ),
  );

/** Names of fields, and `body`, in which two states of a page differ. */
export const changedBetween = (seen: Seen, now: Seen): ReadonlySet<string> =>
  new Set(Object.keys(now.fields).filter((name) => now.fields[name] !== seen.fields[name]));

/** The answers that a form gives: what was changed in it alone. */
export const answersOf = (
  { fields, body }: ReturnType<typeof readTexts>,
  changed: ReadonlySet<string>,
  before: Fields,
) => ({
  fields: Object.fromEntries(
    [...fields]
      .filter(([name]) => changed.has(name))
      .filter(([name, value]) => value !== undefined || before[name] !== undefined)
      .filter(([name, value]) => !isSameValue(value, before[name]))
      .map(([name, value]) => [name, value ?? null]),
  ),
  ...(changed.has(BODY) ? { body } : {}),
});
