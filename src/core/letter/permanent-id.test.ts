import { describe, expect, it } from 'vitest';
import { certain, type DoubtKind, type Fact } from './fact.ts';
import { mintPermanentId } from './permanent-id.ts';

const doubtful = (value: string | null, kind: DoubtKind): Fact<string> => ({
  value,
  doubt: { kind, readings: [] },
});
const number = certain('มท 0808.4/ว 2007');
const date = certain('2024-09-17');

describe('mintPermanentId', () => {
  it.each([
    ['certain', number, date, 'dla-0808-4-w2007-0917'],
    ['no circular mark', certain('ชม 0023.15/6698'), date, 'dla-0023-15-6698-0917'],
    ['cited only', doubtful('มท 0808.4/ว 1541', 'cited'), date, 'dla-0808-4-w1541-0917'],
    ['unclear number', doubtful('มท 0808.4/ว 1639', 'unclear'), date, 'dla-x-wx-0917'],
    ['copies disagree', doubtful(null, 'conflict'), date, 'dla-x-wx-0917'],
    ['day unreadable', number, doubtful('2020-07', 'unreadable'), 'dla-0808-4-w2007-07xx'],
    ['day unclear', number, doubtful('2020-07-17', 'unclear'), 'dla-0808-4-w2007-07xx'],
    ['same month in conflict', number, doubtful('2020-07', 'conflict'), 'dla-0808-4-w2007-07xx'],
    ['date in conflict', number, doubtful(null, 'conflict'), 'dla-0808-4-w2007-xxxx'],
  ])('%s', (_, letterNumber, letterDate, id) => {
    const key = { issuer: 'dla', number: letterNumber, date: letterDate };
    expect(mintPermanentId(key, new Set())).toBe(id);
  });

  it('never mints an id twice', () => {
    const taken = new Set(['dla-0808-4-w2007-0917', 'dla-0808-4-w2007-0917-2']);
    expect(mintPermanentId({ issuer: 'dla', number, date }, taken)).toBe('dla-0808-4-w2007-0917-3');
  });
});
