import { expect, it } from 'vitest';
import { partitionedWriter } from './partitioned-writer.ts';

it('divides a large partition into files, and keeps rows without a province apart', () => {
  const written: string[] = [];
  const writer = partitionedWriter<number>(
    'table',
    [{ name: 'no', type: 'whole', read: (row) => row }],
    (path, bytes) => written.push(`${path} ${Buffer.from(bytes.subarray(0, 4)).toString()}`),
  );
  for (let row = 0; row < 20_001; row++) writer.add('p50', 2568, row);
  writer.add(undefined, 2568, 1);
  expect(writer.end()).toBe(3);
  expect(written).toEqual([
    'table/province=p50/year=2568/part-0.parquet PAR1',
    'table/province=p50/year=2568/part-1.parquet PAR1',
    'table/province=__HIVE_DEFAULT_PARTITION__/year=2568/part-0.parquet PAR1',
  ]);
});
