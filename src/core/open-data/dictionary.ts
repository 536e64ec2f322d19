/** The part of JSON Schema that the shapes of the open data use. */
export interface JsonSchema {
  readonly title?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** Type of a field as the data dictionary gives it. */
export type FieldType =
  | { readonly is: 'text' | 'url' | 'integer' | 'boolean' | 'date' | 'day' | 'value' }
  | { readonly is: 'choice'; readonly values: readonly string[] }
  | { readonly is: 'list' | 'nullable'; readonly element: FieldType }
  /** A shape with a section of its own; `element` is what it holds, for shapes that hold anything. */
  | { readonly is: 'shape'; readonly name: string; readonly element?: FieldType };

/** One shape of the open data with its fields, in the order in which they are. */
export interface DictionarySection {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: FieldType }[];
}

/** Fields that hold another type in each place; a type with one of them names what it holds. */
const HELD: Readonly<Record<string, string>> = {
  fact: 'value',
  reading: 'value',
  page: 'items',
  list: 'items',
};

const unwrap = (type: FieldType): FieldType =>
  type.is === 'nullable' || type.is === 'list' ? unwrap(type.element) : type;

const anyValue = (type: FieldType): FieldType =>
  type.is === 'nullable' || type.is === 'list'
    ? { ...type, element: anyValue(type.element) }
    : { is: 'value' };

const shapeType = (name: string, schema: JsonSchema): FieldType => {
  const held = schema.properties?.[HELD[name] ?? ''];
  return { is: 'shape', name, ...(held && { element: unwrap(typeOf(held)) }) };
};

/** The type that a schema describes; throws a RangeError for what the dictionary has no word for. */
const typeOf = (schema: JsonSchema): FieldType => {
  const { title, type, format, anyOf, items } = schema;
  if (Array.isArray(type)) {
    const [only, ...others] = type.filter((one) => one !== 'null');
    if (only && others.length === 0) {
      return { is: 'nullable', element: typeOf({ ...schema, type: only }) };
    }
  } else if (anyOf) {
    const [only, ...others] = anyOf.filter((one) => one.type !== 'null');
    if (only && others.length === 0) return { is: 'nullable', element: typeOf(only) };
  } else if (schema.enum) return { is: 'choice', values: schema.enum };
  else if (schema.const !== undefined) return { is: 'choice', values: [schema.const] };
  else if (type === 'array' && items) return { is: 'list', element: typeOf(items) };
  else if (type === 'object' && title) return shapeType(title, schema);
  else if (title === 'date' || title === 'day') return { is: title };
  else if (type === 'string') return { is: format === 'uri' ? 'url' : 'text' };
  else if (type === 'integer' || type === 'boolean') return { is: type };
  throw new RangeError(`The data dictionary has no type for ${JSON.stringify(schema)}`);
};

const children = (schema: JsonSchema): readonly JsonSchema[] => [
  ...(schema.anyOf ?? []),
  ...(schema.items ? [schema.items] : []),
  ...Object.values(schema.properties ?? {}),
];

/** Every shape in the schemas, each once, the outer before what it holds. */
export const dictionaryOf = (schemas: readonly JsonSchema[]): DictionarySection[] => {
  const sections = new Map<string, DictionarySection>();
  const visit = (schema: JsonSchema): void => {
    const { title, properties } = schema;
    if (properties && title && !sections.has(title)) {
      const fields = Object.entries(properties).map(([name, field]) => {
        const type = typeOf(field);
        return { name, type: HELD[title] === name ? anyValue(type) : type };
      });
      sections.set(title, { name: title, fields });
    }
    for (const child of children(schema)) visit(child);
  };
  for (const schema of schemas) visit(schema);
  return [...sections.values()];
};

/** The schema with the meaning of every field of every shape written into it. */
export const describeFields = (
  schema: JsonSchema,
  meaning: (shape: string, field: string) => string,
): JsonSchema => {
  const { title, anyOf, items, properties } = schema;
  const inner = (one: JsonSchema) => describeFields(one, meaning);
  return {
    ...schema,
    ...(anyOf && { anyOf: anyOf.map(inner) }),
    ...(items && { items: inner(items) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [
          name,
          { ...inner(field), ...(title && { description: meaning(title, name) }) },
        ]),
      ),
    }),
  };
};
