import { describe, expect, it } from 'vitest';
import type { Doubt } from '#core/letter/fact.ts';
import {
  briefFact,
  viewDate,
  viewPrintedDate,
  viewPrintedNumber,
  viewText,
  viewUnseen,
} from './fact-view.ts';

const nameSource = (key: string): string => ({ letter: 'ตัวหนังสือ', p50: 'เชียงใหม่' })[key] ?? key;
const doubt = (readings: Doubt<string>['readings'], kind: Doubt<string>['kind'] = 'conflict') => ({
  kind,
  readings,
});

describe('a certain fact', () => {
  it.each([
    [
      'a number as letters print it',
      viewPrintedNumber({ value: 'มท 0808.4/ว 15' }, nameSource),
      'มท ๐๘๐๘.๔/ว ๑๕',
    ],
    [
      'a day as letters print it',
      viewPrintedDate({ value: '2025-04-02' }, nameSource),
      '๒ เมษายน ๒๕๖๘',
    ],
    [
      'a day as the interface writes it',
      viewDate({ value: '2025-04-02' }, nameSource),
      '2 เมษายน 2568',
    ],
    [
      'a month of which the day is not known',
      viewDate({ value: '2025-04' }, nameSource),
      'เมษายน 2568',
    ],
    ['a text as it stands', viewText({ value: ' ก  ข ' }, nameSource), ' ก  ข '],
  ])('shows %s', (_, view, text) => expect(view).toEqual({ text, doubt: null }));
});

describe('a doubtful fact', () => {
  it.each([
    ['ମେଞ୍ଚାଳିନୀ', 'อ่านได้เป็นอักษรที่ไม่ใช่อักษรไทย ยังไม่รู้ว่าเป็นวันใด'],
    ['๗๐ เมษายน (April) 2568 ฯ', 'ยังไม่รู้ว่าเป็นวันใด'],
  ])('says of %s why readers see boxes, where letters are not Thai', (read, senseless) => {
    const { doubt: shown } = viewDate(
      { value: null, doubt: doubt([{ read, value: null, source: 'letter' }], 'unreadable') },
      nameSource,
    );
    expect(shown?.readings.map((reading) => reading.senseless)).toEqual([senseless]);
  });

  it('shows each reading once, with all copies that have it', () => {
    const { text, doubt: shown } = viewPrintedNumber(
      {
        value: null,
        doubt: doubt([
          { read: 'ว ๑๕', value: 'มท 0808.4/ว 15', source: 'letter' },
          { read: 'ว ๑๖', value: 'มท 0808.4/ว 16', source: 'p50' },
          { read: 'ว ๑๕', value: 'มท 0808.4/ว 15', source: 'd5009' },
        ]),
      },
      nameSource,
    );
    expect(text).toBe(null);
    expect(shown?.readings.map(({ read, where }) => [read, where])).toEqual([
      ['ว ๑๕', 'ตัวหนังสือ, d5009'],
      ['ว ๑๖', 'เชียงใหม่'],
    ]);
  });

  it.each([
    [
      'no meaning where it is what was read, but for spaces',
      'มท๐๘๐๘.๔/ว๑๕',
      'มท 0808.4/ว 15',
      null,
    ],
    ['the meaning of what was read otherwise', 'ว ๑๕', 'มท 0808.4/ว 15', 'มท ๐๘๐๘.๔/ว ๑๕'],
  ])('shows %s', (_, read, value, meaning) => {
    const view = viewPrintedNumber(
      { value, doubt: doubt([{ read, value, source: 'letter' }], 'unclear') },
      nameSource,
    );
    expect(view.doubt?.readings[0]).toMatchObject({ meaning, senseless: null });
  });

  it('says of a reading that means nothing possible that it does not, by the sort of the fact', () => {
    const read = [{ read: '๗๐ เมษายน', value: null, source: 'letter' }];
    const date = viewDate({ value: null, doubt: doubt(read, 'unreadable') }, nameSource);
    const number = viewPrintedNumber({ value: null, doubt: doubt(read, 'unreadable') }, nameSource);
    expect(date.doubt?.readings[0]?.senseless).toBeTruthy();
    expect(number.doubt?.readings[0]?.senseless).not.toBe(date.doubt?.readings[0]?.senseless);
  });

  it('keeps what all readings share', () => {
    const view = viewDate(
      {
        value: '2025-04',
        doubt: doubt([{ read: '๒ เม.ย.', value: '2025-04-02', source: 'letter' }]),
      },
      nameSource,
    );
    expect(view.text).toBe('เมษายน 2568');
  });
});

it('never shows a fact that nobody has seen without its warning', () => {
  expect(viewUnseen('ไม่เห็นหัวหนังสือ')).toMatchObject({
    text: null,
    doubt: { nothing: 'ไม่เห็นหัวหนังสือ', readings: [] },
  });
});

it.each([
  ['certain', { value: 'ก' }, { text: 'ก', needsCheck: false }],
  ['certain in part', { value: 'ก', doubt: doubt([], 'cited') }, { text: 'ก', needsCheck: true }],
  ['not known', { value: null, doubt: doubt([], 'unreadable') }, { text: null, needsCheck: true }],
])('marks a fact in a list that is %s', (_, fact, brief) => {
  expect(briefFact(fact, (value: string) => value)).toEqual(brief);
});
