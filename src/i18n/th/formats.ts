import { formatThaiDate } from '#core/letter/date.ts';
import { toThaiDigits } from '#core/letter/digits.ts';
import { type DueDay, formatThaiDueDay } from '#core/letter/recurrence.ts';

const INTERVAL_UNITS = { Y: 'ปี', M: 'เดือน', W: 'สัปดาห์', D: 'วัน' } as const;

/** How dates, counts and sizes are written in Thai. */
export const formats = {
  /** An ISO date of any precision. */
  date: (date: string): string => formatThaiDate(date),
  shortDate: (date: string): string => formatThaiDate(date, { month: 'short' }),
  year: (buddhistYear: number): string => `พ.ศ. ${buddhistYear}`,
  fiscalYear: (buddhistYear: number): string => `ปีงบประมาณ พ.ศ. ${buddhistYear}`,
  /** A letter's number or date as the letter prints it. */
  printed: (text: string): string => toThaiDigits(text),
  period: (from: string | undefined, to: string | undefined): string => {
    if (from && to) return `${formatThaiDate(from)} ถึง ${formatThaiDate(to)}`;
    return from ? `ตั้งแต่ ${formatThaiDate(from)}` : `ถึง ${formatThaiDate(to ?? '')}`;
  },
  every: (count: number, unit: 'Y' | 'M' | 'W' | 'D'): string =>
    count === 1 ? `ทุก${INTERVAL_UNITS[unit]}` : `ทุก ${count} ${INTERVAL_UNITS[unit]}`,
  /** The day of each round of a recurring duty. */
  dueDay: (every: string, due: DueDay): string => formatThaiDueDay(every, due),
  daysLeft: (days: number): string => (days === 0 ? 'วันนี้เป็นวันสุดท้าย' : `เหลืออีก ${days} วัน`),
  count: (count: number): string => count.toLocaleString('th-TH-u-nu-latn'),
  size: (bytes: number): string =>
    bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} กิโลไบต์` : `${(bytes / 1e6).toFixed(1)} เมกะไบต์`,
};
