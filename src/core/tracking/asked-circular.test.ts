import { describe, expect, it } from 'vitest';
import type { Fact } from '#core/letter/fact.ts';
import { ProblemError } from '#core/problem.ts';
import { circularNamed, circularsNamed, type NamedCircular } from './asked-circular.ts';

const letter = (number: string, date: string) => ({
  number: { value: number } as Fact<string>,
  date: { value: date } as Fact<string>,
});

const doubtful: Fact<string> = {
  value: null,
  doubt: {
    kind: 'unclear',
    readings: [
      { read: 'มท 0808.2/ว 14', value: 'มท 0808.2/ว 14', source: 'letter' },
      { read: 'มท 0808.2/ว 19', value: 'มท 0808.2/ว 19', source: 'letter' },
    ],
  },
};

const NAMED: readonly NamedCircular[] = [
  {
    path: '2567/dla-0808-4-w2007',
    title: 'แนวทาง',
    code: '6NJ8FY',
    letters: [letter('มท 0808.4/ว 2007', '2024-05-03'), letter('ลบ 0023.3/ว 411', '2024-05-09')],
  },
  {
    path: '2568/dla-0808-2-w1541',
    title: 'เงินอุดหนุน',
    letters: [letter('มท 0808.2/ว 1541', '2025-04-18')],
  },
  {
    path: '2567/dla-0808-2-w1541',
    title: 'เบี้ยยังชีพ',
    letters: [letter('มท 0808.2/ว 1541', '2024')],
  },
  {
    path: '2568/dla-0808-2-w14',
    title: 'เลขไม่ชัด',
    letters: [{ number: doubtful, date: { value: null } }],
  },
];

const named = (asked: string): string[] => circularsNamed(NAMED, asked).map(({ path }) => path);

describe('circularsNamed', () => {
  it.each([
    ['2567/dla-0808-4-w2007', ['2567/dla-0808-4-w2007']],
    ['/circulars/2567/dla-0808-4-w2007/', ['2567/dla-0808-4-w2007']],
    ['content/circulars/2567/dla-0808-4-w2007', ['2567/dla-0808-4-w2007']],
    ['dla-0808-4-w2007', ['2567/dla-0808-4-w2007']],
    ['dla-0808-2-w1541', ['2568/dla-0808-2-w1541', '2567/dla-0808-2-w1541']],
    ['6nj-8fy', ['2567/dla-0808-4-w2007']],
    ['มท ๐๘๐๘.๔/ว ๒๐๐๗', ['2567/dla-0808-4-w2007']],
    ['0808.4/ว2007', ['2567/dla-0808-4-w2007']],
    ['ว 2007', ['2567/dla-0808-4-w2007']],
    ['2007', ['2567/dla-0808-4-w2007']],
    ['ที่ ลบ 0023.3/ว 411', ['2567/dla-0808-4-w2007']],
    ['ว 411', ['2567/dla-0808-4-w2007']],
    ['ว 1541', ['2568/dla-0808-2-w1541', '2567/dla-0808-2-w1541']],
    ['ว 1541 ปี 2568', ['2568/dla-0808-2-w1541']],
    ['ว 1541/2567', ['2567/dla-0808-2-w1541']],
    ['ว 1541 ลงวันที่ 18 เมษายน 2568', ['2568/dla-0808-2-w1541']],
    // A number in doubt is found by each of its readings.
    ['ว 14', ['2568/dla-0808-2-w14']],
    ['ว 19 ปี 2560', ['2568/dla-0808-2-w14']],
    // Part of a number is none, nor is a ว taken for a misread digit.
    ['ว 20', []],
    ['0808.3/ว 2007', []],
    ['92007', []],
    ['เงินอุดหนุน', []],
    ['', []],
  ])('%s', (asked, paths) => expect(named(asked)).toEqual(paths));
});

describe('circularNamed', () => {
  const refusal = (circulars: readonly NamedCircular[], asked: string) => {
    try {
      return circularNamed(circulars, asked).path;
    } catch (error) {
      if (error instanceof ProblemError) return error.problems[0];
      throw error;
    }
  };

  it('is the one that is meant', () =>
    expect(circularNamed(NAMED, 'ว 2007')).toBe(NAMED[0] as NamedCircular));

  it('asks which of several is meant, by their titles', () =>
    expect(refusal(NAMED, 'ว 1541')).toEqual({
      file: null,
      what: '"ว 1541" may be any of 2 circulars',
      fix: 'Give one of these: 2568/dla-0808-2-w1541 (เงินอุดหนุน), 2567/dla-0808-2-w1541 (เบี้ยยังชีพ).',
    }));

  it('asks for more of a number that many have', () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      path: `2568/dla-${at}-w1`,
      title: `ฉบับ ${at}`,
      letters: [letter(`มท ${1000 + at}/ว 1`, '2025-01-02')],
    }));
    expect(refusal(many, 'ว 1')).toMatchObject({
      what: '"ว 1" may be any of 12 circulars',
      fix: expect.stringMatching(
        /^Give the whole number, or its year as well .*; the first are 2568\/dla-0-w1 \(ฉบับ 0\),.*dla-4-w1 \(ฉบับ 4\)\.$/,
      ),
    });
  });

  it('offers those of like names where none is meant', () =>
    expect(refusal(NAMED, 'dla-0808-4-w2077')).toMatchObject({
      what: 'there is no circular "dla-0808-4-w2077"',
      fix: expect.stringContaining('Did you mean 2567/dla-0808-4-w2007 (แนวทาง)'),
    }));

  it('says what is asked for where none is alike', () =>
    expect(refusal(NAMED, 'ก')).toMatchObject({
      fix: 'Give its id, its short code or its letter number.',
    }));
});
