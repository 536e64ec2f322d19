import { expect, it } from 'vitest';
import { MOVEMENTS } from '../../../tests/check/good-content.ts';
import { openPortal } from '../../../tests/site/made-up-portal.ts';
import { SITE_FILES } from '../../../tests/site/site-files.ts';
import { getCirculars } from '../content.ts';
import { dayPart } from './day-part.ts';

const PAGE = 'content/circulars/2568/dla-0808-4-w15-0402/index.mdx';
const WHAT = '    what: ยืนยันตัวตน';

const withDeadline = (day: string) => [
  [PAGE, SITE_FILES.get(PAGE)?.replace(WHAT, `${WHAT}\n    key: identify\n    deadline: "${day}"`)],
];
const withWindow = (to: string) => [
  [
    PAGE,
    SITE_FILES.get(PAGE)?.replace(WHAT, `${WHAT}\n    key: identify\n    window: {to: "${to}"}`),
  ],
];
const withMovement = (day: string) => [
  [MOVEMENTS, `${SITE_FILES.get(MOVEMENTS)}4,done,d5009,${day},,,,,,,letter,,\n`],
];

it.each<[what: string, changes: (string | undefined)[][], from: string, to: string, same: boolean]>(
  [
    ['nothing to come', [], '2026-11-21', '2026-12-21', true],
    ['a deadline that is past', withDeadline('2026-11-20'), '2026-11-21', '2026-12-21', true],
    ['a deadline that is nearer', withDeadline('2026-11-30'), '2026-11-21', '2026-11-22', false],
    ['a deadline that passes', withDeadline('2026-11-21'), '2026-11-21', '2026-11-22', false],
    [
      'a window whose end comes nearer',
      withWindow('2026-11-30'),
      '2026-11-21',
      '2026-11-22',
      false,
    ],
    ['a window that closes', withWindow('2026-11-21'), '2026-11-21', '2026-11-22', false],
    [
      'a movement that is known on both',
      withMovement('2026-11-21'),
      '2026-11-21',
      '2026-11-22',
      true,
    ],
    ['a movement of the next day', withMovement('2026-11-22'), '2026-11-21', '2026-11-22', false],
  ],
)('with %s', async (_, changes, from, to, same) => {
  openPortal(new Map([...SITE_FILES, ...(changes as [string, string][])]));
  const [entry] = await getCirculars();
  if (!entry) throw new Error('no circular');
  expect(dayPart(entry, from) === dayPart(entry, to)).toBe(same);
});
