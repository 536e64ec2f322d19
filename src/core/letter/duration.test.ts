import { expect, it } from 'vitest';
import { formatEnglishDuration, formatThaiDuration } from './duration.ts';

it.each([
  ['P15D', false, '15 วัน', '15 days'],
  ['P15D', true, '15 วันทำการ', '15 working days'],
  ['P1M15D', false, '1 เดือน 15 วัน', '1 month 15 days'],
  ['P1Y6M', false, '1 ปี 6 เดือน', '1 year 6 months'],
  ['P2W', false, '2 สัปดาห์', '2 weeks'],
  ['PT24H', false, '24 ชั่วโมง', '24 hours'],
  ['PT30M', false, '30 นาที', '30 minutes'],
])('%s (working days: %s) is %s', (duration, workdays, thai, english) => {
  expect(formatThaiDuration(duration, workdays)).toBe(thai);
  expect(formatEnglishDuration(duration, workdays)).toBe(english);
});
