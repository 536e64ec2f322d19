import { describe, expect, it } from 'vitest';
import { COMPONENTS } from '#schema/component.ts';
import { readBody } from '#store/content/body.ts';
import { SECTIONS } from '../../pages/kinds.ts';
import { newFields } from '../../pages/plan.ts';
import { SNIPPETS } from './components.ts';
import { changedBy, formFields, readSeen, readTexts, seenOf, shownTexts } from './model.ts';
import { placed } from './problems.ts';

const PORTAL = 'https://wian.example/kb';

describe('the form of a page', () => {
  it.each(SECTIONS)(
    'shows nothing of what a skeleton begins with, and changes nothing of it: %s',
    (section) => {
      const fields = newFields(section, '-', '2026-11-30');
      const texts = shownTexts(section, fields);
      expect([...texts.values()].join('')).not.toContain('ฉบับร่าง');
      const values = readTexts(section, (name) => texts.get(name) ?? '', PORTAL);
      const seen = seenOf(section, null, fields);
      expect([...changedBy(values, seen)]).toEqual([]);
      const typed = readTexts(
        section,
        (name) => (name === 'f.title' ? 'ก' : texts.get(name)) ?? '',
        PORTAL,
      );
      expect([...changedBy(typed, seen)]).toEqual(['title']);
      expect(formFields(section).some(({ key }) => key === 'draft')).toBe(false);
    },
  );

  it.each([
    ['/faq/a/', 'faq/a'],
    [`${PORTAL}/circulars/2568/dla-1/#x`, 'circulars/2568/dla-1'],
    [`${PORTAL}/laws/a/?q=1`, 'laws/a'],
    ['laws/a', 'laws/a'],
    ['https://other.example/laws/a/', 'https://other.example/laws/a/'],
  ])('takes the address of a page for its path: %s', (typed, path) => {
    const text = (name: string) => (name === 'f.sources' ? `${typed}\n` : '');
    expect(readTexts('faq', text, PORTAL).fields.get('sources')).toEqual([path]);
  });

  it.each(['', '{', '[]', '{"file":1}', 'null'])(
    'has seen nothing where that is none of ours: %s',
    (text) => {
      expect(readSeen(text)).toEqual({ file: '', fields: {} });
    },
  );

  it('says what is wrong beside the nearest part, or with the line of the text', () => {
    const page = { file: 'a.mdx', text: '---\ntitle: ก\nsummary: ข\n---\n\nหนึ่ง\nสอง\n' };
    const fields = formFields('forms');
    const form = { fields, names: ['f.attachments[0].file'] };
    const words = {
      say: ({ what }: { what: string }) => what,
      lineText: (line: number) => `L${line}`,
    };
    const fault = (more: object) => ({ file: 'a.mdx', what: 'w', fix: '', ...more });
    const said = placed(
      [
        fault({ field: 'attachments[0].file', line: 2 }),
        fault({ field: 'attachments[1].file' }),
        fault({ line: 3 }),
        fault({ line: 7 }),
        fault({ line: 5, what: 'the body is not MDX: x (6:1-6:4)' }),
        fault({ field: 'unknown' }),
        fault({ file: 'b.mdx', line: 3 }),
      ],
      page,
      form,
      words,
    );
    expect(Object.fromEntries(said.at)).toEqual({
      'f.attachments[0].file': ['w'],
      'f.attachments': ['w'],
      'f.summary': ['w'],
      body: ['L2: w', 'L1: the body is not MDX: x'],
    });
    expect(said.others).toEqual(['w', 'b.mdx: w']);
  });
});

describe('the buttons for components', () => {
  it('are one for each that stands by itself', () => {
    const names = Object.keys(COMPONENTS).filter((name) => name !== 'Tab');
    expect(SNIPPETS.map(([name]) => name).toSorted()).toEqual(names.toSorted());
  });

  it.each(SNIPPETS)('put in what a text may hold: %s', (name, snippet) => {
    const within: Readonly<Record<string, string>> = { Letter: 'dla-1', Form: 'a', Contact: 'p50' };
    const { problems } = readBody(`\n${snippet.replace('|', within[name] ?? 'x')}\n`, 1);
    expect(problems).toEqual([]);
  });
});
