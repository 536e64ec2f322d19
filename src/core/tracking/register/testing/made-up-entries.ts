import type { CoveringLetter } from '#core/letter/circular.ts';
import { certain } from '#core/letter/fact.ts';
import type { Letter } from '#core/letter/letter.ts';
import type { DateReading } from '../date-cell.ts';
import type { RegisterEntry } from '../entry.ts';
import { letterFinder, type RegisterContext } from '../match.ts';
import { registry } from './made-up-offices.ts';

// Made-up numbers of made-up offices.
const letter = (issuer: string, number: string, date: string): Letter => ({
  level: 'department',
  issuer,
  number: certain(number),
  date: certain(date),
  subject: certain('แนวทางตัวอย่างเพื่อการทดสอบ'),
  to: [{ text: 'ทุกจังหวัด', group: 'provinces' }],
  urgency: certain('normal'),
  secrecy: 'normal',
  references: [],
});
const covering = (issuer: string, number: string, date: string) =>
  ({
    ...letter(issuer, number, date),
    key: 'province',
    passesOn: 'letter',
    claims: [],
    attachments: [],
    differences: [],
  }) satisfies CoveringLetter;
const finder = letterFinder([
  {
    id: '2568/one',
    circular: { letter: letter('dla', 'มท 0899.9/ว 11', '2025-03-03') },
    coveringLetters: [covering('p88', 'ตย 0023.9/ว 21', '2025-03-07')],
    sent: [
      {
        no: 4,
        kind: 'sent',
        office: 'd8802',
        date: '2025-03-12',
        number: 'ตย 0899.2/31',
        to: ['saos'],
        doubt: {},
        source: 'register:old.csv',
      },
    ],
  },
  {
    id: '2567/same-number',
    circular: { letter: letter('dla', 'มท 0899.9/ว 11', '2024-03-03') },
    coveringLetters: [],
    sent: [],
  },
]);
/** A day that is read in one way. */
export const day = (value: string): DateReading => ({ value, readings: [value], doubt: null });
/** An entry of a register on the first circular of the finder. */
export const entry = (changes: Partial<RegisterEntry> = {}): RegisterEntry => ({
  registerNumber: '101',
  letterNumber: 'มท 0899.9/ว 11',
  partOfNumber: null,
  letterDate: day('2025-03-03'),
  entryDate: day('2025-03-05'),
  time: null,
  from: 'สถ.',
  to: '',
  subject: 'เรื่องหนึ่ง',
  desk: '',
  secrecy: null,
  doubts: [],
  ...changes,
});
/** The register of an office of the made-up province. */
export const context = (kind: RegisterContext['kind'], of = 'p88'): RegisterContext => ({
  kind,
  office: of,
  source: 'register:r.csv',
  finder,
  registry,
  called: new Map([['dla', ['สถ.']]]),
});
