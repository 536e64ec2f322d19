import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest, nearestName } from './nearest.ts';

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['abc', 'ab', 1],
    ['เชียงใหม่', 'เชียงใหม', 1],
    ['kitten', 'sitting', 3],
  ])('%s → %s: %i', (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  it('is the same both ways, and at most the longer length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
      }),
    );
  });
});

describe('nearest', () => {
  const candidates = ['จังหวัดเชียงใหม่', 'จังหวัดเชียงราย', 'จังหวัดนครพนม'].map((name) => ({
    spellings: [name],
    offer: name,
  }));
  const offers = (asked: string) => nearest(asked, candidates, 2).map(({ offer }) => offer);

  it('puts what holds the text first', () => {
    expect(offers('เชียงราย')).toEqual(['จังหวัดเชียงราย', expect.any(String)].slice(0, 1));
  });
  it('offers what is written most like it', () => {
    expect(offers('จังหวัดเชียงใหม')[0]).toBe('จังหวัดเชียงใหม่');
  });
  it('offers nothing that is not like it', () => expect(offers('zzzzzz')).toEqual([]));
});

it.each([
  ['a letter left out', 'newelaas', 'new-elaas'],
  ['a letter too many', 'circulars/2568/dla-x-wx-03255', 'circulars/2568/dla-x-wx-0325'],
  ['two neighbours exchanged', 'new-leaas', 'new-elaas'],
  ['nothing like it', 'gfmis', undefined],
  ['two as near as each other', 'p51', undefined],
])('nearestName: %s', (_, asked, name) => {
  const known = ['new-elaas', 'elaas', 'circulars/2568/dla-x-wx-0325', 'p50', 'p52'];
  expect(nearestName(asked, known)).toBe(name);
});
