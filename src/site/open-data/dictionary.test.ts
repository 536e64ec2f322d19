import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '#i18n/languages.ts';
import { dataDictionary } from '#output/open-data/dictionary.ts';
import { openApi } from '#output/open-data/openapi.ts';
import { meaningOf } from './meaning.ts';

const sections = dataDictionary();
const fields = sections.flatMap(({ name, fields }) => fields.map((field) => [name, field.name]));

describe.each(Object.keys(LANGUAGES) as Language[])('the data dictionary in %s', (language) => {
  const { shape, field } = LANGUAGES[language].dictionary;

  it('tells what every field of every file means', () => {
    expect(fields.length).toBeGreaterThan(100);
    for (const [section = '', name = ''] of fields) {
      expect(meaningOf(language, section, name)).not.toBe('');
    }
  });

  it('names every shape, and none that there is not', () => {
    expect(Object.keys(shape).sort()).toEqual(sections.map(({ name }) => name).sort());
  });

  it('explains no field that there is not', () => {
    const known = new Set(fields.map(([section, name]) => `${section}.${name}`));
    const own = Object.entries(field).flatMap(([section, described]) =>
      section === 'everywhere' ? [] : Object.keys(described).map((name) => `${section}.${name}`),
    );
    expect(own.filter((name) => !known.has(name))).toEqual([]);
    const inherited = fields.flatMap(([section = '', name = '']) =>
      name in ((field as Record<string, object>)[section] ?? {}) ? [] : [name],
    );
    expect(Object.keys(field.everywhere).filter((name) => !inherited.includes(name))).toEqual([]);
  });
});

it('refuses a field without a meaning', () => {
  expect(() => meaningOf('th', 'circular', 'colour')).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: The data dictionary does not tell what circular.colour means (th): add it to src/i18n/th/dictionary.ts.]`,
  );
});

it('says in OpenAPI whom to ask, where somebody answers', () => {
  const infoOf = (operator: Parameters<typeof openApi>[0]['operator']) =>
    openApi({ site: 'https://wian.example/', licence: '', operator }, () => 'x', {}).info;
  expect(infoOf({ name: 'เทศบาลตำบลสมมุติ', email: 'wian@made-up.go.th' })).toMatchObject({
    contact: { name: 'เทศบาลตำบลสมมุติ', email: 'wian@made-up.go.th' },
  });
  expect(infoOf(null)).not.toHaveProperty('contact');
});

it('gives the meaning of every field to OpenAPI too', () => {
  const text = JSON.stringify(
    openApi(
      { site: 'https://wian.example/', licence: 'https://wian.example/', operator: null },
      (shape, field) => meaningOf('en', shape, field),
      {},
    ),
  );
  for (const [section = '', name = ''] of fields) {
    expect(text).toContain(JSON.stringify(meaningOf('en', section, name)));
  }
});
