import { buddhistYear, dateOfDayNumber, dayNumber, type IsoDate } from '#core/letter/date.ts';
import { csvLine } from '#store/csv/table.ts';
import { type Random, seededRandom } from '../../lib/random.ts';

/** A letter of which a register may have a row. */
export interface RegisteredLetter {
  readonly number: string;
  readonly date: IsoDate;
  readonly subject: string;
  /** From whom it came, as the register says. */
  readonly from: string;
}

/** How many rows the register of an office has, and how many of them are of letters that the portal has. */
export interface RegisterSize {
  readonly rows: number;
  readonly known: number;
}

const HEADING = ['เลขทะเบียนรับ', 'วันที่รับ', 'เวลา', 'ที่', 'ลงวันที่', 'จาก', 'เรื่อง'];
const MOST_DAYS = 9;

const written = (date: IsoDate): string => {
  const [, month, day] = date.split('-').map(Number);
  return `${day}/${month}/${buddhistYear(date)}`;
};

/** A letter of an office that the portal knows nothing of. */
const unknownLetter = (random: Random, dates: readonly IsoDate[]): RegisteredLetter => ({
  number: `สต 0${random.int(100, 899)}/${random.int(1, 9999)}`,
  date: random.pick(dates),
  subject: 'ขอเชิญประชุมตามตัวอย่าง',
  from: 'หน่วยงานตัวอย่าง',
});

/**
 * The made-up register of letters received of one office as CSV, the same for a seed: `known` of the letters, each once, and
 * letters of others between them, in order of receipt.
 */
export const madeUpRegister = (
  letters: readonly RegisteredLetter[],
  { rows, known }: RegisterSize,
  seed: number,
): string => {
  const random = seededRandom(seed);
  const dates = letters.map(({ date }) => date);
  const own = letters.slice(0, known);
  const others = Array.from({ length: rows - own.length }, () => unknownLetter(random, dates));
  const received = [...own, ...others]
    .map((letter) => ({
      letter,
      day: dateOfDayNumber(dayNumber(letter.date) + random.int(1, MOST_DAYS)),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const lines = received.map(({ letter: { number, date, subject, from }, day }, at) =>
    csvLine([String(at + 1), written(day), '', number, written(date), from, subject]),
  );
  return `${[csvLine(HEADING), ...lines].join('\n')}\n`;
};
