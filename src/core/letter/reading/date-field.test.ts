import { describe, expect, it } from 'vitest';
import { compareDates, looksLikeDate, readDateField } from './date-field.ts';

describe('readDateField', () => {
  it.each([
    ['๑๗ กันยายน ๒๕๖๗', '2024-09-17', []],
    ['๒๓ กรกฏาคม ๒๕๖๗', '2024-07-23', []],
    ['วันที่ ๘ เมษาฯ ๒๕๖๘', '2025-04-08', []],
    ['๗๙ เมษาฯ ๒๕๖๘', '2025-04', ['impossible-day']],
    ['๗๐ เมษายน ๒๕๖๘', '2025-04', ['impossible-day']],
    ['๒๕๖๓ สิงหาคม', '2020-08', ['no-day']],
    ['กันยายน ๒๕๖๗', '2024-09', ['no-day']],
    ['๑๗) กรกฎาคม ๒๕๖๓', '2020-07-17', ['stray-characters']],
    ['๑๗ กันยยน ๒๕๖๗', '2024-09-17', ['month-misspelled']],
    ['๒ สิงหาคม ๒๕๖๓', '2020-08-02', ['weekend']],
    ['วันศุกร์ที่ ๒๐ มิถุนายน ๒๕๖๘', '2025-06-20', []],
    ['วันพฤหัสบดีที่ ๒๐ มิถุนายน ๒๕๖๘', '2025-06-20', ['weekday-of-other-day']],
    ['๑7 กันยายน ๒๕๖๗', '2024-09-17', ['mixed-digits']],
    ['๑๗ xxx ๒๕๖๗', null, ['unreadable']],
  ])('%s', (text, value, codes) => {
    const field = readDateField(text, 3);
    expect(field?.value).toBe(value);
    expect(field?.doubts.map(({ code }) => code)).toEqual(codes);
  });

  it.each(['๒๖ กี.ก.๖๔', 'ถนนตัวอย่าง', ''])('finds no date in "%s"', (text) => {
    expect(readDateField(text, 3)).toBeNull();
  });
});

it.each([
  ['๑๗ กันยายน ๒๕๖๗', true],
  ['๒๕๖๓ สิงหาคม', true],
  ['ถนนตัวอย่าง เขตดุสิต กทม. ๑๐๓๐๐', false],
  ['เลขรับ ๑๒๓ วันที่ ๑ มกราคม ๒๕๖๗', false],
  ['กรมบัญชีกลาง', false],
])('"%s" looks like a date: %s', (text, expected) => expect(looksLikeDate(text)).toBe(expected));

it.each([
  ['2025-04-02', '2025-04-01', 1],
  ['2025-04', '2025-04-01', 0],
  ['2024', '2025-04-01', -1],
])('compares %s and %s', (a, b, order) => expect(compareDates(a, b)).toBe(order));
