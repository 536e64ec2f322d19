import { expect, it } from 'vitest';
import type { Bottleneck } from '#core/tracking/bottlenecks.ts';
import { bottleneckText, sinceText } from './status-text.ts';

const DAY = '2025-05-01';

it.each<[Bottleneck['what'], string | null, Bottleneck['basis'], string]>([
  ['not-passed-on', '2025-03-07', 'certain', 'since 2025-03-07, 55 days'],
  [
    'not-passed-on',
    '2025-03-07',
    'cited',
    'since 2025-03-07, 55 days (a day known only from a later letter)',
  ],
  ['not-passed-on', null, null, 'since an unclear day'],
  ['no-receipt', '2025-03-07', 'certain', 'nobody has reported since 2025-03-07'],
  ['left-out', '2025-03-07', 'certain', 'nobody has reported since 2025-03-07'],
  ['no-receipt', null, null, 'nobody has reported'],
])(
  'counts days only of what is known to have been received: %s %s %s',
  (what, since, basis, text) => {
    expect(sinceText({ what, since, basis }, DAY)).toBe(text);
  },
);

it('names the offices and what is recorded of them', () => {
  const one: Bottleneck = {
    what: 'not-passed-on',
    from: 'p50',
    branch: 'districts',
    since: '2025-04-30',
    basis: 'certain',
    offices: ['d5001', 'd5002'],
  };
  expect(bottleneckText(one, DAY, (id) => id.toUpperCase())).toBe(
    'districts (2): received, not passed on as far as recorded, since 2025-04-30, 1 day: D5001, D5002',
  );
});
