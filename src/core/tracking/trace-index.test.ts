import { describe, expect, it } from 'vitest';
import { matchTraces, type Trace } from './trace.ts';
import {
  buildTraceIndex,
  nearestNumbers,
  partsNearby,
  partsToSearch,
  type TraceIndex,
  tracesInPart,
} from './trace-index.ts';
import { readTraceQuery, type TraceQuery } from './trace-query.ts';

const trace = (number: string, more: Partial<Trace> = {}): Trace => ({
  circular: '2567/made-up',
  as: 'letter',
  office: 'p99',
  number,
  date: '2024-09-17',
  letter: null,
  doubtful: false,
  ...more,
});
const query = (typed: string): TraceQuery => {
  const read = readTraceQuery(typed);
  if (!read) throw new Error(`"${typed}" is no number`);
  return read;
};
const nameOf = (id: string): string => `name of ${id}`;
const find = ({ parts }: TraceIndex, typed: string) => {
  const asked = query(typed);
  const traces = partsToSearch(asked).flatMap((name) => {
    const part = parts.get(name);
    return part ? tracesInPart(part) : [];
  });
  return matchTraces(traces, asked);
};
const near = ({ near: parts }: TraceIndex, typed: string) => {
  const asked = query(typed);
  return nearestNumbers(
    asked,
    partsNearby(asked).flatMap((name) => {
      const part = parts.get(name);
      return part ? [part] : [];
    }),
  );
};

describe('the index of numbers', () => {
  const index = buildTraceIndex(
    [
      trace('ชช 0099.9/ว 98765'),
      trace('ชช 0099.9/ว 7', { circular: '2566/other', date: '2023-01-02', doubtful: true }),
      trace('ชช 0099.9/ว 7', { circular: '2565/other', date: null }),
      trace('ชช 0099.9/298765', { circular: '2568/plain' }),
      trace('00765', { as: 'register', office: 'd9901' }),
    ],
    nameOf,
  );

  it('gives back what stands in it', () => {
    const { found } = find(index, 'ชช 0099.9/ว 98765');
    expect(found).toEqual([
      {
        circular: '2567/made-up',
        as: 'letter',
        office: 'p99',
        officeName: 'name of p99',
        number: 'ชช 0099.9/ว 98765',
        date: '2024-09-17',
        doubtful: false,
      },
    ]);
  });

  it('keeps unknown dates and doubts', () => {
    expect(find(index, 'ว 7').found.map(({ date, doubtful }) => [date, doubtful])).toEqual([
      ['2023-01-02', true],
      [null, false],
    ]);
  });

  it('takes the first digit for ว only where nothing bears the number as it stands', () => {
    expect(find(index, 'ชช 0099.9/298765')).toMatchObject({
      corrected: false,
      found: [{ circular: '2568/plain' }],
    });
    expect(find(index, 'ชช 0099.9/998765')).toMatchObject({
      corrected: true,
      found: [{ circular: '2567/made-up' }],
    });
  });

  it('tells when the number is of another year', () => {
    expect(find(index, 'ว 98765 ปี 2567').otherYear).toBe(false);
    expect(find(index, 'ว 98765 ปี 2560')).toMatchObject({
      otherYear: true,
      found: [{ circular: '2567/made-up' }],
    });
  });

  it('finds a register number with and without its zeros', () => {
    for (const typed of ['765', '00765', '๗๖๕'])
      expect(find(index, typed).found.map(({ office }) => office)).toEqual(['d9901']);
  });
});

describe('numbers like one that is not found', () => {
  const index = buildTraceIndex(
    ['4321', '12345', '7', '56'].map((running) => trace(`ชช 0099.9/ว ${running}`)),
    nameOf,
  );

  it.each([
    ['ว 4312', '4321'],
    ['ว 4231', '4321'],
    ['ว 3421', '4321'],
    ['ว 4329', '4321'],
    ['ว 4821', '4321'],
    ['ว 9321', '4321'],
    ['ว 432', '4321'],
    ['ว 321', '4321'],
    ['ว 43210', '4321'],
    ['ว 84321', '4321'],
    ['ว 12435', '12345'],
    ['ว 57', '56'],
    ['ซซ 0099.9/ว 12345', '12345'],
    ['ชช 0098.9/ว 12345', '12345'],
  ])('for %s offers %s', (typed, running) => {
    expect(near(index, typed)).toContain(`ชช 0099.9/ว ${running}`);
  });

  it.each(['ว 99999', 'ว 43'])('offers nothing unlike it for %s', (typed) => {
    expect(near(index, typed)).not.toContain('ชช 0099.9/ว 12345');
  });
});

it('stays light: 10,000 circulars with two hops each, at most 60 KB a query', () => {
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % below;
  };
  const traces: Trace[] = [];
  for (let at = 0; at < 10_000; at++) {
    const circular = `${2560 + (at % 10)}/dla-0808-4-w${at}-0101`;
    const add = (number: string, as: Trace['as'], office: string) =>
      traces.push(trace(number, { circular, as, office }));
    const province = `p${10 + random(77)}`;
    add(`ชช 0808.4/ว ${1 + random(4000)}`, 'letter', 'dla');
    add(`ชช 00${random(99)}.5/ว ${1 + random(20_000)}`, 'covering-letter', province);
    add(`ชช 00${random(99)}.15/ว ${1 + random(6000)}`, 'covering-letter', `d${random(9999)}`);
    for (let desk = 0; desk < 4; desk++) add(String(1 + random(40_000)), 'register', province);
  }
  const { parts, near: nearParts } = buildTraceIndex(traces, nameOf);
  const bytes = (part: unknown): number => new TextEncoder().encode(JSON.stringify(part)).length;
  const largest = (all: ReadonlyMap<string, unknown>): number =>
    Math.max(...[...all.values()].map(bytes));
  // A number with one misread mark asks for two parts; a number that is nowhere, for these and four or five parts nearby.
  expect(2 * largest(parts)).toBeLessThan(40_000);
  expect(5 * largest(nearParts)).toBeLessThan(60_000 * 2);
  const worst = traces
    .filter(({ as }) => as !== 'register')
    .slice(0, 300)
    .map(({ number }) =>
      partsNearby(query(number)).reduce((sum, name) => sum + bytes(nearParts.get(name) ?? {}), 0),
    );
  expect(Math.max(...worst)).toBeLessThan(60_000);
});
