import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistance, findNear } from './spelling.ts';

it.each([
  ['ขอแสดงความนับถือ', 'นับถือ', { start: 10, end: 16, edits: 0 }],
  ['ขอแสดงความนบถือ', 'นับถือ', { start: 10, end: 15, edits: 1 }],
  ['ไม่มีคำนั้น', 'ท้องถิ่น', null],
])('finds in %s what is near to %s', (text, phrase, expected) => {
  expect(findNear(text, phrase, 2)).toEqual(expected);
});

it('finds no place that is worse than the best of all', () => {
  const letters = fc.string({ unit: fc.constantFrom('ก', 'ข', 'ค'), maxLength: 9 });
  fc.assert(
    fc.property(
      letters,
      fc.string({ unit: fc.constantFrom('ก', 'ข'), minLength: 1, maxLength: 5 }),
      (text, phrase) => {
        let least = Number.POSITIVE_INFINITY;
        for (let start = 0; start < text.length; start++)
          for (let end = start + 1; end <= text.length; end++)
            least = Math.min(least, editDistance(text.slice(start, end), phrase));
        const limit = phrase.length - 1;
        const found = findNear(text, phrase, limit);
        expect(found?.edits ?? null).toBe(least <= limit ? least : null);
        if (found)
          expect(editDistance(text.slice(found.start, found.end), phrase)).toBe(found.edits);
      },
    ),
  );
});
