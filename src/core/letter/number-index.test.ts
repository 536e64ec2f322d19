import { describe, expect, it } from 'vitest';
import { certain } from './fact.ts';
import { findLetterPage, indexLetters, lettersOfCircular } from './number-index.ts';

const letter = (href: string, number: string, date: string) => ({
  href,
  number: certain(number),
  date: certain(date),
});

describe('findLetterPage', () => {
  const index = indexLetters([
    letter('/circulars/2567/a/', 'มท 0808.4/ว 2007', '2024-09-17'),
    letter('/circulars/2565/b/', 'มท 0808.4/ว 310', '2022-02-01'),
    letter('/circulars/2566/c/', 'มท 0808.4/ว 310', '2023-02-03'),
    letter('/circulars/2568/d/', 'นพ 0023.5/ว 1578', '2025-04'),
    letter('/circulars/2568/d/', 'นพ 0023.5/ว 1578', '2025-04-19'),
    {
      href: '/circulars/2568/e/',
      number: {
        value: null,
        doubt: {
          kind: 'conflict',
          readings: [
            { read: 'ว ๑๖๓๙', value: 'มท 0808.4/ว 1639', source: 'letter' },
            { read: 'ว ๑๙๖๖', value: 'มท 0808.4/ว 1966', source: 'chiang-mai' },
          ],
        },
      },
      date: {
        value: null,
        doubt: { kind: 'unreadable', readings: [{ read: '?', value: null, source: 'letter' }] },
      },
    },
  ]);

  it.each([
    ['a number that one letter bears', 'มท 0808.4/ว 2007', null, '/circulars/2567/a/'],
    ['its date', 'มท 0808.4/ว 2007', '2024-09-17', '/circulars/2567/a/'],
    ['its year', 'มท 0808.4/ว 2007', '2024', '/circulars/2567/a/'],
    ['another year', 'มท 0808.4/ว 2007', '2023', null],
    ['another day', 'มท 0808.4/ว 2007', '2024-09-18', null],
    ['several years, undecided', 'มท 0808.4/ว 310', null, null],
    ['several years, decided', 'มท 0808.4/ว 310', '2023', '/circulars/2566/c/'],
    ['one page under two letters', 'นพ 0023.5/ว 1578', '2025-04-19', '/circulars/2568/d/'],
    ['a reading of a doubtful number', 'มท 0808.4/ว 1966', '2025-03-25', '/circulars/2568/e/'],
    ['an unknown number', 'มท 0808.4/ว 1', null, null],
  ])('%s', (_, number, date, href) => {
    expect(findLetterPage(index, number, date)).toBe(href);
  });
});

it('leads the numbers of covering letters to the circular', () => {
  const facts = (number: string, date: string) => ({
    number: certain(number),
    date: certain(date),
  });
  const circular = { letter: facts('มท 0808.4/ว 1541', '2025-04-02') } as never;
  const letters = lettersOfCircular('/c/', circular, [facts('นพ 0023.5/ว 1578', '2025-04-19')]);
  expect([...indexLetters(letters).keys()]).toEqual(['มท 0808.4/ว 1541', 'นพ 0023.5/ว 1578']);
});
