import { expect, it } from 'vitest';
import { describeFields, dictionaryOf, type JsonSchema } from './dictionary.ts';

const fact = (value: JsonSchema): JsonSchema => ({
  title: 'fact',
  type: 'object',
  properties: { value: { anyOf: [value, { type: 'null' }] } },
});
const letter: JsonSchema = {
  title: 'letter',
  type: 'object',
  properties: {
    number: fact({ type: 'string' }),
    days: { type: 'array', items: fact({ type: 'string', title: 'day' }) },
    level: { type: 'string', enum: ['province', 'district'] },
  },
};

it('tells every shape once, with what it holds named where it stands', () => {
  expect(dictionaryOf([letter, letter])).toEqual([
    {
      name: 'letter',
      fields: [
        { name: 'number', type: { is: 'shape', name: 'fact', element: { is: 'text' } } },
        {
          name: 'days',
          type: { is: 'list', element: { is: 'shape', name: 'fact', element: { is: 'day' } } },
        },
        { name: 'level', type: { is: 'choice', values: ['province', 'district'] } },
      ],
    },
    {
      name: 'fact',
      fields: [{ name: 'value', type: { is: 'nullable', element: { is: 'value' } } }],
    },
  ]);
});

it('leaves no type untold', () => {
  const odd = { title: 'odd', type: 'object', properties: { field: { type: 'number' } } };
  expect(() => dictionaryOf([odd])).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: The data dictionary has no type for {"type":"number"}]`,
  );
});

it('writes the meaning of each field beside it, and nowhere else', () => {
  const { properties = {} } = describeFields(letter, (shape, field) => `${shape}.${field}`);
  expect(properties.number).toMatchObject({
    description: 'letter.number',
    properties: { value: { description: 'fact.value', anyOf: [{ type: 'string' }, {}] } },
  });
  expect(properties.days?.items).not.toHaveProperty('description');
});
