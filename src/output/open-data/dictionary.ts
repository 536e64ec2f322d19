import { z } from 'zod';
import {
  type DictionarySection,
  dictionaryOf,
  type JsonSchema,
} from '#core/open-data/dictionary.ts';
import { RESOURCES } from './resources.ts';

/** The JSON Schema of a shape of the open data. */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  // OpenAPI 3.1 has a dialect of its own, of which a schema in it may name no other.
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return rest as JsonSchema;
};

/** Every shape of every file of the open data with its fields, made from the schemas that the files are held to. */
export const dataDictionary = (): DictionarySection[] =>
  dictionaryOf(Object.values(RESOURCES).map(({ schema }) => jsonSchemaOf(schema)));
