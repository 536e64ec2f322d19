import { expect, it } from 'vitest';
import { sourceLines } from './source-text.ts';
import { readStamps } from './stamp-field.ts';

const timeOf = (line: string) => {
  const [stamp] = readStamps(sourceLines(`อำเภอสมมติ\nเลขรับ ๑๒๓\nวันที่ ๒๐ มิถุนายน ๒๕๖๘\n${line}`));
  const doubts = stamp?.field.doubts.map(({ code, part, readings }) => [
    part,
    code,
    readings.map(({ read, value }) => `${read} ${value}`),
  ]);
  return [stamp?.field.value?.time, doubts];
};

it.each([
  ['เวลา ๑๓.๕๗ น.', '13:57'],
  ['เวลา 9:05 น.', '09:05'],
  ['เวลา.......๑๓ . ๕๗ น.', '13:57'],
  ['เวลา ................ น.', null],
])('reads the time of a stamp: %s', (line, time) => {
  expect(timeOf(line)).toEqual([time, []]);
});

it.each([
  ['เวลา ๑๓ ๕๗ น.', 'unreadable', '๑๓ ๕๗ 13:57'],
  ['เวลา ๑๓๕๗ น.', 'unreadable', '๑๓๕๗ 13:57'],
  ['เวลา ๑๓ น.', 'unreadable', '๑๓ null'],
  ['เวลา ๑๓.๕ น.', 'unreadable', '๑๓.๕ null'],
  ['เวลา ๒๕.๑๐ น.', 'impossible-time', '๒๕.๑๐ null'],
  ['เวลา ๑๓.๗๕ น.', 'impossible-time', '๑๓.๗๕ null'],
])('doubts a time that is not written as times are: %s', (line, code, reading) => {
  expect(timeOf(line)).toEqual([null, [['time', code, [reading]]]]);
});
