import { buddhistYear, formatThaiDate, type IsoDate } from '#core/letter/date.ts';
import { printLetterNumber } from '#core/letter/number.ts';
import { CAUTIONS, CLOSINGS, OPENINGS, STEPS, UNITS } from './sample-text.ts';

/** Size of the guidance of a sample, in bytes of UTF-8: the least it has. */
export const BODY_BYTES = 3000;

/** A letter by number and date. */
export interface NumberAndDate {
  readonly number: string;
  readonly date: IsoDate;
}

/** Guidance made up from `random`, which gives numbers from 0 up to 1; it names an earlier letter in running text. */
export const sampleBody = (
  topic: string,
  date: IsoDate,
  earlier: NumberAndDate,
  random: () => number,
): string => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rows = UNITS.slice(0, 3).map(
    (unit, row) => `| ${unit} | ${row + 1} | ${1 + Math.floor(random() * 40)} |`,
  );
  const opening = pick(OPENINGS)
    .replace('{topic}', topic)
    .replace('{year}', String(buddhistYear(date)));
  const closing = pick(CLOSINGS)
    .replace('{number}', printLetterNumber(earlier.number))
    .replace('{date}', formatThaiDate(earlier.date, { digits: 'thai' }));
  const table = ['| หน่วยงาน | ครั้งที่ | จำนวนแฟ้ม |', '|---|---|---|', ...rows].join('\n');
  const before = [opening, '## ขั้นตอน', ''].join('\n\n');
  const after = [
    '',
    '## จำนวนแฟ้มที่ต้องตรวจ',
    table,
    '## ข้อควรระวัง',
    `**${pick(CAUTIONS)}**`,
    closing,
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n');
  const steps: string[] = [];
  let bytes = Buffer.byteLength(before + after);
  while (bytes < BODY_BYTES) {
    const step = `${steps.length + 1}. ${pick(STEPS).replace('{unit}', pick(UNITS))}`;
    steps.push(step);
    bytes += Buffer.byteLength(step) + 1;
  }
  return before + steps.join('\n') + after;
};
