import { z } from 'zod';
import type { FieldPath } from '#core/field-path.ts';
import { DOUBT_FIELDS, isFactSchema } from './fact.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema beneath what makes it optional or gives it a default. */
const unwrap = (schema: z.ZodType): z.ZodType => {
  if (isFactSchema(schema)) return schema;
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  ) {
    return unwrap(schema.def.innerType as z.ZodType);
  }
  return schema;
};

const below = (schema: z.ZodType | undefined, step: string | number): z.ZodType | undefined => {
  const inner = schema && unwrap(schema);
  if (inner instanceof z.ZodObject) return inner.def.shape[step] as z.ZodType | undefined;
  if (inner instanceof z.ZodArray) return inner.def.element as z.ZodType;
  return undefined;
};

/**
 * The way of one fact from the parsed form to the written one: `value` alone is the plain value itself;
 * of a doubt, `doubt.kind` is written `doubt`, and all else is beside it.
 */
const throughFact = (path: FieldPath, raw: unknown): FieldPath => {
  const isWrittenInFull = isRecord(raw) && 'doubt' in raw;
  if (path[0] !== 'doubt') return isWrittenInFull ? path : path.slice(1);
  if (path.length === 1) return path;
  return path[1] === 'kind' ? ['doubt', ...path.slice(2)] : path.slice(1);
};

/** Where the fault of a zod issue is in what was written. */
export interface Written {
  readonly path: FieldPath;
  /** What is there; undefined where nothing is. */
  readonly value: unknown;
  /** Names of the fields that may be there, where it is an object. */
  readonly fields: readonly string[];
}

/** Leads the path of a zod issue back to what was written, `raw`. */
export const sourcePathOf = (schema: z.ZodType, zodPath: FieldPath, raw: unknown): Written => {
  const path: (string | number)[] = [];
  let value = raw;
  let here: z.ZodType | undefined = schema;
  let rest = zodPath;
  while (rest.length > 0) {
    if (here && isFactSchema(unwrap(here))) {
      rest = throughFact(rest, value);
      here = undefined;
      continue;
    }
    const [step, ...further] = rest as [string | number, ...(string | number)[]];
    path.push(step);
    value = (value as Record<string | number, unknown> | undefined | null)?.[step];
    here = below(here, step);
    rest = further;
  }
  return { path, value, fields: fieldsOf(here) };
};

const fieldsOf = (schema: z.ZodType | undefined): readonly string[] => {
  const inner = schema && unwrap(schema);
  if (inner && isFactSchema(inner)) return DOUBT_FIELDS;
  return inner instanceof z.ZodObject ? Object.keys(inner.def.shape) : [];
};

/**
 * What a schema accepts of a value that it refuses as a whole: objects lose the fields that are wrong, lists keep
 * an empty place for a wrong element, so that the rest can still be checked. Undefined where nothing is.
 */
export const parsePartial = (schema: z.ZodType, raw: unknown): unknown => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray && Array.isArray(raw)) {
    return raw.map((element) => parsePartial(inner.def.element as z.ZodType, element));
  }
  if (!(inner instanceof z.ZodObject) || !isRecord(raw)) return undefined;
  const shape = inner.def.shape as Record<string, z.ZodType>;
  return Object.fromEntries(
    Object.entries(shape).map(([name, field]) => [name, parsePartial(field, raw[name])]),
  );
};
