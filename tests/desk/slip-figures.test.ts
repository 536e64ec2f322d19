import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterTry, THROTTLES, type Tries, waitSeconds } from '#core/board/throttle.ts';
import {
  guessesToOneInAMillion,
  MOST_LIVE_SLIPS,
  MOST_WRONG_A_DAY,
  SLIP_CODES,
} from '#core/slip/slip.ts';

const RULE = THROTTLES['slip-address'];
const DAY = 86_400;
const text = readFileSync(join(import.meta.dirname, '../../docs/desk-work.md'), 'utf8');

/** Seconds that `more` tries behind the free ones take, and then to be forgotten, by the throttle itself. */
const roundOf = (more: number): number => {
  let [tries, now]: [Tries | null, number] = [null, 0];
  for (let nth = 0; nth < RULE.free + more; nth += 1) {
    now += waitSeconds(RULE, tries, now) * 1000;
    tries = afterTry(RULE, tries, now);
  }
  const last = now;
  while (afterTry(RULE, tries, now).count !== 1) now += 1000;
  expect(now - last).toBe(2 * RULE.longestWait * 1000);
  return now / 1000;
};

/** The most that an address can try in a day: whoever waits until all is forgotten begins anew. */
const mostADay = (): number =>
  Math.max(
    DAY / RULE.longestWait,
    ...Array.from({ length: 8 }, (_, more) => ((RULE.free + more) * DAY) / roundOf(more)),
  );

const figure = (value: number): string =>
  value < 10
    ? String(Number(value.toPrecision(value < 0.1 ? 1 : 2)))
    : Math.round(value).toLocaleString('en');

describe('the figures of guessing in docs/desk-work.md', () => {
  it('are those of the code', () => {
    expect(mostADay()).toBe(96);
    expect(text).toContain(`29^8 = ${SLIP_CODES.toLocaleString('en')} short codes`);
    expect(text).toContain(`${mostADay()} a day at most`);
    expect(text).toContain(`${MOST_WRONG_A_DAY.toLocaleString('en')}\nwrong ones a day`);
    expect(text).toContain(`More than ${MOST_LIVE_SLIPS.toLocaleString('en')} slips`);
  });

  it('are computed for each number of slips', () => {
    const [, table = ''] = /\| slips that are good \|.*\n\|[-|]+\n((?:\|.*\n)+)/.exec(text) ?? [];
    const rows = table
      .trim()
      .split('\n')
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows).toHaveLength(4);
    for (const [slips = '', ...cells] of rows) {
      const live = Number(slips.split(' ')[0]?.replaceAll(/\D/g, ''));
      const tries = guessesToOneInAMillion(live);
      const evenDays = (SLIP_CODES / live) * (Math.LN2 / MOST_WRONG_A_DAY);
      const wanted = [
        tries < 10 ? Math.round(tries).toString() : figure(tries),
        figure(tries / mostADay()),
        figure(evenDays / 365.25),
      ];
      expect([slips, ...cells]).toEqual([slips, ...wanted]);
    }
  });
});
