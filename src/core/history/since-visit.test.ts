import { expect, it } from 'vitest';
import { addVisit, countDays, countSince, readVisits, writeVisits } from './since-visit.ts';

const changes = [
  { date: '2026-11-20', change: 'published' },
  { date: '2026-11-28', change: 'cancelled' },
  { date: '2026-11-25', change: 'major' },
  { date: '2026-11-25', change: 'minor' },
  { date: '2026-11-25', change: 'attachment-withdrawn' },
  { date: '2026-11-28', change: 'published' },
] as const;

it('counts by day, the newest days first', () => {
  expect(countDays(changes, 2)).toEqual([
    { day: '2026-11-28', published: 1, changed: 0, withdrawn: 1 },
    { day: '2026-11-25', published: 0, changed: 3, withdrawn: 0 },
  ]);
});

const seen = (day: string, published = 0, changed = 0, withdrawn = 0) => ({
  day,
  published,
  changed,
  withdrawn,
});

it.each([
  [seen('2026-11-29'), 9, [0, 0, 0], false],
  [seen('2026-11-28'), 9, [1, 0, 1], false],
  [seen('2026-11-28', 1, 0, 1), 9, [0, 0, 0], false],
  [seen('2026-11-28', 1), 9, [0, 0, 1], false],
  [seen('2026-11-28', 5, 5, 5), 9, [0, 0, 0], false],
  [seen('2026-11-25', 0, 1), 9, [1, 2, 1], false],
  [seen('2026-11-20'), 9, [2, 3, 1], false],
  [seen('2026-11-01'), 9, [2, 3, 1], false],
  [seen('2026-11-26'), 2, [1, 0, 1], false],
  [seen('2026-11-20'), 2, [1, 3, 1], true],
])('counts since %j in %i days', (since, most, counts, isLeast) => {
  expect(countSince(countDays(changes, most), since, most > 3)).toEqual({
    published: counts[0],
    changed: counts[1],
    withdrawn: counts[2],
    isLeast,
  });
});

it('counts nothing on a portal where nothing happened', () => {
  expect(countSince([], seen('2026-11-20'), true)).toMatchObject({ published: 0, isLeast: false });
});

const [OLD, NEW] = ['2026-11-20,1,0,0', '2026-11-25,0,3,0'];

it.each([
  ['the first visit', null, '2026-11-20', OLD],
  ['the same data again', OLD, '2026-11-20', OLD],
  ['the same day with more on it', '2026-11-20,0,0,0', '2026-11-20', `${OLD} 2026-11-20,0,0,0`],
  ['newer data', OLD, '2026-11-25', `${NEW} ${OLD}`],
  ['newer data again', `${NEW} ${OLD}`, '2026-11-25', `${NEW} ${OLD}`],
  ['older data', `${NEW} ${OLD}`, '2026-11-21', `${NEW} ${OLD}`],
  ['a day on which nothing happened', OLD, '2026-11-21', `2026-11-21,0,0,0 ${OLD}`],
  ['nonsense in the browser', '{"a":1}', '2026-11-25', NEW],
  ['a day that is none', '2026-02-31,0,0,0', '2026-11-25', NEW],
  ['counts that are none', '2026-11-20,1,x,0', '2026-11-25', NEW],
  ['days in the wrong order', `${OLD} ${NEW}`, '2026-11-20', OLD],
])('keeps of %s', (_, kept, dataDay, expected) => {
  const visits = addVisit(readVisits(kept), countDays(changes, 9), dataDay);
  expect(writeVisits(visits)).toBe(expected);
});
