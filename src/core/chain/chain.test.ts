import { describe, expect, it } from 'vitest';
import type { CoveringLetter } from '#core/letter/circular.ts';
import type { Letter } from '#core/letter/letter.ts';
import { buildChain, type Receipt, type Stop } from './chain.ts';

const letter = { issuer: 'dla', date: { value: '2025-03-25' } } as Letter;
const covering = (key: string, issuer: string, passesOn = 'letter', date: string | null = null) =>
  ({ key, issuer, passesOn, date: { value: date } }) as CoveringLetter;
const receipt = (office: string, date: string | null, desk?: string): Receipt => ({
  office,
  desk,
  number: { value: '1' },
  date: { value: date },
});

const PARENTS: Record<string, string> = { a110050: 'd5009', d5009: 'p50', p50: 'dla' };
const chain = (coveringLetters: CoveringLetter[], receipts: Receipt[] = []) =>
  buildChain({ letter, coveringLetters, receipts, parentOf: (office) => PARENTS[office] });

const drawn = ({ office, receipts, letters, next }: Stop): string => {
  const below = next.map(drawn).join(' ');
  return `${office}:${receipts.length}r${letters.length}l${below && ` (${below})`}`;
};

describe('buildChain', () => {
  it('is the issuer alone where nothing is recorded', () => {
    expect(drawn(chain([]))).toBe('dla:0r1l');
  });

  it('hangs each office on the one whose letter it passed on', () => {
    const letters = [covering('fang', 'd5009', 'chiang-mai'), covering('chiang-mai', 'p50')];
    const receipts = [
      receipt('p50', '2025-04-17'),
      receipt('p50', '2025-04-11'),
      receipt('d5009', null),
    ];
    expect(drawn(chain(letters, receipts))).toBe('dla:0r1l (p50:2r1l (d5009:1r1l))');
  });

  it('keeps letters of one office together', () => {
    const letters = [covering('to-districts', 'p47'), covering('to-city', 'p47')];
    expect(drawn(chain(letters))).toBe('dla:0r1l (p47:0r2l)');
  });

  it('puts an office that only stamped under the nearest office on the way', () => {
    expect(drawn(chain([covering('chiang-mai', 'p50')], [receipt('a110050', null)]))).toBe(
      'dla:0r1l (p50:0r1l (a110050:1r0l))',
    );
    expect(drawn(chain([], [receipt('a999999', null)]))).toBe('dla:0r1l (a999999:1r0l)');
  });

  it('reads stamps by day', () => {
    const [province] = chain(
      [],
      [receipt('p50', '2025-04-17', 'group'), receipt('p50', '2025-04-11')],
    ).next;
    expect(province?.receipts.map(({ desk }) => desk)).toEqual([undefined, 'group']);
  });

  it('ends where letters of one office pass on each other', () => {
    const letters = [covering('a', 'p50', 'b'), covering('b', 'p50', 'a')];
    expect(drawn(chain(letters))).toBe('dla:0r1l (p50:0r2l)');
  });

  it('loses no office where two pass on the letters of each other', () => {
    const letters = [covering('a', 'p50', 'b'), covering('b', 'd5009', 'a')];
    expect(drawn(chain(letters))).toBe('dla:0r1l (p50:0r1l (d5009:0r1l))');
  });
});
