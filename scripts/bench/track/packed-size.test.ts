import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { dateOfDayNumber, dayNumber } from '#core/letter/date.ts';
import { buildRegistry, provinceOf } from '#core/office/registry.ts';
import type { Movement } from '#core/tracking/movement.ts';
import { OFFICE_STATES } from '#core/tracking/office-state.ts';
import type { OfficeStatus } from '#core/tracking/office-status.ts';
import { packStatuses } from '#core/tracking/packed-statuses.ts';
import { seededRandom } from '../../lib/random.ts';
import { madeUpOffices } from './made-up.ts';

const ISSUED = '2025-01-02';
const LIMIT = 60 * 1024;

it('fits a circular of which all 8,800 offices have a record into 60 KB as it travels', () => {
  const registry = buildRegistry(madeUpOffices());
  const random = seededRandom(1);
  // Register numbers and days that no packing can foretell.
  const movement = (kind: Movement['kind'], office: string, number: string): Movement => ({
    no: 1,
    kind,
    office,
    date: dateOfDayNumber(dayNumber(ISSUED) + random.int(1, 60)),
    number,
    to: [],
    doubt: {},
    source: 'letter',
  });
  const statuses = registry.offices
    .filter(({ level }) => level !== 'department')
    .map(({ id, level, province }): OfficeStatus => {
      const sends = level !== 'authority';
      const number = `ตย 00${(province ?? id).slice(1)}.${random.int(1, 30)}/ว ${random.int(1, 9000)}`;
      return {
        office: id,
        state: OFFICE_STATES[sends ? 4 : random.pick([2, 2, 2, 5, 6])] as OfficeStatus['state'],
        onRoute: true,
        addressed: [],
        received: [movement('received', id, String(random.int(1, 20_000)))],
        sent: sends ? [movement('sent', id, number)] : [],
        acknowledged: [],
        done: [],
      };
    });
  expect(statuses).toHaveLength(76 + 878 + 7849);
  const packed = packStatuses(statuses, (id) => provinceOf(registry, id), ISSUED);
  const bytes = gzipSync(JSON.stringify(packed)).length;
  expect(bytes).toBeLessThanOrEqual(LIMIT);
  expect(bytes).toBeGreaterThan(LIMIT / 3);
});
