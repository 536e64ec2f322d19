import { expect, it } from 'vitest';
import { statedDates } from './body-dates.ts';
import { runningText } from './running-text.ts';
import { sourceLines } from './source-text.ts';
import { findWrittenDates } from './written-date.ts';

it.each([
  ['31 กรกฎาคม 2568', ['2025-07-31']],
  ['31 ก.ค. 68', ['2025-07-31']],
  ['30 กรกฎาคม - 15 สิงหาคม 2568', ['2025-08-15']],
  ['30 กรกฎาคม-15 ส.ค. 2568', ['2025-08-15']],
  ['30 กรกฎาคม 68 - 15 สิงหาคม 68', ['2025-07-30', '2025-08-15']],
  ['มกราคม 25 มีนาคม 2568', ['2025-03-25']],
  ['วันพฤหัสบดีที่ 31 กรกฎาคม 2568', ['2025-07-31']],
  ['วันศุกร์ที่ 31 กรกฎาคม 2568', ['2025-07-31 weekday-of-other-day']],
  ['31 มิถุนายน 2568', ['2025-06 impossible-day']],
  ['30 มิถุนาคม 2568', ['2025-06-30 month-misspelled']],
])('finds the dates of "%s"', (text, expected) => {
  const found = findWrittenDates(text).map(({ value, fault }) =>
    [value, fault].filter(Boolean).join(' '),
  );
  expect(found).toEqual(expected);
});

it.each([
  ['ระหว่างวันที่ ๕ - ๒๑ สิงหาคม ๒๕๖๘', '2025-08-05..2025-08-21'],
  ['ระหว่างวันที่ ๓๐ กรกฎาคม - ๑๕ สิงหาคม ๒๕๖๘', '2025-07-30..2025-08-15'],
  ['ตั้งแต่วันที่ ๒๘ กรกฎาคม ถึงวันที่ ๒ สิงหาคม ๒๕๖๘', '2025-07-28..2025-08-02'],
  ['ระหว่าง ๓๐ ก.ค. - ๑๕ ส.ค. ๖๘', '2025-07-30..2025-08-15'],
  ['ระหว่างวันที่ ๒๐ ธันวาคม ๒๕๖๘ - ๑๐ มกราคม ๒๕๖๙', '2025-12-20..2026-01-10'],
  ['ระหว่างวันที่ ๒๐ ธันวาคม - ๑๐ มกราคม ๒๕๖๙', '2025-12-20..2026-01-10 no-year'],
])('states the span of "%s"', (text, expected) => {
  const spans = statedDates(runningText(sourceLines(text))).map(
    ({ from, to, fault }) => `${from}..${to}${fault ? ` ${fault}` : ''}`,
  );
  expect(spans).toEqual([expected]);
});
