import { describe, expect, it } from 'vitest';
import { certain, type Fact, needsCheck, possibleValues } from './fact.ts';

describe('a fact', () => {
  it('is certain without a doubt', () => {
    expect(needsCheck(certain('มท 0808.4/ว 2007'))).toBe(false);
  });

  it('needs a check while copies disagree, and keeps every possible value once', () => {
    const number: Fact<string> = {
      value: null,
      doubt: {
        kind: 'conflict',
        readings: [
          { read: 'ว ๑๖๓๙', value: 'มท 0808.4/ว 1639', source: 'letter' },
          { read: 'ว ๑๙๖๖', value: 'มท 0808.4/ว 1966', source: 'chiang-mai' },
          { read: 'ว ปรับ', value: null, source: 'fang' },
          { read: 'ว ๑๖๓๙', value: 'มท 0808.4/ว 1639', source: 'fang' },
        ],
      },
    };
    expect(needsCheck(number)).toBe(true);
    expect(possibleValues(number)).toEqual(['มท 0808.4/ว 1639', 'มท 0808.4/ว 1966']);
  });

  it('needs a check when nothing is known of it', () => {
    expect(needsCheck({ value: null })).toBe(true);
  });
});
