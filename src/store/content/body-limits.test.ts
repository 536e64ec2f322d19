import { describe, expect, it } from 'vitest';
import { LIMITS } from '#core/check/limits.ts';
import { readBody } from './body.ts';

const times = (text: string, count: number): string => text.repeat(count);
const listOf = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- ก`).join('\n');
const placesOf = (body: string): string[] =>
  readBody(body, 11).problems.map(({ line, what }) => `${line}: ${what}`);

const DEEP = 'quotes, lists, emphasis or elements are nested too deeply here';

describe('nesting', () => {
  it.each([
    ['quotes', (depth: number) => `ก\n\n${times('> ', depth)}ก`],
    ['quotes without spaces', (depth: number) => `ก\n\n${times('>', depth)}ก`],
    ['lists on one line', (depth: number) => `ก\n\n${times('- ', depth)}ก`],
    ['numbered lists on one line', (depth: number) => `ก\n\n${times('1. ', depth)}ก`],
    ['quotes and lists', (depth: number) => `ก\n\n${times('> - ', depth / 2)}ก`],
    ['elements', (depth: number) => `ก\n\n${times('<b>', depth)}ก${times('</b>', depth)}`],
    [
      'elements of their own lines',
      (depth: number) => `ก\n\n${times('<ul>\n', depth)}\n\nก\n\n${times('</ul>\n', depth)}`,
    ],
    ['emphasis', (depth: number) => `ก\n\n${times('**', depth)}ก${times('**', depth)} [ก](#ก)`],
  ])('of %s is refused where it is deep, whatever its depth', (_, make) => {
    expect(placesOf(make(LIMITS.nesting))).toEqual([]);
    for (const depth of [LIMITS.nesting + 2, 300, 3000, 100_000]) {
      const places = placesOf(make(depth));
      expect(places).toHaveLength(1);
      expect(places[0]).toMatch(/^\d+: (?:quotes, lists|this paragraph holds)/);
    }
  });

  it('of lists over many lines is refused where it begins to be deep', () => {
    expect(placesOf(listOf(LIMITS.nesting))).toEqual([]);
    expect(placesOf(listOf(LIMITS.nesting + 1))).toEqual([`${11 + LIMITS.nesting}: ${DEEP}`]);
    expect(placesOf(listOf(600))).toHaveLength(1);
  });
});

it.each([
  ['emphasis that never ends', times('_a*b ', 20_000)],
  ['brackets', times('[', 100_000)],
  ['links that never end', times('[a](', 20_000)],
  ['elements', times('<b>', 20_000)],
  ['lines of one paragraph', times('*a\n', 20_000)],
])('refuses a paragraph of too many %s, unparsed', (_, body) => {
  expect(placesOf(body)).toEqual([expect.stringContaining('more signs of Markdown than')]);
});

it.each([
  ['lines', 'lines', 'ก\n'.repeat(LIMITS.lines + 1)],
  ['items of a list', 'lines', '- ก\n'.repeat(LIMITS.lines + 1)],
  ['cells', 'cells of tables', `${'|ก'.repeat(LIMITS.lines + 1)}|`],
  ['short links', 'signs of Markdown', `${'[ก](/) '.repeat(300)}\n\n`.repeat(70)],
  ['bold words', 'signs of Markdown', `${'**ก** '.repeat(200)}\n\n`.repeat(60)],
])('refuses a page of more %s than can be held in memory', (_, what, body) => {
  expect(placesOf(body)).toEqual([expect.stringContaining(`more than 20000 ${what}`)]);
});

it.each([
  ['a page of many lines', 'ข้อความของหนังสือ\n'.repeat(LIMITS.lines - 1)],
  ['a form with long lines to write on', `${'_'.repeat(90)}\n\n`.repeat(2000)],
])('takes %s', (_, body) => {
  expect(placesOf(body)).toEqual([]);
});

it.each([
  ['a rule', times('- ', 60)],
  ['a long rule', times('-', 400)],
  ['a rule of stars', times('*', 400)],
  ['a line to write on', `ลงชื่อ ${times('_', 90)}`],
  ['a code block with spaces', `\`\`\`\n${times(' ', 80)}- x\n\`\`\``],
  ['a table of many links', `|ก|\n|-|\n${times('|[**ก**](#ก)|\n', 600)}\n\n# ก`],
  ['a list of many links', `${times('- [**ก**](#ก)\n', 600)}\n\n# ก`],
  ['paragraphs with marks', times('**ก** _ข_\n\n', 900)],
])('takes %s', (_, body) => {
  expect(readBody(body, 11).problems).toEqual([]);
});
