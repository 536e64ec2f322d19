import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readYamlFile } from './yaml-file.ts';

const COVERING_LETTERS = `# ที่อ่านได้จากสำเนา
- key: province
  level: province
  number: ขก 0023.9/ว 1
  date: 2016-01-05
  to:
    - text: "นายอำเภอ ทุกอำเภอ"
      group: districts
  cites: &letter
    issuer: dla
    number: 'มท 0899.9/ว 1'
  references: []
  copies: 12
  sample: true
- key: district
  subject: >-
    หัวเรื่องที่ยาว
    กว่าหนึ่งบรรทัด
  note: |
    บรรทัดแรก: มีโคลอน

    # ไม่ใช่หมายเหตุ
  date:
    doubt: partly-unreadable
    readings:
      - read: ๒๕๖๗
        value: null
      - read: ""
        value: ~
  cites: *letter
`;

describe('readYamlFile', () => {
  it('reads dates and numbers of letters as text, and numbers as numbers', () => {
    expect(
      readYamlFile('date: 2016-01-05\ntime: 10:30\nsize: 012\nbig: 1e3', 'a.yaml').data,
    ).toEqual({
      date: '2016-01-05',
      time: '10:30',
      size: 12,
      big: 1000,
    });
  });

  it('tells line and column of a field', () => {
    const { place } = readYamlFile(COVERING_LETTERS, 'a.yaml', 3);
    expect(place([0, 'to', 0, 'group'])).toEqual({ line: 11, column: 7 });
    expect(place([1, 'note'])).toEqual({ line: 22, column: 3 });
  });

  it.each([
    ['a: 1\na: 2', 2, 'map keys must be unique', 'Keep one of the two lines.'],
    ['a: "b\nc: d', 1, 'missing closing "quote', 'Close the quotes or brackets that begin there.'],
    ['a:\n\t- b', 2, 'tabs are not allowed as indentation', 'Indent with spaces.'],
    [
      'c: 1\na: !!js/function "x"',
      2,
      'it holds a tag: ',
      'Put a text that begins with ! in quotes',
    ],
    ['a: [1, !!binary aGk=]', 1, 'it holds a tag: tag:yaml.org,2002:binary', 'in quotes'],
    ['a: !!set {ก}', 1, 'it holds a tag: tag:yaml.org,2002:set', 'in quotes'],
    ['a: !important', 1, 'it holds a tag: !important', 'in quotes'],
    [
      'a: 1\ntitle:คำถาม\nb: 2',
      2,
      'implicit keys need to be on a single line',
      'Write a plain colon and a plain space between name and value: "title: คำถาม".',
    ],
    ['a: 1\ntitle:คำถาม\n', 2, 'implicit map keys', 'value: "title: คำถาม".'],
    ['title:\u00a0คำถาม\nb: 2', 1, 'implicit keys', 'value: "title: คำถาม".'],
    ['a:\n  - title：ก\n    b: 2', 2, 'implicit keys', 'value: "- title: ก".'],
    ['a\nhttps://dla.example: 1', 1, 'implicit keys', 'Put a text that holds ": " in quotes'],
    ['a: 1\nb: "ก\nc: 2\nd: 3', 2, 'missing closing "quote', 'Close the quotes or brackets'],
    ["b: 'ก\nc: 2", 1, "missing closing 'quote", 'Close the quotes or brackets'],
    ['a: 1\nb: [1, 2\nc: 3\nd: 4', 2, 'end with a ]', 'Close the quotes or brackets'],
    ['a: 1\nb: {x: [1], y: 2\nc: 3\nd: 4', 2, 'end with a }', 'Close the quotes or brackets'],
    ['c: 1\na: *b', 2, 'unresolved alias: b', 'Put a text that begins with * or & in quotes.'],
    [
      'a: 1\n---\nb: 2',
      2,
      'source contains multiple documents',
      'Compare with a neighbouring file',
    ],
  ])('tells what is wrong in %j', (text, line, what, fix) => {
    const { problems, data } = readYamlFile(text, 'a.yaml');
    expect(problems[0]).toMatchObject({
      file: 'a.yaml',
      line,
      what: expect.stringContaining(what),
    });
    expect(problems[0]?.fix).toContain(fix);
    expect(data).toBeUndefined();
  });

  const lists = (open: string, close: string, between: string) =>
    [...'bcdefghijk']
      .map((name, at) => {
        const alias = `*${'abcdefghijk'[at]}`;
        return `${name}: &${name} ${open}${Array(9).fill(alias).join(between)}${close}\n`;
      })
      .join('');

  it.each([
    ['lists in brackets', `a: &a [x, x]\n${lists('[', ']', ', ')}`, 5],
    ['lists of lines', `a: &a\n  - x\n${lists('\n  - ', '', '\n  - ')}`, 39],
    ['one alias, thousands of times', `a: &a [1, 2, 3]\nb:\n${'  - *a\n'.repeat(3000)}`, 2503],
  ])('bounds what aliases repeat: %s', (_, text, line) => {
    const { problems, data } = readYamlFile(text, 'a.yaml');
    expect(data).toBeUndefined();
    expect(problems).toMatchObject([
      {
        file: 'a.yaml',
        line,
        what: expect.stringContaining('more than 10000 values are repeated'),
      },
    ]);
  });

  it.each([
    ['an alias of itself', 'a: 1\nb: &b\n  - *b\n', 3, 'stands within what it repeats'],
    ['an alias of itself in brackets', 'b: &b {c: [*b]}\n', 1, 'stands within what it repeats'],
    ['a merge key', 'a: &a\n  x: 1\nb:\n  <<: *a\n', 4, 'merge keys ("<<") are not read'],
    ['101 levels', `a: 1\nb: ${'['.repeat(101)}${']'.repeat(101)}`, 2, 'more than 100'],
    [
      'levels by the thousand',
      `a: 1\nb: ${'['.repeat(9000)}${']'.repeat(9000)}`,
      2,
      'nest too deep',
    ],
    ['lists by the thousand', `${'- '.repeat(9000)}x`, 1, 'nest too deep'],
    ['brackets never closed', `a: ${'['.repeat(9000)}`, 1, 'nest too deep'],
  ])('refuses %s', (_, text, line, what) => {
    const { problems } = readYamlFile(text, 'a.yaml');
    expect(problems[0]).toMatchObject({ file: 'a.yaml', line });
    expect(problems[0]?.what).toContain(what);
    expect(problems[0]?.fix).not.toContain('neighbouring file; put');
  });

  it('reads aliases within bounds, and asterisks in texts', () => {
    const text = 'a: &a\n  - x\nb: *a\nc: of *great* weight\nd: [*a, *a]\n';
    expect(readYamlFile(text, 'a.yaml').data).toEqual({
      a: ['x'],
      b: ['x'],
      c: 'of *great* weight',
      d: [['x'], ['x']],
    });
  });

  it('reads whatever is typed as the YAML library does that tells where a mistake stands', () => {
    const piece = fc.constantFrom(
      ...[
        '',
        ' ',
        '  ',
        '\t',
        ':',
        ': ',
        '- ',
        ' #',
        '"',
        "'",
        '\n',
        '\n\n',
        '|',
        '>',
        '&a ',
        '*a',
        '{',
        '}',
      ],
      ...[
        '[',
        ']',
        ',',
        '!',
        '!!str ',
        '%',
        '@',
        '?',
        '? ',
        '~',
        'null',
        'true',
        'yes',
        '0',
        '01',
        '1_000',
      ],
      ...[
        '0x1F',
        '0o17',
        '1e3',
        '.5',
        '-',
        '---\n',
        '...\n',
        '2567-01-01',
        '<<: ',
        '\r\n',
        '\u00a0',
        '\ufeff',
      ],
      ...[
        'ก',
        '\\n',
        '\\',
        '0b1',
        '.inf',
        '.nan',
        '+1',
        '12:30',
        'on',
        'True',
        '1e999',
        'a1e999',
        '-.5e+400',
        '\n#',
        '\n      ',
      ],
    );
    const edit = fc.record({ at: fc.nat(COVERING_LETTERS.length), gone: fc.nat(4), piece });
    const edited = fc
      .array(edit, { minLength: 1, maxLength: 3 })
      .map((edits) =>
        edits.reduce(
          (text, { at, gone, piece }) => text.slice(0, at) + piece + text.slice(at + gone),
          COVERING_LETTERS,
        ),
      );
    fc.assert(
      fc.property(edited, (text) => {
        const { problems, data } = readYamlFile(text, 'a.yaml');
        const document = parseDocument(text, { prettyErrors: false });
        if (document.errors.length > 0) expect(problems.length).toBe(document.errors.length);
        if (problems.length === 0) expect(data).toEqual(document.toJS());
      }),
      { numRuns: Number(process.env.WIAN_RUNS ?? 1500) },
    );
  });
});
