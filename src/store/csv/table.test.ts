import { expect, it } from 'vitest';
import { ProblemError } from '#core/problem.ts';
import { csvLine, readTable } from './table.ts';

const read = (text: string) => readTable(text, 'a.csv', ['x', 'y']);
const messageOf = (text: string): string => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ProblemError) return error.message.split('\n')[0] as string;
    throw error;
  }
  return 'no problem';
};

it('reads rows with the lines on which they begin', () => {
  expect(read('\ufeffx,y\n1,"a\nb"\n\n2,\n')).toEqual([
    { line: 3, cells: { x: '1', y: 'a\nb' } },
    { line: 5, cells: { x: '2', y: '' } },
  ]);
});

it.each([
  ['', 'a.csv:1: the file is empty'],
  ['x;y\n', 'a.csv:1: the heading is "x;y"'],
  ['x,y\n1\n', 'a.csv:2: the CSV cannot be read: Invalid Record Length: expect 2, got 1 on line 2'],
  [
    'x,y\n1,2\n3,"4\n5,6\n7,8\n',
    'a.csv:3: the CSV cannot be read: a quote in the row that begins here is not closed (by cell 2)',
  ],
  [
    'x,"y\n1,2\n',
    'a.csv:1: the CSV cannot be read: a quote in the row that begins here is not closed (by cell 2)',
  ],
  [
    'x,y\n1,2\n3,"4\n5,"6"\n',
    'a.csv:3: the CSV cannot be read: a quote in the row that begins here is not closed (by cell 2)',
  ],
])('tells the line on which "%s" is broken', (text, problem) => {
  expect(messageOf(text)).toBe(problem);
});

it('writes cells that read back the same', () => {
  const cells = ['a,b', 'say "x"'];
  expect(read(`x,y\n${csvLine(cells)}\n`)[0]?.cells).toEqual({ x: cells[0], y: cells[1] });
});
