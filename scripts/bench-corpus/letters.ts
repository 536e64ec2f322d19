import {
  buddhistYear,
  dateOfDayNumber,
  dayNumber,
  formatThaiDate,
  type IsoDate,
  parseIsoDate,
} from '#core/letter/date.ts';
import { toThaiDigits } from '#core/letter/digits.ts';
import { formatLetterNumber, type LetterNumber } from '#core/letter/number.ts';
import type { CorpusDocument, CorpusQuery } from '../bench-search/corpus.ts';
import type { Random } from '../lib/random.ts';
import { ELAAS, OBJECTS, OPENINGS, QUALIFIERS, QUESTIONS, STEPS, VERBS } from './letter-words.ts';

interface MadeLetter {
  readonly id: string;
  readonly number: LetterNumber;
  readonly date: IsoDate;
  readonly verb: string;
  readonly object: string;
  readonly qualifier: string;
}

const FIRST_DAY = dayNumber('2016-01-01');
const DAYS = 3600;
const ISSUERS = [
  { prefix: 'มท', unit: '0899.1', circular: true },
  { prefix: 'มท', unit: '0899.4', circular: true },
  { prefix: 'กค', unit: '0499.2', circular: true },
  { prefix: 'ชม', unit: '0099.5', circular: false },
  { prefix: 'ขก', unit: '0099.3', circular: true },
] as const;

const makeLetters = (count: number, random: Random): MadeLetter[] =>
  Array.from({ length: count }, (_, index) => {
    const { prefix, unit, circular } = random.pick(ISSUERS);
    return {
      id: `letter-${index}`,
      // Far more letters than running numbers: each number comes again in other years and from other units.
      number: { prefix, unit, circular, running: String(random.int(10, 3999)) },
      date: dateOfDayNumber(FIRST_DAY + random.int(0, DAYS)),
      verb: random.pick(VERBS),
      object: random.pick(OBJECTS),
      qualifier: random.pick(QUALIFIERS),
    };
  });

const fill = (template: string, letter: MadeLetter): string =>
  template.replace('{object}', letter.object).replace('{qualifier}', letter.qualifier);

const spellDate = (date: IsoDate, random: Random): string => {
  const { year, month = 1, day = 1 } = parseIsoDate(date) ?? { year: 0 };
  const short = formatThaiDate(date, { month: 'short' });
  return random.pick([
    formatThaiDate(date),
    formatThaiDate(date, { digits: 'thai' }),
    short,
    short.replace(/ ?25(\d\d)$/, ' $1'),
    short.replaceAll(' ', ''),
    `${day}/${month}/${year + 543}`,
    `${day}/${month}/${year}`,
    `${day}-${month}-${String(year + 543).slice(2)}`,
    date,
    `วันที่ ${formatThaiDate(date)}`,
    `ลว. ${short}`,
  ]);
};

const spellMonth = (date: IsoDate, random: Random): string => {
  const month = date.slice(0, 7);
  return random.pick([
    formatThaiDate(month),
    formatThaiDate(month, { month: 'short' }),
    formatThaiDate(month, { month: 'short' }).replace(/25(\d\d)$/, '$1'),
    `เดือน${formatThaiDate(month)}`,
  ]);
};

const spellNumber = (number: LetterNumber, random: Random): string => {
  const { prefix, unit, circular, running } = number;
  const mark = circular ? random.pick(['ว', 'ว ', 'ว.', 'ว. ']) : '';
  const spelt = random.pick([
    formatLetterNumber(number),
    `${prefix}${unit}/${mark}${running}`,
    `${prefix} ${unit} / ${mark}${running}`,
    `ที่ ${prefix} ${unit}/${mark}${running}`,
    `${prefix}.${unit}/${mark}${running}`,
  ]);
  return random.chance(0.4) ? toThaiDigits(spelt) : spelt;
};

const pageOf = (
  letter: MadeLetter,
  letters: readonly MadeLetter[],
  random: Random,
): CorpusDocument => {
  const cited = Array.from({ length: random.int(0, 3) }, () => random.pick(letters));
  const title = `${letter.verb}${letter.object}${letter.qualifier}`;
  const lines = [
    `ที่ ${toThaiDigits(formatLetterNumber(letter.number))}`,
    formatThaiDate(letter.date, { digits: 'thai' }),
    `เรื่อง ${title}`,
    'เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด',
    ...cited.map(
      ({ number, date }) =>
        `อ้างถึง หนังสือ ที่ ${toThaiDigits(formatLetterNumber(number))} ลงวันที่ ${formatThaiDate(date, { digits: 'thai' })}`,
    ),
    fill(random.pick(OPENINGS), letter),
    ...Array.from({ length: 4 }, () => random.pick(STEPS)),
    `ทั้งนี้ ให้แล้วเสร็จภายใน ${spellDate(dateOfDayNumber(dayNumber(letter.date) + random.int(7, 60)), random)}`,
  ];
  return { id: letter.id, title, text: lines.join('\n') };
};

interface Draft {
  readonly q: string;
  readonly type: string;
  /** Whether a letter answers it. */
  readonly answers: (other: MadeLetter) => boolean;
}
type Maker = (letter: MadeLetter, random: Random) => Draft | null;

const sameNumber =
  ({ number }: MadeLetter) =>
  (other: MadeLetter): boolean =>
    formatLetterNumber(other.number) === formatLetterNumber(number);
const sameRunning =
  ({ number }: MadeLetter) =>
  (other: MadeLetter): boolean =>
    other.number.running === number.running && other.number.circular === number.circular;
