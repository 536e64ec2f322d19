import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { LETTER_NUMBER, PARTIAL_DATE } from '#core/page-form/field.ts';
import { readPage } from '#store/content/page-file.ts';
import { readYamlFile } from '#store/content/yaml-file.ts';
import { GOOD, LAW, LETTERS, MANUAL, PAGE } from '../../tests/check/good-content.ts';
import { SCHEMA_FOLDER } from './command.ts';
import { EDITED, type JsonSchema, jsonSchemaOf } from './json-schema.ts';

const ROOT = join(import.meta.dirname, '../..');
const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }));
for (const own of [LETTER_NUMBER, PARTIAL_DATE]) ajv.addFormat(own, true);
const validators = new Map<string, ValidateFunction>(
  Object.keys(EDITED).map((name) => [name, ajv.compile(jsonSchemaOf(name).schema)]),
);

const isTaken = (name: string, data: unknown): boolean => {
  const validate = validators.get(name) as ValidateFunction;
  return validate(data) as boolean;
};

const NAMES: Readonly<Record<string, string>> = { circulars: 'circular' };

/** Every file of the real content that has a schema, with its data. */
const realFiles = globSync('content/**/*.{mdx,yaml}', { cwd: ROOT }).map((file) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const [, kind = ''] = file.split('/');
  if (file.endsWith('.mdx')) {
    return [file, NAMES[kind] ?? kind, readPage(text, file).frontMatter.data] as const;
  }
  const name = file.endsWith('covering-letters.yaml') ? 'covering-letters' : 'route';
  return [file, name, readYamlFile(text, file).data] as const;
});

describe('the JSON Schemas', () => {
  it.each(Object.keys(EDITED))('describe every field in Thai: %s', (name) => {
    const { schema, missing } = jsonSchemaOf(name);
    expect([...missing]).toEqual([]);
    const texts: string[] = [];
    const walk = (one: JsonSchema): void => {
      for (const field of Object.values(one.properties ?? {})) {
        texts.push(field.description ?? '');
        walk(field);
      }
      if (one.items) walk(one.items);
      for (const other of one.anyOf ?? []) walk(other);
    };
    walk(schema);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter((text) => !/[ก-ฮ]/.test(text))).toEqual([]);
  });

  it('take all real content', () => {
    const refused = realFiles.filter(([, name, data]) => !isTaken(name, data));
    expect(refused.map(([file]) => file)).toEqual([]);
    expect(new Set(realFiles.map(([, name]) => name)).size).toBe(Object.keys(EDITED).length - 1);
  });

  it.each<[what: string, name: string, file: string, from: string, to: string]>([
    ['an unknown field', 'manuals', MANUAL, 'order: 1', 'order: 1\nordr: 1'],
    ['a missing field', 'manuals', MANUAL, 'order: 1\n', ''],
    ['a value that is not allowed', 'manuals', MANUAL, 'roles: [user]', 'roles: [users]'],
    ['an empty list', 'manuals', MANUAL, 'roles: [user]', 'roles: []'],
    ['a number for a text', 'manuals', MANUAL, 'title: วิธีเข้าระบบ', 'title: 5'],
    ['a number below the bound', 'manuals', MANUAL, 'order: 1', 'order: -1'],
    ['a path of no record', 'manuals', MANUAL, 'sources: [circulars', 'sources: [/circulars'],
    ['an unknown force', 'laws', LAW, 'status: cancelled', 'status: canceled'],
    ['an unknown kind of law', 'laws', LAW, 'kind: directive-letter', 'kind: letter'],
    ['another secrecy', 'circular', PAGE, 'secrecy: normal', 'secrecy: open'],
    ['an id with capitals', 'circular', PAGE, 'id: dla-0808-4-w15-0402', 'id: DLA'],
    ['a list for a letter', 'circular', PAGE, 'number: มท 0808.4/ว 15', 'number: [1]'],
    ['an office that is none', 'covering-letters', LETTERS, 'issuer: p50', 'issuer: P50'],
    ['another doubt', 'covering-letters', LETTERS, 'doubt: unclear', 'doubt: unsure'],
    ['a doubt without readings', 'covering-letters', LETTERS, 'readings:', 'reading:'],
  ])('refuse what zod refuses: %s', (_, name, file, from, to) => {
    const text = (GOOD.get(file) as string).replace(from, to);
    expect(text).not.toBe(GOOD.get(file));
    const data = file.endsWith('.mdx')
      ? readPage(text, file).frontMatter.data
      : readYamlFile(text, file).data;
    expect(EDITED[name]?.safeParse(data).success).toBe(false);
    expect(isTaken(name, data)).toBe(false);
  });
});

it('are where the settings of the editor look for them', () => {
  const settings = JSON.parse(readFileSync(join(ROOT, '.vscode/settings.json'), 'utf8'));
  const files = Object.keys(settings['yaml.schemas']);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    expect(file.startsWith(`${SCHEMA_FOLDER}/`)).toBe(true);
    expect(Object.hasOwn(EDITED, file.slice(SCHEMA_FOLDER.length + 1, -'.json'.length))).toBe(true);
  }
  expect(existsSync(join(ROOT, '.vscode/extensions.json'))).toBe(true);
});
