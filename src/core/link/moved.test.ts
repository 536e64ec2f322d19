import { describe, expect, it } from 'vitest';
import { formatProblem } from '#core/problem.ts';
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
  ])('%s leads to %s', (from, to) => expect(followMoves(chain, from)).toBe(to));

  it('does not run in a circle', () => {
    expect(followMoves([...chain, move('/c/', '/a/')], '/a/')).toBeNull();
  });
});

describe('movedAddressProblems', () => {
  const told = (moves: MovedAddress[], pages: string[]) =>
    movedAddressProblems(moves, new Set(pages)).map(formatProblem).join('\n');

  it('finds nothing wrong with moves that lead to a page', () => {
    expect(told(chain, ['/c/'])).toBe('');
  });

  it.each([
    ['no path', [move('a', '/c/')], ['/c/']],
    ['moved twice', [move('/a/', '/c/'), move('/a/', '/b/')], ['/c/', '/b/']],
    ['page is still there', [move('/a/', '/c/')], ['/a/', '/c/']],
    ['a circle', [move('/a/', '/b/'), move('/b/', '/a/')], []],
    ['no page at the end', chain, []],
  ])('tells: %s', (_, moves, pages) => expect(told(moves, pages)).toMatchSnapshot());
});
