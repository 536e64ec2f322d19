import { describe, expect, it } from 'vitest';
import { type CircularFacts, circularsOfArea, type Duty } from './area-circulars.ts';

const duty = (by?: string): Duty => ({
  role: 'user',
  what: by ?? 'ทุกแห่ง',
  when: [],
  ...(by === undefined ? {} : { by }),
});

const factsOf = (href: string, duties: readonly Duty[] = []): CircularFacts => ({
  href,
  title: href,
  number: null,
  date: null,
  topic: '',
  binding: 'unclear',
  force: '',
  duties,
});

const ABOVE = [
  ['p50', 'จังหวัดเชียงใหม่'],
  ['d5009', 'อำเภอฝาง'],
] as const;

describe('circularsOfArea', () => {
  it('joins what is said of a circular with what is of the area, in the order of the area', () => {
    const listed = [
      { href: '/b/', not: ['sao'] },
      { href: '/a/', way: [[], [['รับ'] as const]] },
    ];
    const found = circularsOfArea({ above: ABOVE, circulars: listed }, [
      factsOf('/a/'),
      factsOf('/b/'),
      factsOf('/of-another/'),
    ]);
    expect(found.map(({ title }) => title)).toEqual(['/b/', '/a/']);
    expect(found[0]).toMatchObject({ not: ['sao'] });
    expect(found.map(({ way }) => way.map(({ lines }) => lines.length))).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(found[0]?.way.map(({ name }) => name)).toEqual(['จังหวัดเชียงใหม่', 'อำเภอฝาง']);
  });

  it('leaves out duties that an office elsewhere asks for', () => {
    const facts = factsOf('/a/', [duty(), duty('p50'), duty('p40')]);
    const [one] = circularsOfArea({ above: ABOVE, circulars: [{ href: '/a/' }] }, [facts]);
    expect(one?.duties.map(({ what }) => what)).toEqual(['ทุกแห่ง', 'p50']);
  });

  it('shows no circular of which nothing is said', () => {
    expect(() => circularsOfArea({ above: ABOVE, circulars: [{ href: '/a/' }] }, [])).toThrow(
      '/a/',
    );
  });
});
