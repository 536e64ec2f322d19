import { describe, expect, it } from 'vitest';
import { readTicks, ticksName, writeTicks } from './ticks.ts';

const KEYS = ['0000000a', '0000000b'];

describe('readTicks', () => {
  it('gives back what was written', () => {
    const ticks = new Map([['0000000b', '2026-11-28']]);
    expect(readTicks(writeTicks(ticks), KEYS)).toEqual(ticks);
  });

  it('drops the tick of an item that the page does not have any more', () => {
    const stored = writeTicks(
      new Map([
        ['0000000c', '2026-11-28'],
        ['0000000a', '2026-11-27'],
      ]),
    );
    expect(readTicks(stored, KEYS)).toEqual(new Map([['0000000a', '2026-11-27']]));
  });

  it.each([
    ['nothing', null],
    ['an empty text', ''],
    ['a text cut short', '{"0000000a":"2026-1'],
    ['a list', '["0000000a"]'],
    ['null', 'null'],
    ['a number', '7'],
    ['a day that is none', '{"0000000a":true}'],
    ['a day with markup', '{"0000000a":"<b>2026-11-28</b>"}'],
  ])('reads no tick from %s', (_, stored) => {
    expect(readTicks(stored, KEYS)).toEqual(new Map());
  });
});

describe('writeTicks', () => {
  it('keeps nothing where nothing is ticked', () => {
    expect(writeTicks(new Map())).toBeNull();
  });
});

it('names the ticks of each circular by its permanent id', () => {
  expect(ticksName('dla-0808-4-w15-0402')).toBe('wian-ticks-dla-0808-4-w15-0402');
});
