import { parseIsoDate, readThaiDate } from '#core/letter/date.ts';
import { canonicalLetterNumber } from '#core/letter/number.ts';
import { readDateCell } from '#core/tracking/register/date-cell.ts';

/** A JSON Schema of a field, as far as a form is made of it. */
export interface FieldSchema {
  readonly type?: unknown;
  readonly format?: unknown;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: unknown;
  readonly items?: FieldSchema;
  readonly anyOf?: readonly FieldSchema[];
}

/** Formats by which a schema tells a date as precise as it is known, and the number of a letter. */
export const PARTIAL_DATE = 'partial-date';
export const LETTER_NUMBER = 'letter-number';

/** A part of a form. Leaves hold one text each; `name` is the path of the field, as `notice.until` or `attachments[0].file`. */
export type PageField = {
  readonly key: string;
  /** What it is to an editor. */
  readonly help: string;
  readonly required: boolean;
} /** `date`: as precise as it is known. `letter-number`: the number of a letter. */ & (
  | { readonly kind: 'line' | 'day' | 'date' | 'letter-number' | 'number' | 'flag' | 'lines' }
  | { readonly kind: 'choice' | 'choices'; readonly options: readonly string[] }
  | { readonly kind: 'group' | 'rows'; readonly fields: readonly PageField[] }
  /** A fact: a value, and beside it a doubt with all that was read. */
  | { readonly kind: 'fact'; readonly value: PageField; readonly fields: readonly PageField[] }
);

/** Gives the text of a part of the form; '' where it has none. */
export type TextOf = (name: string) => string;

/** Texts of the parts of a form by their names, in order. */
export type Texts = ReadonlyMap<string, string>;

const textsIn = (value: unknown): readonly string[] | null =>
  Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;

const fieldsIn = (schema: FieldSchema): PageField[] =>
  Object.entries(schema.properties ?? {}).map(([key, one]) =>
    fieldOf(key, one, (textsIn(schema.required) ?? []).includes(key)),
  );

const kindOfText = (format: unknown): 'day' | 'date' | 'letter-number' | 'line' => {
  if (format === 'date') return 'day';
  return format === PARTIAL_DATE ? 'date' : format === LETTER_NUMBER ? 'letter-number' : 'line';
};

const fieldOf = (key: string, schema: FieldSchema, required: boolean): PageField => {
  const help = schema.description ?? '';
  const base = { key, help, required };
  const [plain, doubtful] = schema.anyOf ?? [];
  if (plain && doubtful?.properties?.doubt) {
    const fields = fieldsIn(doubtful).filter((one) => one.key !== 'value');
    return {
      ...base,
      kind: 'fact',
      value: fieldOf(key, { ...plain, description: help }, false),
      fields,
    };
  }
  // A reading has a value or null, and a text is all that is typed of it.
  if (plain) return { ...fieldOf(key, plain, required), help };
  const options = textsIn(schema.enum);
  if (options) return { ...base, kind: 'choice', options };
  switch (schema.type) {
    case 'boolean':
      return { ...base, kind: 'flag' };
    case 'integer':
    case 'number':
      return { ...base, kind: 'number' };
    case 'object':
      return { ...base, kind: 'group', fields: fieldsIn(schema) };
    case 'array': {
      const items = schema.items ?? {};
      const several = textsIn(items.enum);
      if (several) return { ...base, kind: 'choices', options: several };
      return items.properties
        ? { ...base, kind: 'rows', fields: fieldsIn(items) }
        : { ...base, kind: 'lines' };
    }
    default:
      return { ...base, kind: kindOfText(schema.format) };
  }
};

/** The parts of a form by the schema of a front matter, in its order. */
export const pageFields = (schema: FieldSchema): PageField[] => fieldsIn(schema);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOfLeaf = (value: unknown): string => {
  if (value === undefined || value === null || value === false) return '';
  return value === true ? '1' : typeof value === 'object' ? JSON.stringify(value) : String(value);
};

const within = (value: unknown, key: string): unknown => (isRecord(value) ? value[key] : undefined);

/** The name under which a part of the form says how many rows a list has in it. */
export const countName = (name: string): string => `${name}#`;

