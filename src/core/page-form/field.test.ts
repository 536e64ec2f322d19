import { describe, expect, it } from 'vitest';
import { type FieldSchema, type PageField, pageFields, textsOf, valueIn } from './field.ts';

const FACT: FieldSchema = {
  description: 'number',
  anyOf: [
    { type: 'string' },
    {
      type: 'object',
      properties: {
        value: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        doubt: { enum: ['unclear', 'cited'] },
        readings: {
          type: 'array',
          items: { type: 'object', properties: { read: { type: 'string' } } },
        },
        note: { type: 'string' },
      },
    },
  ],
};
const SCHEMA: FieldSchema = {
  properties: {
    title: { type: 'string', description: 'the title' },
    published: { type: 'string', format: 'date' },
    since: { type: 'string', format: 'partial-date' },
    letter: { type: 'string', format: 'letter-number' },
    order: { type: 'integer' },
    sample: { type: 'boolean' },
    kind: { type: 'string', enum: ['act', 'letter'] },
    roles: { type: 'array', items: { enum: ['user', 'head'] } },
    sources: { type: 'array', items: { type: 'string' } },
    notice: { type: 'object', properties: { from: { type: 'string', format: 'date' } } },
    attachments: {
      type: 'array',
      items: {
        type: 'object',
        properties: { title: { type: 'string' }, size: { type: 'integer' } },
      },
    },
    number: FACT,
  },
  required: ['title'],
};
const fields = pageFields(SCHEMA);
const fieldOf = (key: string) => fields.find((one) => one.key === key) as PageField;

describe('the form of a page', () => {
  it('has a part for each field of the schema', () => {
    expect(fields.map(({ key, kind, required }) => [key, kind, required])).toEqual([
      ['title', 'line', true],
      ['published', 'day', false],
      ['since', 'date', false],
      ['letter', 'letter-number', false],
      ['order', 'number', false],
      ['sample', 'flag', false],
      ['kind', 'choice', false],
      ['roles', 'choices', false],
      ['sources', 'lines', false],
      ['notice', 'group', false],
      ['attachments', 'rows', false],
      ['number', 'fact', false],
    ]);
  });

  it.each<[name: string, value: unknown]>([
    ['title', 'ก'],
    ['published', '2026-11-30'],
    ['order', 10],
    ['sample', true],
    ['kind', 'act'],
    ['roles', ['head']],
    ['sources', ['faq/a', 'laws/b']],
    ['notice', { from: '2026-11-30' }],
    ['attachments', [{ title: 'a', size: 3 }, { title: 'b' }]],
    ['number', 'มท 1/ว 2'],
    ['number', { value: 'x', doubt: 'cited', readings: [{ read: 'y' }], note: 'n' }],
    ['number', { doubt: 'unclear', readings: [{ read: 'y' }] }],
    ['title', undefined],
    ['roles', undefined],
    ['notice', undefined],
    ['attachments', undefined],
    ['number', undefined],
  ])('reads what it shows: %s %j', (name, value) => {
    const texts = textsOf(fieldOf(name), value, name);
    expect(valueIn(fieldOf(name), name, (one) => texts.get(one) ?? '')).toEqual(value);
  });

  it('offers an empty row, which is none until it is filled in', () => {
    const texts = new Map(textsOf(fieldOf('attachments'), [{ title: 'a' }], 'attachments'));
    expect(texts.get('attachments#')).toBe('2');
    texts.set('attachments[1].size', '4');
    expect(valueIn(fieldOf('attachments'), 'attachments', (one) => texts.get(one) ?? '')).toEqual([
      { title: 'a' },
      { size: 4 },
    ]);
  });

  it('keeps what is no number for the check to refuse, and makes no more rows than a form can have', () => {
    expect(valueIn(fieldOf('order'), 'order', () => 'ten')).toBe('ten');
    const text = (name: string) => (name.endsWith('#') ? '999999999' : 'x');
    expect(valueIn(fieldOf('attachments'), 'attachments', text)).toHaveLength(500);
  });
});

it.each([
  ['since', '2025-04-22', '2025-04-22'],
  ['since', '2025-04', '2025-04'],
  ['since', '๒๒ เมษายน ๒๕๖๘', '2025-04-22'],
  ['since', 'เม.ย. 2568', '2025-04'],
  ['since', '22/4/2568', '2025-04-22'],
  ['published', '๒๒ เม.ย. ๖๘', '2025-04-22'],
  // What may mean several days, or none, is for the check to ask about.
  ['since', '31 เมษายน 2568', '31 เมษายน 2568'],
  ['since', 'มิ.ย. 20', 'มิ.ย. 20'],
  ['since', 'เร็ว ๆ นี้', 'เร็ว ๆ นี้'],
  ['letter', 'มท ๐๘๐๘.๔ / ว ๒๐๐๗', 'มท 0808.4/ว 2007'],
  ['letter', 'ไม่มีเลข', 'ไม่มีเลข'],
])('%s is kept of "%s" as a file has it', (key, typed, value) => {
  expect(valueIn(fieldOf(key), key, () => typed)).toBe(value);
});
