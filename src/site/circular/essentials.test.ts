import { describe, expect, it } from 'vitest';
import type { Action, Circular } from '#core/letter/circular.ts';
import { viewEssentials } from './essentials.ts';

const action = (given: Partial<Action>): Action => ({
  role: 'user',
  what: 'ยืนยันตัวตน',
  revision: 0,
  cancelled: false,
  source: 'letter',
  ...given,
});

const view = (actions: readonly Action[], given: Partial<Circular> = {}) =>
  viewEssentials(
    {
      letter: { number: { value: 'มท 0808.4/ว 15' }, date: { value: '2025-04-02' } },
      force: { status: 'unknown' },
      actions,
      ...given,
    } as Circular,
    (key) => key,
  );

describe('the deadline on top', () => {
  it('is none where no letter sets one', () => {
    expect(view([action({})]).due).toBe(null);
    expect(view([]).due).toBe(null);
  });

  it.each([
    ['2026-11-21', 'วันนี้เป็นวันสุดท้าย'],
    ['2026-11-22', 'เหลืออีก 1 วัน'],
    ['2026-11-20', 'ผ่านไปแล้ว'],
  ])('of %s says "%s" on 21 November 2026', (day, left) => {
    expect(view([action({ deadline: { value: day } })]).due?.left).toBe(left);
  });

  it('is the next to come, and says that there are others', () => {
    const days = ['2026-10-01', '2027-01-05', '2026-12-01'];
    const { due } = view(days.map((value) => action({ deadline: { value } })));
    expect(due).toMatchObject({ fact: { text: '1 ธันวาคม 2569' }, hasOthers: true });
  });

  it('is the earliest of readings that disagree, marked', () => {
    const readings = [
      { read: '๗', value: '2026-12-07', source: 'fang' },
      { read: '๑', value: '2026-12-01', source: 'letter' },
    ];
    const { due } = view([
      action({ deadline: { value: null, doubt: { kind: 'conflict', readings } } }),
    ]);
    expect(due).toMatchObject({ fact: { text: '1 ธันวาคม 2569' }, needsCheck: true });
  });

  it('says what was read of one that states no day, and counts none', () => {
    const readings = [{ read: '๗? ธันวาคม', value: null, source: 'letter' }];
    const { due } = view([
      action({ deadline: { value: null, doubt: { kind: 'unreadable', readings } } }),
    ]);
    expect(due?.left).toBe(null);
    expect(due?.fact.text).toBe(null);
    expect(due?.fact.doubt?.readings[0]?.read).toBe('๗? ธันวาคม');
  });

  it('is the day of each round where the letter states that alone', () => {
    const due = { day: 5 } as Action['due'];
    expect(view([action({ every: 'P1M', due })]).due).toMatchObject({
      fact: { text: 'วันที่ 5 ของทุกเดือน' },
      left: null,
    });
  });

  it('is none for a duty that comes round without a stated day', () => {
    expect(view([action({ every: 'P6M' })]).due).toBe(null);
  });

  it('is none where the letter or the action was taken back', () => {
    const deadline = { value: '2026-12-01' };
    expect(view([action({ deadline, cancelled: true })]).due).toBe(null);
    const force = { status: 'cancelled' as const };
    expect(view([action({ deadline })], { force }).due).toBe(null);
  });
});

it('gives a doubtful number with every reading, and no value', () => {
  const number = {
    value: null,
    doubt: {
      kind: 'unclear' as const,
      readings: [{ read: 'ว ๑?', value: null, source: 'letter' }],
    },
  };
  const { letter } = { letter: { number, date: { value: '2025-04' } } };
  const shown = view([], { letter: letter as unknown as Circular['letter'] });
  expect([shown.number.text, shown.number.doubt?.readings.length]).toEqual([null, 1]);
  expect(shown.date.text).toBe('เมษายน 2568');
});
