import { describe, expect, it } from 'vitest';
import { formatProblem } from '#core/problem.ts';
import { growthOf, LINEAR } from '../../../tests/growth.ts';
import { followMoves, type MovedAddress, movedAddressProblems } from './moved.ts';

const move = (from: string, to: string): MovedAddress => ({
  from,
  to,
  since: '2026-11-21',
  why: 'รวมหน้าเข้าด้วยกัน',
});
const chain = [move('/a/', '/b/'), move('/b/', '/c/')];

describe('followMoves', () => {
  it.each([
    ['/a/', '/c/'],
    ['/b/', '/c/'],
    ['/c/', '/c/'],
    ['/elsewhere/', '/elsewhere/'],
  ])('%s leads to %s', (from, to) => expect(followMoves(chain)(from)).toBe(to));

  it('does not run in a circle', () => {
    const endOf = followMoves([...chain, move('/c/', '/a/'), move('/d/', '/b/')]);
    expect(['/a/', '/d/', '/b/', '/e/'].map(endOf)).toEqual([null, null, null, '/e/']);
  });

  it('reports a circle again when asked again', () => {
    const endOf = followMoves([move('/a/', '/a/'), ...chain.slice(1)]);
    expect([endOf('/a/'), endOf('/a/'), endOf('/b/')]).toEqual([null, null, '/c/']);
  });
});

describe('movedAddressProblems', () => {
  const problemsOf = (moves: MovedAddress[], pages: string[]) =>
    movedAddressProblems(moves, new Set(pages)).map(formatProblem).join('\n');

  it('takes time by the number of moves alone, whether they lead to one page or each to the next', () => {
    const numbered = (size: number, toOf: (index: number) => string): MovedAddress[] =>
      Array.from({ length: size }, (_, index) => move(`/a/${index}/`, toOf(index)));
    const check = (moves: MovedAddress[]) => movedAddressProblems(moves, new Set(['/c/']));
    const toOne = (size: number) => numbered(size, () => '/c/');
    const toNext = (size: number) => numbered(size, (at) => `/a/${at + 1}/`);
    expect(growthOf(toOne, check)).toBeLessThan(LINEAR);
    expect(growthOf(toNext, check)).toBeLessThan(LINEAR);
  });

  it('finds nothing wrong with moves that lead to a page', () => {
    expect(problemsOf(chain, ['/c/'])).toBe('');
  });

  it.each([
    ['no path', [move('a', '/c/')], ['/c/']],
    ['moved twice', [move('/a/', '/c/'), move('/a/', '/b/')], ['/c/', '/b/']],
    ['page is still there', [move('/a/', '/c/')], ['/a/', '/c/']],
    ['a circle', [move('/a/', '/b/'), move('/b/', '/a/')], []],
    ['no page at the end', chain, []],
  ])('tells: %s', (_, moves, pages) => expect(problemsOf(moves, pages)).toMatchSnapshot());
});
