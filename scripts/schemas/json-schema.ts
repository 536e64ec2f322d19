import { z } from 'zod';
import { LETTER_NUMBER, PARTIAL_DATE } from '#core/page-form/field.ts';
import { FIELDS } from '#i18n/th/fields.ts';
import { circular, coveringLetters } from '#schema/circular.ts';
import { DOCUMENT_SCHEMAS } from '#schema/document.ts';
import { factValue, isoDate, isoDay, letterNumber } from '#schema/fact.ts';
import { operator } from '#schema/operator.ts';
import { routeRules } from '#schema/route.ts';

/** A JSON Schema, as far as it is worked on here. */
export interface JsonSchema {
  description?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  [keyword: string]: unknown;
}

// Threads are written by a command alone.
const { board: _, ...WRITTEN_BY_EDITORS } = DOCUMENT_SCHEMAS;

/** Every file that editors write in YAML, by the name of its schema. */
export const EDITED: Readonly<Record<string, z.ZodType>> = {
  circular,
  'covering-letters': coveringLetters,
  ...WRITTEN_BY_EDITORS,
  operator,
  route: routeRules,
};

const READING = {
  read: { type: 'string', minLength: 1 },
  source: { type: 'string', minLength: 1 },
};

/** A fact as it is written: the plain value, or an object with a doubt and what was read. */
const writtenFact = (value: JsonSchema): JsonSchema => ({
  anyOf: [
    value,
    {
      type: 'object',
      properties: {
        value: { anyOf: [value, { type: 'null' }] },
        doubt: { enum: ['unclear', 'conflict', 'unreadable', 'cited'] },
        readings: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            properties: { ...READING, value: { anyOf: [value, { type: 'null' }] } },
            required: ['read', 'source'],
            additionalProperties: false,
          },
        },
        note: { type: 'string', minLength: 1 },
      },
      required: ['doubt', 'readings'],
      additionalProperties: false,
    },
  ],
});

const convert = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === isoDay) jsonSchema.format = 'date';
      // Names of our own, as JSON Schema has none for these: programs ignore what they don't know.
      if (zodSchema === isoDate) jsonSchema.format = PARTIAL_DATE;
      if (zodSchema === letterNumber) jsonSchema.format = LETTER_NUMBER;
      const value = factValue(zodSchema);
      if (!value) return;
      for (const keyword of Object.keys(jsonSchema))
        delete jsonSchema[keyword as keyof typeof jsonSchema];
      Object.assign(jsonSchema, writtenFact(convert(value)));
    },
  });
  return json as JsonSchema;
};

/** Fields that have no description in Thai, as `schema: parent.field`. */
const describe = (schema: JsonSchema, parent: string, missing: Set<string>): JsonSchema => {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const text = FIELDS[`${parent}.${name}`] ?? FIELDS[name];
    if (text === undefined) missing.add(`${parent}.${name}`);
    else field.description = text;
    describe(field, name, missing);
  }
  if (schema.items) describe(schema.items, parent, missing);
  for (const one of schema.anyOf ?? []) describe(one, parent, missing);
  return schema;
};

/** The JSON Schema of one of {@link EDITED}, and its fields without a description (none, which a test holds). */
export const jsonSchemaOf = (
  name: string,
): { readonly schema: JsonSchema; readonly missing: ReadonlySet<string> } => {
  const missing = new Set<string>();
  const converted = convert(EDITED[name] as z.ZodType);
  const schema = describe(converted, name, missing);
  return { schema: { $schema: 'http://json-schema.org/draft-07/schema#', ...schema }, missing };
};
