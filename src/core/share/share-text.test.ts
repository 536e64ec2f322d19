import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../letter/fact.ts';
import { encodeText } from '../text/uri-text.ts';
import { type SharedAction, type SharedPage, type ShareTexts, shareLines } from './share-text.ts';

const AS_OF = '2026-11-28';
const URL = 'https://wian.made-up.go.th/q/K7M2XP/';

const TEXTS: ShareTexts = {
  number: (number) => `ที่ ${number}`,
  numberUnclear: (readings) => `เลขที่ต้องตรวจ: ${readings}`,
  dayUnclear: (readings) => `วันต้องตรวจ: ${readings}`,
  or: ' หรือ ',
  force: (status) => `[${status}]`,
  until: (day) => `ภายใน ${day}`,
  date: (date) => date,
  period: (from, to) => `${from ?? ''}..${to ?? ''}`,
  interval: ({ every }) => every ?? null,
  role: (role) => role,
  source: (key) => `สำเนา ${key}`,
  duty: (role, what, when, source) => `${role}: ${what} (${when})${source ? ` ${source}` : ''}`,
  more: (count) => `อีก ${count}`,
};

const PAGE: SharedPage = { title: 'ทดลองแจ้ง', url: URL, sample: null };
const action = (given: Partial<SharedAction> = {}): SharedAction => ({
  role: 'district',
  what: 'ส่งแบบ',
  cancelled: false,
  source: 'letter',
  ...given,
});
const unclearNumber = (...read: (readonly [string, string | null])[]): Fact<string> => ({
  value: null,
  doubt: {
    kind: 'conflict',
    readings: read.map(([text, value]) => ({ read: text, value, source: 'letter' })),
  },
});

describe('shareLines', () => {
  it.each<[string, Partial<SharedPage>, readonly string[]]>([
    ['a page without a letter', {}, ['ทดลองแจ้ง']],
    ['a made-up page', { sample: 'ตัวอย่าง' }, ['ตัวอย่าง', 'ทดลองแจ้ง']],
    ['a title on two lines', { title: ' ก\n ข ' }, ['ก ข']],
    ['a certain number', { number: { value: 'มท 0899.9/ว 12' } }, ['ทดลองแจ้ง', 'ที่ มท ๐๘๙๙.๙/ว ๑๒']],
    [
      'a number with two readings, one of which means nothing',
      { number: unclearNumber(['มท ๐๘๙๙.๙/ว ๑๒', 'มท 0899.9/ว 12'], ['นท ๘๙/ว', null]) },
      ['ทดลองแจ้ง', 'เลขที่ต้องตรวจ: มท ๐๘๙๙.๙/ว ๑๒ หรือ นท ๘๙/ว'],
    ],
    [
      'a number of which two copies read the same',
      { number: unclearNumber(['ว ๑๒', null], ['ว ๑๒', null]) },
      ['ทดลองแจ้ง', 'เลขที่ต้องตรวจ: ว ๑๒'],
    ],
    ['a number that nobody read', { number: { value: null } }, ['ทดลองแจ้ง', 'เลขที่ต้องตรวจ: ']],
    [
      'a letter that holds no more, whose times nobody has to keep',
      {
        force: { status: 'cancelled' },
        actions: [action({ deadline: { value: '2026-12-01' } })],
      },
      ['[cancelled]', 'ทดลองแจ้ง'],
    ],
    ['unknown legal force, which says nothing', { force: { status: 'unknown' } }, ['ทดลองแจ้ง']],
    ['an action without a time', { actions: [action()] }, ['ทดลองแจ้ง']],
    [
      'a deadline',
      { actions: [action({ deadline: { value: '2026-12-01' } })] },
      ['ทดลองแจ้ง', 'district: ส่งแบบ (ภายใน 2026-12-01)'],
    ],
    [
      'a deadline that a copy sets',
      { actions: [action({ deadline: { value: '2026-12-01' }, source: 'p50' })] },
      ['ทดลองแจ้ง', 'district: ส่งแบบ (ภายใน 2026-12-01) สำเนา p50'],
    ],
    [
      'a day in doubt',
      {
        actions: [
          action({
            deadline: {
              value: '2026-12',
              doubt: {
                kind: 'unclear',
                readings: [
                  { read: '๗๐ ธันวาคม ๒๕๖๙', value: null, source: 'letter' },
                  { read: '๑๐ ธันวาคม ๒๕๖๙', value: '2026-12-10', source: 'p50' },
                ],
              },
            },
          }),
        ],
      },
      ['ทดลองแจ้ง', 'district: ส่งแบบ (วันต้องตรวจ: ๗๐ ธันวาคม ๒๕๖๙ หรือ 2026-12-10)'],
    ],
    [
      'a window',
      { actions: [action({ window: { from: '2026-12-01', to: '2026-12-05' } })] },
      ['ทดลองแจ้ง', 'district: ส่งแบบ (2026-12-01..2026-12-05)'],
    ],
    ['a round', { actions: [action({ every: 'P6M' })] }, ['ทดลองแจ้ง', 'district: ส่งแบบ (P6M)']],
    [
      'an action that was withdrawn',
      { actions: [action({ every: 'P6M', cancelled: true })] },
      ['ทดลองแจ้ง'],
    ],
    [
      'what is due next first, what is past last, and three at the most',
      {
        actions: [
          action({ what: 'ก', deadline: { value: '2025-01-01' } }),
          action({ what: 'ข', every: 'P1M' }),
          action({ what: 'ค', deadline: { value: '2027-01-01' } }),
          action({ what: 'ง', window: { to: AS_OF } }),
        ],
      },
      [
        'ทดลองแจ้ง',
        'district: ง (..2026-11-28)',
        'district: ค (ภายใน 2027-01-01)',
        'district: ข (P1M)',
        'อีก 1',
      ],
    ],
  ])('tells of %s', (_, page, lines) => {
    expect(shareLines({ ...PAGE, ...page }, AS_OF, TEXTS)).toEqual(lines);
  });

  it('leaves times out before it cuts the title', () => {
    const actions = [1, 2].map((day) =>
      action({ what: 'ส่งรายงาน'.repeat(5), deadline: { value: `2026-12-0${day}` } }),
    );
    const page = { ...PAGE, actions };
    expect(shareLines(page, AS_OF, TEXTS, 900)).toEqual([
      'ทดลองแจ้ง',
      `district: ${'ส่งรายงาน'.repeat(5)} (ภายใน 2026-12-01)`,
      'อีก 1',
    ]);
    expect(shareLines(page, AS_OF, TEXTS, 200)).toEqual(['ทดลองแจ้ง', 'อีก 2']);
    expect(shareLines(page, AS_OF, TEXTS, 90)).toEqual(['ทดลอ…', 'อีก 2']);
  });

  it('keeps to any length that leaves room for the number', () => {
    const page = fc.record({
      title: fc.string({
        unit: fc.constantFrom('ก', 'ี่', 'ก้', ' ', 'a', '\n', '&'),
        maxLength: 300,
      }),
      what: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
    });
    fc.assert(
      fc.property(page, fc.integer({ min: 400, max: 3000 }), ({ title, what }, longest) => {
        const actions = [action({ what, deadline: { value: '2026-12-01' } })];
        const number = { value: 'มท 0899.9/ว 12' };
        const lines = shareLines({ ...PAGE, title, number, actions }, AS_OF, TEXTS, longest);
        expect(encodeText(lines.join('\n')).length).toBeLessThanOrEqual(longest);
        expect(lines).toContain('ที่ มท ๐๘๙๙.๙/ว ๑๒');
      }),
    );
  });
});