/** What stands in the parts of a form for a value; lists have `spare` empty rows at their end. */
export const textsOf = (field: PageField, value: unknown, name: string, spare = 1): Texts => {
  switch (field.kind) {
    case 'lines':
      return new Map([[name, (Array.isArray(value) ? value : []).map(textOfLeaf).join('\n')]]);
    case 'choices': {
      const chosen = Array.isArray(value) ? value : [];
      return new Map(
        field.options.map((option) => [`${name}=${option}`, chosen.includes(option) ? '1' : '']),
      );
    }
    case 'group':
      return new Map(
        field.fields.flatMap((one) => [
          ...textsOf(one, within(value, one.key), `${name}.${one.key}`, 0),
        ]),
      );
    case 'rows': {
      const rows: unknown[] = Array.isArray(value) ? value : [];
      const count = rows.length + spare;
      return new Map([
        [countName(name), String(count)],
        ...Array.from({ length: count }, (_, at) =>
          field.fields.flatMap((one) => [
            ...textsOf(one, within(rows[at], one.key), `${name}[${at}].${one.key}`, 0),
          ]),
        ).flat(),
      ]);
    }
    case 'fact': {
      const isDoubtful = isRecord(value) && 'doubt' in value;
      return new Map([
        ...textsOf(field.value, isDoubtful ? value.value : value, name),
        ...field.fields.flatMap((one) => [
          ...textsOf(one, isDoubtful ? value[one.key] : undefined, `${name}.${one.key}`),
        ]),
      ]);
    }
    default:
      return new Map([[name, textOfLeaf(value)]]);
  }
};

/** The most rows that a form may say a list has. */
const MOST_ROWS = 500;

/** How many rows a list has in a form. */
export const rowsIn = (name: string, text: TextOf): number => {
  const count = Number(text(countName(name)));
  return Number.isInteger(count) && count > 0 ? Math.min(count, MOST_ROWS) : 0;
};

const numberOr = (text: string): unknown => (/^-?\d+$/.test(text) ? Number(text) : text);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const recordOf = (
  fields: readonly PageField[],
  name: string,
  text: TextOf,
): Record<string, unknown> | undefined => {
  const found = fields
    .map((one) => [one.key, valueIn(one, `${name}.${one.key}`, text)] as const)
    .filter(([, value]) => value !== undefined);
  return found.length === 0 ? undefined : Object.fromEntries(found);
};

/** A date as a file has it, of what was typed as people write dates; what may mean none or several stays as it was typed. */
const dateTyped = (text: string): string => {
  if (parseIsoDate(text) !== null) return text;
  const printed = readThaiDate(text);
  if (printed.value !== null && printed.doubt === null) return printed.value;
  const cell = readDateCell(text);
  return cell.doubt === null && cell.value !== null ? cell.value : text;
};

/** The value that a form says; undefined where nothing was filled in. What is no number stays as it was typed, for the check to say so. */
export const valueIn = (field: PageField, name: string, text: TextOf): unknown => {
  switch (field.kind) {
    case 'flag':
      return text(name) === '' ? undefined : true;
    case 'number':
      return text(name).trim() === '' ? undefined : numberOr(text(name).trim());
    case 'lines': {
      const lines = text(name).split('\n').map(oneLine).filter(Boolean);
      return lines.length === 0 ? undefined : lines;
    }
    case 'choices': {
      const chosen = field.options.filter((option) => text(`${name}=${option}`) !== '');
      return chosen.length === 0 ? undefined : chosen;
    }
    case 'group':
      return recordOf(field.fields, name, text);
    case 'rows': {
      const rows = Array.from({ length: rowsIn(name, text) }, (_, at) =>
        recordOf(field.fields, `${name}[${at}]`, text),
      ).filter((row) => row !== undefined);
      return rows.length === 0 ? undefined : rows;
    }
    case 'fact': {
      const value = valueIn(field.value, name, text);
      const doubt = recordOf(field.fields, name, text);
      if (doubt === undefined) return value;
      return value === undefined ? doubt : { value, ...doubt };
    }
    default: {
      const line = oneLine(text(name));
      if (line === '') return undefined;
      if (field.kind === 'day' || field.kind === 'date') return dateTyped(line);
      return field.kind === 'letter-number' ? (canonicalLetterNumber(line) ?? line) : line;
    }
  }
};