const sameMonth =
  ({ date }: MadeLetter) =>
  (other: MadeLetter): boolean =>
    other.date.slice(0, 7) === date.slice(0, 7);
const sameYear =
  ({ date }: MadeLetter) =>
  (other: MadeLetter): boolean =>
    other.date.slice(0, 4) === date.slice(0, 4);
const sameObject =
  ({ object }: MadeLetter) =>
  (other: MadeLetter): boolean =>
    other.object === object;
const sameSubject =
  ({ verb, object, qualifier }: MadeLetter) =>
  (other: MadeLetter): boolean =>
    other.verb === verb && other.object === object && other.qualifier === qualifier;
const both =
  (a: (other: MadeLetter) => boolean, b: (other: MadeLetter) => boolean) =>
  (other: MadeLetter): boolean =>
    a(other) && b(other);

/** Part of what a letter is about, as one remembers it. */
const remembered = ({ object, qualifier }: MadeLetter, random: Random): string =>
  random.pick([
    object,
    object.replace(/^การ/, ''),
    `${object.replace(/^การ/, '')} ${qualifier}`,
    `เรื่อง${object}`,
  ]);

const MAKERS: readonly Maker[] = [
  (letter, random) => ({
    q: spellNumber(letter.number, random),
    type: 'number',
    answers: sameNumber(letter),
  }),
  (letter, random) => ({
    q: spellDate(letter.date, random),
    type: 'date',
    answers: ({ date }) => date === letter.date,
  }),
  (letter, random) => ({
    q: `${spellNumber(letter.number, random)} ${remembered(letter, random)}`,
    type: 'number-and-word',
    answers: both(sameNumber(letter), sameObject(letter)),
  }),
  (letter, random) => ({
    q: random.pick([
      `${remembered(letter, random)} ${spellDate(letter.date, random)}`,
      `${spellDate(letter.date, random)} ${remembered(letter, random)}`,
    ]),
    type: 'date-and-subject',
    answers: both(({ date }) => date === letter.date, sameObject(letter)),
  }),
  (letter, random) => ({
    q: `${remembered(letter, random)} ${spellMonth(letter.date, random)}`,
    type: 'month-and-subject',
    answers: both(sameMonth(letter), sameObject(letter)),
  }),
  (letter, random) => {
    const { prefix, unit, circular, running } = letter.number;
    if (!circular) return null;
    const year = buddhistYear(letter.date);
    return random.pick(
      [
        { q: `ว ${running} ปี ${year}`, answers: both(sameRunning(letter), sameYear(letter)) },
        { q: `ว${running}/${year}`, answers: both(sameRunning(letter), sameYear(letter)) },
        {
          q: `ว.${running} ${spellMonth(letter.date, random)}`,
          answers: both(sameRunning(letter), sameMonth(letter)),
        },
        {
          q: `${running} ${remembered(letter, random)}`,
          answers: both(sameRunning(letter), sameObject(letter)),
        },
        {
          q: `ว ${toThaiDigits(running)} ${remembered(letter, random)}`,
          answers: both(sameRunning(letter), sameObject(letter)),
        },
        {
          q: `${unit} ว ${running}`,
          answers: both(sameRunning(letter), ({ number }) => number.unit === unit),
        },
        {
          q: `${prefix} ว${running}`,
          answers: both(sameRunning(letter), ({ number }) => number.prefix === prefix),
        },
      ].map((draft) => ({ ...draft, type: 'half-remembered' })),
    );
  },
  (letter, random) => {
    if (!letter.object.includes('e-LAAS')) return null;
    return {
      q: random.pick([
        `${letter.verb} ${random.pick(ELAAS)} ${letter.qualifier}`,
        `${random.pick(ELAAS)} ${letter.verb}${letter.qualifier}`,
        `${letter.verb}การใช้งาน ${random.pick(ELAAS)} ${letter.qualifier}`,
      ]),
      type: 'e-laas',
      answers: sameSubject(letter),
    };
  },
  (letter, random) => ({
    q: `${letter.verb}${letter.object} ${letter.qualifier}`.slice(
      0,
      random.chance(0.5) ? undefined : -2,
    ),
    type: 'subject',
    answers: sameSubject(letter),
  }),
  (letter, random) => {
    const template = random.pick(QUESTIONS.filter((question) => question.includes('{qualifier}')));
    return {
      q: fill(template, letter),
      type: 'question',
      answers: both(sameObject(letter), ({ qualifier }) => qualifier === letter.qualifier),
    };
  },
];

const MOST_GOLD = 10;
const TRIES = 60;

/** Made-up letters with numbers, dates, subjects and references, and `each` queries of every kind that staff type. */
export const letterCorpus = (
  count: number,
  each: number,
  random: Random,
): { documents: CorpusDocument[]; queries: CorpusQuery[] } => {
  if (count === 0) return { documents: [], queries: [] };
  const letters = makeLetters(count, random);
  const queries: CorpusQuery[] = [];
  for (const make of MAKERS) {
    let made = 0;
    for (let attempt = 0; made < each && attempt < each * TRIES; attempt++) {
      const draft = make(random.pick(letters), random);
      const gold = draft ? letters.filter(draft.answers).map(({ id }) => id) : [];
      if (!draft || gold.length > MOST_GOLD) continue;
      queries.push({ id: `${draft.type}-${made++}`, q: draft.q, gold, type: draft.type });
    }
  }
  return { documents: letters.map((letter) => pageOf(letter, letters, random)), queries };
};
