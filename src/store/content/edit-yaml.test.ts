import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editYaml, yamlOf } from './edit-yaml.ts';

const YAML = `# head
title: "a: b"   # the question
summary: x
published: "2026-11-21"
roles: [user, head]
sources:
  - a/b   # one

  - c/d
# above the notice
notice:
  kind: closed # k
  from: "2025-01-01"
attachments:
- title: A
  file: a.pdf
  size: 3
- title: B
  missing: x
order: 1
# end
`;
type Data = Record<string, unknown> & {
  notice: Record<string, unknown>;
  attachments: Record<string, unknown>[];
};
const BEFORE = parse(YAML) as Data;
const ORDER = ['title', 'summary', 'system', 'published', 'sources', 'order'];

/** The lines that differ, from the first to the last of them. */
const changedLines = (text: string): { gone: string[]; put: string[] } => {
  const [before, after] = [YAML.split('\n'), text.split('\n')];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let foot = 0;
  while (foot < most - head && before.at(-1 - foot) === after.at(-1 - foot)) foot += 1;
  return {
    gone: before.slice(head, before.length - foot),
    put: after.slice(head, after.length - foot),
  };
};

describe('editing YAML', () => {
  it.each<[what: string, edit: (data: Data) => void, gone: string[], put: string[]]>([
    [
      'a text, in its quotes and with its remark',
      (data) => {
        data.title = 'ใหม่';
      },
      ['title: "a: b"   # the question'],
      ['title: "ใหม่"   # the question'],
    ],
    [
      'a new field, in its place',
      (data) => {
        data.system = 'laas';
      },
      [],
      ['system: laas'],
    ],
    [
      'a list on one line',
      (data) => {
        data.roles = ['user'];
      },
      ['roles: [user, head]'],
      ['roles: [user]'],
    ],
    [
      'one more item',
      (data) => {
        data.sources = ['a/b', 'c/d', 'e/f'];
      },
      [],
      ['  - e/f'],
    ],
    [
      'a day in a field of fields',
      (data) => {
        data.notice.until = '2025-02-01';
      },
      [],
      ['  until: "2025-02-01"'],
    ],
    [
      'a field that goes',
      (data) => {
        delete (data as Record<string, unknown>).notice;
      },
      ['notice:', '  kind: closed # k', '  from: "2025-01-01"'],
      [],
    ],
    [
      'a field of an item',
      (data) => {
        data.attachments[1] = { title: 'B', file: 'b.pdf', size: 4 };
      },
      ['  missing: x'],
      ['  file: b.pdf', '  size: 4'],
    ],
    [
      'the first field of an item, gone',
      (data) => {
        data.attachments[1] = { missing: 'x' };
      },
      ['- title: B', '  missing: x'],
      ['- missing: x'],
    ],
    [
      'an item with fields of its own',
      (data) => {
        data.attachments.push({ title: 'C', withdrawn: { file: 'c.pdf', date: '2025-01-01' } });
      },
      [],
      ['- title: C', '  withdrawn:', '    file: c.pdf', '    date: "2025-01-01"'],
    ],
    [
      'a text of several lines',
      (data) => {
        data.summary = 'one\ntwo';
      },
      ['summary: x'],
      ['summary: "one\\ntwo"'],
    ],
    ['nothing', () => undefined, [], []],
  ])('writes %s, and leaves all else', (_, edit, gone, put) => {
    const after = structuredClone(BEFORE);
    edit(after);
    const text = editYaml(YAML, BEFORE, after, ORDER);
    expect(changedLines(text)).toEqual({ gone, put });
    expect(parse(text)).toEqual(after);
  });

  it('keeps the line ends of a file', () => {
    const text = YAML.replaceAll('\n', '\r\n');
    const edited = editYaml(text, BEFORE, { ...BEFORE, system: 'laas', order: 2 }, ORDER);
    expect(edited.replaceAll('\r\n', '')).not.toContain('\n');
    expect(parse(edited)).toEqual({ ...BEFORE, system: 'laas', order: 2 });
  });

  const leaf = fc.oneof(
    fc.constantFrom('a', 'ข้อ: 1', '- x', '# y', '2025-01', 'true', '"', "'", '', 'ก\nข', '1 # 2'),
    fc.integer({ min: -9, max: 9 }),
    fc.boolean(),
  );
  const { fields } = fc.letrec<{ value: unknown; fields: Record<string, unknown> }>((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('fields')),
    fields: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), tie('value'), { maxKeys: 4 }),
  }));
  const full = fields.filter((one) => Object.keys(one).length > 0);

  it('gives the data that was meant, whatever stood there', () => {
    fc.assert(
      fc.property(full, full, (before, after) => {
        const text = yamlOf(before);
        expect(parse(text)).toEqual(before);
        const kept = { ...after, z: 1 };
        expect(parse(editYaml(`${text}z: 1\n`, { ...before, z: 1 }, kept, []))).toEqual(kept);
      }),
      { numRuns: 500 },
    );
  });
});
