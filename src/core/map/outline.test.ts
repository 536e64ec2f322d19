import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centreOf, onGrid, type Point, readOutline, writeOutline } from './outline.ts';

describe('readOutline', () => {
  it('reads relative moves, each ring from the beginning of the one before', () => {
    expect(readOutline('m 1,2 3,0 0,4 z m 10,10 1,0 0,1 z')).toEqual([
      [
        [1, 2],
        [4, 2],
        [4, 6],
      ],
      [
        [11, 12],
        [12, 12],
        [12, 13],
      ],
    ]);
  });

  it.each(['M 1,2 3,4 z', 'm 1,2 c 1,2 3,4 5,6 z', ''])('refuses "%s"', (path) => {
    expect(() => readOutline(path)).toThrow(SyntaxError);
  });

  it('reads what writeOutline writes', () => {
    const point = fc.tuple(
      fc.integer({ min: -999, max: 999 }),
      fc.integer({ min: -999, max: 999 }),
    );
    const rings = fc.array(fc.array(point, { minLength: 3, maxLength: 9 }), { minLength: 1 });
    fc.assert(
      fc.property(rings, (given) => {
        const written = writeOutline(given).replaceAll('l', ' ');
        expect(readOutline(written)).toEqual(given);
      }),
    );
  });
});

describe('onGrid', () => {
  it('joins points that fall together and leaves out those on a straight line', () => {
    const ring: Point[] = [
      [0, 0],
      [0.2, 0.1],
      [5, 0],
      [10, 0],
      [10, 10],
      [0, 10],
      [0, 0],
    ];
    expect(onGrid([ring], 1)).toEqual([
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ],
    ]);
  });

  it('leaves out a ring that the grid swallows', () => {
    expect(
      onGrid(
        [
          [
            [0, 0],
            [0.2, 0],
            [0, 0.2],
          ],
        ],
        1,
      ),
    ).toEqual([]);
  });
});

it.each<[string, Point[][], Point | null]>([
  [
    'a square',
    [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
      ],
    ],
    [2, 2],
  ],
  [
    'the larger of two rings',
    [
      [
        [90, 90],
        [91, 90],
        [91, 91],
      ],
      [
        [0, 0],
        [0, 6],
        [6, 6],
        [6, 0],
      ],
    ],
    [3, 3],
  ],
  ['nothing', [], null],
])('finds the centre of %s', (_, rings, centre) => {
  expect(centreOf(rings)).toEqual(centre);
});
