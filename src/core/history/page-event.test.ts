import { expect, it } from 'vitest';
import { eventsOfPage, type PageHistory } from './page-event.ts';

const page = (given: Partial<PageHistory> = {}): PageHistory => ({
  published: '2026-11-01',
  changes: [],
  ...given,
});
const by = 'circulars/2570/new';
const cancelled = { status: 'cancelled', by } as const;

it.each<[string, Partial<PageHistory>, string[]]>([
  ['a page alone', {}, ['published 2026-11-01 -']],
  [
    'a legal force that no letter takes away',
    { force: { status: 'in-force', by } },
    ['published 2026-11-01 -'],
  ],
  [
    'a cancellation on the day on which the cancelling letter came',
    { force: cancelled, forceLetterPublished: '2026-11-20' },
    ['published 2026-11-01 -', 'cancelled 2026-11-20 force-cancelled'],
  ],
  [
    'a cancellation by a letter that was there before',
    { force: { ...cancelled, status: 'superseded' }, forceLetterPublished: '2026-10-01' },
    ['published 2026-11-01 -', 'superseded 2026-11-01 force-superseded'],
  ],
  [
    'the recorded day before all others, not the day from which it holds',
    {
      force: { ...cancelled, status: 'expired', since: '2027-01-01', recorded: '2026-11-28' },
      forceLetterPublished: '2026-11-20',
    },
    ['published 2026-11-01 -', 'expired 2026-11-28 force-expired'],
  ],
  [
    'changes and files taken off',
    {
      changes: [
        { date: '2026-11-03', note: 'ก', major: false },
        { date: '2026-11-03', note: 'ข', major: true },
        { date: '2026-11-03', note: 'ค', major: true },
      ],
      withdrawnFiles: [
        { number: 2, date: '2026-11-04', note: 'แบบ' },
        { letter: 'p50', number: 2, date: '2026-11-05', note: 'แบบ' },
        { number: null, date: '2026-11-06', note: 'ตัวหนังสือ' },
      ],
    },
    [
      'published 2026-11-01 -',
      'minor 2026-11-03 -',
      'major 2026-11-03 change-2026-11-03',
      'major 2026-11-03 change-2026-11-03-2',
      'attachment-withdrawn 2026-11-04 attachment-2-withdrawn',
      'attachment-withdrawn 2026-11-05 letter-p50-attachment-2-withdrawn',
      'attachment-withdrawn 2026-11-06 letter-file-withdrawn',
    ],
  ],
])('dates %s', (_, given, expected) => {
  expect(
    eventsOfPage(page(given)).map(
      ({ kind, date, fragment }) => `${kind} ${date} ${fragment ?? '-'}`,
    ),
  ).toEqual(expected);
});
