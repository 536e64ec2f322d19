import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectiveMovements, type Movement } from './movement.ts';
import { newestOf, undoRows } from './undo.ts';

const row = (no: number, rest: Partial<Movement> = {}): Movement => ({
  no,
  kind: 'received',
  office: 'd1',
  date: '2025-03-10',
  number: String(no),
  to: [],
  doubt: {},
  source: 'register:d1',
  ...rest,
});
const corrects = (no: number, corrected: number, rest: Partial<Movement> = {}): Movement =>
  row(no, { kind: 'corrected', corrects: corrected, ...rest });
const added = (
  recorded: readonly Movement[],
  rows: readonly Omit<Movement, 'no'>[],
): Movement[] => [
  ...recorded,
  ...rows.map((one, at) => ({ ...one, no: recorded.length + at + 1 })),
];

describe('undoRows', () => {
  it('takes a movement back', () => {
    const recorded = [row(1), row(2)];
    expect(undoRows(recorded, 2, 1)).toEqual([
      { kind: 'corrected', office: 'd1', to: [], doubt: {}, source: 'register:d1', corrects: 2 },
    ]);
  });

  it('gives a corrected movement back as it was, and one that was taken back', () => {
    const corrected = [row(1, { note: 'a' }), corrects(2, 1, { number: '9' })];
    const undone = added(corrected, undoRows(corrected, 2, 1) ?? []);
    expect(effectiveMovements(undone)).toEqual([row(1, { note: 'a' })]);
    const gone = { date: undefined, number: undefined };
    const taken = [row(1), corrects(2, 1, gone)];
    const back = added(taken, undoRows(taken, 2, 1) ?? []);
    expect(effectiveMovements(back)).toEqual([row(1)]);
    const again = added(back, undoRows(back, 3, 1) ?? []);
    expect(effectiveMovements(again)).toEqual([]);
  });

  it.each<[what: string, recorded: Movement[], first: number, count: number]>([
    ['a movement that was corrected since', [row(1), corrects(2, 1)], 1, 1],
    ['a correction of a correction since', [row(1), corrects(2, 1), corrects(3, 2)], 2, 1],
    ['rows that are not there', [row(1)], 1, 2],
  ])('does not touch %s', (_, recorded, first, count) => {
    expect(undoRows(recorded, first, count)).toBeNull();
  });

  it('brings back what stood before, whatever that was', () => {
    const changes = fc.array(fc.record({ corrected: fc.nat(), takesBack: fc.boolean() }), {
      maxLength: 8,
    });
    const ledgerOf = (list: readonly { corrected: number; takesBack: boolean }[]): Movement[] => {
      const rows: Movement[] = [];
      for (const { corrected, takesBack } of list) {
        const no = rows.length + 1;
        const target = corrected % no;
        const gone = takesBack ? { date: undefined, number: undefined } : {};
        rows.push(target === 0 ? row(no) : corrects(no, target, gone));
      }
      return rows;
    };
    fc.assert(
      fc.property(changes, fc.nat(), (list, split) => {
        const all = ledgerOf(list);
        const first = all.length === 0 ? 1 : (split % all.length) + 1;
        const undone = undoRows(all, first, all.length - first + 1);
        expect(undone).not.toBeNull();
        expect(effectiveMovements(added(all, undone ?? []))).toEqual(
          effectiveMovements(all.slice(0, first - 1)),
        );
      }),
    );
  });
});

it('finds the newest row that has a say about a movement', () => {
  const recorded = [row(1), row(2), corrects(3, 1), corrects(4, 3)];
  expect([1, 2, 3, 4].map((no) => newestOf(recorded, no))).toEqual([4, 2, 4, 4]);
});
